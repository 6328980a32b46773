/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above a field: its title, the star, where its value came from. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_HEADING (yc_form_heading_get_type ())

G_DECLARE_FINAL_TYPE (YcFormHeading, yc_form_heading, YC, FORM_HEADING, GtkWidget)

GtkWidget *yc_form_heading_new         (YcFormField   *field,
                                        const char    *title);
void       yc_form_heading_set_title   (YcFormHeading *self,
                                        const char    *title);
void       yc_form_heading_set_focused (YcFormHeading *self,
                                        gboolean       focused);

G_END_DECLS
