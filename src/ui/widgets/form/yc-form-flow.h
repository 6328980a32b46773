/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a form's elements into as many columns as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FORM_FLOW (yc_form_flow_get_type ())

G_DECLARE_FINAL_TYPE (YcFormFlow, yc_form_flow, YC, FORM_FLOW, GtkWidget)

GtkWidget *yc_form_flow_new     (guint       max_columns);
void       yc_form_flow_append  (YcFormFlow *self,
                                 GtkWidget  *child,
                                 gboolean    whole_row);
void       yc_form_flow_take_in (YcFormFlow *self,
                                 GtkWidget  *slot);
GtkWidget *yc_form_flow_get_item (YcFormFlow *self,
                                  guint       index);

G_END_DECLS
