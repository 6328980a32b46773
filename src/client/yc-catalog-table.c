/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog's tables: reading all of it at start, writing what changed. Nothing of it is
 * personal, so nothing is sealed. */
#include "yc-catalog-table.h"

#include "yc-client-error.h"
#include "yc-json.h"

#define NAME "catalog"
#define SLICE_ENTRIES 100
#define LOAD_SQL "SELECT kind, id, body FROM documents WHERE kind <> 'entry'"
#define LOAD_ENTRIES_SQL \
  "SELECT kind, id, body FROM documents WHERE kind = 'entry' AND id > $1 ORDER BY id LIMIT $2"

static void
document_free (YcCatalogDocument *document)
{
  g_free (document->kind);
  g_free (document->id);
  g_clear_pointer (&document->body, json_node_unref);
  g_free (document);
}

static YcCatalogDocument *
document_new (const char *kind,
              const char *id,
              JsonNode   *body)
{
  YcCatalogDocument *document = g_new0 (YcCatalogDocument, 1);

  document->kind = g_strdup (kind);
  document->id = g_strdup (id);
  document->body = body;
  return document;
}

YcCatalogPage *
yc_catalog_page_new (void)
{
  YcCatalogPage *page = g_new0 (YcCatalogPage, 1);

  page->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  return page;
}

void
yc_catalog_page_free (YcCatalogPage *page)
{
  g_ptr_array_unref (page->documents);
  g_free (page);
}

static gboolean
take_document (YcCatalogPage *page,
               JsonNode      *node)
{
  JsonObject *object = yc_json_node_get_object (node);
  const char *kind = yc_json_get_string (object, "kind", NULL);
  const char *id = yc_json_get_string (object, "id", NULL);
  JsonNode *body = yc_json_get_member (object, "body");

  if (kind == NULL || id == NULL || (body != NULL && !JSON_NODE_HOLDS_OBJECT (body)))
    return FALSE;
  g_ptr_array_add (page->documents,
                   document_new (kind, id, body != NULL ? json_node_ref (body) : NULL));
  return TRUE;
}

/**
 * yc_catalog_page_from_json:
 * @json: {"version","documents":[{"kind","id","version","body"}],"more"}
 * @error: return location
 *
 * Returns: (transfer full): the page; %NULL with %YC_CLIENT_ERROR_BAD_ANSWER
 */
YcCatalogPage *
yc_catalog_page_from_json (JsonObject  *json,
                           GError     **error)
{
  g_autoptr (YcCatalogPage) page = yc_catalog_page_new ();
  JsonArray *documents = yc_json_get_array (json, "documents");
  gboolean right = documents != NULL;

  page->version = yc_json_get_int (json, "version", -1);
  page->more = yc_json_get_boolean (json, "more", FALSE);
  for (guint i = 0; right && i < json_array_get_length (documents); i++)
    right = take_document (page, json_array_get_element (documents, i));
  if (right && page->version >= 0)
    return g_steal_pointer (&page);
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is no page of the catalog");
  return NULL;
}

static gboolean
read_version (YcConnection   *connection,
              YcCatalogPage  *page,
              GError        **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement = yc_connection_prepare (connection,
                                     "SELECT version FROM catalog_state WHERE service = $1", error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, NAME);
  if (yc_statement_step (statement, error))
    page->version = yc_statement_get_int (statement, 0);
  return *error == NULL;
}

static gboolean
read_documents (YcStatement    *statement,
                YcCatalogPage  *page,
                GError        **error)
{
  while (statement != NULL && yc_statement_step (statement, error))
    {
      JsonNode *body = yc_json_parse (yc_statement_get_text (statement, 2), -1, NULL, error);

      if (body == NULL)
        return FALSE;
      g_ptr_array_add (page->documents, document_new (yc_statement_get_text (statement, 0),
                                                      yc_statement_get_text (statement, 1), body));
    }
  return *error == NULL;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  g_autoptr (YcCatalogPage) page = yc_catalog_page_new ();
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, LOAD_SQL, error);

  if (!read_version (connection, page, error) || !read_documents (statement, page, error))
    return NULL;
  return g_steal_pointer (&page);
}

void
yc_catalog_table_load_async (YcStorage           *storage,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_READ, load_job, NULL, NULL,
                        (GDestroyNotify) yc_catalog_page_free, NULL, callback, user_data);
}

static gpointer
load_entries_job (YcConnection  *connection,
                  gpointer       data,
                  GError       **error)
{
  g_autoptr (YcCatalogPage) page = yc_catalog_page_new ();
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, LOAD_ENTRIES_SQL, error);

  if (statement == NULL)
    return NULL;
  yc_statement_bind_text (statement, 1, data);
  yc_statement_bind_int (statement, 2, SLICE_ENTRIES);
  if (!read_documents (statement, page, error))
    return NULL;
  page->more = page->documents->len == SLICE_ENTRIES;
  return g_steal_pointer (&page);
}

void
yc_catalog_table_load_entries_async (YcStorage           *storage,
                                     const char          *after,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_READ, load_entries_job, g_strdup (after), g_free,
                        (GDestroyNotify) yc_catalog_page_free, NULL, callback, user_data);
}

static gboolean
store_document (YcConnection             *connection,
                const YcCatalogDocument  *document,
                GError                  **error)
{
  g_autoptr (YcStatement) statement = NULL;
  g_autofree char *text = NULL;

  if (document->body == NULL)
    statement = yc_connection_prepare (connection,
                                       "DELETE FROM documents WHERE kind = $1 AND id = $2", error);
  else
    statement = yc_connection_prepare (connection,
                                       "INSERT INTO documents (kind, id, body) VALUES ($1, $2, $3) "
                                       "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
                                       error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, document->kind);
  yc_statement_bind_text (statement, 2, document->id);
  if (document->body != NULL)
    {
      text = yc_json_write (document->body);
      yc_statement_bind_text (statement, 3, text);
    }
  return yc_statement_run (statement, error);
}

static gboolean
store_version (YcConnection  *connection,
               gint64         version,
               GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement =
      yc_connection_prepare (connection,
                             "INSERT INTO catalog_state (service, version) VALUES ($1, $2) "
                             "ON CONFLICT (service) DO UPDATE SET version = excluded.version",
                             error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, NAME);
  yc_statement_bind_int (statement, 2, version);
  return yc_statement_run (statement, error);
}

static gpointer
store_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  YcCatalogPage **place = data;
  YcCatalogPage *page = *place;

  if (page->clear && !yc_connection_exec (connection, "DELETE FROM documents", error))
    return NULL;
  for (guint i = 0; i < page->documents->len; i++)
    if (!store_document (connection, g_ptr_array_index (page->documents, i), error))
      return NULL;
  if (!store_version (connection, page->version, error))
    return NULL;
  return g_steal_pointer (place);
}

static void
free_place (gpointer data)
{
  YcCatalogPage **place = data;

  g_clear_pointer (place, yc_catalog_page_free);
  g_free (place);
}

void
yc_catalog_table_store_async (YcStorage           *storage,
                              YcCatalogPage       *page,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  YcCatalogPage **place = g_new (YcCatalogPage *, 1);

  *place = page;
  yc_storage_run_async (storage, YC_WORKER_WRITE, store_job, place, free_place,
                        (GDestroyNotify) yc_catalog_page_free, NULL, callback, user_data);
}
