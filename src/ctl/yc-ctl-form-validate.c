/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form validate: what is valid by a JSON Schema and what is not. */
#include "yc-ctl-form-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "yc-json.h"
#include "yc-schema-suite.h"
#include "yc-schema.h"

typedef struct
{
  char     *suite;
  char     *output;
  char    **with;
  gboolean  optional;
} Options;

typedef struct
{
  guint n_passed;
  guint n_failed;
} Counts;

static void
options_clear (Options *options)
{
  g_free (options->suite);
  g_free (options->output);
  g_strfreev (options->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Suites */

static void
count_case (const YcSchemaSuiteCase *result,
            gpointer                 user_data)
{
  Counts *counts = user_data;

  if (result->passed)
    {
      counts->n_passed++;
      return;
    }
  counts->n_failed++;
  g_print ("%s | %s | %s%s%s\n", result->file, result->group, result->name,
           result->trouble == NULL ? "" : ": ", result->trouble == NULL ? "" : result->trouble);
}

static YcCtlStatus
run_suite (const char *folder,
           gboolean    optional)
{
  g_autoptr (GError) error = NULL;
  Counts counts = { 0 };

  if (!yc_schema_suite_run (folder, optional, count_case, &counts, &error))
    return yc_ctl_complain (g_steal_pointer (&error));
  /* Not translated: other programs read it. */
  g_print ("%u passed, %u failed\n", counts.n_passed, counts.n_failed);
  return counts.n_failed == 0 ? YC_CTL_GOOD : YC_CTL_BAD;
}

/* Files */

static char *
get_uri (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_get_uri (file);
}

/* What schemas may refer to: nothing is found by itself, and nothing is fetched. */
static YcSchemaRegistry *
create_registry (char   **paths,
                 GError **error)
{
  g_autoptr (YcSchemaRegistry) registry = yc_schema_registry_new ();

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (paths[i], error);
      g_autofree char *uri = get_uri (paths[i]);

      if (file == NULL || !yc_schema_registry_add (registry, uri, file->root, error))
        return NULL;
    }
  return g_steal_pointer (&registry);
}

/* The compiler says where in the schema by a URI with a JSON Pointer: people want line and column.
 */
static void
set_place (const YcCtlFormFile  *file,
           const char           *uri,
           GError              **error)
{
  const char *message = (*error)->message;
  gsize length = strlen (uri);
  g_autofree char *pointer = NULL;
  g_autofree char *place = NULL;
  g_autofree char *placed = NULL;

  if (strncmp (message, uri, length) != 0 || message[length] != '#')
    {
      g_prefix_error (error, "%s: ", file->path);
      return;
    }
  message += length + 1;
  pointer = g_strndup (message, strcspn (message, " :"));
  place = yc_ctl_form_file_place (file, pointer);
  placed = g_strdup_printf ("%s: %s%s", place, *pointer == '\0' ? "/" : "", message);
  g_clear_pointer (&(*error)->message, g_free);
  (*error)->message = g_steal_pointer (&placed);
}

static YcSchema *
compile (const YcCtlFormFile  *file,
         char                **with,
         GError              **error)
{
  g_autoptr (YcSchemaRegistry) registry = create_registry (with, error);
  g_autofree char *uri = get_uri (file->path);
  YcSchema *schema;

  if (registry == NULL)
    return NULL;
  schema = yc_schema_compile (file->root, uri, registry, error);
  if (schema == NULL)
    set_place (file, uri, error);
  return schema;
}

static void
print_problems (const YcCtlFormFile  *file,
                const YcSchemaReport *report)
{
  guint n = yc_schema_report_get_n_problems (report);

  for (guint i = 0; i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      const char *pointer = yc_schema_problem_get_instance_location (problem);
      g_autofree char *place = yc_ctl_form_file_place (file, pointer);
      g_autofree char *title = yc_schema_problem_dup_title (problem);
      g_autofree char *message = yc_schema_problem_get_message (problem, title);

      g_print ("%s: %s: %s (%s)\n", place, *pointer == '\0' ? "/" : pointer, message,
               yc_schema_problem_get_keyword_location (problem));
    }
  g_print (ngettext ("%s: not valid, %u problem\n", "%s: not valid, %u problems\n", n),
           file->path, n);
}

static void
print_basic (const YcSchemaReport *report)
{
  g_autoptr (JsonNode) output = yc_schema_report_to_json (report);
  g_autofree char *text = yc_json_write (output);

  g_print ("%s\n", text);
}

static YcCtlStatus
validate_file (YcSchema   *schema,
               const char *path,
               gboolean    basic)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (path, &error);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
  gboolean valid;

  if (file == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  valid = yc_schema_validate (schema, file->root, report);
  if (basic)
    print_basic (report);
  else if (valid)
    g_print (_("%s: valid\n"), path);
  else
    print_problems (file, report);
  return valid ? YC_CTL_GOOD : YC_CTL_BAD;
}

static YcCtlStatus
validate_files (int             argc,
                char          **argv,
                const Options  *options)
{
  gboolean basic = g_strcmp0 (options->output, "basic") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (argv[1], &error);
  g_autoptr (YcSchema) schema = file == NULL ? NULL : compile (file, options->with, &error);
  YcCtlStatus status = YC_CTL_GOOD;

  if (schema == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  for (int i = 2; i < argc; i++)
    {
      YcCtlStatus one = validate_file (schema, argv[i], basic);
      status = MAX (status, one);
    }
  return status;
}

static gboolean
is_output (const char *output)
{
  return output == NULL || g_str_equal (output, "basic") || g_str_equal (output, "words");
}

YcCtlStatus
yc_ctl_form_validate (int    argc,
                      char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "suite", 's', 0, G_OPTION_ARG_FILENAME, &options.suite,
      N_("Run the cases in this folder, which is in the format of the official suite"),
      N_("FOLDER") },
    { "optional", 0, 0, G_OPTION_ARG_NONE, &options.optional,
      N_("Run the suite’s optional cases too"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_STRING, &options.output,
      N_("“words” for people, or “basic” for the standard’s output, a line per file"),
      N_("FORM") },
    { "with", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.with,
      N_("A file that the schema may refer to, by its $id or its place"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_form_parse ("validate", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (options.suite != NULL && argc == 1)
    return run_suite (options.suite, options.optional);
  if (options.suite != NULL || argc < 3 || !is_output (options.output))
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  _("needs a schema and files, or --suite and a folder"));
      return YC_CTL_TROUBLE;
    }
  return validate_files (argc, argv, &options);
}
