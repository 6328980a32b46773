/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the form makes its problems. */
#pragma once

#include "yc-form-problem.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

YcFormProblem *yc_form_problem_new         (const YcSchemaProblem *problem,
                                            YcFormField           *field);
gboolean       yc_form_problem_is_missing  (const YcSchemaProblem *problem);
char          *yc_form_problem_dup_message (const YcSchemaProblem *problem,
                                            YcFormField           *field,
                                            gboolean               titled);

G_END_DECLS
