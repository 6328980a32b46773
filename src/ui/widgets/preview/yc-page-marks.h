/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks over a page: what was found, what is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "yc-document-search.h"

G_BEGIN_DECLS

/* Where something of a page stands on screen; @page_area: where the page does */
graphene_rect_t yc_page_marks_place      (YcDocument            *document,
                                          guint                  page,
                                          const graphene_rect_t *page_area,
                                          const YcPageArea      *area);

/* Draws the areas (element-type YcPageArea) of @page in one colour. */
void            yc_page_marks_draw       (GtkSnapshot           *snapshot,
                                          YcDocument            *document,
                                          guint                  page,
                                          const graphene_rect_t *page_area,
                                          GArray                *areas,
                                          const GdkRGBA         *colour);

/* Draws every place of @search on @page, and @current among them so that it stands out. */
void            yc_page_marks_draw_found (GtkSnapshot           *snapshot,
                                          YcDocument            *document,
                                          guint                  page,
                                          const graphene_rect_t *page_area,
                                          YcDocumentSearch      *search,
                                          guint                  current);

G_END_DECLS
