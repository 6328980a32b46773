/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long forms on screen, as `yichuang --form-preview --benchmark` measures them: opened some times,
 * each time in a process of its own. Prints one JSON line with the median of each reading and its
 * budget: of a form of as many fields as the arguments say, to be opened within so many ms; or one
 * line for a long and one for a short form. What a busy machine does to them is told by its load,
 * and not in scroll_own_ms and the like.
 */
#include <gio/gio.h>
#include <stdlib.h>

#include "yc-json.h"
#include "yc-long-form.h"
#include "yc-test-folder.h"

#define N_RUNS 5

typedef struct
{
  const char *name;
  double      values[N_RUNS];
} Reading;

static void
save (const char *folder,
      const char *name,
      char       *text)
{
  g_autofree char *owned = text;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, owned, -1, &error))
    g_error ("%s", error->message);
}

static JsonNode *
measure (const char *folder)
{
  g_autofree char *schema = g_build_filename (folder, "schema.json", NULL);
  g_autofree char *layout = g_build_filename (folder, "layout.json", NULL);
  const char *argv[] = { YC_BENCH_YICHUANG, "--form-preview", "--benchmark", schema, layout, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  JsonNode *node = NULL;

  if (process == NULL ||
      !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error) ||
      (node = yc_json_parse (g_strstrip (output), -1, NULL, &error)) == NULL)
    g_error ("%s", error->message);
  return node;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_load (void)
{
  double load = 0;

  return getloadavg (&load, 1) == 1 ? load : 0;
}

static void
bench (guint  n_fields,
       double budget_open)
{
  Reading readings[] = {
    { "open_ms" },           { "window_ms" },         { "first_key_ms" },
    { "key_p50_ms" },        { "key_p99_ms" },        { "scroll_fps" },
    { "scroll_longest_ms" }, { "scroll_own_ms" },     { "pull_fps" },
    { "pull_longest_ms" },   { "pull_own_ms" },       { "page_down_fps" },
    { "page_down_longest_ms" }, { "page_down_own_ms" }, { "pss_mb" },
    { "pss_scrolled_mb" },   { "editors" },
  };
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  save (folder, "schema.json", yc_long_form_create_schema (n_fields));
  save (folder, "layout.json", yc_long_form_create_layout (n_fields));
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (JsonNode) node = measure (folder);

      for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
        readings[i].values[run] =
            yc_json_get_double (json_node_get_object (node), readings[i].name, -1);
    }
  g_print ("{\"bench\":\"form-view\",\"fields\":%u,\"runs\":%d", n_fields, N_RUNS);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      qsort (readings[i].values, N_RUNS, sizeof (double), compare);
      g_print (",\"%s\":%.2f", readings[i].name, readings[i].values[N_RUNS / 2]);
      if (i == 0)
        g_print (",\"open_best_ms\":%.2f,\"open_worst_ms\":%.2f", readings[i].values[0],
                 readings[i].values[N_RUNS - 1]);
    }
  g_print (",\"load\":%.1f,\"budget_open_ms\":%.0f,\"budget_key_p50_ms\":5,"
           "\"budget_key_p99_ms\":16,\"budget_fps\":30,\"budget_pss_mb\":120}\n",
           get_load (), budget_open);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3)
    {
      bench ((guint) atoi (argv[1]), atof (argv[2]));
      return EXIT_SUCCESS;
    }
  bench (1000, 100);
  bench (30, 30);
  return EXIT_SUCCESS;
}
