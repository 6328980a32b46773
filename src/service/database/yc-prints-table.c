/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each printing of each certificate, numbered 1, 2, 3… */
#include "yc-prints-table.h"

#include "yc-json.h"

#define NOTE "print.note"
#define SELECT                                                                                   \
  "SELECT id, serial, number, state, detail, printer, copies, job, by_id, by_name, asked_at, "   \
  "updated_at, reason, note FROM prints "

/**
 * yc_prints_table_count:
 * @transaction: a transaction
 * @serial: a certificate's serial number
 * @error: (nullable): return location
 *
 * Returns: how often it was printed, -1 on an error
 */
gint64
yc_prints_table_count (YcTransaction  *transaction,
                       const char     *serial,
                       GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT coalesce(max(number), 0) FROM prints WHERE serial = $1", "s",
    serial);

  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}

/**
 * yc_prints_table_insert:
 * @transaction: a transaction that writes
 * @vault: seals the note
 * @record: a new printing
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_prints_table_insert (YcTransaction        *transaction,
                        YcVault              *vault,
                        const YcPrintRecord  *record,
                        GError              **error)
{
  g_autoptr (GBytes) note = record->note != NULL && record->note[0] != '\0'
                              ? yc_vault_seal_text (vault, record->note, NOTE) : NULL;

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO prints (id, serial, number, state, detail, printer, copies, job, by_id, by_name, "
    "asked_at, updated_at, reason, note) VALUES ($1, $2, $3, 'submitted', '', $4, $5, $6, $7, $8, "
    "$9, $9, $10, $11)",
    "ssisisssssb", record->id, record->serial, record->number, record->printer, record->copies,
    record->job, record->by_id, record->by_name, record->at, record->reason, note);
}

gboolean
yc_prints_table_set_state (YcTransaction  *transaction,
                           const char     *id,
                           const char     *state,
                           const char     *detail,
                           const char     *job,
                           const char     *printer,
                           const char     *now,
                           GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "UPDATE prints SET state = $2, detail = $3, job = $4, printer = $5, "
                             "updated_at = $6 WHERE id = $1", "ssssss", id, state, detail, job,
                             printer, now);
}

static gboolean
add_reason (YcRows      *rows,
            YcVault     *vault,
            JsonObject  *object,
            GError     **error)
{
  const char *reason = yc_rows_get_text (rows, 12);
  g_autoptr (GBytes) sealed = yc_rows_is_null (rows, 13) ? NULL : yc_rows_dup_bytes (rows, 13);
  g_autofree char *note = NULL;

  if (sealed != NULL && (note = yc_vault_open_text (vault, sealed, NOTE, error)) == NULL)
    return FALSE;
  json_object_set_member (object, "reason",
                          yc_json_string_node (reason[0] != '\0' ? reason : NULL));
  json_object_set_member (object, "note", yc_json_string_node (note));
  return TRUE;
}

static JsonObject *
row_to_json (YcRows   *rows,
             YcVault  *vault,
             GError  **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *by = json_object_new ();

  json_object_set_string_member (object, "id", yc_rows_get_text (rows, 0));
  json_object_set_string_member (object, "serial", yc_rows_get_text (rows, 1));
  json_object_set_int_member (object, "number", yc_rows_get_int (rows, 2));
  json_object_set_string_member (object, "state", yc_rows_get_text (rows, 3));
  json_object_set_string_member (object, "detail", yc_rows_get_text (rows, 4));
  json_object_set_string_member (object, "printer", yc_rows_get_text (rows, 5));
  json_object_set_int_member (object, "copies", yc_rows_get_int (rows, 6));
  json_object_set_string_member (object, "job", yc_rows_get_text (rows, 7));
  json_object_set_string_member (by, "id", yc_rows_get_text (rows, 8));
  json_object_set_string_member (by, "name", yc_rows_get_text (rows, 9));
  json_object_set_object_member (object, "by", by);
  json_object_set_string_member (object, "asked_at", yc_rows_get_text (rows, 10));
  json_object_set_string_member (object, "updated_at", yc_rows_get_text (rows, 11));
  return add_reason (rows, vault, object, error) ? g_steal_pointer (&object) : NULL;
}

/**
 * yc_prints_table_find:
 * @transaction: a transaction
 * @vault: opens the note
 * @id: a printing's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the printing as the API tells it, %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
JsonObject *
yc_prints_table_find (YcTransaction  *transaction,
                      YcVault        *vault,
                      const char     *id,
                      GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query_one (transaction, error, SELECT "WHERE id = $1", "s", id);

  return rows != NULL ? row_to_json (rows, vault, error) : NULL;
}

/**
 * yc_prints_table_list:
 * @transaction: a transaction
 * @vault: opens the notes
 * @serial: a certificate's serial number
 * @error: (nullable): return location
 *
 * Returns: (transfer full): its printings as the API tells them, in their order
 */
JsonArray *
yc_prints_table_list (YcTransaction  *transaction,
                      YcVault        *vault,
                      const char     *serial,
                      GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, SELECT "WHERE serial = $1 ORDER BY number", "s",
                          serial);

  while (yc_rows_next (rows, error))
    {
      JsonObject *object = row_to_json (rows, vault, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (array, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}
