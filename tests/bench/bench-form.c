/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form of 1,000 fields: opening it, and one change with everything that follows from it.
 * Besides, documents of 30 fields validated on one core. Prints one JSON line.
 */
#include <stdlib.h>

#include "yc-form.h"
#include "yc-json.h"
#include "yc-schema.h"

#define N_FIELDS 1000
#define N_OPENED 15
#define N_CHANGES 2000
#define N_SMALL 30
#define N_DOCUMENTS 200000

static void
add_field (GString *schema,
           guint    index)
{
  static const char *const kinds[] = {
    "\"type\":\"string\",\"minLength\":1,\"maxLength\":40,\"pattern\":\"^[A-Z][a-z]+$\"",
    "\"type\":\"integer\",\"minimum\":0,\"maximum\":1000",
    "\"type\":\"string\",\"enum\":[\"one\",\"two\",\"three\",\"four\"]",
    "\"type\":\"string\",\"format\":\"date\"",
  };

  g_string_append_printf (schema, "%s\"f%u\":{\"title\":\"Field %u\",%s}", index == 0 ? "" : ",",
                          index, index, kinds[index % G_N_ELEMENTS (kinds)]);
}

/* Fields of four kinds, required; the last one the sum of the first two numbers. */
static JsonNode *
create_schema (guint n_fields)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"object\",\"properties\":{");
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  for (guint i = 0; i < n_fields; i++)
    add_field (text, i);
  g_string_append (text, ",\"sum\":{\"type\":\"number\",\"x-calculate\":"
                         "{\"+\":[{\"var\":[\"f1\",0]},{\"var\":[\"f5\",0]}]}}},\"required\":[");
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s\"f%u\"", i == 0 ? "" : ",", i);
  g_string_append (text, "]}");
  node = yc_json_parse (text->str, (gssize) text->len, NULL, &error);
  g_assert_no_error (error);
  return node;
}

static void
fill (YcForm *form,
      guint   n_fields)
{
  static const char *const values[] = { "Name", "12", "two", "2026-11-21" };
  g_autoptr (JsonNode) data = yc_form_get_data (form);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/f%u", i);
      JsonNode *value = i % 4 == 1 ? json_node_init_int (json_node_alloc (), 12)
                                   : yc_json_string_node (values[i % 4]);

      yc_json_pointer_set (data, pointer, value);
    }
  g_assert_true (yc_form_set_data (form, data, NULL));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
get_percentile (GArray *times,
                double  share)
{
  g_array_sort (times, compare);
  return (double) g_array_index (times, gint64, (guint) (share * (times->len - 1))) / 1000;
}

static GArray *
open_forms (JsonNode *schema)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_OPENED; i++)
    {
      gint64 begin = g_get_monotonic_time (), time;
      g_autoptr (GError) error = NULL;
      g_autoptr (YcForm) form = yc_form_new (schema, NULL, &error);

      g_assert_no_error (error);
      time = g_get_monotonic_time () - begin;
      g_array_append_val (times, time);
    }
  return times;
}

/* Every change makes the sum, all rules and the whole schema run again. */
static GArray *
change_fields (YcForm *form)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i % 1000);
      gint64 begin = g_get_monotonic_time (), time;

      yc_form_set_text (form, i % 2 == 0 ? "/f1" : "/f5", text, NULL);
      time = g_get_monotonic_time () - begin;
      g_array_append_val (times, time);
    }
  return times;
}

static double
validate_documents (void)
{
  g_autoptr (JsonNode) node = create_schema (N_SMALL);
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);
  g_autoptr (YcForm) form = yc_form_new (node, NULL, NULL);
  g_autoptr (JsonNode) data = NULL;
  gint64 begin;

  fill (form, N_SMALL);
  data = yc_form_get_data (form);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_DOCUMENTS; i++)
    g_assert_true (yc_schema_validate (schema, data, NULL));
  return N_DOCUMENTS / ((double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonNode) schema = create_schema (N_FIELDS);
  g_autoptr (GArray) opened = open_forms (schema);
  g_autoptr (YcForm) form = yc_form_new (schema, NULL, NULL);
  g_autoptr (GArray) empty = change_fields (form);
  g_autoptr (GArray) filled = NULL;

  fill (form, N_FIELDS);
  filled = change_fields (form);
  g_print ("{\"bench\":\"form\",\"fields\":%d,\"open_ms\":%.2f,\"change_empty_p50_ms\":%.3f,"
           "\"change_filled_p50_ms\":%.3f,\"change_filled_p99_ms\":%.3f,"
           "\"budget_change_ms\":16,\"documents_of_30_per_s\":%.0f}\n",
           N_FIELDS, get_percentile (opened, 0.5), get_percentile (empty, 0.5),
           get_percentile (filled, 0.5), get_percentile (filled, 0.99), validate_documents ());
  return EXIT_SUCCESS;
}
