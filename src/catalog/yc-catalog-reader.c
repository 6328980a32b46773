/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a folder's files to a catalog's documents; files with mistakes are left out and told. */
#include "yc-catalog-folder-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "yc-catalog-entry-codec-private.h"
#include "yc-catalog-files-private.h"
#include "yc-catalog-kind-private.h"
#include "yc-catalog-words.h"
#include "yc-json.h"

#define MANIFEST "catalog.json"
#define LAYOUT "/layout.json"

static void
tell (YcCatalogFolder *self,
      const char      *file,
      guint            line,
      guint            column,
      const char      *message)
{
  yc_catalog_folder_add_problem (self, yc_catalog_problem_new (YC_CATALOG_SEVERITY_ERROR, file, line,
                                                               column, message));
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
    yc_catalog_folder_add_problem (self,
                                   yc_catalog_problem_new_of_json (file->path, error->message));
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

/* The files with words come behind the schema in the order of their paths. */
static gboolean
add_words (YcCatalogFolder     *self,
           GPtrArray           *files,
           const YcCatalogFile *schema,
           YcCatalogDocument   *document)
{
  gsize length = (gsize) (strrchr (schema->path, '/') + 1 - schema->path);
  gboolean good = TRUE;
  guint index;

  for (g_ptr_array_find (files, schema, &index); ++index < files->len;)
    {
      const YcCatalogFile *file = g_ptr_array_index (files, index);
      g_autofree char *language = yc_catalog_words_dup_language (file->path);
      g_autoptr (JsonNode) words = NULL;

      if (strncmp (file->path, schema->path, length) != 0)
        break;
      if (language == NULL || strchr (file->path + length, '/') != NULL)
        continue;
      words = parse_json (self, file);
      if (words != NULL)
        yc_catalog_words_add (document, file->path, file->text, words);
      good = good && words != NULL;
    }
  return good;
}

/* A form is two files, and words in other languages; what goes over the wire is all under one id. */
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
  g_autoptr (YcCatalogDocument) document = NULL;
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
  if (!add_words (self, files, file, document))
    return FALSE;
  yc_catalog_folder_add_document (self, g_steal_pointer (&document));

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
  yc_catalog_folder_add_document (self, document);

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

/* A layout or words, beside their schema. */
static gboolean
belongs_to_form (GPtrArray  *files,
                 const char *path)
{
  const char *name = strrchr (path, '/');
  g_autofree char *language = yc_catalog_words_dup_language (path);
  g_autofree char *schema = NULL;

  if (!g_str_has_prefix (path, "forms/") ||
      (language == NULL && !g_str_has_suffix (path, LAYOUT)))
    return FALSE;

  schema = g_strdup_printf ("%.*s/schema.json", (int) (name - path), path);

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
      if (!belongs_to_form (files, file->path) && !g_str_has_prefix (file->path, "README"))
        tell (self, file->path, 0, 0, _("a catalog has no such file"));
      return;
    }

  if (strcmp (kind->name, "form") == 0)
    good = add_form (self, files, file, id);
  else
    good = add_plain (self, kind, file, id);
  if (!good)
    yc_catalog_folder_add_broken (self, kind->name, id);
}

static gboolean
read_manifest (YcCatalogFolder  *self,
               GPtrArray        *files,
               GError          **error)
{
  const YcCatalogFile *file = find_file (files, MANIFEST);
  g_autoptr (JsonNode) body = NULL;
  YcCatalogDocument *manifest;

  if (file == NULL)
    {
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_NOT_A_CATALOG,
                   _("The folder is not a catalog: it has no file “%s”."), MANIFEST);
      return FALSE;
    }
  body = parse_json (self, file);
  if (body == NULL)
    return TRUE;

  manifest = yc_catalog_document_new ("catalog", "catalog", g_steal_pointer (&body));
  yc_catalog_document_add_source (manifest, "", file->path, file->text);
  yc_catalog_folder_set_manifest (self, manifest);

  return TRUE;
}

/* A template says for itself what it has of the whole catalog: it travels without the manifest. */
static void
hand_down_root (YcCatalogFolder *self)
{
  YcCatalogDocument *manifest = yc_catalog_folder_get_manifest (self);
  JsonObject *body = manifest != NULL
                       ? yc_json_node_get_object (yc_catalog_document_get_body (manifest)) : NULL;
  const char *root = body != NULL ? yc_json_get_string (body, "certificate_root", NULL) : NULL;

  for (guint i = 0; root != NULL && i < yc_catalog_folder_get_n_documents (self); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (self, i);
      JsonObject *template = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (g_str_equal (yc_catalog_document_get_kind (document), "template") &&
          yc_json_get_string (template, "type_code", NULL) != NULL &&
          !json_object_has_member (template, "root"))
        json_object_set_string_member (template, "root", root);
    }
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
  files = yc_catalog_files_read (folder, yc_catalog_folder_get_reading_problems (self), error);
  if (files == NULL || !read_manifest (self, files, error))
    return NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const YcCatalogFile *file = g_ptr_array_index (files, i);

      if (strcmp (file->path, MANIFEST) != 0)
        add_file (self, files, file);
    }
  hand_down_root (self);

  return g_steal_pointer (&self);
}
