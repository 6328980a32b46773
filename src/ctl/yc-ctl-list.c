/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl list: for those who write question lists. */
#include "yc-ctl-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-json.h"
#include "yc-list-drawing.h"
#include "yc-question-overlay.h"

static const YcCtlCommand commands[2];

/* The folder of a catalog that the file lies in: lists/ID.json or overlays/ID.json. */
static char *
dup_catalog_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *catalog = g_path_get_dirname (folder);
  g_autofree char *manifest = g_build_filename (catalog, "catalog.json", NULL);

  return g_file_test (manifest, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&catalog) : NULL;
}

static YcCatalogFolder *
read_catalog (const char  *given,
              const char  *path,
              GError     **error)
{
  g_autofree char *found = given == NULL ? dup_catalog_path (path) : NULL;
  g_autoptr (GFile) file = NULL;

  if (given == NULL && found == NULL)
    return NULL;
  file = g_file_new_for_path (given != NULL ? given : found);
  return yc_catalog_folder_read (file, error);
}

static JsonObject *
get_body (YcCatalogDocument *document)
{
  return yc_json_node_get_object (yc_catalog_document_get_body (document));
}

static JsonObject *
find_overlay_cb (const char *id,
                 gpointer    user_data)
{
  YcCatalogDocument *document = yc_catalog_folder_find (user_data, "overlay", id);

  return document != NULL ? get_body (document) : NULL;
}

/* What the overlays around the place make of the list; the file itself is applied behind them, whether it is
 * the catalog's or a draft. */
static JsonObject *
apply_around (YcCatalogFolder  *folder,
              const char       *list,
              const char       *place,
              JsonObject       *json,
              GError          **error)
{
  g_autoptr (GPtrArray) overlays = yc_question_overlay_find_all (list, place, find_overlay_cb,
                                                                 folder);
  g_autofree char *own = g_strconcat (list, "@", place, NULL);

  if (find_overlay_cb (own, folder) != NULL)
    g_ptr_array_remove_index (overlays, overlays->len - 1);
  return yc_question_overlay_apply_all (overlays, json, error);
}

/* The list's title and the place whose overlay was laid over it, so that two drawings are not mistaken. */
static void
name_place (JsonObject      *list,
            YcCatalogFolder *folder,
            const char      *place)
{
  YcCatalogDocument *document = yc_catalog_folder_find (folder, "place", place);
  g_autofree char *title = NULL;

  if (document == NULL)
    return;
  /* Translators: the title of a question list, and the place that has changed it */
  title = g_strdup_printf (_("%s · %s"), yc_json_get_string (list, "title", ""),
                           yc_json_get_string (get_body (document), "name", place));
  json_object_set_string_member (list, "title", title);
}

/* An overlay is drawn as the list that it makes. */
static JsonObject *
apply_overlay (JsonObject       *overlay,
               YcCatalogFolder  *folder,
               GError          **error)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) around = NULL;
  JsonObject *result = NULL;
  YcCatalogDocument *list = NULL;
  const char *place;

  if (!yc_question_overlay_check (overlay, error))
    return NULL;
  place = yc_question_overlay_split_id (yc_json_get_string (overlay, "id", ""), &id);
  if (folder != NULL)
    list = yc_catalog_folder_find (folder, "list", id);
  if (list == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no question list “%s”"), id);
      return NULL;
    }
  around = apply_around (folder, id, place, get_body (list), error);
  if (around != NULL)
    result = yc_question_overlay_apply (overlay, around, error);
  if (result != NULL)
    name_place (result, folder, place);
  return result;
}

static YcQuestionList *
make_list (JsonNode         *root,
           YcCatalogFolder  *folder,
           GError          **error)
{
  JsonObject *object = yc_json_node_get_object (root);
  g_autoptr (JsonObject) json = NULL;

  if (object == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("the file holds no JSON object"));
      return NULL;
    }
  if (strchr (yc_json_get_string (object, "id", ""), '@') != NULL)
    json = apply_overlay (object, folder, error);
  else
    json = json_object_ref (object);
  return json != NULL ? yc_question_list_new_from_json (json, error) : NULL;
}

static void
add_facts (GHashTable *facts,
           JsonObject *list)
{
  JsonArray *questions = yc_json_get_array (list, "questions");

  for (guint i = 0; questions != NULL && i < json_array_get_length (questions); i++)
    {
      JsonObject *question = yc_json_node_get_object (json_array_get_element (questions, i));
      const char *fact = yc_json_get_string (question, "fact", NULL);

      if (fact != NULL)
        g_hash_table_insert (facts, g_strdup (fact), json_object_ref (question));
    }
}

/* What the other lists ask, and what places are called. */
static void
fill_world (YcListWorld     *world,
            YcCatalogFolder *folder)
{
  for (guint i = 0; folder != NULL && i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);
      const char *kind = yc_catalog_document_get_kind (document);

      if (g_str_equal (kind, "list"))
        add_facts (world->facts, get_body (document));
      else if (g_str_equal (kind, "place"))
        g_hash_table_insert (world->names, g_strdup (yc_catalog_document_get_id (document)),
                             g_strdup (yc_json_get_string (get_body (document), "name", "")));
    }
}

static YcCtlStatus
write_svg (const char *svg,
           const char *output)
{
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    g_print ("%s", svg);
  else if (!g_file_set_contents (output, svg, -1, &error))
    return yc_ctl_complain (g_steal_pointer (&error));
  return YC_CTL_GOOD;
}

/* Errors of the core begin with the pointer of the member that is wrong. */
static YcCtlStatus
tell_mistake (const YcCtlFormFile *file,
              const char          *pointer,
              const char          *message)
{
  g_autofree char *place = yc_ctl_form_file_place (file, pointer);

  g_printerr ("%s: %s\n", place, message);
  return YC_CTL_BAD;
}

static YcCtlStatus
tell_error (const YcCtlFormFile *file,
            const GError        *error)
{
  const char *colon = *error->message == '/' ? strstr (error->message, ": ") : NULL;
  g_autofree char *pointer = g_strndup (error->message,
                                        colon != NULL ? (gsize) (colon - error->message) : 0);

  return tell_mistake (file, pointer, colon != NULL ? colon + strlen (": ") : error->message);
}

static YcCtlStatus
draw (const YcCtlFormFile *file,
      YcCatalogFolder     *folder,
      const char          *output)
{
  g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) json_object_unref);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  YcListWorld world = { .facts = facts, .names = names };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcQuestionList) list = make_list (file->root, folder, &error);
  g_autoptr (YcListGraph) graph = NULL;
  g_autoptr (YcListDrawing) drawing = NULL;
  g_autofree char *svg = NULL;
  const char *pointer;

  if (list == NULL)
    return tell_error (file, error);
  fill_world (&world, folder);
  graph = yc_list_graph_new (list, &world);
  if (yc_list_graph_get_trouble (graph, &pointer) != NULL)
    return tell_mistake (file, pointer, yc_list_graph_get_trouble (graph, &pointer));
  drawing = yc_list_drawing_new (list, graph, folder, &error);
  if (drawing == NULL)
    return tell_error (file, error);
  svg = yc_list_drawing_write (drawing);
  return write_svg (svg, output);
}

static YcCtlStatus
run_draw (int    argc,
          char **argv)
{
  g_autofree char *catalog = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Where to write the drawing; the standard output without it"), N_("FILE") },
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &catalog,
      N_("The catalog that knows the items’ names; the one that the list lies in without it"),
      N_("FOLDER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlFormFile) file = NULL;
  g_autoptr (YcCatalogFolder) folder = NULL;

  if (!yc_ctl_parse ("list", commands, entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs one question list or overlay"));
      return YC_CTL_TROUBLE;
    }
  file = yc_ctl_form_file_read (argv[1], &error);
  if (file != NULL)
    folder = read_catalog (catalog, argv[1], &error);
  if (error != NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  return draw (file, folder, output);
}

static const YcCtlCommand commands[2] = {
  { "draw", N_("FILE [-o FILE.svg]"),
    N_("draw all ways through a question list, or through what an overlay makes of it, as SVG"),
    run_draw },
};

const YcCtlGroup yc_ctl_list_group = {
  .name = "list",
  .summary = N_("look at question lists"),
  .commands = commands,
};
