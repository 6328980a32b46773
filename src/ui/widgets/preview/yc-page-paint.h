/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page as it stands on screen: its paper, and what there is of its picture. */
#pragma once

#include <gtk/gtk.h>

#include "yc-pixels.h"

G_BEGIN_DECLS

/* (transfer full): for yc_page_paint_sheet() and every other use of textures */
GdkTexture *yc_page_paint_create_texture (YcPixels *pixels);

/* @picture: (nullable): the best there is, of whatever size */
void yc_page_paint_sheet  (GtkWidget             *widget,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *area,
                           GdkTexture            *picture);
/* In the middle of a sheet without a picture: which page it will be. */
void yc_page_paint_number (GtkWidget             *widget,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *area,
                           guint                  page);
/* That a page cannot be drawn. */
void yc_page_paint_failed (GtkWidget             *widget,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *area);

G_END_DECLS
