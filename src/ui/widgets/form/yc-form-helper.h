/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under a field: what is wrong, what its value tells, or what helps to fill it in. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_HELPER (yc_form_helper_get_type ())

G_DECLARE_FINAL_TYPE (YcFormHelper, yc_form_helper, YC, FORM_HELPER, GtkWidget)

GtkWidget  *yc_form_helper_new       (void);
void        yc_form_helper_set_error (YcFormHelper *self,
                                      const char   *words);
void        yc_form_helper_set_icon  (YcFormHelper *self,
                                      const char   *icon_name);
void        yc_form_helper_set_words (YcFormHelper *self,
                                      const char   *words);
const char *yc_form_helper_get_text  (YcFormHelper *self);

G_END_DECLS
