/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field with its title above and a line of help or error below. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CONTROL (yc_form_control_get_type ())

G_DECLARE_FINAL_TYPE (YcFormControl, yc_form_control, YC, FORM_CONTROL, GtkWidget)

GtkWidget   *yc_form_control_new           (YcFormElement *element);
YcFormField *yc_form_control_get_field     (YcFormControl *self);
gboolean     yc_form_control_is_nest       (YcFormControl *self);
gboolean     yc_form_control_focus         (YcFormControl *self);
gboolean     yc_form_control_focus_pointer (YcFormControl *self,
                                            const char    *pointer);
void         yc_form_control_set_remark    (YcFormControl *self,
                                            const char    *words);

G_END_DECLS
