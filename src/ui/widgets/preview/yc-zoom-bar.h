/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large pages are shown: by the room there is, by the paper, or by steps. */
#pragma once

#include "yc-page-canvas.h"

G_BEGIN_DECLS

#define YC_TYPE_ZOOM_BAR (yc_zoom_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcZoomBar, yc_zoom_bar, YC, ZOOM_BAR, GtkWidget)

GtkWidget *yc_zoom_bar_new        (void);
/* Once, before anything else. */
void       yc_zoom_bar_set_canvas (YcZoomBar *self, YcPageCanvas *canvas);
/* One step larger or smaller. */
void       yc_zoom_bar_zoom_in    (YcZoomBar *self);
void       yc_zoom_bar_zoom_out   (YcZoomBar *self);
/* As large as on paper. */
void       yc_zoom_bar_full_size  (YcZoomBar *self);

G_END_DECLS
