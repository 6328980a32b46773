/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any schema and any instance: nothing crashes or hangs, and all ways to validate say the same. */
#include "yc-fuzz.h"
#include "yc-json.h"
#include "yc-schema.h"

static void
read_report (const YcSchemaReport *report)
{
  g_autoptr (JsonNode) output = yc_schema_report_to_json (report);
  g_autofree char *text = yc_json_write (output);

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      g_autofree char *words = yc_schema_problem_get_message (problem, "title");

      g_assert_nonnull (words);
      g_assert_nonnull (yc_schema_problem_get_keyword_location (problem));
    }
}

/* Limits may be met sooner by those who look at more. */
static gboolean
is_limited (const YcSchemaReport *report)
{
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const char *keyword =
          yc_schema_problem_get_keyword (yc_schema_report_get_problem (report, i));

      if (g_str_equal (keyword, "x-limit"))
        return TRUE;
    }
  return FALSE;
}

static void
validate (YcSchema *schema,
          JsonNode *instance)
{
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (1000);
  g_autoptr (YcSchemaReport) branches = yc_schema_report_new (1000);
  gboolean quick = yc_schema_validate (schema, instance, NULL);
  gboolean valid = yc_schema_validate (schema, instance, report);
  gboolean whole;

  yc_schema_report_set_branches (branches, TRUE);
  whole = yc_schema_validate (schema, instance, branches);
  g_assert_true (valid == yc_schema_report_is_valid (report));
  g_assert_true (whole == yc_schema_report_is_valid (branches));
  if (!is_limited (report) && !is_limited (branches))
    g_assert_true (quick == valid && valid == whole);
  read_report (report);
  read_report (branches);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  JsonNode *parts[2];
  gint64 begun = yc_fuzz_begin ();

  yc_fuzz_split (data, size, 2, parts);
  if (parts[0] != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcSchema) schema = yc_schema_compile (parts[0], NULL, NULL, &error);

      g_assert_true ((schema == NULL) == (error != NULL));
      if (schema != NULL)
        validate (schema, parts[1]);
    }
  yc_fuzz_clear (2, parts);
  yc_fuzz_end (begun);
  return 0;
}
