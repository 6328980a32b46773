/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys with which pages are scrolled. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an arrow key moves, in pixels. */
#define YC_PAGE_KEYS_LINE 48.0

/* Page Up and Down, Home, End and the arrows, for a class of #GtkScrollable widgets. */
void yc_page_keys_add (GtkWidgetClass *widget_class);

G_END_DECLS
