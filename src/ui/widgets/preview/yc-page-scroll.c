/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scroll bars beside the pages are told. */
#include "yc-page-scroll.h"

#include "yc-page-keys.h"

double
yc_page_scroll_get_centre (GtkAdjustment *adjustment)
{
  double upper = gtk_adjustment_get_upper (adjustment);

  return upper > 0 ? (gtk_adjustment_get_value (adjustment) +
                      gtk_adjustment_get_page_size (adjustment) / 2) /
                         upper
                   : -1;
}

void
yc_page_scroll_configure (GtkAdjustment *adjustment, double total, double visible, double centre)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (centre >= 0)
    value = centre * total - visible / 2;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (total - visible, 0)), 0,
                            MAX (total, visible), YC_PAGE_KEYS_LINE, visible * 0.9, visible);
}

void
yc_page_scroll_show_span (GtkAdjustment *adjustment, double first, double last)
{
  double value = gtk_adjustment_get_value (adjustment);
  double visible = gtk_adjustment_get_page_size (adjustment);

  if (first < value || last > value + visible)
    gtk_adjustment_set_value (adjustment, first - visible / 3);
}
