/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which certificates are not in force any more, as the ledger has it: a desk keeps a copy, so that
 * it can tell with the line down. */
#include "yc-revocations.h"

#include "yc-json.h"
#include "yc-ledger-table.h"

/* What was made void is named by its entry; what was replaced is the version before that one. */
#define LIST                                                                                     \
  "SELECT l.number, c.serial, c.state, CASE WHEN l.kind = 'void' THEN NULL ELSE l.serial END "   \
  "FROM ledger l JOIN certificates c ON c.series = l.series AND c.running = l.running "          \
  "AND c.version = l.version - CASE WHEN l.kind = 'void' THEN 0 ELSE 1 END "                     \
  "WHERE l.number > $1 AND l.kind <> '" YC_LEDGER_ISSUE "' ORDER BY l.number LIMIT $2"

static JsonObject *
write_row (YcRows *rows)
{
  JsonObject *object = json_object_new ();
  const char *successor = yc_rows_is_null (rows, 3) ? NULL : yc_rows_get_text (rows, 3);

  json_object_set_int_member (object, "number", yc_rows_get_int (rows, 0));
  json_object_set_string_member (object, "serial", yc_rows_get_text (rows, 1));
  json_object_set_string_member (object, "state", yc_rows_get_text (rows, 2));
  json_object_set_member (object, "replaced_by", yc_json_string_node (successor));
  return object;
}

/**
 * yc_revocations_list:
 * @transaction: a transaction
 * @after: number of the ledger's last entry that is known already
 * @limit: at most so many
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what was made void or replaced since, as the API tells it, the oldest
 *   first: objects {number, serial, state, replaced_by}
 */
JsonArray *
yc_revocations_list (YcTransaction  *transaction,
                     gint64          after,
                     gint64          limit,
                     GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows = yc_transaction_query (transaction, error, LIST, "ii", after, limit);

  while (yc_rows_next (rows, error))
    json_array_add_object_element (array, write_row (rows));
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

/**
 * yc_revocations_get_latest:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: the number of the ledger's last entry, 0 for none, -1 on an error
 */
gint64
yc_revocations_get_latest (YcTransaction  *transaction,
                           GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, "SELECT coalesce(max(number), 0) FROM ledger", "");

  return yc_rows_next (rows, error) ? yc_rows_get_int (rows, 0) : -1;
}
