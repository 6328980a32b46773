/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages of a document lie when they stand one under the other. */
#pragma once

#include <graphene.h>

#include "yc-document.h"

G_BEGIN_DECLS

/**
 * YC_PAGE_LAYOUT_SCALE:
 *
 * Pixels per point at zoom 1: 96 pixels are an inch.
 */
#define YC_PAGE_LAYOUT_SCALE (96.0 / 72.0)

/**
 * YC_PAGE_LAYOUT_MARGIN:
 *
 * What is left free around and between pages, in pixels.
 */
#define YC_PAGE_LAYOUT_MARGIN 12.0

typedef struct _YcPageLayout YcPageLayout;

YcPageLayout *yc_page_layout_new         (YcDocument *document);
void          yc_page_layout_free        (YcPageLayout *self);
double        yc_page_layout_fit_width   (YcPageLayout *self, double view_width);
double        yc_page_layout_fit_height  (YcPageLayout *self, double view_height);
void          yc_page_layout_place       (YcPageLayout *self, double zoom, int scale_factor);
gboolean      yc_page_layout_is_placed   (YcPageLayout *self);
double        yc_page_layout_get_width   (YcPageLayout *self);
double        yc_page_layout_get_height  (YcPageLayout *self);
double        yc_page_layout_get_top     (YcPageLayout *self, guint page);
void          yc_page_layout_get_area    (YcPageLayout *self, guint page, double view_width,
                                          graphene_rect_t *area);
guint         yc_page_layout_find_page   (YcPageLayout *self, double y);

G_END_DECLS
