/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in the standard's output form. */
#include "yc-schema-report-private.h"
#include "yc-schema-report.h"

#include <string.h>

#include "yc-json.h"

/* The standard speaks of the object that lacks a member; a form needs the member. */
static char *
dup_standard_location (const YcSchemaProblem *problem)
{
  const char *location = problem->instance_location;
  gboolean member = problem->name != NULL && (g_str_equal (problem->keyword, "required") ||
                                              g_str_equal (problem->keyword, "dependencies") ||
                                              g_str_equal (problem->keyword, "dependentRequired") ||
                                              g_str_equal (problem->keyword, "propertyNames"));

  return member ? g_strndup (location, (gsize) (strrchr (location, '/') - location))
                : g_strdup (location);
}

static JsonObject *
create_unit (const YcSchemaProblem *problem)
{
  JsonObject *unit = json_object_new ();
  g_autofree char *absolute = yc_schema_problem_dup_absolute_location (problem);
  g_autofree char *instance = dup_standard_location (problem);
  g_autofree char *title = yc_schema_problem_dup_title (problem);
  g_autofree char *message = yc_schema_problem_get_message (problem, title);

  json_object_set_boolean_member (unit, "valid", FALSE);
  json_object_set_string_member (unit, "keywordLocation", problem->keyword_location);
  if (absolute != NULL)
    json_object_set_string_member (unit, "absoluteKeywordLocation", absolute);
  json_object_set_string_member (unit, "instanceLocation", instance);
  json_object_set_string_member (unit, "error", message);
  return unit;
}

/**
 * yc_schema_report_to_json:
 * @self: a report
 *
 * Writes the report in the standard's *basic* output form: an object with `valid` and, if it is
 * not, `errors`, each with `keywordLocation`, `absoluteKeywordLocation`, `instanceLocation` and
 * `error`, translated words with the field's title before them. There are no annotations.
 *
 * Returns: (transfer full): the output
 */
JsonNode *
yc_schema_report_to_json (const YcSchemaReport *self)
{
  JsonObject *output;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  n = yc_schema_report_get_n_problems (self);
  output = json_object_new ();
  json_object_set_boolean_member (output, "valid", n == 0);
  if (n > 0)
    {
      JsonArray *errors = json_array_new ();

      for (guint i = 0; i < n; i++)
        json_array_add_object_element (errors, create_unit (yc_schema_report_get_problem (self, i)));
      json_object_set_array_member (output, "errors", errors);
    }
  return yc_json_object_node (output);
}
