/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every state of every catalog document.
 *
 * Each changed document gets a version number of its own, and the catalog's version is the largest
 * one: a desk that has everything up to N has one definite state, wherever N lies. */
#include "yc-documents-table.h"

#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#define COUNTER "document"

gint64
yc_documents_table_get_version (YcTransaction  *transaction,
                                GError        **error)
{
  return yc_counters_table_get (transaction, COUNTER, error);
}

/**
 * yc_documents_table_find:
 * @transaction: a transaction
 * @kind: the document's kind
 * @id: the document's id
 * @at: a version of the catalog
 * @version: (out): the document's version that was current then
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_NOT_FOUND when there was no such document then
 */
gboolean
yc_documents_table_find (YcTransaction  *transaction,
                         const char     *kind,
                         const char     *id,
                         gint64          at,
                         gint64         *version,
                         GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    "SELECT version, body IS NULL FROM documents WHERE kind = $1 AND id = $2 AND version <= $3 "
    "ORDER BY version DESC LIMIT 1", "ssi", kind, id, at);

  if (rows == NULL)
    return FALSE;
  *version = yc_rows_get_int (rows, 0);
  if (yc_rows_get_int (rows, 1) == 0)
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND, "Document removed");
  return FALSE;
}

/**
 * yc_documents_table_load:
 * @transaction: a transaction
 * @version: a document's version
 * @error: (nullable): return location
 *
 * Returns: (transfer full): its body as JSON text, %NULL on an error
 */
char *
yc_documents_table_load (YcTransaction  *transaction,
                         gint64          version,
                         GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT body FROM documents WHERE version = $1 AND body IS NOT NULL", "i",
    version);

  return rows != NULL ? g_strdup (yc_rows_get_text (rows, 0)) : NULL;
}

/**
 * yc_documents_table_list_names:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type GStrv): {kind, id, body} of every current document
 */
GPtrArray *
yc_documents_table_list_names (YcTransaction  *transaction,
                               GError        **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT d.kind, d.id, d.body FROM documents d WHERE d.body IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM documents e WHERE e.kind = d.kind AND e.id = d.id AND e.version > d.version) "
    "ORDER BY d.kind, d.id", "");

  while (yc_rows_next (rows, error))
    {
      const char *name[] = { yc_rows_get_text (rows, 0), yc_rows_get_text (rows, 1),
                             yc_rows_get_text (rows, 2), NULL };
      g_ptr_array_add (names, g_strdupv ((char **) name));
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&names) : NULL;
}

/**
 * yc_documents_table_put:
 * @transaction: a transaction that writes
 * @kind: the document's kind
 * @id: the document's id
 * @body: (nullable): its JSON text, %NULL to remove it
 * @now: the time
 * @error: (nullable): return location
 *
 * Returns: the document's new version, 0 on an error
 */
gint64
yc_documents_table_put (YcTransaction  *transaction,
                        const char     *kind,
                        const char     *id,
                        const char     *body,
                        const char     *now,
                        GError        **error)
{
  gint64 version = yc_counters_table_next (transaction, COUNTER, error);

  if (version == 0 ||
      !yc_transaction_run (transaction, error,
                           "INSERT INTO documents (version, kind, id, body, published_at) "
                           "VALUES ($1, $2, $3, $4, $5)",
                           "issss", version, kind, id, body, now))
    return 0;
  return version;
}

static JsonObject *
change_to_json (YcRows *rows)
{
  JsonObject *object = json_object_new ();
  JsonNode *body = NULL;

  if (!yc_rows_is_null (rows, 3))
    body = yc_json_parse (yc_rows_get_text (rows, 3), -1, NULL, NULL);
  json_object_set_string_member (object, "kind", yc_rows_get_text (rows, 1));
  json_object_set_string_member (object, "id", yc_rows_get_text (rows, 2));
  json_object_set_int_member (object, "version", yc_rows_get_int (rows, 0));
  json_object_set_member (object, "body", body != NULL ? body : json_node_new (JSON_NODE_NULL));
  return object;
}

/**
 * yc_documents_table_list_changes:
 * @transaction: a transaction
 * @after: a version of the catalog
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full): objects {kind, id, version, body} of the documents that have changed
 *   since, each once in its present state, in the order of their versions
 */
JsonArray *
yc_documents_table_list_changes (YcTransaction  *transaction,
                                 gint64          after,
                                 gint64          limit,
                                 GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT d.version, d.kind, d.id, d.body FROM documents d WHERE d.version > $1 AND NOT EXISTS "
    "(SELECT 1 FROM documents e WHERE e.kind = d.kind AND e.id = d.id AND e.version > d.version) "
    "ORDER BY d.version LIMIT $2", "ii", after, limit);

  while (yc_rows_next (rows, error))
    json_array_add_object_element (array, change_to_json (rows));
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

/* What the member question looks like in a document's text, for LIKE with the escape "!". */
static char *
write_pattern (const char *question)
{
  g_autoptr (JsonNode) node = yc_json_string_node (question);
  g_autofree char *text = yc_json_write (node);
  g_autoptr (GString) pattern = g_string_new (text);

  g_string_replace (pattern, "!", "!!", 0);
  g_string_replace (pattern, "%", "!%", 0);
  g_string_replace (pattern, "_", "!_", 0);
  return g_strdup_printf ("%%\"question\":%s%%", pattern->str);
}

/**
 * yc_documents_table_find_entry_asking:
 * @transaction: a transaction
 * @question: a question
 * @but: an entry that is not meant
 * @id: (out) (nullable) (transfer full): the id of another current entry with that question
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_documents_table_find_entry_asking (YcTransaction  *transaction,
                                      const char     *question,
                                      const char     *but,
                                      char          **id,
                                      GError        **error)
{
  g_autofree char *pattern = write_pattern (question);
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT d.id, d.body FROM documents d WHERE d.kind = 'entry' AND d.id <> $1 AND "
    "d.body LIKE $2 ESCAPE '!' AND NOT EXISTS (SELECT 1 FROM documents e WHERE e.kind = d.kind AND "
    "e.id = d.id AND e.version > d.version)", "ss", but, pattern);

  *id = NULL;
  while (*id == NULL && yc_rows_next (rows, error))
    {
      g_autoptr (JsonNode) body = yc_json_parse (yc_rows_get_text (rows, 1), -1, NULL, NULL);

      /* An earlier version may have asked so. */
      if (g_strcmp0 (yc_json_get_string (yc_json_node_get_object (body), "question", NULL),
                     question) == 0)
        *id = g_strdup (yc_rows_get_text (rows, 0));
    }
  return *id != NULL || yc_rows_is_done (rows);
}
