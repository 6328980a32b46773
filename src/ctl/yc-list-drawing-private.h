/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a drawing is made. */
#pragma once

#include "yc-list-drawing.h"

G_BEGIN_DECLS

/* Gives every box its column and place, and the drawing its size. The first box is where the list begins. */
void yc_list_drawing_lay_out (YcListDrawing *self);

G_END_DECLS
