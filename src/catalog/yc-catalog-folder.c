/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog as its authors keep it: a folder of plain files, read whole. */
#include "yc-catalog-folder.h"

#include <glib/gi18n-lib.h>

#include "yc-catalog-check-private.h"
#include "yc-catalog-folder-private.h"
#include "yc-catalog-kind-private.h"
#include "yc-json.h"

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
  yc_catalog_folder_add_document (self, document);

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

/**
 * yc_catalog_folder_check_sheets:
 * @self: a catalog that yc_catalog_folder_check() found no mistake in
 *
 * Fills every certificate's template from its form with made-up answers and sets it on paper. That takes
 * some 20 ms each, fonts, and a thread that may draw text: see yc_certificate_compose().
 *
 * Returns: (transfer full) (element-type YcCatalogProblem): what keeps them from being set, by file and line
 */
GPtrArray *
yc_catalog_folder_check_sheets (YcCatalogFolder *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_FOLDER (self), NULL);

  return yc_catalog_check_sheets (self);
}

/* Takes @document. */
void
yc_catalog_folder_add_document (YcCatalogFolder   *self,
                                YcCatalogDocument *document)
{
  g_ptr_array_add (self->documents, document);
  g_hash_table_insert (self->by_name,
                       make_name (yc_catalog_document_get_kind (document),
                                  yc_catalog_document_get_id (document)),
                       document);
}

/* Takes @problem, one of reading. */
void
yc_catalog_folder_add_problem (YcCatalogFolder  *self,
                               YcCatalogProblem *problem)
{
  g_ptr_array_add (self->problems, problem);
}

/* Remembers that a document is there, though its file could not be read. */
void
yc_catalog_folder_add_broken (YcCatalogFolder *self,
                              const char      *kind,
                              const char      *id)
{
  g_hash_table_add (self->broken, make_name (kind, id));
}

/* Takes @manifest. */
void
yc_catalog_folder_set_manifest (YcCatalogFolder   *self,
                                YcCatalogDocument *manifest)
{
  g_set_object (&self->manifest, manifest);
  g_object_unref (manifest);
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
