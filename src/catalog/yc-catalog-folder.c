/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog as its authors keep it: a folder of plain files, read whole. */
#include "yc-catalog-folder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "yc-catalog-check-private.h"
#include "yc-catalog-entry-codec-private.h"
#include "yc-catalog-files-private.h"
#include "yc-catalog-folder-private.h"
#include "yc-catalog-kind-private.h"
#include "yc-json.h"

#define MANIFEST "catalog.json"
#define LAYOUT "/layout.json"

struct _YcCatalogFolder
{
  GObject parent_instance;

  GPtrArray *documents;
  GPtrArray *problems;
  GHashTable *by_name;
  GHashTable *broken;
  YcCatalogDocument *manifest;
};

G_DEFINE_FINAL_TYPE (YcCatalogFolder, yc_catalog_folder, G_TYPE_OBJECT)

static char *
make_name (const char *kind,
           const char *id)
{
  return g_strconcat (kind, "/", id, NULL);
}

static void
tell (YcCatalogFolder *self,
      const char      *file,
      guint            line,
      guint            column,
      const char      *message)
{
  g_ptr_array_add (self->problems, yc_catalog_problem_new (YC_CATALOG_SEVERITY_ERROR, file, line,
                                                           column, message));
}

/* The gate's message ends with the line and the column, whatever the language of its words. */
static void
tell_json_error (YcCatalogFolder *self,
                 const char      *file,
                 const GError    *error)
{
  guint numbers[2] = { 0, 0 };
  const char *at = error->message + strlen (error->message);

  for (int i = 1; i >= 0; i--)
    {
      while (at > error->message && !g_ascii_isdigit (at[-1]))
        at--;
      while (at > error->message && g_ascii_isdigit (at[-1]))
        at--;
      numbers[i] = strtoul (at, NULL, 10);
    }
  tell (self, file, numbers[0], numbers[1], error->message);
}

static JsonNode *
parse_json (YcCatalogFolder     *self,
            const YcCatalogFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (file->text == NULL)
    return NULL;
  node = yc_json_parse (file->text, -1, NULL, &error);
  if (node == NULL)
    tell_json_error (self, file->path, error);
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    tell (self, file->path, 1, 1, _("the file holds no JSON object"));
  else
    return g_steal_pointer (&node);

  return NULL;
}

static JsonNode *
parse_entry (YcCatalogFolder     *self,
             const YcCatalogFile *file,
             const char          *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  guint line = 1;

  if (file->text == NULL)
    return NULL;
  node = yc_catalog_entry_parse (id, file->text, &line, &error);
  if (node == NULL)
    tell (self, file->path, line, 1, error->message);

  return g_steal_pointer (&node);
}

static void
add_document (YcCatalogFolder   *self,
              YcCatalogDocument *document)
{
  g_ptr_array_add (self->documents, document);
  g_hash_table_insert (self->by_name,
                       make_name (yc_catalog_document_get_kind (document),
                                  yc_catalog_document_get_id (document)),
                       document);
}

static const YcCatalogFile *
find_file (GPtrArray  *files,
           const char *path)
{
  YcCatalogFile key = { .path = (char *) path };
  YcCatalogFile *wanted = &key;
  YcCatalogFile **found;

  found = bsearch (&wanted, files->pdata, files->len, sizeof wanted, yc_catalog_files_compare);

  return found != NULL ? *found : NULL;
}

/* A form is two files; what goes over the wire is both under one id. */
static gboolean
add_form (YcCatalogFolder     *self,
          GPtrArray           *files,
          const YcCatalogFile *file,
          const char          *id)
{
  g_autofree char *layout_path = g_strconcat ("forms/", id, LAYOUT, NULL);
  const YcCatalogFile *layout_file = find_file (files, layout_path);
  g_autoptr (JsonNode) schema = parse_json (self, file);
  g_autoptr (JsonNode) layout = NULL;
  YcCatalogDocument *document;
  JsonObject *body;

  if (layout_file == NULL)
    tell (self, file->path, 0, 0, _("the form has no layout.json beside it"));
  else
    layout = parse_json (self, layout_file);
  if (schema == NULL || layout == NULL)
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "id", id);
  json_object_set_member (body, "schema", g_steal_pointer (&schema));
  json_object_set_member (body, "layout", g_steal_pointer (&layout));
  document = yc_catalog_document_new ("form", id, yc_json_object_node (body));
  yc_catalog_document_add_source (document, "", file->path, file->text);
  yc_catalog_document_add_source (document, "/schema", file->path, file->text);
  yc_catalog_document_add_source (document, "/layout", layout_path, layout_file->text);
  add_document (self, document);

  return TRUE;
}

static gboolean
add_plain (YcCatalogFolder     *self,
           const YcCatalogKind *kind,
           const YcCatalogFile *file,
           const char          *id)
{
  g_autoptr (JsonNode) body = NULL;
  YcCatalogDocument *document;

  if (strcmp (kind->name, "entry") == 0)
    body = parse_entry (self, file, id);
  else
    body = parse_json (self, file);
  if (body == NULL)
    return FALSE;

  document = yc_catalog_document_new (kind->name, id, g_steal_pointer (&body));
  yc_catalog_document_add_source (document, "", file->path, file->text);
  add_document (self, document);

  return TRUE;
}

/* "items/YS-0101.json" → "YS-0101"; %NULL when the file is none of its kind's. */
static char *
get_id (const YcCatalogKind *kind,
        const char          *path)
{
  const char *name = path + strlen (kind->folder) + 1;
  gsize length = strlen (name);
  gsize suffix = strlen (kind->suffix);

  if (length <= suffix || !g_str_has_suffix (name, kind->suffix))
    return NULL;
  length -= suffix;
  if (memchr (name, '/', length) != NULL)
    return NULL;

  return g_strndup (name, length);
}

static gboolean
is_layout (GPtrArray  *files,
           const char *path)
{
  g_autofree char *schema = NULL;

  if (!g_str_has_prefix (path, "forms/") || !g_str_has_suffix (path, LAYOUT))
    return FALSE;

  schema = g_strdup_printf ("%.*s/schema.json", (int) (strlen (path) - strlen (LAYOUT)), path);

  return find_file (files, schema) != NULL;
}

static void
add_file (YcCatalogFolder     *self,
          GPtrArray           *files,
          const YcCatalogFile *file)
{
  const YcCatalogKind *kind = yc_catalog_kind_find_by_folder (file->path);
  g_autofree char *id = kind != NULL ? get_id (kind, file->path) : NULL;
  gboolean good;

  if (id == NULL)
    {
      if (!is_layout (files, file->path) && !g_str_has_prefix (file->path, "README"))
        tell (self, file->path, 0, 0, _("a catalog has no such file"));
      return;
    }

  if (strcmp (kind->name, "form") == 0)
    good = add_form (self, files, file, id);
  else
    good = add_plain (self, kind, file, id);
  if (!good)
    g_hash_table_add (self->broken, make_name (kind->name, id));
}

static gboolean
read_manifest (YcCatalogFolder  *self,
               GPtrArray        *files,
               GError          **error)
{
  const YcCatalogFile *file = find_file (files, MANIFEST);
  g_autoptr (JsonNode) body = NULL;

  if (file == NULL)
    {
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_NOT_A_CATALOG,
                   _("The folder is not a catalog: it has no file “%s”."), MANIFEST);
      return FALSE;
    }
  body = parse_json (self, file);
  if (body == NULL)
    return TRUE;

  self->manifest = yc_catalog_document_new ("catalog", "catalog", g_steal_pointer (&body));
  yc_catalog_document_add_source (self->manifest, "", file->path, file->text);

  return TRUE;
}

static JsonObject *
get_manifest_object (YcCatalogFolder *self)
{
  if (self->manifest == NULL)
    return NULL;

  return yc_json_node_get_object (yc_catalog_document_get_body (self->manifest));
}

static void
yc_catalog_folder_finalize (GObject *object)
{
  YcCatalogFolder *self = YC_CATALOG_FOLDER (object);

  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->broken, g_hash_table_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->manifest);

  G_OBJECT_CLASS (yc_catalog_folder_parent_class)->finalize (object);
}

static void
yc_catalog_folder_class_init (YcCatalogFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_catalog_folder_finalize;
}

static void
yc_catalog_folder_init (YcCatalogFolder *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_catalog_problem_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * yc_catalog_folder_read:
 * @folder: the catalog's folder, on disk or in a resource
 * @error: return location for an error
 *
 * Reads a catalog. Files with mistakes are left out and remembered, so that
 * yc_catalog_folder_check() can tell of all of them at once; a caller that has not checked must
 * not publish. Blocks; may be called from any thread.
 *
 * A folder holds at most 50,000 files of at most 2 MiB, 256 MiB in all. Symbolic links are not
 * followed.
 *
 * Returns: (transfer full): what was read, or %NULL with %YC_CATALOG_ERROR_NOT_A_CATALOG,
 *   %YC_CATALOG_ERROR_LIMIT or a GIOErrorEnum
 */
YcCatalogFolder *
yc_catalog_folder_read (GFile   *folder,
                        GError **error)
{
  g_autoptr (YcCatalogFolder) self = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (YC_TYPE_CATALOG_FOLDER, NULL);
  files = yc_catalog_files_read (folder, self->problems, error);
  if (files == NULL || !read_manifest (self, files, error))
    return NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const YcCatalogFile *file = g_ptr_array_index (files, i);

      if (strcmp (file->path, MANIFEST) != 0)
        add_file (self, files, file);
    }

  return g_steal_pointer (&self);
}

/* One {kind, id, body} of the wire. */
static gboolean
add_from_wire (YcCatalogFolder  *self,
               JsonNode         *node,
               guint             index,
               GError          **error)
{
  JsonObject *object = yc_json_node_get_object (node);
  const char *kind = yc_json_get_string (object, "kind", NULL);
  const char *id = yc_json_get_string (object, "id", NULL);
  JsonNode *body = object != NULL ? json_object_get_member (object, "body") : NULL;
  g_autofree char *name = NULL;
  YcCatalogDocument *document;

  if (yc_catalog_kind_find (kind) == NULL || id == NULL || body == NULL ||
      !JSON_NODE_HOLDS_OBJECT (body))
    {
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                   _("Document %u is not {kind, id, body} with a known kind."), index);
      return FALSE;
    }

  name = make_name (kind, id);
  if (g_hash_table_contains (self->by_name, name))
    {
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                   _("Document %u repeats “%s”."), index, name);
      return FALSE;
    }
  document = yc_catalog_document_new (kind, id, json_node_ref (body));
  yc_catalog_document_add_source (document, "", name, NULL);
  add_document (self, document);

  return TRUE;
}

/**
 * yc_catalog_folder_new_from_json:
 * @documents: an array of {kind, id, body}, as yc_catalog_folder_to_json() makes it
 * @error: return location for an error
 *
 * Takes a catalog from the wire, so that who receives it can check it by the same rules as its
 * author. Problems then name "kind/id" in place of a file, without a line.
 *
 * Returns: (transfer full): the catalog, or %NULL with %YC_CATALOG_ERROR_DOCUMENT
 */
YcCatalogFolder *
yc_catalog_folder_new_from_json (JsonNode  *documents,
                                 GError   **error)
{
  g_autoptr (YcCatalogFolder) self = NULL;
  JsonArray *array;

  g_return_val_if_fail (documents != NULL, NULL);

  array = yc_json_node_get_array (documents);
  if (array == NULL)
    {
      g_set_error_literal (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                           _("The documents are not an array."));
      return NULL;
    }

  self = g_object_new (YC_TYPE_CATALOG_FOLDER, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_from_wire (self, json_array_get_element (array, i), i, error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * yc_catalog_folder_get_title:
 * @self: a catalog
 *
 * Returns: (transfer none): what the city calls it, or "" when it does not say
 */
const char *
yc_catalog_folder_get_title (YcCatalogFolder *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);

  return yc_json_get_string (get_manifest_object (self), "title", "");
}

/**
 * yc_catalog_folder_get_place:
 * @self: a catalog
 *
 * Returns: (transfer none): the code of the place it is for, or ""
 */
const char *
yc_catalog_folder_get_place (YcCatalogFolder *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);

  return yc_json_get_string (get_manifest_object (self), "place", "");
}

guint
yc_catalog_folder_get_n_documents (YcCatalogFolder *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), 0);

  return self->documents->len;
}

/**
 * yc_catalog_folder_get_document:
 * @self: a catalog
 * @index: from 0
 *
 * Returns: (transfer none): the document
 */
YcCatalogDocument *
yc_catalog_folder_get_document (YcCatalogFolder *self,
                                guint            index)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);
  g_return_val_if_fail (index < self->documents->len, NULL);

  return g_ptr_array_index (self->documents, index);
}

/**
 * yc_catalog_folder_find:
 * @self: a catalog
 * @kind: a kind
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the document, if there is one
 */
YcCatalogDocument *
yc_catalog_folder_find (YcCatalogFolder *self,
                        const char      *kind,
                        const char      *id)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  name = make_name (kind, id);

  return g_hash_table_lookup (self->by_name, name);
}

/**
 * yc_catalog_folder_to_json:
 * @self: a catalog
 *
 * Makes what `POST /catalog/versions` wants as its documents.
 *
 * Returns: (transfer full): an array of {kind, id, body}
 */
JsonNode *
yc_catalog_folder_to_json (YcCatalogFolder *self)
{
  g_autoptr (JsonArray) array = NULL;

  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);

  array = json_array_sized_new (self->documents->len);
  for (guint i = 0; i < self->documents->len; i++)
    {
      YcCatalogDocument *document = g_ptr_array_index (self->documents, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", yc_catalog_document_get_kind (document));
      json_object_set_string_member (object, "id", yc_catalog_document_get_id (document));
      json_object_set_member (object, "body",
                              yc_json_copy (yc_catalog_document_get_body (document)));
      json_array_add_object_element (array, object);
    }

  return yc_json_array_node (g_steal_pointer (&array));
}

/**
 * yc_catalog_folder_check:
 * @self: a catalog
 *
 * Looks for every mistake there is: grammar, schemas, forms that do not compile, references to
 * what is not there, question lists that lead nowhere, placeholders that nothing fills, doubles,
 * dates, slips of Chinese punctuation.
 *
 * Returns: (transfer full) (element-type YcCatalogProblem): the mistakes by file and line; the
 *   catalog can be published when none of them is a %YC_CATALOG_SEVERITY_ERROR
 */
GPtrArray *
yc_catalog_folder_check (YcCatalogFolder *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);

  return yc_catalog_check (self);
}

/* What was wrong with single files already when they were read. */
GPtrArray *
yc_catalog_folder_get_reading_problems (YcCatalogFolder *self)
{
  return self->problems;
}

/* catalog.json, or %NULL when it is broken or the catalog came over the wire. */
YcCatalogDocument *
yc_catalog_folder_get_manifest (YcCatalogFolder *self)
{
  return self->manifest;
}

/* Also true for a document that is there but broken: its mistake is told once, at itself. */
gboolean
yc_catalog_folder_knows (YcCatalogFolder *self,
                         const char      *kind,
                         const char      *id)
{
  g_autofree char *name = make_name (kind, id);

  return g_hash_table_contains (self->by_name, name) || g_hash_table_contains (self->broken, name);
}

/* Whether a document of @kind could not be read: what it would have named is then not known. */
gboolean
yc_catalog_folder_has_broken (YcCatalogFolder *self,
                              const char      *kind)
{
  g_autofree char *prefix = make_name (kind, "");
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->broken);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      return TRUE;

  return FALSE;
}
