/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a drawing is made. */
#pragma once

#include "yc-list-drawing.h"

G_BEGIN_DECLS

/* Between a box and its answers. */
#define YC_LIST_DRAWING_STEM 22.0
#define YC_LIST_DRAWING_HEAD 46.0

/* Gives every box its column and place, and the drawing its size. The first box is where the list begins. */
void yc_list_drawing_lay_out (YcListDrawing *self);

/* Leads the lines from column to column, between the boxes. Returns the lowest place that one takes. */
double yc_list_drawing_lead_lines (YcListDrawing *self);

G_END_DECLS
