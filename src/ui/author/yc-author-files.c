/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that make up a form, watched while their author works on them. */
#include "yc-author-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-form-check.h"
#include "yc-catalog-words.h"
#include "yc-draft-source.h"
#include "yc-file-read.h"
#include "yc-form-words.h"
#include "yc-json.h"

/* Editors save in several steps. */
#define SETTLE_MS 150

struct _YcAuthorFiles
{
  GObject       parent_instance;
  GFile        *files[YC_AUTHOR_N_ROLES];       /* nullable but the schema */
  char         *texts[YC_AUTHOR_N_ROLES];       /* as read last; NULL if that failed */
  GFileMonitor *monitors[YC_AUTHOR_N_ROLES];
  GFileMonitor *folder;                         /* in which files with words come and go */
  gboolean      checks;
  gboolean      new_data;
  guint         settle_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcAuthorFiles, yc_author_files, G_TYPE_OBJECT)

/* Mistakes */

static char *
dup_name (YcAuthorFiles *self,
          YcAuthorRole   role)
{
  return g_file_get_basename (self->files[role]);
}

static void
add_line (const char *name,
          guint       line,
          const char *message,
          GPtrArray  *mistakes)
{
  if (line == 0)
    g_ptr_array_add (mistakes, g_strdup_printf ("%s: %s", name, message));
  else
    /* Translators: a mistake in a file: its name, the line, what is wrong there. */
    g_ptr_array_add (mistakes, g_strdup_printf (_ ("%s, line %u: %s"), name, line, message));
}

/* The line of the JSON Pointer that @message begins with; 0 if it does not. */
static guint
find_line (const char *text,
           const char *message)
{
  const char *end = strstr (message, ": ");
  g_autofree char *pointer = NULL;
  guint line = 0;

  if (text == NULL || end == NULL || *message != '/')
    return 0;
  pointer = g_strndup (message, (gsize) (end - message));
  if (!yc_json_locate (text, g_str_equal (pointer, "/") ? "" : pointer, &line, NULL))
    return 0;
  return line;
}

static void
add_error (YcAuthorFiles *self,
           YcAuthorRole   role,
           const GError  *error,
           GPtrArray     *mistakes)
{
  g_autofree char *name = dup_name (self, role);

  add_line (name, find_line (self->texts[role], error->message), error->message, mistakes);
}

/* Reading */

static JsonNode *
read_file (YcAuthorFiles *self,
           YcAuthorRole   role,
           GPtrArray     *mistakes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_steal_pointer (&self->texts[role]);
  JsonNode *node = NULL;
  gsize length = 0;

  if (self->files[role] == NULL)
    return NULL;
  self->texts[role] = yc_file_read (self->files[role], YC_JSON_DEFAULT_BYTES, &length, &error);
  if (self->texts[role] != NULL)
    node = yc_json_parse (self->texts[role], (gssize) length, NULL, &error);
  if (node == NULL)
    add_error (self, role, error, mistakes);
  if (role == YC_AUTHOR_DATA)
    self->new_data = node != NULL && g_strcmp0 (before, self->texts[role]) != 0;
  return node;
}

/* The words beside the schema; what is wrong with them hinders nobody. */
static JsonObject *
read_words (YcAuthorFiles     *self,
            YcCatalogDocument *document,
            GPtrArray         *mistakes)
{
  g_autofree char *schema = g_file_get_path (self->files[YC_AUTHOR_SCHEMA]);
  g_auto (GStrv) paths = schema == NULL ? g_new0 (char *, 1) : yc_catalog_words_list_files (schema);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (JsonNode) words = NULL;
      gsize length = 0;
      g_autofree char *text = yc_file_read (file, YC_JSON_DEFAULT_BYTES, &length, &error);

      if (text != NULL)
        words = yc_json_parse (text, (gssize) length, NULL, &error);
      if (words != NULL)
        yc_catalog_words_add (document, name, text, words);
      else
        add_line (name, 0, error->message, mistakes);
    }
  return yc_form_choose_words (
      yc_json_node_get_object (yc_catalog_document_get_body (document)), NULL);
}

/* Checking */

static void
add_part (YcAuthorFiles     *self,
          YcAuthorRole       role,
          JsonNode          *node,
          const char        *name,
          YcCatalogDocument *document)
{
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  g_autofree char *file = NULL;
  JsonObject *body = json_node_get_object (yc_catalog_document_get_body (document));

  if (node == NULL)
    return;
  file = dup_name (self, role);
  json_object_set_member (body, name, json_node_ref (node));
  yc_catalog_document_add_source (document, pointer, file, self->texts[role]);
}

/* What the check of the catalog finds in the form. */
static void
check_form (YcCatalogDocument *document,
            GPtrArray         *mistakes)
{
  g_autoptr (GPtrArray) problems = yc_catalog_check_form (document);

  for (guint i = 0; i < problems->len; i++)
    {
      const YcCatalogProblem *problem = g_ptr_array_index (problems, i);

      add_line (yc_catalog_problem_get_file (problem), yc_catalog_problem_get_line (problem),
                yc_catalog_problem_get_message (problem), mistakes);
    }
}

/* With a layout that cannot be used, the form is shown in the order of its schema. */
static YcForm *
create_form (YcAuthorFiles *self,
             JsonNode      *schema,
             JsonNode      *layout,
             GPtrArray     *mistakes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_of_schema = NULL;
  YcForm *form = yc_form_new (schema, layout, &error);

  if (form != NULL)
    return form;
  if (layout != NULL)
    form = yc_form_new (schema, NULL, &error_of_schema);
  if (form != NULL)
    add_error (self, YC_AUTHOR_LAYOUT, error, mistakes);
  else
    add_error (self, YC_AUTHOR_SCHEMA, error_of_schema != NULL ? error_of_schema : error,
               mistakes);
  return form;
}

/* Watching */

static gboolean
settled_cb (gpointer user_data)
{
  YcAuthorFiles *self = user_data;

  self->settle_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 YcAuthorFiles     *self)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
folder_changed_cb (GFileMonitor      *monitor,
                   GFile             *file,
                   GFile             *other,
                   GFileMonitorEvent  event,
                   YcAuthorFiles     *self)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *language = path == NULL ? NULL : yc_catalog_words_dup_language (path);

  if (language != NULL)
    file_changed_cb (monitor, file, other, event, self);
}

static void
watch_words (YcAuthorFiles *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->files[YC_AUTHOR_SCHEMA]);

  if (folder == NULL || self->folder != NULL)
    return;
  self->folder = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->folder != NULL)
    g_signal_connect (self->folder, "changed", G_CALLBACK (folder_changed_cb), self);
}

static void
yc_author_files_finalize (GObject *object)
{
  YcAuthorFiles *self = YC_AUTHOR_FILES (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->folder);
  for (guint i = 0; i < YC_AUTHOR_N_ROLES; i++)
    {
      g_clear_object (&self->monitors[i]);
      g_clear_object (&self->files[i]);
      g_clear_pointer (&self->texts[i], g_free);
    }
  G_OBJECT_CLASS (yc_author_files_parent_class)->finalize (object);
}

static void
yc_author_files_class_init (YcAuthorFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_author_files_finalize;

  /**
   * YcAuthorFiles::changed:
   *
   * One of the files is different, and has been for a moment.
   */
  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_AUTHOR_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_author_files_init (YcAuthorFiles *self)
{
}

/**
 * yc_author_files_new:
 * @paths: (array zero-terminated=1): a schema and, if there are, its layout and data
 *
 * Returns: (transfer full): the files, not read yet
 */
YcAuthorFiles *
yc_author_files_new (const char *const *paths)
{
  YcAuthorFiles *self = g_object_new (YC_TYPE_AUTHOR_FILES, NULL);

  self->checks = TRUE;
  g_return_val_if_fail (paths != NULL && paths[0] != NULL, self);

  for (guint i = 0; i <= YC_AUTHOR_DATA && paths[i] != NULL; i++)
    self->files[i] = g_file_new_for_commandline_arg (paths[i]);
  return self;
}

/**
 * yc_author_files_set_checks:
 * @self: the files
 * @checks: whether the form is also looked through for mistakes that do not hinder it
 */
void
yc_author_files_set_checks (YcAuthorFiles *self,
                            gboolean       checks)
{
  g_return_if_fail (YC_IS_AUTHOR_FILES (self));

  self->checks = checks;
}

/**
 * yc_author_files_set_sources:
 * @self: the files
 * @path: (nullable): a file with an object of what a desk would know, as yc_draft_source_apply()
 *   takes it
 *
 * Empty fields are filled in from there as their `x-source` says.
 */
void
yc_author_files_set_sources (YcAuthorFiles *self,
                             const char    *path)
{
  g_return_if_fail (YC_IS_AUTHOR_FILES (self));

  g_clear_object (&self->files[YC_AUTHOR_SOURCES]);
  if (path != NULL)
    self->files[YC_AUTHOR_SOURCES] = g_file_new_for_commandline_arg (path);
}

static void
fill_in (YcForm   *form,
         JsonNode *schema,
         JsonNode *known)
{
  g_autoptr (YcDraftSource) source = yc_draft_source_new (schema);

  yc_draft_source_apply (source, form, known);
}

static gpointer
dup_line (gconstpointer line,
          gpointer      user_data)
{
  return g_strdup (line);
}

/**
 * yc_author_files_open:
 * @self: the files
 * @mistakes: (element-type utf8): an array that owns its strings; what is wrong is added to it, a
 *   line of words each, with file and line
 *
 * Reads the files again and makes a form of what can be used.
 *
 * Returns: (transfer full) (nullable): the form; %NULL without a schema that can be used
 */
YcForm *
yc_author_files_open (YcAuthorFiles *self,
                      GPtrArray     *mistakes)
{
  g_autoptr (JsonNode) schema = NULL;
  g_autoptr (JsonNode) layout = NULL;
  g_autoptr (JsonNode) data = NULL;
  g_autoptr (JsonNode) known = NULL;
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (YcCatalogDocument) document =
      yc_catalog_document_new ("form", "form", yc_json_object_node (json_object_new ()));
  g_autoptr (GError) error = NULL;
  JsonObject *words;
  YcForm *form;

  g_return_val_if_fail (YC_IS_AUTHOR_FILES (self), NULL);
  g_return_val_if_fail (mistakes != NULL, NULL);

  schema = read_file (self, YC_AUTHOR_SCHEMA, mistakes);
  layout = read_file (self, YC_AUTHOR_LAYOUT, mistakes);
  data = read_file (self, YC_AUTHOR_DATA, mistakes);
  known = read_file (self, YC_AUTHOR_SOURCES, mistakes);
  form = schema == NULL ? NULL : create_form (self, schema, layout, wrong);
  add_part (self, YC_AUTHOR_SCHEMA, schema, "schema", document);
  add_part (self, YC_AUTHOR_LAYOUT, layout, "layout", document);
  words = read_words (self, document, mistakes);
  if (form != NULL && words != NULL)
    yc_form_set_words (form, words);
  if (schema != NULL && self->checks)
    check_form (document, found);
  g_ptr_array_extend (mistakes, found->len > 0 ? found : wrong, dup_line, NULL);
  if (form != NULL && data != NULL && !yc_form_set_data (form, data, &error))
    add_error (self, YC_AUTHOR_DATA, error, mistakes);
  if (form != NULL && known != NULL)
    fill_in (form, schema, known);
  return form;
}

/**
 * yc_author_files_watch:
 * @self: the files
 *
 * Says from now on when they change.
 */
void
yc_author_files_watch (YcAuthorFiles *self)
{
  g_return_if_fail (YC_IS_AUTHOR_FILES (self));

  watch_words (self);
  for (guint i = 0; i < YC_AUTHOR_N_ROLES; i++)
    {
      if (self->files[i] == NULL || self->monitors[i] != NULL)
        continue;
      self->monitors[i] =
          g_file_monitor_file (self->files[i], G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect (self->monitors[i], "changed", G_CALLBACK (file_changed_cb), self);
    }
}

/**
 * yc_author_files_dup_names:
 * @self: the files
 *
 * Returns: (transfer full): their names, for a title
 */
char *
yc_author_files_dup_names (YcAuthorFiles *self)
{
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (YC_IS_AUTHOR_FILES (self), NULL);

  names = g_strv_builder_new ();
  for (guint i = 0; i < YC_AUTHOR_N_ROLES; i++)
    {
      g_autofree char *name = self->files[i] == NULL ? NULL : dup_name (self, i);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  all = g_strv_builder_end (names);
  return g_strjoinv (" · ", all);
}

/**
 * yc_author_files_take_data:
 * @self: the files
 *
 * Returns: whether the data that were read last are others than the time before, so that they go
 *   before what was typed
 */
gboolean
yc_author_files_take_data (YcAuthorFiles *self)
{
  g_return_val_if_fail (YC_IS_AUTHOR_FILES (self), FALSE);

  return self->new_data;
}
