/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each printing of each certificate, numbered 1, 2, 3… */
#include "yc-prints-table.h"

#define SELECT                                                                                   \
  "SELECT id, serial, number, state, detail, printer, copies, job, by_id, by_name, asked_at, "   \
  "updated_at FROM prints "

/**
 * yc_prints_table_insert:
 * @transaction: a transaction that writes
 * @record: a new printing; it gets the certificate's next number
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_prints_table_insert (YcTransaction        *transaction,
                        const YcPrintRecord  *record,
                        GError              **error)
{
  return yc_transaction_run (
    transaction, error,
    "INSERT INTO prints (id, serial, number, state, detail, printer, copies, job, by_id, by_name, "
    "asked_at, updated_at) VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM prints "
    "WHERE serial = $2), 'submitted', '', $3, $4, $5, $6, $7, $8, $8)",
    "sssissss", record->id, record->serial, record->printer, record->copies, record->job,
    record->by_id, record->by_name, record->at);
}

gboolean
yc_prints_table_set_state (YcTransaction  *transaction,
                           const char     *id,
                           const char     *state,
                           const char     *detail,
                           const char     *job,
                           const char     *now,
                           GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "UPDATE prints SET state = $2, detail = $3, job = $4, updated_at = $5 "
                             "WHERE id = $1", "sssss", id, state, detail, job, now);
}

static JsonObject *
row_to_json (YcRows *rows)
{
  JsonObject *object = json_object_new ();
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
  return object;
}

/**
 * yc_prints_table_find:
 * @transaction: a transaction
 * @id: a printing's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the printing as the API tells it, %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
JsonObject *
yc_prints_table_find (YcTransaction  *transaction,
                      const char     *id,
                      GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query_one (transaction, error, SELECT "WHERE id = $1", "s", id);

  return rows != NULL ? row_to_json (rows) : NULL;
}

/**
 * yc_prints_table_list:
 * @transaction: a transaction
 * @serial: a certificate's serial number
 * @error: (nullable): return location
 *
 * Returns: (transfer full): its printings as the API tells them, in their order
 */
JsonArray *
yc_prints_table_list (YcTransaction  *transaction,
                      const char     *serial,
                      GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, SELECT "WHERE serial = $1 ORDER BY number", "s",
                          serial);

  while (yc_rows_next (rows, error))
    json_array_add_object_element (array, row_to_json (rows));
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}
