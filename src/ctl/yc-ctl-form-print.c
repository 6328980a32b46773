/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form print: a filled form as a PDF on A4. The desk runs this for its clerks, because text
 * may be drawn by one thread of a process only; what is filled in comes by the standard input then,
 * since anybody may read a process's arguments. */
#include "yc-ctl-form-private.h"
#include "yc-ctl-places.h"
#include "yc-ctl-sheet.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "yc-catalog-words.h"
#include "yc-day.h"
#include "yc-form-sheet.h"
#include "yc-form-words.h"
#include "yc-json.h"

typedef struct
{
  char     *catalog;
  char     *output;
  gboolean  practice;
  gboolean  masked;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->catalog);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_file (JsonObject  *request,
          const char  *name,
          const char  *path,
          GError     **error)
{
  g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (path, error);

  if (file != NULL)
    json_object_set_member (request, name, json_node_ref (file->root));
  return file != NULL;
}

/* The words beside the schema: the sheet speaks the language of the one who prints. */
static gboolean
add_words (JsonObject  *request,
           const char  *schema,
           GError     **error)
{
  g_auto (GStrv) paths = yc_catalog_words_list_files (schema);
  JsonObject *words = json_object_new ();

  json_object_set_object_member (request, "words", words);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *language = yc_catalog_words_dup_language (paths[i]);

      if (!add_file (words, language, paths[i], error))
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
read_files (int      argc,
            char   **argv,
            GError **error)
{
  static const char *const names[] = { "schema", "layout", "data" };
  g_autoptr (JsonObject) request = json_object_new ();

  for (int i = 1; i < argc; i++)
    if (!add_file (request, names[i - 1], argv[i], error))
      return NULL;
  if (argc > 1 && !add_words (request, argv[1], error))
    return NULL;
  return yc_json_object_node (g_steal_pointer (&request));
}

/* A request that names its places itself keeps them. */
static gboolean
add_places (JsonObject  *request,
            const char  *catalog,
            GError     **error)
{
  JsonObject *places;

  if (catalog == NULL || request == NULL || yc_json_get_object (request, "places") != NULL)
    return TRUE;
  places = yc_ctl_places_read (catalog, error);
  if (places != NULL)
    json_object_set_object_member (request, "places", places);
  return places != NULL;
}

static YcForm *
open_form (JsonObject  *request,
           GError     **error)
{
  JsonNode *schema = yc_json_get_member (request, "schema");
  JsonNode *data = yc_json_get_member (request, "data");
  g_autoptr (YcForm) form = NULL;

  if (schema == NULL)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, _("There is no schema"));
      return NULL;
    }
  form = yc_form_new_from_document (request, error);
  if (form == NULL || (data != NULL && !yc_form_set_data (form, data, error)))
    return NULL;
  return g_steal_pointer (&form);
}

/* {schema, layout, data, title, item, applicant, agent, places, printed_at, sample, masked} */
static GBytes *
compose (JsonNode       *node,
         const Options  *options,
         GError        **error)
{
  JsonObject *request = yc_json_node_get_object (node);
  g_autoptr (YcForm) form = open_form (request, error);
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) said =
      g_date_time_new_from_iso8601 (yc_json_get_string (request, "printed_at", ""), NULL);
  const YcFormSheetMarks marks = {
    .title = yc_json_get_string (request, "title", NULL),
    .item = yc_json_get_string (request, "item", NULL),
    .applicant = yc_json_get_object (request, "applicant"),
    .agent = yc_json_get_object (request, "agent"),
    .places = yc_json_get_object (request, "places"),
    .printed_at = said != NULL ? said : now,
    .sample = options->practice || yc_json_get_boolean (request, "sample", FALSE),
    .masked = options->masked || yc_json_get_boolean (request, "masked", FALSE),
  };

  return form != NULL ? yc_form_sheet_compose (form, &marks, error) : NULL;
}

static YcCtlStatus
print_form (int             argc,
            char          **argv,
            const Options  *options)
{
  g_autoptr (GError) error = NULL;
  gboolean from_input = argc == 2 && g_str_equal (argv[1], "-");
  g_autoptr (JsonNode) request =
      from_input ? yc_ctl_read_request (&error) : read_files (argc, argv, &error);
  gboolean ready = request != NULL && add_places (yc_json_node_get_object (request),
                                                  options->catalog, &error);
  g_autoptr (GBytes) pdf = ready ? compose (request, options, &error) : NULL;

  if (pdf != NULL && yc_ctl_write_pdf (pdf, options->output, &error))
    return YC_CTL_GOOD;
  return yc_ctl_complain (g_steal_pointer (&error));
}

YcCtlStatus
yc_ctl_form_print (int    argc,
                   char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &options.catalog,
      N_("The catalog that knows the places’ names; without it their codes are printed"),
      N_("FOLDER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { "practice", 0, 0, G_OPTION_ARG_NONE, &options.practice,
      N_("Mark every page as practice"), NULL },
    { "masked", 0, 0, G_OPTION_ARG_NONE, &options.masked,
      N_("Hide ID numbers and mobile numbers but for a few digits"), NULL },
    { NULL },
  };

  if (!yc_ctl_form_parse ("print", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc >= 2 && argc <= 4 && (options.output != NULL || !isatty (STDOUT_FILENO)))
    return print_form (argc, argv, &options);
  g_printerr ("%s: %s\n", g_get_prgname (),
              argc >= 2 && argc <= 4 ? _("a PDF is not written to a terminal; name a file with -o")
                                     : _("needs a schema, or “-”"));
  return YC_CTL_TROUBLE;
}
