/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all editors of a field have in common: keys, leaving, and what a screen reader says. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"
#include "yc-text-limit.h"

G_BEGIN_DECLS

GtkWidget   *yc_form_editor_new          (YcFormField *field,
                                          const char  *label,
                                          gboolean     compact);
GtkWidget   *yc_form_editor_new_for      (YcFormElement *element,
                                          const char    *label);
gboolean     yc_form_editor_is_wide      (YcFormElement *element);
void         yc_form_editor_prepare      (GtkWidget   *focusable,
                                          YcFormField *field,
                                          const char  *label);
void         yc_form_editor_set_label    (GtkWidget   *editor,
                                          const char  *label);
gboolean     yc_form_editor_focus        (GtkWidget   *editor);
YcTextLimit *yc_form_editor_find_limit   (GtkWidget   *editor);
void         yc_form_editor_add_keys     (GtkWidget   *widget);
void         yc_form_editor_go_on        (GtkWidget   *widget);
char        *yc_form_editor_derive       (YcFormField *field);
YcFormField *yc_form_editor_find_field   (GtkWidget   *widget);
gboolean     yc_form_editor_is_composing (GtkWidget   *widget);

G_END_DECLS
