/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scroll bars beside the pages are told. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is in the middle of the view, as a part of the whole; below 0: nothing yet. */
double yc_page_scroll_get_centre (GtkAdjustment *adjustment);
/* @centre: what shall be in the middle of the view, as a part of the whole; below 0: what is at its
 * beginning stays. */
void   yc_page_scroll_configure  (GtkAdjustment *adjustment,
                                  double         total,
                                  double         visible,
                                  double         centre);
/* What is there already stays where it is; else it comes a third from the beginning. */
void   yc_page_scroll_show_span  (GtkAdjustment *adjustment, double first, double last);

G_END_DECLS
