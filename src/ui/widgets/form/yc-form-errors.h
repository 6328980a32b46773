/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing, wrong or refused in a form, as a list to jump from. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_ERRORS (yc_form_errors_get_type ())

G_DECLARE_FINAL_TYPE (YcFormErrors, yc_form_errors, YC, FORM_ERRORS, GtkWidget)

GtkWidget *yc_form_errors_new           (void);
void       yc_form_errors_set_form      (YcFormErrors *self,
                                         YcForm       *form);
void       yc_form_errors_set_shown     (YcFormErrors *self,
                                         gboolean      shown);
void       yc_form_errors_add_refusal   (YcFormErrors *self,
                                         const char   *pointer,
                                         const char   *words);
void       yc_form_errors_clear_refusals (YcFormErrors *self);
void       yc_form_errors_refresh       (YcFormErrors *self);
guint      yc_form_errors_get_n         (YcFormErrors *self);
gboolean   yc_form_errors_step          (YcFormErrors *self,
                                         const char   *pointer,
                                         int           by);

G_END_DECLS
