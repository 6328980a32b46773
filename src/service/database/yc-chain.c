/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that are chained by their hashes: to alter or take out one, all after it would have to be
 * written anew, and the last hash may be noted down elsewhere. */
#include "yc-chain.h"

#include "yc-json.h"

/**
 * yc_chain_hash:
 * @previous: the hash before, "" for the first record
 * @record: (transfer full): all that the record says
 *
 * Returns: (transfer full): the record's hash: SHA-256, in hexadecimal, of @previous and of the
 *   record as canonical JSON
 */
char *
yc_chain_hash (const char *previous,
               JsonObject *record)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (JsonNode) node = yc_json_object_node (record);
  g_autofree char *text = yc_json_write_canonical (node);

  g_checksum_update (checksum, (const guchar *) previous, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * yc_chain_get_previous:
 * @transaction: a transaction
 * @sql: gives the hash of record $1
 * @number: the number of a new record, from 1
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the hash of the record before, "" for the first; %NULL on an error
 */
char *
yc_chain_get_previous (YcTransaction  *transaction,
                       const char     *sql,
                       gint64          number,
                       GError        **error)
{
  g_autoptr (YcRows) rows = NULL;

  if (number == 1)
    return g_strdup ("");
  rows = yc_transaction_query_one (transaction, error, sql, "i", number - 1);
  return rows != NULL ? g_strdup (yc_rows_get_text (rows, 0)) : NULL;
}
