/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas shows of itself to what is done on it. */
#pragma once

#include "yc-page-canvas.h"
#include "yc-page-selection.h"

G_BEGIN_DECLS

/* (nullable): %NULL without a document */
YcPageSelection *yc_page_canvas_get_selection (YcPageCanvas *self);

/* Where a point of the view lies on a page, in points; beside the pages: on the nearest. There must
 * be a document. */
guint            yc_page_canvas_find_point    (YcPageCanvas *self, double *x, double *y);

G_END_DECLS
