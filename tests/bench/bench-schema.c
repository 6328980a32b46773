/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Validation alone, without parsing: documents of 30 fields a second on one core, stopping at the
 * first error, and with a whole report; and what one change costs in a form of 1,000 fields.
 * Prints one JSON line. With --write FOLDER it writes what it measures, for a peer to do the same.
 */
#include <stdlib.h>
#include <time.h>

#include "yc-json.h"
#include "yc-schema.h"

#define N_FIELDS 30
#define N_DOCUMENTS 500
#define N_LONG 1000
#define N_CHANGES 5000
#define N_PARTS 20
#define PART_SECONDS 0.05

static const char *const KINDS[] = {
  "\"type\":\"string\",\"minLength\":1,\"maxLength\":40,\"pattern\":\"^[A-Z][a-z]+$\"",
  "\"type\":\"integer\",\"minimum\":0,\"maximum\":1000",
  "\"type\":\"string\",\"enum\":[\"one\",\"two\",\"three\",\"four\"]",
  "\"type\":\"string\",\"format\":\"date\"",
};

/* What is asked for at a counter: the formats of our own, choices in Chinese, amounts. */
static const struct
{
  const char *schema;
  const char *value;
} COUNTER[] = {
  { "\"type\":\"string\",\"minLength\":1,\"maxLength\":30", "\"周明德\"" },
  { "\"type\":\"string\",\"format\":\"id-number\"", "\"990101196803124516\"" },
  { "\"type\":\"string\",\"pattern\":\"^1[3-9]\\\\d{9}$\"", "\"13800138000\"" },
  { "\"type\":\"string\",\"format\":\"date\"", "\"1968-03-12\"" },
  { "\"enum\":[\"配偶\",\"子女\",\"父母\",\"其他\"]", "\"父母\"" },
  { "\"type\":\"string\",\"format\":\"place-code\"", "\"440106011002\"" },
  { "\"type\":\"integer\",\"format\":\"money\",\"minimum\":0", "125000" },
  { "\"type\":\"string\",\"maxLength\":200", "\"情况属实。\"" },
  { "\"const\":true", "true" },
  { "\"type\":\"string\",\"format\":\"uscc\"", "\"91350100M000100Y43\"" },
  { "\"oneOf\":[{\"const\":\"own\",\"title\":\"自有\"},{\"const\":\"rent\",\"title\":\"租赁\"},"
    "{\"const\":\"lend\",\"title\":\"借用\"},{\"const\":\"other\",\"title\":\"其他\"}]", "\"lend\"" },
  { "\"enum\":[\"male\",\"female\",null]", "null" },
  { "\"type\":\"string\",\"pattern\":\"^[\\\\p{Script=Han}·]{2,20}$\"", "\"周明德\"" },
  { "\"type\":[\"integer\",\"null\"],\"minimum\":0", "3" },
  { "\"type\":\"number\",\"exclusiveMinimum\":0,\"multipleOf\":0.01", "88.5" },
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

static char *
write_schema (guint n_fields)
{
  GString *text = g_string_new ("{\"type\":\"object\",\"properties\":{");

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s\"field_%u\":{%s}", i == 0 ? "" : ",", i,
                            KINDS[i % G_N_ELEMENTS (KINDS)]);
  g_string_append (text, "},\"additionalProperties\":false,\"required\":[");
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s\"field_%u\"", i == 0 ? "" : ",", i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/* The @index-th document; the value of field @wrong is not valid, if there is such a field. */
static char *
write_document (guint n_fields,
                guint index,
                guint wrong)
{
  static const char *const choices[] = { "one", "two", "three", "four" };
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_printf (text, "%s\"field_%u\":", i == 0 ? "" : ",", i);
      if (i == wrong)
        g_string_append (text, "\"#\"");
      else if (i % 4 == 0)
        g_string_append_printf (text, "\"Name%c%c\"", 'a' + index % 26, 'a' + i % 26);
      else if (i % 4 == 1)
        g_string_append_printf (text, "%u", (index * 31 + i) % 1000);
      else if (i % 4 == 2)
        g_string_append_printf (text, "\"%s\"", choices[(index + i / 4) % 4]);
      else
        g_string_append_printf (text, "\"20%02u-%02u-%02u\"", index % 90 + 10, i % 12 + 1,
                                index % 28 + 1);
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static JsonNode *
create_counter (gboolean schema)
{
  g_autoptr (GString) text = g_string_new (schema ? "{\"properties\":{" : "{");

  for (guint i = 0; i < N_FIELDS; i++)
    {
      guint kind = i % G_N_ELEMENTS (COUNTER);

      g_string_append_printf (text, schema ? "%s\"field_%u\":{%s}" : "%s\"field_%u\":%s",
                              i == 0 ? "" : ",", i,
                              schema ? COUNTER[kind].schema : COUNTER[kind].value);
    }
  g_string_append (text, schema ? "}}" : "}");
  return parse (text->str);
}

static GPtrArray *
create_documents (gboolean wrong)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autofree char *text = write_document (N_FIELDS, i, wrong ? i % N_FIELDS : G_MAXUINT);
      g_ptr_array_add (documents, parse (text));
    }
  return documents;
}

/* Of this thread, so that what else the machine does is not counted. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
measure_part (YcSchema  *schema,
              GPtrArray *documents,
              gboolean   valid,
              gboolean   reports)
{
  double begin = get_time (), time = 0;
  guint64 n = 0;

  for (; time < PART_SECONDS; time = get_time () - begin)
    {
      for (guint i = 0; i < documents->len; i++)
        {
          g_autoptr (YcSchemaReport) report = reports ? yc_schema_report_new (0) : NULL;
          g_assert_cmpint (yc_schema_validate (schema, g_ptr_array_index (documents, i), report), ==,
                           valid);
        }
      n += documents->len;
    }
  return (double) n / time;
}

/* Documents a second, in the best of some parts: in the others the processor and its memory were
 * shared with something else. */
static double
measure (YcSchema  *schema,
         GPtrArray *documents,
         gboolean   valid,
         gboolean   reports)
{
  double best = 0;

  for (guint i = 0; i < N_PARTS; i++)
    best = MAX (best, measure_part (schema, documents, valid, reports));
  return best;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure_counter (void)
{
  g_autoptr (JsonNode) node = create_counter (TRUE);
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    g_ptr_array_add (documents, create_counter (FALSE));
  return measure (schema, documents, TRUE, FALSE);
}

typedef struct
{
  double compile_ms;
  double whole_us;        /* validation of everything */
  double update_p50_us;
  double update_p99_us;
} Long;

/* One field after the other of a form of 1,000 is typed into, the others being empty: the longest
 * report that there can be. */
static Long
measure_long_form (void)
{
  g_autofree char *text = write_schema (N_LONG);
  g_autofree char *full = write_document (N_LONG, 7, 1);
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (JsonNode) values = parse (full);
  g_autoptr (JsonNode) document = parse ("{}");
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  g_autoptr (YcSchema) schema = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double begin = get_time ();
  Long result;

  schema = yc_schema_compile (node, NULL, NULL, NULL);
  result.compile_ms = (get_time () - begin) * 1e3;
  begin = get_time ();
  yc_schema_validate (schema, document, report);
  result.whole_us = (get_time () - begin) * 1e6;
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/field_%u", (i * 7) % N_LONG);
      gboolean put = i % 2 == 0;
      double time;

      yc_json_pointer_set (document, pointer,
                           put ? yc_json_copy (yc_json_pointer_get (values, pointer)) : NULL);
      begin = get_time ();
      yc_schema_update_report (schema, document, pointer, report, NULL);
      time = (get_time () - begin) * 1e6;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  result.update_p50_us = g_array_index (times, double, times->len / 2);
  result.update_p99_us = g_array_index (times, double, times->len * 99 / 100);
  return result;
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The schema, and the documents line by line. */
static void
write_work (const char *folder)
{
  g_autofree char *schema = write_schema (N_FIELDS);

  write_file (folder, "schema.json", schema);
  for (guint wrong = 0; wrong < 2; wrong++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint i = 0; i < N_DOCUMENTS; i++)
        {
          g_autofree char *text = write_document (N_FIELDS, i, wrong ? i % N_FIELDS : G_MAXUINT);
          g_string_append_printf (lines, "%s\n", text);
        }
      write_file (folder, wrong ? "wrong.jsonl" : "valid.jsonl", lines->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = write_schema (N_FIELDS);
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (YcSchema) schema = yc_schema_compile (node, NULL, NULL, NULL);
  g_autoptr (GPtrArray) valid = create_documents (FALSE);
  g_autoptr (GPtrArray) wrong = create_documents (TRUE);
  Long form;

  if (argc == 3 && g_str_equal (argv[1], "--write"))
    {
      write_work (argv[2]);
      return EXIT_SUCCESS;
    }
  form = measure_long_form ();
  g_print ("{\"bench\":\"schema\",\"fields\":%d,\"budget_per_s\":250000,\"valid_per_s\":%.0f,"
           "\"wrong_per_s\":%.0f,\"counter_per_s\":%.0f,\"valid_reported_per_s\":%.0f,"
           "\"wrong_reported_per_s\":%.0f,\"form_fields\":%d,\"form_compile_ms\":%.2f,"
           "\"form_whole_us\":%.0f,\"form_update_p50_us\":%.1f,\"form_update_p99_us\":%.1f}\n",
           N_FIELDS, measure (schema, valid, TRUE, FALSE), measure (schema, wrong, FALSE, FALSE),
           measure_counter (), measure (schema, valid, TRUE, TRUE),
           measure (schema, wrong, FALSE, TRUE), N_LONG, form.compile_ms, form.whole_us,
           form.update_p50_us, form.update_p99_us);
  return EXIT_SUCCESS;
}
