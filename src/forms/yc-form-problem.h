/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that keeps a form from being submitted, and the field to jump to. */
#pragma once

#include <glib-object.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PROBLEM (yc_form_problem_get_type ())

G_DECLARE_FINAL_TYPE (YcFormProblem, yc_form_problem, YC, FORM_PROBLEM, GObject)

const char  *yc_form_problem_get_pointer (YcFormProblem *self);
const char  *yc_form_problem_get_keyword (YcFormProblem *self);
const char  *yc_form_problem_get_message (YcFormProblem *self);
const char  *yc_form_problem_get_words   (YcFormProblem *self);
gboolean     yc_form_problem_get_missing (YcFormProblem *self);
YcFormField *yc_form_problem_get_field   (YcFormProblem *self);

G_END_DECLS
