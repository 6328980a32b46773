/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing text on pages, with the mouse and with keys. */
#pragma once

#include "yc-page-canvas.h"

G_BEGIN_DECLS

/* Press, drag, press twice for a word, with Shift to go on. */
void yc_page_pointer_add      (YcPageCanvas *canvas);
/* Ctrl+A and Ctrl+C, and Shift with the keys that move. */
void yc_page_pointer_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
