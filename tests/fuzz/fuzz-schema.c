/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any schema and any instance: nothing crashes or hangs, and all ways to validate say the same; with
 * a third document, which is put in the place of some member, a report brought up to date as well. */
#include "yc-fuzz.h"
#include "yc-json.h"
#include "yc-schema.h"
#include "yc-test-report.h"

#include <string.h>

static void
read_report (const YcSchemaReport *report)
{
  g_autoptr (JsonNode) output = yc_schema_report_to_json (report);
  g_autofree char *text = yc_json_write (output);

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      g_autofree char *words = yc_schema_problem_get_message (problem, "title");
      g_autofree char *title = yc_schema_problem_dup_title (problem);
      g_autofree char *absolute = yc_schema_problem_dup_absolute_location (problem);

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

/* The way to some member, as deep as @choice leads; "" if there is none. */
static char *
choose_member (JsonNode *root,
               guint     choice)
{
  JsonObject *object = yc_json_node_get_object (root);
  g_autofree char *pointer = g_strdup ("");

  while (object != NULL && json_object_get_size (object) > 0)
    {
      g_autoptr (GList) names = json_object_get_members (object);
      const char *name = g_list_nth_data (names, choice % json_object_get_size (object));
      char *deeper = yc_json_pointer_append (pointer, name);

      g_free (pointer);
      pointer = deeper;
      choice = choice * 7 + 3;
      object = choice % 5 == 0 ? NULL : yc_json_get_object (object, name);
    }
  return g_steal_pointer (&pointer);
}

/* One change: a report brought up to date says what a new one says. */
static void
update (YcSchema *schema,
        JsonNode *instance,
        JsonNode *value,
        guint     choice,
        gboolean  branches)
{
  g_autoptr (JsonNode) changed = yc_json_copy (instance);
  g_autofree char *pointer = choose_member (changed, choice);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchemaReport) fresh = yc_schema_report_new (0);
  g_autofree char *said = NULL;
  g_autofree char *expected = NULL;

  if (*pointer == '\0')
    return;
  yc_schema_report_set_branches (report, branches);
  yc_schema_report_set_branches (fresh, branches);
  yc_schema_validate (schema, changed, report);
  yc_json_pointer_set (changed, pointer, yc_json_copy (value));
  yc_schema_update_report (schema, changed, pointer, report, NULL);
  yc_schema_validate (schema, changed, fresh);
  said = yc_test_report_write (report);
  expected = yc_test_report_write (fresh);
  if (!is_limited (report) && !is_limited (fresh) && !g_str_equal (said, expected))
    g_error ("after a change of %s the report says\n%s\nand not\n%s", pointer, said, expected);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
write_problems (const YcSchemaReport *report)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);

      g_ptr_array_add (words, g_strjoin (" ", yc_schema_problem_get_instance_location (problem),
                                         yc_schema_problem_get_keyword_location (problem), NULL));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **) words->pdata);
}

/* A report brought up to date says what one says that is begun anew. */
static void
change (YcSchema *schema,
        JsonNode *instance,
        JsonNode *value)
{
  g_autoptr (JsonNode) document = yc_json_copy (instance);
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (document));
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchemaReport) anew = yc_schema_report_new (0);
  g_autofree char *pointer = yc_json_pointer_append ("", names->data);

  yc_schema_validate (schema, document, report);
  yc_json_pointer_set (document, pointer, yc_json_copy (value));
  yc_schema_update_report (schema, document, pointer, report, NULL);
  yc_schema_validate (schema, document, anew);
  if (!is_limited (report) && !is_limited (anew))
    {
      g_autofree char *updated = write_problems (report);
      g_autofree char *expected = write_problems (anew);

      g_assert_cmpstr (updated, ==, expected);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  JsonNode *parts[3];
  gint64 begun = yc_fuzz_begin ();

  yc_fuzz_split (data, size, 3, parts);
  if (parts[0] != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcSchema) schema = yc_schema_compile (parts[0], NULL, NULL, &error);

      g_assert_true ((schema == NULL) == (error != NULL));
      if (schema != NULL)
        validate (schema, parts[1]);
      if (schema != NULL && parts[2] != NULL && yc_json_node_get_object (parts[1]) != NULL &&
          json_object_get_size (json_node_get_object (parts[1])) > 0)
        change (schema, parts[1], parts[2]);
      for (guint i = 0; schema != NULL && parts[1] != NULL && parts[2] != NULL && i < 2; i++)
        update (schema, parts[1], parts[2], (guint) size, i == 1);
    }
  yc_fuzz_clear (3, parts);
  yc_fuzz_end (begun);
  return 0;
}
