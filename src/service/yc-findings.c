/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken rules, collected until all are known: the client is told everything at once. */
#include "yc-findings.h"

#include "yc-service-error.h"

/* Whoever has made more mistakes than this need not know them all at once. */
#define MAX_TOLD 1000

struct _YcFindings
{
  JsonArray *errors;
};

YcFindings *
yc_findings_new (void)
{
  YcFindings *self = g_new0 (YcFindings, 1);

  self->errors = json_array_new ();
  return self;
}

void
yc_findings_free (YcFindings *self)
{
  g_clear_pointer (&self->errors, json_array_unref);
  g_free (self);
}

/**
 * yc_findings_add:
 * @self: findings
 * @pointer: JSON Pointer into the body
 * @keyword: the rule's name
 * @message: the rule in words
 */
void
yc_findings_add (YcFindings *self,
                 const char *pointer,
                 const char *keyword,
                 const char *message)
{
  JsonObject *object;

  if (json_array_get_length (self->errors) >= MAX_TOLD)
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "pointer", pointer);
  json_object_set_string_member (object, "message", message);
  json_object_set_string_member (object, "keyword", keyword);
  json_array_add_object_element (self->errors, object);
}

/**
 * yc_findings_add_report:
 * @self: findings
 * @prefix: JSON Pointer to what was held against the schema
 * @report: what the schema says
 */
void
yc_findings_add_report (YcFindings           *self,
                        const char           *prefix,
                        const YcSchemaReport *report)
{
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      g_autofree char *message = yc_schema_problem_get_message (problem, NULL);
      g_autofree char *pointer =
        g_strconcat (prefix, yc_schema_problem_get_instance_location (problem), NULL);

      yc_findings_add (self, pointer, yc_schema_problem_get_keyword (problem), message);
    }
}

/**
 * yc_findings_finish:
 * @self: findings
 * @error: (nullable): return location
 *
 * Returns: %TRUE when nothing was found, otherwise %FALSE with %YC_SERVICE_ERROR_INVALID
 */
gboolean
yc_findings_finish (YcFindings  *self,
                    GError     **error)
{
  if (json_array_get_length (self->errors) == 0)
    return TRUE;
  yc_service_error_set_invalid (error, json_array_ref (self->errors));
  return FALSE;
}
