/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document of a catalog folder: what it is, what it says, and where each word of it stands. */
#include "yc-catalog-document.h"

#include <string.h>

#include "yc-catalog-entry-codec-private.h"
#include "yc-json.h"

typedef struct
{
  char *pointer;
  char *file;
  char *text;
} Source;

struct _YcCatalogDocument
{
  GObject parent_instance;

  char *kind;
  char *id;
  JsonNode *body;
  GPtrArray *sources;
};

G_DEFINE_FINAL_TYPE (YcCatalogDocument, yc_catalog_document, G_TYPE_OBJECT)

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->pointer);
  g_free (source->file);
  g_free (source->text);
  g_free (source);
}

/* The source with the longest pointer that @pointer lies in. */
static const Source *
find_source (YcCatalogDocument *self,
             const char        *pointer)
{
  const Source *best = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      gsize length = strlen (source->pointer);

      if (strncmp (pointer, source->pointer, length) != 0 ||
          (pointer[length] != '\0' && pointer[length] != '/'))
        continue;
      if (best == NULL || length > strlen (best->pointer))
        best = source;
    }

  return best;
}

/* What is missing has no place of its own: it is told at what should hold it. */
static void
locate_in_json (const char *text,
                const char *pointer,
                guint      *line,
                guint      *column)
{
  g_autofree char *rest = g_strdup (pointer);

  while (!yc_json_locate (text, rest, line, column))
    {
      char *slash = strrchr (rest, '/');

      if (slash == NULL)
        return;
      *slash = '\0';
    }
}

static void
yc_catalog_document_finalize (GObject *object)
{
  YcCatalogDocument *self = YC_CATALOG_DOCUMENT (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->body, json_node_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_catalog_document_parent_class)->finalize (object);
}

static void
yc_catalog_document_class_init (YcCatalogDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_catalog_document_finalize;
}

static void
yc_catalog_document_init (YcCatalogDocument *self)
{
  self->sources = g_ptr_array_new_with_free_func (source_free);
}

/**
 * yc_catalog_document_new:
 * @kind: "item", "list", "entry", "form", "template", "reason", "replacement", "place" or
 *   "division"
 * @id: the name by which others refer to it
 * @body: (transfer full): what goes over the wire
 *
 * Returns: (transfer full): a new document without sources
 */
YcCatalogDocument *
yc_catalog_document_new (const char *kind,
                         const char *id,
                         JsonNode   *body)
{
  YcCatalogDocument *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (YC_TYPE_CATALOG_DOCUMENT, NULL);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->body = body;

  return self;
}

/**
 * yc_catalog_document_add_source:
 * @self: a document
 * @pointer: the part of the body that stands in @file, "" for all of it
 * @file: the file's path, relative to the catalog's folder
 * @text: (nullable): what the file says, or %NULL when only its name is known
 *
 * Tells where (a part of) the body was read from.
 */
void
yc_catalog_document_add_source (YcCatalogDocument *self,
                                const char        *pointer,
                                const char        *file,
                                const char        *text)
{
  Source *source;

  g_return_if_fail (YC_IS_CATALOG_DOCUMENT (self));
  g_return_if_fail (pointer != NULL);
  g_return_if_fail (file != NULL);

  source = g_new0 (Source, 1);
  source->pointer = g_strdup (pointer);
  source->file = g_strdup (file);
  source->text = g_strdup (text);
  g_ptr_array_add (self->sources, source);
}

const char *
yc_catalog_document_get_kind (YcCatalogDocument *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (self), NULL);

  return self->kind;
}

const char *
yc_catalog_document_get_id (YcCatalogDocument *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (self), NULL);

  return self->id;
}

/**
 * yc_catalog_document_get_body:
 * @self: a document
 *
 * Returns: (transfer none): what goes over the wire
 */
JsonNode *
yc_catalog_document_get_body (YcCatalogDocument *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (self), NULL);

  return self->body;
}

/**
 * yc_catalog_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): the path of its first file, relative to the catalog's folder
 */
const char *
yc_catalog_document_get_file (YcCatalogDocument *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (self), NULL);

  return self->sources->len > 0 ? ((Source *) self->sources->pdata[0])->file : self->id;
}

/**
 * yc_catalog_document_get_text:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what its first file says, if it came from one
 */
const char *
yc_catalog_document_get_text (YcCatalogDocument *self)
{
  g_return_val_if_fail (YC_IS_CATALOG_DOCUMENT (self), NULL);

  return self->sources->len > 0 ? ((Source *) self->sources->pdata[0])->text : NULL;
}

/**
 * yc_catalog_document_locate:
 * @self: a document
 * @pointer: a JSON Pointer into the body; it need not exist
 * @file: (out) (transfer none): the file that holds it
 * @line: (out): the line from 1, or 0 when it is not known
 * @column: (out): the column in characters from 1, or 0 when it is not known
 *
 * Finds where in the author's files @pointer stands; for what is missing, where its nearest
 * ancestor stands.
 */
void
yc_catalog_document_locate (YcCatalogDocument  *self,
                            const char         *pointer,
                            const char        **file,
                            guint              *line,
                            guint              *column)
{
  const Source *source;

  g_return_if_fail (YC_IS_CATALOG_DOCUMENT (self));
  g_return_if_fail (pointer != NULL);

  source = find_source (self, pointer);
  *file = source != NULL ? source->file : yc_catalog_document_get_file (self);
  *line = 0;
  *column = 0;

  if (source == NULL || source->text == NULL)
    return;
  if (strcmp (self->kind, "entry") == 0)
    yc_catalog_entry_locate (source->text, pointer, line, column);
  else
    locate_in_json (source->text, pointer + strlen (source->pointer), line, column);
}
