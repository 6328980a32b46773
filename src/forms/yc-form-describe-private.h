/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong, where the words depend on how a field is filled in and not on the schema alone. */
#pragma once

#include "yc-form-field.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

char *yc_form_describe (const YcSchemaProblem *problem,
                        YcFormField           *field);

G_END_DECLS
