/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog's tables: reading all of it at start, writing what changed. Nothing of it is
 * personal, so nothing is sealed. */
#include "yc-catalog-table.h"

#include "yc-catalog.h"
#include "yc-client-error.h"
#include "yc-json.h"
#include "yc-material-table.h"
#include "yc-search-catalog.h"

#define NAME "catalog"
/* Raised with every change of what is taken for a document or searched in it. */
#define FORMAT 1

#define ENTRY "entry"
#define ITEM "item"

/* Strings are kept so many bytes together. */
#define STRINGS_SIZE 65536

/* By the order of kinds: “<>” would have the long texts of all entries read from the disk. */
#define LOAD_SQL \
  "SELECT kind, id, body FROM documents WHERE kind < '" ENTRY "' OR kind > '" ENTRY "'"
#define LOAD_ENTRIES_SQL "SELECT '" ENTRY "', id, links FROM links"
#define FETCH_SQL "SELECT body FROM documents WHERE kind = $1 AND id = $2"
#define PUT_SQL \
  "INSERT INTO documents (kind, id, body) VALUES ($1, $2, $3) " \
  "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body"
#define PUT_LINKS_SQL \
  "INSERT INTO links (id, links) VALUES ($1, $2) " \
  "ON CONFLICT (id) DO UPDATE SET links = excluded.links"
/* What is read once from end to end need not be kept by SQLite too, in the midst of what stays. */
#define SMALL_CACHE_SQL "PRAGMA cache_size = -256"
#define DROP_SQL "DELETE FROM documents WHERE kind = $1 AND id = $2"
#define DROP_LINKS_SQL "DELETE FROM links WHERE id = $2 AND $1 = '" ENTRY "'"
#define CLEAR_SQL "DELETE FROM documents; DELETE FROM links; DELETE FROM materials"

static void
document_free (YcCatalogDocument *document)
{
  g_free (document->text);
  g_clear_pointer (&document->body, json_node_unref);
  g_free (document);
}

static YcCatalogDocument *
add_document (YcCatalogPage *page,
              const char    *kind,
              const char    *id)
{
  YcCatalogDocument *document = g_new0 (YcCatalogDocument, 1);

  document->kind = g_intern_string (kind);
  document->id = g_string_chunk_insert (page->strings, id);
  g_ptr_array_add (page->documents, document);
  return document;
}

YcCatalogPage *
yc_catalog_page_new (void)
{
  YcCatalogPage *page = g_new0 (YcCatalogPage, 1);

  page->strings = g_string_chunk_new (STRINGS_SIZE);
  page->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) document_free);
  return page;
}

void
yc_catalog_page_free (YcCatalogPage *page)
{
  g_ptr_array_unref (page->documents);
  g_string_chunk_free (page->strings);
  g_clear_pointer (&page->batch, yc_search_batch_free);
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
  YcCatalogDocument *document;

  if (kind == NULL || id == NULL || (body != NULL && !JSON_NODE_HOLDS_OBJECT (body)))
    return FALSE;
  document = add_document (page, kind, id);
  if (body != NULL)
    document->body = json_node_ref (body);
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
  page->latest = yc_json_get_int (json, "latest", page->version);
  page->more = yc_json_get_boolean (json, "more", FALSE);
  for (guint i = 0; right && i < json_array_get_length (documents); i++)
    right = take_document (page, json_array_get_element (documents, i));
  if (right && page->version >= 0)
    return g_steal_pointer (&page);
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is no page of the catalog");
  return NULL;
}

/* What another program has put away is used until it was fetched anew. */
static gboolean
read_version (YcConnection   *connection,
              YcCatalogPage  *page,
              GError        **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement = yc_connection_prepare (
      connection, "SELECT version FROM catalog_state WHERE service = $1 AND format = $2", error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, NAME);
  yc_statement_bind_int (statement, 2, FORMAT);
  if (yc_statement_step (statement, error))
    page->version = yc_statement_get_int (statement, 0);
  return *error == NULL;
}

static void
read_document (YcCatalogPage *page,
               YcStatement   *statement)
{
  YcCatalogDocument *document = add_document (page, yc_statement_get_text (statement, 0),
                                              yc_statement_get_text (statement, 1));

  if (g_str_equal (document->kind, ENTRY))
    document->links = g_string_chunk_insert (page->strings, yc_statement_get_text (statement, 2));
  else
    document->text = yc_statement_dup_text (statement, 2);
}

static gboolean
read_documents (YcConnection   *connection,
                const char     *sql,
                YcCatalogPage  *page,
                GError        **error)
{
  g_autoptr (YcStatement) statement = NULL;

  if (yc_connection_exec (connection, SMALL_CACHE_SQL, error))
    statement = yc_connection_prepare (connection, sql, error);
  while (statement != NULL && yc_statement_step (statement, error))
    read_document (page, statement);
  return *error == NULL;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  g_autoptr (YcCatalogPage) page = yc_catalog_page_new ();

  if (!read_version (connection, page, error) ||
      !read_documents (connection, LOAD_SQL, page, error))
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

  return read_documents (connection, LOAD_ENTRIES_SQL, page, error) ? g_steal_pointer (&page) : NULL;
}

void
yc_catalog_table_load_entries_async (YcWorker            *reader,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  yc_worker_run_async (reader, YC_WORKER_READ, load_entries_job, NULL, NULL,
                       (GDestroyNotify) yc_catalog_page_free, NULL, callback, user_data);
}

static char *
fetch_text (YcConnection  *connection,
            const char    *kind,
            const char    *id,
            GError       **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, FETCH_SQL, error);

  if (statement == NULL)
    return NULL;
  yc_statement_bind_text (statement, 1, kind);
  yc_statement_bind_text (statement, 2, id);
  return yc_statement_step (statement, error) ? yc_statement_dup_text (statement, 0) : NULL;
}

/* @data: the kind, then the ids */
static gpointer
fetch_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  char **names = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 1; names[i] != NULL; i++)
    {
      g_ptr_array_add (texts, fetch_text (connection, names[0], names[i], error));
      if (*error != NULL)
        return NULL;
    }
  return g_steal_pointer (&texts);
}

void
yc_catalog_table_fetch_async (YcWorker            *reader,
                              const char          *kind,
                              const char *const   *ids,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, kind);
  g_strv_builder_addv (names, (const char **) ids);
  yc_worker_run_async (reader, YC_WORKER_READ, fetch_job, g_strv_builder_end (names),
                       (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref, NULL,
                       callback, user_data);
}

static const char *
make_links (YcCatalogPage *page,
            JsonObject    *entry)
{
  g_auto (GStrv) items = yc_json_dup_strv (entry, "items");
  g_auto (GStrv) lists = yc_json_dup_strv (entry, "lists");
  g_autofree char *first = g_strjoinv ("\n", items);
  g_autofree char *second = g_strjoinv ("\n", lists);
  g_autofree char *links = g_strjoin ("\n", first, second, NULL);

  return g_string_chunk_insert (page->strings, links);
}

/* FALSE when @document is not as this program wants it. */
static gboolean
prepare_document (YcCatalogPage     *page,
                  YcCatalogDocument *document)
{
  JsonObject *json = yc_json_node_get_object (document->body);
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return TRUE;
  if (!yc_catalog_accepts (document->kind, document->id, document->body, &error))
    {
      g_message ("Catalog document %s %s is passed over: %s", document->kind, document->id,
                 error->message);
      return FALSE;
    }
  document->text = yc_json_write (document->body);
  if (g_str_equal (document->kind, ENTRY))
    document->links = make_links (page, json);
  return TRUE;
}

/* A document in a format of tomorrow must not take away those of today. */
static void
prepare_documents (YcCatalogPage *page)
{
  guint i = 0;

  while (i < page->documents->len)
    if (prepare_document (page, g_ptr_array_index (page->documents, i)))
      i++;
    else
      g_ptr_array_remove_index (page->documents, i);
}

static YcStatement *
prepare_for (YcConnection             *connection,
             const char               *sql,
             const YcCatalogDocument  *document,
             GError                  **error)
{
  YcStatement *statement = yc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  yc_statement_bind_text (statement, 1, document->kind);
  yc_statement_bind_text (statement, 2, document->id);
  return statement;
}

static gboolean
run_for (YcConnection             *connection,
         const char               *sql,
         const YcCatalogDocument  *document,
         GError                  **error)
{
  g_autoptr (YcStatement) statement = prepare_for (connection, sql, document, error);

  return statement != NULL && yc_statement_run (statement, error);
}

static gboolean
put_links (YcConnection             *connection,
           const YcCatalogDocument  *document,
           GError                  **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, PUT_LINKS_SQL, error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, document->id);
  yc_statement_bind_text (statement, 2, document->links);
  return yc_statement_run (statement, error);
}

static gboolean
store_document (YcConnection             *connection,
                YcSearchBatch            *batch,
                GHashTable               *titles,
                const YcCatalogDocument  *document,
                GError                  **error)
{
  JsonObject *json = yc_json_node_get_object (document->body);
  g_autoptr (YcStatement) statement = NULL;

  if (g_str_equal (document->kind, ITEM) &&
      !yc_material_table_store (connection, document->id, json, titles, error))
    return FALSE;
  yc_search_batch_remove (batch, document->kind, document->id);
  if (document->text == NULL)
    return run_for (connection, DROP_SQL, document, error) &&
           run_for (connection, DROP_LINKS_SQL, document, error);

  yc_search_catalog_put (batch, document->kind, document->id, json);
  statement = prepare_for (connection, PUT_SQL, document, error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 3, document->text);
  return yc_statement_run (statement, error) &&
         (document->links == NULL || put_links (connection, document, error));
}

static gboolean
store_version (YcConnection  *connection,
               gint64         version,
               GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement =
      yc_connection_prepare (connection,
                             "INSERT INTO catalog_state (service, version, format) "
                             "VALUES ($1, $2, $3) ON CONFLICT (service) DO UPDATE "
                             "SET version = excluded.version, format = excluded.format",
                             error);
  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 1, NAME);
  yc_statement_bind_int (statement, 2, version);
  yc_statement_bind_int (statement, 3, FORMAT);
  return yc_statement_run (statement, error);
}

static gboolean
begin_batch (YcConnection   *connection,
             YcCatalogPage  *page,
             GError        **error)
{
  page->batch = yc_search_batch_new ();
  if (!page->clear)
    return TRUE;
  /* A filling with nothing. */
  yc_search_batch_begin_fill (page->batch);
  yc_search_batch_end_fill (page->batch);
  return yc_connection_exec (connection, CLEAR_SQL, error);
}

static gpointer
store_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  YcCatalogPage **place = data;
  YcCatalogPage *page = *place;
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  prepare_documents (page);
  if (!begin_batch (connection, page, error))
    return NULL;
  for (guint i = 0; i < page->documents->len; i++)
    {
      YcCatalogDocument *document = g_ptr_array_index (page->documents, i);

      if (!store_document (connection, page->batch, titles, document, error))
        return NULL;
      g_clear_pointer (&document->body, json_node_unref);
    }
  if (!yc_material_table_put (connection, titles, page->batch, error) ||
      !store_version (connection, page->version, error))
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
