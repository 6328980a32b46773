/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was submitted, each time: the record keeps every try. */
#include "yc-tries-table.h"

#include "yc-sealed-json.h"

#define CONTENT "try.content"

/**
 * yc_tries_table_insert:
 * @transaction: a transaction that writes
 * @vault: seals the content
 * @case_id: a case
 * @number: which try, from 1
 * @by: who submitted it
 * @now: the time
 * @content: {form, materials}
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_tries_table_insert (YcTransaction  *transaction,
                       YcVault        *vault,
                       const char     *case_id,
                       gint64          number,
                       const char     *by,
                       const char     *now,
                       JsonObject     *content,
                       GError        **error)
{
  g_autoptr (GBytes) sealed = yc_sealed_json_write (vault, content, CONTENT);

  return yc_transaction_run (transaction, error,
                             "INSERT INTO tries (case_id, number, submitted_at, submitted_by, "
                             "content) VALUES ($1, $2, $3, $4, $5)",
                             "sissb", case_id, number, now, by, sealed);
}

static JsonObject *
read_row (YcRows   *rows,
          YcVault  *vault,
          GError  **error)
{
  g_autoptr (GBytes) sealed = yc_rows_dup_bytes (rows, 2);
  JsonObject *object = yc_sealed_json_read (vault, sealed, CONTENT, error);

  if (object == NULL)
    return NULL;
  json_object_set_int_member (object, "number", yc_rows_get_int (rows, 0));
  json_object_set_string_member (object, "submitted_at", yc_rows_get_text (rows, 1));
  return object;
}

/**
 * yc_tries_table_list:
 * @transaction: a transaction
 * @vault: opens the content
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): objects {number, submitted_at, form, materials} in their order
 */
JsonArray *
yc_tries_table_list (YcTransaction  *transaction,
                     YcVault        *vault,
                     const char     *case_id,
                     GError        **error)
{
  g_autoptr (JsonArray) tries = json_array_new ();
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT number, submitted_at, content FROM tries WHERE case_id = $1 ORDER BY number", "s",
    case_id);

  while (yc_rows_next (rows, error))
    {
      JsonObject *object = read_row (rows, vault, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (tries, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&tries) : NULL;
}
