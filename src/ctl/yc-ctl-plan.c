/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl plan: a plan's sheets as a PDF, for the desk as for those who write lists. The desk
 * runs this for its clerks, because text may be drawn by one thread of a process only; what is
 * personal comes by the standard input then. */
#include "yc-ctl-group.h"
#include "yc-ctl-sheet.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-file-read.h"
#include "yc-json.h"
#include "yc-plan-sheet.h"
#include "yc-plan-summary.h"

typedef struct
{
  char     *catalog;
  char     *output;
  char    **sheets;
  gboolean  practice;
} Options;

static const YcCtlCommand commands[2];

static void
options_clear (Options *options)
{
  g_free (options->catalog);
  g_free (options->output);
  g_strfreev (options->sheets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static YcCatalog *
read_catalog (const char  *path,
              GError     **error)
{
  g_autoptr (GFile) file = path == NULL || g_str_equal (path, "demo")
                               ? yc_demo_get_catalog ()
                               : g_file_new_for_commandline_arg (path);
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, error);
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();

  for (guint i = 0; folder != NULL && i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      if (!yc_catalog_apply (catalog, yc_catalog_document_get_kind (document),
                             yc_catalog_document_get_id (document),
                             yc_catalog_document_get_body (document), error))
        return NULL;
    }
  return folder != NULL ? g_steal_pointer (&catalog) : NULL;
}

/* What a plan's file says, with the catalog's words. */
static JsonNode *
read_plan (const char  *path,
           const char  *catalog_path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (YcCatalog) catalog = read_catalog (catalog_path, error);
  g_autoptr (YcPlan) plan = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;
  JsonObject *request;
  gsize length;

  if (catalog != NULL)
    text = yc_file_read (file, YC_JSON_DEFAULT_BYTES, &length, error);
  if (text != NULL)
    json = yc_json_parse (text, (gssize) length, NULL, error);
  plan = json != NULL ? yc_plan_new (catalog) : NULL;
  if (plan == NULL || !yc_plan_load_json (plan, json, error))
    return NULL;
  request = json_object_new ();
  json_object_set_object_member (request, "plan", yc_plan_summarize (plan));
  return yc_json_object_node (request);
}

static void
apply_options (JsonObject    *request,
               const Options *options)
{
  JsonArray *sheets = json_array_new ();

  for (guint i = 0; options->sheets != NULL && options->sheets[i] != NULL; i++)
    json_array_add_string_element (sheets, options->sheets[i]);
  if (json_array_get_length (sheets) > 0)
    json_object_set_array_member (request, "sheets", json_array_ref (sheets));
  if (options->practice)
    json_object_set_boolean_member (request, "sample", TRUE);
  json_array_unref (sheets);
}

static GBytes *
compose (JsonNode       *node,
         const Options  *options,
         GError        **error)
{
  JsonObject *request = yc_json_node_get_object (node);

  if (request == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("What is to be printed is not an object"));
      return NULL;
    }
  apply_options (request, options);
  return yc_plan_sheet_compose (request, error);
}

static YcCtlStatus
print_plan (const char    *path,
            const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) request = g_str_equal (path, "-")
                                     ? yc_ctl_read_request (&error)
                                     : read_plan (path, options->catalog, &error);
  g_autoptr (GBytes) pdf = request != NULL ? compose (request, options, &error) : NULL;

  if (pdf != NULL && yc_ctl_write_pdf (pdf, options->output, &error))
    return YC_CTL_GOOD;
  return yc_ctl_complain (g_steal_pointer (&error));
}

static YcCtlStatus
run_print (int    argc,
           char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &options.catalog,
      N_("The catalog's folder; the sample catalog without it"), N_("FOLDER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sheets,
      N_("Only this sheet: items, materials, flow, record, notice or declaration; may be repeated"),
      N_("NAME") },
    { "practice", 0, 0, G_OPTION_ARG_NONE, &options.practice,
      N_("Mark every page as practice"), NULL },
    { NULL },
  };

  if (!yc_ctl_parse ("plan", &commands[0], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc == 2 && (options.output != NULL || !isatty (STDOUT_FILENO)))
    return print_plan (argv[1], &options);
  g_printerr ("%s: %s\n", g_get_prgname (),
              argc == 2 ? _("a PDF is not written to a terminal; name a file with -o")
                        : _("needs a plan, or “-”"));
  return YC_CTL_TROUBLE;
}

static const YcCtlCommand commands[] = {
  { "print", N_("PLAN | - [--catalog FOLDER] [--sheet NAME…]"),
    N_("write a plan's sheets as a PDF, from a plan's file or as one object from the standard input"),
    run_print },
  { NULL },
};

const YcCtlGroup yc_ctl_plan_group = {
  .name = "plan",
  .summary = N_("print plans: what a visit's answers lead to"),
  .commands = commands,
};
