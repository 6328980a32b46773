/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided about each try of a case. */
#include "yc-decisions-table.h"

#include "yc-json.h"
#include "yc-service-error.h"

#define NOTE "decision.note"
#define SELECT                                                                                   \
  "SELECT kind, by_id, by_name, at, reason, reason_title, cause, field, note, level, step, "     \
  "try_number FROM decisions WHERE case_id = $1 "

/**
 * yc_decisions_table_insert:
 * @transaction: a transaction that writes
 * @vault: seals the note
 * @decision: a decision
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_decisions_table_insert (YcTransaction     *transaction,
                           YcVault           *vault,
                           const YcDecision  *d,
                           GError           **error)
{
  g_autoptr (GBytes) note = d->note != NULL ? yc_vault_seal_text (vault, d->note, NOTE) : NULL;

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO decisions (case_id, number, try_number, step, level, kind, by_id, by_name, at, "
    "reason, reason_title, cause, field, note) VALUES ($1, (SELECT coalesce(max(number), 0) + 1 "
    "FROM decisions WHERE case_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    "siisssssssssb", d->case_id, d->try_number, d->step, d->level, d->kind, d->by_id,
    d->by_name, d->at, d->reason, d->reason_title, d->cause, d->field, note);
}

static JsonObject *
row_to_json (YcRows   *rows,
             YcVault  *vault,
             GError  **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *by = json_object_new ();
  g_autoptr (GBytes) sealed = yc_rows_dup_bytes (rows, 8);
  g_autofree char *note = NULL;

  if (sealed != NULL)
    {
      note = yc_vault_open_text (vault, sealed, NOTE, error);
      if (note == NULL)
        return NULL;
    }
  json_object_set_string_member (object, "kind", yc_rows_get_text (rows, 0));
  json_object_set_string_member (by, "id", yc_rows_get_text (rows, 1));
  json_object_set_string_member (by, "name", yc_rows_get_text (rows, 2));
  json_object_set_object_member (object, "by", by);
  json_object_set_string_member (object, "at", yc_rows_get_text (rows, 3));
  json_object_set_member (object, "reason", yc_json_string_node (yc_rows_get_text (rows, 4)));
  json_object_set_member (object, "reason_title", yc_json_string_node (yc_rows_get_text (rows, 5)));
  json_object_set_member (object, "cause", yc_json_string_node (yc_rows_get_text (rows, 6)));
  json_object_set_member (object, "field", yc_json_string_node (yc_rows_get_text (rows, 7)));
  json_object_set_member (object, "note", yc_json_string_node (note));
  json_object_set_string_member (object, "level", yc_rows_get_text (rows, 9));
  json_object_set_int_member (object, "step", yc_rows_get_int (rows, 10));
  json_object_set_int_member (object, "try", yc_rows_get_int (rows, 11));
  return g_steal_pointer (&object);
}

/**
 * yc_decisions_table_list:
 * @transaction: a transaction
 * @vault: opens the notes
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type JsonObject): its decisions in their order
 */
GPtrArray *
yc_decisions_table_list (YcTransaction  *transaction,
                         YcVault        *vault,
                         const char     *case_id,
                         GError        **error)
{
  g_autoptr (GPtrArray) decisions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, SELECT "ORDER BY number", "s", case_id);

  while (yc_rows_next (rows, error))
    {
      JsonObject *object = row_to_json (rows, vault, error);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (decisions, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&decisions) : NULL;
}

/**
 * yc_decisions_table_find_last_return:
 * @transaction: a transaction
 * @vault: opens the note
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the last time it was sent back, %NULL with %YC_SERVICE_ERROR_NOT_FOUND
 *   when it never was
 */
JsonObject *
yc_decisions_table_find_last_return (YcTransaction  *transaction,
                                     YcVault        *vault,
                                     const char     *case_id,
                                     GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, SELECT "AND kind = 'return' ORDER BY number DESC LIMIT 1", "s", case_id);

  return rows != NULL ? row_to_json (rows, vault, error) : NULL;
}

gint64
yc_decisions_table_count_returns (YcTransaction  *transaction,
                                  const char     *case_id,
                                  const char     *reason,
                                  const char     *cause,
                                  GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT count(*) FROM decisions WHERE case_id = $1 AND kind = 'return' "
    "AND reason = $2 AND cause = $3", "sss", case_id, reason, cause);

  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}
