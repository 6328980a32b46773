/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that was ever done to certificates: each entry names one certificate and is chained to the one
 * before, and a counter beside the table tells when entries at the end are missing. */
#include "yc-ledger-table.h"

#include "yc-chain.h"
#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define COUNTER "ledger"
#define NOTE "ledger.note"
#define COLUMNS                                                                                  \
  "number, at, by_id, kind, series, running, version, serial, identifier, sha256, reason, note"

/* The note counts as it is sealed, so that the chain can be proved without the key. */
static char *
hash_entry (const char          *previous,
            const YcLedgerEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autofree char *note =
    entry->note != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->note) : NULL;

  json_object_set_int_member (object, "number", entry->number);
  json_object_set_string_member (object, "at", entry->at);
  json_object_set_string_member (object, "by", entry->by);
  json_object_set_string_member (object, "kind", entry->kind);
  json_object_set_string_member (object, "series", entry->series);
  json_object_set_int_member (object, "running", entry->running);
  json_object_set_int_member (object, "version", entry->version);
  json_object_set_string_member (object, "serial", entry->serial);
  json_object_set_string_member (object, "identifier", entry->identifier);
  json_object_set_string_member (object, "sha256", entry->sha256);
  json_object_set_string_member (object, "reason", entry->reason);
  json_object_set_member (object, "note", yc_json_string_node (note));
  return yc_chain_hash (previous, object);
}

/* (transfer full) (nullable): the words as an entry keeps them; NULL for none */
GBytes *
yc_ledger_table_seal_note (YcVault    *vault,
                           const char *note)
{
  return note != NULL && note[0] != '\0' ? yc_vault_seal_text (vault, note, NOTE) : NULL;
}

/**
 * yc_ledger_table_append:
 * @transaction: the transaction that makes the change
 * @entry: what is done; its number is not looked at
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_ledger_table_append (YcTransaction        *transaction,
                        const YcLedgerEntry  *entry,
                        GError              **error)
{
  YcLedgerEntry own = *entry;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;

  own.number = yc_counters_table_next (transaction, COUNTER, error);
  if (own.number == 0)
    return FALSE;
  previous = yc_chain_get_previous (transaction, "SELECT hash FROM ledger WHERE number = $1",
                                    own.number, error);
  if (previous == NULL)
    return FALSE;
  hash = hash_entry (previous, &own);
  return yc_transaction_run (transaction, error,
                             "INSERT INTO ledger (" COLUMNS ", hash) VALUES "
                             "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                             "issssiissssbs", own.number, own.at, own.by, own.kind, own.series,
                             own.running, own.version, own.serial, own.identifier, own.sha256,
                             own.reason, own.note, hash);
}

/* It borrows from the row, but for the note. */
static void
read_entry (YcRows        *rows,
            YcLedgerEntry *entry,
            GBytes       **note)
{
  *note = yc_rows_is_null (rows, 11) ? NULL : yc_rows_dup_bytes (rows, 11);
  *entry = (YcLedgerEntry) {
    .number = yc_rows_get_int (rows, 0),
    .at = yc_rows_get_text (rows, 1),
    .by = yc_rows_get_text (rows, 2),
    .kind = yc_rows_get_text (rows, 3),
    .series = yc_rows_get_text (rows, 4),
    .running = yc_rows_get_int (rows, 5),
    .version = yc_rows_get_int (rows, 6),
    .serial = yc_rows_get_text (rows, 7),
    .identifier = yc_rows_get_text (rows, 8),
    .sha256 = yc_rows_get_text (rows, 9),
    .reason = yc_rows_get_text (rows, 10),
    .note = *note,
  };
}

static JsonObject *
write_entry (const YcLedgerEntry  *entry,
             YcVault              *vault,
             GError              **error)
{
  g_autofree char *note = NULL;
  JsonObject *object;

  if (entry->note != NULL && (note = yc_vault_open_text (vault, entry->note, NOTE, error)) == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "at", entry->at);
  json_object_set_string_member (object, "by", entry->by);
  json_object_set_string_member (object, "kind", entry->kind);
  json_object_set_string_member (object, "serial", entry->serial);
  json_object_set_int_member (object, "version", entry->version);
  json_object_set_member (object, "reason",
                          yc_json_string_node (entry->reason[0] != '\0' ? entry->reason : NULL));
  json_object_set_member (object, "note", yc_json_string_node (note));
  return object;
}

/**
 * yc_ledger_table_list:
 * @transaction: a transaction
 * @vault: opens the notes
 * @series: a series
 * @running: a running number of it
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what was done to all versions of one certificate, as the API tells it,
 *   the oldest first: objects {at, by, by_name, kind, serial, version, reason, note}
 */
JsonArray *
yc_ledger_table_list (YcTransaction  *transaction,
                      YcVault        *vault,
                      const char     *series,
                      gint64          running,
                      GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, "SELECT " COLUMNS ", (SELECT u.name FROM users u "
                          "WHERE u.id = by_id) FROM ledger WHERE series = $1 AND running = $2 "
                          "ORDER BY number", "si", series, running);

  while (yc_rows_next (rows, error))
    {
      g_autoptr (GBytes) note = NULL;
      YcLedgerEntry entry;
      JsonObject *object;

      read_entry (rows, &entry, &note);
      object = write_entry (&entry, vault, error);
      if (object == NULL)
        return NULL;
      json_object_set_member (object, "by_name",
                              yc_json_string_node (yc_rows_is_null (rows, 12)
                                                     ? NULL : yc_rows_get_text (rows, 12)));
      json_array_add_object_element (array, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

static gboolean
check_chain (const YcLedgerEntry  *entry,
             const char           *hash,
             gint64                expected,
             char                **head,
             GError              **error)
{
  g_autofree char *own = hash_entry (*head, entry);
  g_autofree char *text = NULL;

  if (entry->number == expected && g_str_equal (own, hash))
    {
      g_free (*head);
      *head = g_steal_pointer (&own);
      return TRUE;
    }
  text = g_strdup_printf ("%" G_GINT64_FORMAT, expected);
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
               _("The ledger of certificates is broken at entry %s."), text);
  return FALSE;
}

static gboolean
walk_rows (YcRows        *rows,
           YcLedgerFunc   func,
           gpointer       user_data,
           gint64        *n_entries,
           char         **head,
           GError       **error)
{
  while (yc_rows_next (rows, error))
    {
      g_autoptr (GBytes) note = NULL;
      YcLedgerEntry entry;

      read_entry (rows, &entry, &note);
      if (!check_chain (&entry, yc_rows_get_text (rows, 12), *n_entries + 1, head, error) ||
          !func (&entry, user_data, error))
        return FALSE;
      *n_entries += 1;
    }
  return yc_rows_is_done (rows);
}

/**
 * yc_ledger_walk:
 * @transaction: a transaction
 * @func: called for each entry, in order
 * @user_data: for @func
 * @n_entries: (out): how many there are
 * @head: (out) (transfer full): the hash of the last, "" when there is none
 * @error: (nullable): return location
 *
 * Goes through the whole ledger.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED when an entry was altered, removed or added, or
 *   what @func told
 */
gboolean
yc_ledger_walk (YcTransaction  *transaction,
                YcLedgerFunc    func,
                gpointer        user_data,
                gint64         *n_entries,
                char          **head,
                GError        **error)
{
  g_autofree char *own = g_strdup ("");
  gint64 last = yc_counters_table_get (transaction, COUNTER, error);
  g_autoptr (YcRows) rows = NULL;

  *n_entries = 0;
  if (last < 0)
    return FALSE;
  rows = yc_transaction_query (transaction, error,
                               "SELECT " COLUMNS ", hash FROM ledger ORDER BY number", "");
  if (!walk_rows (rows, func, user_data, n_entries, &own, error))
    return FALSE;
  *head = g_steal_pointer (&own);
  if (*n_entries == last)
    return TRUE;
  g_clear_pointer (head, g_free);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                       _("Entries at the end of the ledger of certificates are missing."));
  return FALSE;
}
