/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What computing costs: 1,000 fields of which 200 are computed, and a table whose rows compute. */
#include <stdlib.h>
#include <time.h>

#include "yc-form-calculation-private.h"
#include "yc-json.h"

#define N_FIELDS 800
#define N_CALCULATED 200
#define N_CHANGES 20000
#define N_ROWS 100

static JsonNode *
parse (GString *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text->str, (gssize) text->len, NULL, &error);

  g_assert_no_error (error);
  return node;
}

/* Each computed field looks at two others; the last is the sum of ten computed ones. */
static JsonNode *
create_wide (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"object\",\"properties\":{\"n\":{}");

  for (guint i = 0; i < N_FIELDS; i++)
    g_string_append_printf (text, ",\"f%u\":{\"type\":\"integer\"}", i);
  for (guint i = 0; i < N_CALCULATED - 1; i++)
    g_string_append_printf (text,
                            ",\"c%u\":{\"x-calculate\":{\"+\":[{\"var\":[\"f%u\",0]},"
                            "{\"*\":[{\"var\":[\"f%u\",0]},2]}]}}",
                            i, i, i + N_CALCULATED);
  g_string_append (text, ",\"all\":{\"x-calculate\":{\"+\":[0");
  for (guint i = 0; i < 10; i++)
    g_string_append_printf (text, ",{\"var\":[\"c%u\",0]}", i);
  g_string_append (text, "]}}}}");
  return parse (text);
}

static JsonNode *
create_rows (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"properties\":{\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"a\":{},\"b\":{},\"c\":{\"x-calculate\":{\"*\":[{\"var\":\"a\"},{\"var\":\"b\"}]}}}}},"
      "\"all\":{\"x-calculate\":{\"sum\":[{\"var\":\"rows\"},{\"var\":\"c\"}]}}}}");

  return parse (text);
}

/* In microseconds of the processor, so that what else runs does not count. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
calculated_cb (const char *pointer,
               JsonNode   *value,
               gpointer    user_data)
{
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* In microseconds. */
static double
get_percentile (GArray *times,
                double  share)
{
  g_array_sort (times, compare);
  return (double) g_array_index (times, gint64, (guint) (share * (times->len - 1)));
}

static GArray *
change (YcFormCalculations *calculations,
        JsonNode           *data,
        const char         *format,
        guint               n_places,
        double             *evaluations)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint64 before = yc_form_calculations_get_n_evaluations (calculations);

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i % n_places);
      g_autoptr (GString) pointer = g_string_new (format);
      gint64 begin, time;

      g_string_replace (pointer, "#", number, 0);
      yc_json_pointer_set (data, pointer->str, json_node_init_int (json_node_alloc (), i));
      begin = get_time ();
      yc_form_calculations_run (calculations, data, NULL, pointer->str, calculated_cb, NULL);
      time = get_time () - begin;
      g_array_append_val (times, time);
    }
  *evaluations =
      (double) (yc_form_calculations_get_n_evaluations (calculations) - before) / N_CHANGES;
  return times;
}

static void
bench (const char *name,
       JsonNode   *schema,
       JsonNode   *data,
       const char *format,
       guint       n_places)
{
  gint64 begin = get_time ();
  g_autoptr (YcFormCalculations) calculations = yc_form_calculations_new (schema, NULL);
  double open = (double) (get_time () - begin) / 1000, evaluations;
  g_autoptr (GArray) times = NULL;

  yc_form_calculations_run (calculations, data, NULL, NULL, calculated_cb, NULL);
  times = change (calculations, data, format, n_places, &evaluations);
  g_print (",\"%s_open_ms\":%.2f,\"%s_evaluations_per_change\":%.2f,"
           "\"%s_change_p50_us\":%.0f,\"%s_change_p99_us\":%.0f",
           name, open, name, evaluations, name, get_percentile (times, 0.5), name,
           get_percentile (times, 0.99));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonNode) wide = create_wide ();
  g_autoptr (JsonNode) rows = create_rows ();
  g_autoptr (JsonNode) fields = yc_json_object_node (json_object_new ());
  g_autoptr (GString) text = g_string_new ("{\"rows\":[{\"a\":1,\"b\":2}");
  g_autoptr (JsonNode) table = NULL;

  for (guint i = 1; i < N_ROWS; i++)
    g_string_append (text, ",{\"a\":1,\"b\":2}");
  g_string_append (text, "]}");
  table = parse (text);
  g_print ("{\"bench\":\"calculation\",\"fields\":%d,\"computed\":200,\"rows\":%d", N_FIELDS,
           N_ROWS);
  bench ("fields", wide, fields, "/f#", N_FIELDS);
  bench ("rows", rows, table, "/rows/#/a", N_ROWS);
  g_print (",\"budget_change_us\":5000}\n");
  return EXIT_SUCCESS;
}
