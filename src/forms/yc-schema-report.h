/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a document, problem by problem. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_SCHEMA_REPORT (yc_schema_report_get_type ())

typedef struct _YcSchemaReport YcSchemaReport;
typedef struct _YcSchemaProblem YcSchemaProblem;

GType                  yc_schema_report_get_type               (void) G_GNUC_CONST;
YcSchemaReport        *yc_schema_report_new                    (guint max_problems);
YcSchemaReport        *yc_schema_report_ref                    (YcSchemaReport *self);
void                   yc_schema_report_unref                  (YcSchemaReport *self);
void                   yc_schema_report_set_branches           (YcSchemaReport *self,
                                                                gboolean        branches);
gboolean               yc_schema_report_is_valid               (const YcSchemaReport *self);
guint                  yc_schema_report_get_n_problems         (const YcSchemaReport *self);
guint64                yc_schema_report_get_n_steps            (const YcSchemaReport *self);
const YcSchemaProblem *yc_schema_report_get_problem            (const YcSchemaReport *self,
                                                                guint index);
JsonNode              *yc_schema_report_to_json                (const YcSchemaReport *self);

const char            *yc_schema_problem_get_keyword           (const YcSchemaProblem *problem);
const char            *yc_schema_problem_get_keyword_location  (const YcSchemaProblem *problem);
char                  *yc_schema_problem_dup_absolute_location (const YcSchemaProblem *problem);
JsonNode              *yc_schema_problem_get_schema            (const YcSchemaProblem *problem);
const char            *yc_schema_problem_get_instance_location (const YcSchemaProblem *problem);
char                  *yc_schema_problem_dup_title             (const YcSchemaProblem *problem);
JsonNode              *yc_schema_problem_get_parameters        (const YcSchemaProblem *problem);
char                  *yc_schema_problem_get_message           (const YcSchemaProblem *problem,
                                                                const char *field_title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSchemaReport, yc_schema_report_unref)

G_END_DECLS
