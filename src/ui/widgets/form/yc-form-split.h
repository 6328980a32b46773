/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets beside each other where there is room, one above the other where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FORM_SPLIT (yc_form_split_get_type ())

G_DECLARE_FINAL_TYPE (YcFormSplit, yc_form_split, YC, FORM_SPLIT, GtkLayoutManager)

GtkLayoutManager *yc_form_split_new        (int          side,
                                            int          wide);
void              yc_form_split_set_scroll (YcFormSplit *self,
                                            int          scroll);

G_END_DECLS
