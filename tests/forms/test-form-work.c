/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one change costs in a form of 1,000 fields: only what it can touch is looked at and told of.
 * Counts, not times: those are the benchmarks' business.
 */
#include "yc-form-private.h"
#include "yc-json.h"
#include "yc-long-form.h"

#define N_FIELDS 1000

/* Of a change, whatever the size of the form. */
#define MOST_STEPS 40

static JsonNode *
parse (char *text)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (owned, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static YcForm *
open_form (void)
{
  g_autoptr (JsonNode) schema = parse (yc_long_form_create_schema (N_FIELDS));
  g_autoptr (JsonNode) layout = parse (yc_long_form_create_layout (N_FIELDS));
  g_autoptr (GError) error = NULL;
  YcForm *form = yc_form_new (schema, layout, &error);

  g_assert_no_error (error);
  return form;
}

/* Every field filled, so that a validation of all of it has all to do. */
static void
fill (YcForm *form)
{
  static const char *const texts[] = { "Name", "12", "two", "2026-11-21" };

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      g_assert_true (yc_form_set_text (form, pointer, texts[i % 4], NULL));
    }
  g_assert_true (yc_form_get_is_valid (form));
}

static void
notified_cb (YcFormField *field,
             GParamSpec  *pspec,
             GHashTable  *notified)
{
  g_hash_table_add (notified, field);
}

/* Watches all fields; returns the set of those that say that something about them is different. */
static GHashTable *
watch (YcForm *form)
{
  GHashTable *notified = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);

      g_signal_connect (yc_form_find_field (form, pointer), "notify", G_CALLBACK (notified_cb),
                        notified);
    }
  return notified;
}

static void
assert_small_change (YcForm     *form,
                     GHashTable *notified,
                     const char *pointer,
                     const char *text)
{
  g_hash_table_remove_all (notified);
  g_assert_true (yc_form_set_text (form, pointer, text, NULL));
  g_assert_cmpuint (yc_schema_report_get_n_steps (form->report), >, 0);
  g_assert_cmpuint (yc_schema_report_get_n_steps (form->report), <=, MOST_STEPS);
  g_assert_cmpuint (g_hash_table_size (notified), ==, 1);
  g_assert_true (g_hash_table_contains (notified, yc_form_find_field (form, pointer)));
}

static void
test_change (gconstpointer filled)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (GHashTable) notified = watch (form);

  if (filled != NULL)
    fill (form);
  assert_small_change (form, notified, "/f4", "N");
  assert_small_change (form, notified, "/f4", "");
  assert_small_change (form, notified, "/f4", "Nn");
  assert_small_change (form, notified, "/f997", "5");
  assert_small_change (form, notified, "/f997", "5000");
  assert_small_change (form, notified, "/f500", "Some");
}

/* The same counter shows what looking at everything costs: it would notice. */
static void
test_whole (void)
{
  g_autoptr (YcForm) form = open_form ();
  g_autoptr (GListModel) problems = NULL;
  g_autoptr (JsonNode) data = NULL;

  fill (form);
  data = yc_form_get_data (form);
  g_assert_true (yc_form_set_data (form, data, NULL));
  g_assert_cmpuint (yc_schema_report_get_n_steps (form->report), >=, N_FIELDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/forms/work/change/empty", NULL, test_change);
  g_test_add_data_func ("/forms/work/change/filled", "filled", test_change);
  g_test_add_func ("/forms/work/whole", test_whole);
  return g_test_run ();
}
