/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a row, by keys and by buttons: the actions "rows.…" of its table or list. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_FORM_NO_ROW G_MAXUINT

void        yc_form_row_actions_install  (GtkWidgetClass              *klass,
                                          GtkWidgetActionActivateFunc  activate);
void        yc_form_row_actions_update   (GtkWidget                   *host,
                                          YcFormField                 *field,
                                          guint                        current);
const char *yc_form_row_actions_find     (guint                        key,
                                          GdkModifierType              state);
guint       yc_form_row_actions_do       (YcFormField                 *field,
                                          const char                  *action,
                                          guint                        row);
gboolean    yc_form_row_actions_is_blank (YcFormField                 *field,
                                          guint                        row);
gboolean    yc_form_row_actions_can_add  (YcFormField                 *field);
guint       yc_form_row_actions_find_row (YcFormField                 *field,
                                          const char                  *pointer);

G_END_DECLS
