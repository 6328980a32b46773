/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which problems of the schema are problems of the form. */
#pragma once

#include "yc-form-field-private.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

typedef struct
{
  const YcSchemaProblem *problem;       /* of the report */
  YcFormField           *field;         /* nearest to it, nullable; not owned */
} YcFormFinding;

void yc_form_find_relevant (YcForm *self,
                            GArray *findings);

G_END_DECLS
