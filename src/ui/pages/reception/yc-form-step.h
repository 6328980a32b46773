/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of the form; says so where an item has none. */
#pragma once

#include <gtk/gtk.h>

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_STEP (yc_form_step_get_type ())

G_DECLARE_FINAL_TYPE (YcFormStep, yc_form_step, YC, FORM_STEP, GtkWidget)

GtkWidget *yc_form_step_new         (void);
void       yc_form_step_set_draft   (YcFormStep *self, YcCaseDraft *draft);
gboolean   yc_form_step_focus_error (YcFormStep *self);
gboolean   yc_form_step_focus_field (YcFormStep *self, const char *pointer);
void       yc_form_step_mark        (YcFormStep *self, const char *pointer, const char *words);

G_END_DECLS
