/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a document's problems belong to one control. */
#pragma once

#include "yc-schema-report.h"

G_BEGIN_DECLS

typedef struct _YcFormComplaints YcFormComplaints;

typedef struct
{
  const YcSchemaProblem *problem;
  const char            *keyword;     /* by its name in JSON Forms' validator */
} YcFormComplaint;

YcFormComplaints *yc_form_complaints_new  (YcSchemaReport         *report);
void              yc_form_complaints_free (YcFormComplaints       *self);
GPtrArray        *yc_form_complaints_at   (const YcFormComplaints *self,
                                           const char             *pointer,
                                           JsonNode               *schema);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormComplaints, yc_form_complaints_free)

G_END_DECLS
