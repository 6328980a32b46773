/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog as the service uses it: any document in any version, read and compiled once.
 *
 * A document's version never changes its content, so what was read once can be kept; many threads
 * share it and none changes it. */
#include "yc-shelf.h"

#include "yc-documents-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* When more than this is kept, everything is let go of and read again as needed. */
#define MAX_KEPT 4096
#define MAX_PLACE_DEPTH 8

struct _YcShelf
{
  GObject parent_instance;

  GMutex mutex;
  /* Version of a document (gint64) → what was made of it. */
  GHashTable *bodies;
  GHashTable *schemas;
  GHashTable *forms;
  GHashTable *templates;
  /* Place code → path, as of places_version. */
  GHashTable *paths;
  gint64 paths_version;
};

G_DEFINE_FINAL_TYPE (YcShelf, yc_shelf, G_TYPE_OBJECT)

static void
yc_shelf_finalize (GObject *object)
{
  YcShelf *self = YC_SHELF (object);

  g_hash_table_unref (self->bodies);
  g_hash_table_unref (self->schemas);
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->templates);
  g_hash_table_unref (self->paths);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (yc_shelf_parent_class)->finalize (object);
}

static void
yc_shelf_class_init (YcShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_shelf_finalize;
}

static void
yc_shelf_init (YcShelf *self)
{
  g_mutex_init (&self->mutex);
  self->bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) json_object_unref);
  self->schemas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) yc_schema_unref);
  self->forms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->templates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

YcShelf *
yc_shelf_new (void)
{
  return g_object_new (YC_TYPE_SHELF, NULL);
}

static gpointer
look_up (YcShelf    *self,
         GHashTable *table,
         gint64      version,
         gpointer  (*ref) (gpointer))
{
  gpointer found;

  g_mutex_lock (&self->mutex);
  found = g_hash_table_lookup (table, &version);
  if (found != NULL)
    ref (found);
  g_mutex_unlock (&self->mutex);
  return found;
}

static void
keep (YcShelf    *self,
      GHashTable *table,
      gint64      version,
      gpointer    thing)
{
  g_mutex_lock (&self->mutex);
  if (g_hash_table_size (table) >= MAX_KEPT)
    g_hash_table_remove_all (table);
  g_hash_table_replace (table, g_memdup2 (&version, sizeof version), thing);
  g_mutex_unlock (&self->mutex);
}

static JsonObject *
load_body (YcShelf        *self,
           YcTransaction  *transaction,
           gint64          version,
           GError        **error)
{
  JsonObject *body =
    look_up (self, self->bodies, version, (gpointer (*) (gpointer)) json_object_ref);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (body != NULL)
    return body;
  text = yc_documents_table_load (transaction, version, error);
  node = text != NULL ? yc_json_parse (text, -1, NULL, error) : NULL;
  if (node == NULL)
    return NULL;
  body = json_object_ref (json_node_get_object (node));
  keep (self, self->bodies, version, json_object_ref (body));
  return body;
}

/**
 * yc_shelf_get:
 * @self: a shelf
 * @transaction: a transaction
 * @kind: the document's kind
 * @id: the document's id
 * @version: a version of the catalog
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the document as it was in that version, not to be changed; %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when there was none
 */
JsonObject *
yc_shelf_get (YcShelf        *self,
              YcTransaction  *transaction,
              const char     *kind,
              const char     *id,
              gint64          version,
              GError        **error)
{
  gint64 own = 0;

  g_return_val_if_fail (YC_IS_SHELF (self), NULL);

  if (!yc_documents_table_find (transaction, kind, id, version, &own, error))
    return NULL;
  return load_body (self, transaction, own, error);
}

/**
 * yc_shelf_get_schema:
 * @self: a shelf
 * @transaction: a transaction
 * @form: a form's id
 * @version: a version of the catalog
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the form's schema as it was in that version, compiled
 */
YcSchema *
yc_shelf_get_schema (YcShelf        *self,
                     YcTransaction  *transaction,
                     const char     *form,
                     gint64          version,
                     GError        **error)
{
  g_autoptr (JsonObject) body = NULL;
  YcSchema *schema;
  gint64 own = 0;

  if (!yc_documents_table_find (transaction, "form", form, version, &own, error))
    return NULL;
  schema = look_up (self, self->schemas, own, (gpointer (*) (gpointer)) yc_schema_ref);
  if (schema != NULL)
    return schema;
  body = load_body (self, transaction, own, error);
  if (body == NULL)
    return NULL;
  schema = yc_schema_compile (json_object_get_member (body, "schema"), NULL, NULL, error);
  if (schema != NULL)
    keep (self, self->schemas, own, yc_schema_ref (schema));
  return schema;
}

/**
 * yc_shelf_get_form:
 * @self: a shelf
 * @transaction: the writer's transaction
 * @form: a form's id
 * @version: a version of the catalog
 * @error: (nullable): return location
 *
 * Gets a form to compute with. There is one of each, so only the writer's thread may use this; it
 * sets the data anew each time.
 *
 * Returns: (transfer full): the form as it was in that version
 */
YcForm *
yc_shelf_get_form (YcShelf        *self,
                   YcTransaction  *transaction,
                   const char     *form,
                   gint64          version,
                   GError        **error)
{
  g_autoptr (JsonObject) body = NULL;
  YcForm *found;
  gint64 own = 0;

  if (!yc_documents_table_find (transaction, "form", form, version, &own, error))
    return NULL;
  found = look_up (self, self->forms, own, g_object_ref);
  if (found != NULL)
    return found;
  body = load_body (self, transaction, own, error);
  if (body == NULL)
    return NULL;
  found = yc_form_new (json_object_get_member (body, "schema"),
                       json_object_get_member (body, "layout"), error);
  if (found != NULL)
    keep (self, self->forms, own, g_object_ref (found));
  return found;
}

/**
 * yc_shelf_get_template:
 * @self: a shelf
 * @transaction: a transaction
 * @id: a certificate template's id
 * @version: a version of the catalog
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the template as it was in that version
 */
YcCertificateTemplate *
yc_shelf_get_template (YcShelf        *self,
                       YcTransaction  *transaction,
                       const char     *id,
                       gint64          version,
                       GError        **error)
{
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (JsonNode) node = NULL;
  YcCertificateTemplate *template_;
  gint64 own = 0;

  if (!yc_documents_table_find (transaction, "template", id, version, &own, error))
    return NULL;
  template_ = look_up (self, self->templates, own, g_object_ref);
  if (template_ != NULL)
    return template_;
  body = load_body (self, transaction, own, error);
  if (body == NULL)
    return NULL;
  node = yc_json_object_node (g_steal_pointer (&body));
  template_ = yc_certificate_template_new (node, error);
  if (template_ != NULL)
    keep (self, self->templates, own, g_object_ref (template_));
  return template_;
}

static char *
compose_path (YcShelf       *self,
              YcTransaction *transaction,
              const char    *place,
              gint64         version)
{
  g_autofree char *path = g_strdup ("");
  g_autofree char *code = g_strdup (place);

  for (guint i = 0; i < MAX_PLACE_DEPTH && code != NULL && code[0] != '\0'; i++)
    {
      g_autoptr (JsonObject) body = yc_shelf_get (self, transaction, "place", code, version, NULL);
      g_autofree char *longer = g_strconcat (code, "/", path, NULL);

      g_free (path);
      path = g_steal_pointer (&longer);
      g_free (code);
      code = g_strdup (yc_json_get_string (body, "parent", NULL));
    }
  return g_steal_pointer (&path);
}

static char *
look_up_path (YcShelf    *self,
              const char *place,
              gint64      version)
{
  char *path;

  g_mutex_lock (&self->mutex);
  if (self->paths_version != version)
    g_hash_table_remove_all (self->paths);
  self->paths_version = version;
  path = g_strdup (g_hash_table_lookup (self->paths, place));
  g_mutex_unlock (&self->mutex);
  return path;
}

/**
 * yc_shelf_get_place_path:
 * @self: a shelf
 * @transaction: a transaction
 * @place: a place's code
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the codes of the places above and of the place itself by the present
 *   catalog, from the top down, each ended by a slash
 */
char *
yc_shelf_get_place_path (YcShelf        *self,
                         YcTransaction  *transaction,
                         const char     *place,
                         GError        **error)
{
  gint64 version = yc_documents_table_get_version (transaction, error);
  char *path;

  if (version < 0)
    return NULL;
  path = look_up_path (self, place, version);
  if (path != NULL)
    return path;
  path = compose_path (self, transaction, place, version);
  g_mutex_lock (&self->mutex);
  if (self->paths_version == version)
    g_hash_table_replace (self->paths, g_strdup (place), g_strdup (path));
  g_mutex_unlock (&self->mutex);
  return path;
}
