/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under rows: add, move, duplicate; how many there may be; what was removed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_ROW_BAR (yc_form_row_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcFormRowBar, yc_form_row_bar, YC, FORM_ROW_BAR, GtkWidget)

void yc_form_row_bar_set_field      (YcFormRowBar *self,
                                     YcFormField  *field,
                                     gboolean      removes);
void yc_form_row_bar_tell_removed   (YcFormRowBar *self,
                                     const char   *title);
void yc_form_row_bar_forget_removed (YcFormRowBar *self);

G_END_DECLS
