/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how much can be found already, or that nothing can. */
#pragma once

#include <gtk/gtk.h>

#include "yc-seeker.h"

G_BEGIN_DECLS

#define YC_TYPE_INDEX_BAR (yc_index_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcIndexBar, yc_index_bar, YC, INDEX_BAR, GtkWidget)

GtkWidget *yc_index_bar_new  (void);
void       yc_index_bar_show (YcIndexBar *self,
                              YcSeeker   *seeker);

G_END_DECLS
