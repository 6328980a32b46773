/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to reach whom after issue, and how far it has come. A message names a person, so it is
 * sealed like the case. */
#include "yc-deliveries-table.h"

#include "yc-sealed-json.h"

#define MESSAGE "delivery.message"
#define COUNT_TRIES(details)                                                                     \
  "(SELECT count(*) FROM delivery_tries t WHERE t.delivery = deliveries.id "                     \
  "AND t.detail IN (" details "))"
#define SELECT                                                                                   \
  "SELECT id, serial, case_id, channel, title, kind, message, state, n_tries, since, next_at, "  \
  "detail, updated_at, " COUNT_TRIES ("'" YC_DELIVERY_INTERRUPTED "', '" YC_DELIVERY_UNCONFIRMED \
  "'") ", " COUNT_TRIES ("'" YC_DELIVERY_BEGUN "'") " FROM deliveries "

void
yc_delivery_record_free (YcDeliveryRecord *self)
{
  g_free (self->id);
  g_free (self->serial);
  g_free (self->case_id);
  g_free (self->channel);
  g_free (self->title);
  g_free (self->kind);
  g_clear_pointer (&self->message, json_object_unref);
  g_free (self->since);
  g_free (self->next_at);
  g_free (self->detail);
  g_free (self->updated_at);
  g_free (self);
}

/**
 * yc_deliveries_table_insert:
 * @transaction: the transaction that makes what is to be delivered
 * @vault: seals the message
 * @record: the delivery
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_deliveries_table_insert (YcTransaction           *transaction,
                            YcVault                 *vault,
                            const YcDeliveryRecord  *record,
                            GError                 **error)
{
  g_autoptr (GBytes) message = yc_sealed_json_write (vault, record->message, MESSAGE);

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO deliveries (id, serial, case_id, channel, title, kind, message, state, n_tries, "
    "since, next_at, detail, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
    "$12, $10)",
    "ssssssbsisss", record->id, record->serial, record->case_id, record->channel, record->title,
    record->kind, message, yc_delivery_state_to_string (record->state), record->n_tries,
    record->since, record->next_at, record->detail);
}

/**
 * yc_deliveries_table_update:
 * @transaction: a transaction that writes
 * @vault: seals the message
 * @record: a delivery whose state has changed
 * @now: the time
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_deliveries_table_update (YcTransaction           *transaction,
                            YcVault                 *vault,
                            const YcDeliveryRecord  *record,
                            const char              *now,
                            GError                 **error)
{
  g_autoptr (GBytes) message = yc_sealed_json_write (vault, record->message, MESSAGE);

  return yc_transaction_run (transaction, error,
                             "UPDATE deliveries SET message = $2, state = $3, n_tries = $4, "
                             "since = $5, next_at = $6, detail = $7, updated_at = $8 WHERE id = $1",
                             "sbsissss", record->id, message,
                             yc_delivery_state_to_string (record->state), record->n_tries,
                             record->since, record->next_at, record->detail, now);
}

/**
 * yc_deliveries_table_write_try:
 * @transaction: a transaction that writes
 * @record: a delivery
 * @number: which of its tries, from 1
 * @detail: %YC_DELIVERY_BEGUN, or what stood in the way in the end
 * @now: the time
 * @error: (nullable): return location
 *
 * Writes down that it is tried, and later over it what came of that.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_deliveries_table_write_try (YcTransaction           *transaction,
                               const YcDeliveryRecord  *record,
                               gint64                   number,
                               const char              *detail,
                               const char              *now,
                               GError                 **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO delivery_tries (delivery, number, at, detail) "
                             "VALUES ($1, $2, $3, $4) ON CONFLICT (delivery, number) DO UPDATE "
                             "SET at = excluded.at, detail = excluded.detail",
                             "siss", record->id, number, now, detail);
}

/* A try that came to nothing before anything left the house was none. */
gboolean
yc_deliveries_table_remove_begun (YcTransaction  *transaction,
                                  const char     *id,
                                  GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "DELETE FROM delivery_tries WHERE delivery = $1 "
                             "AND detail = '" YC_DELIVERY_BEGUN "'", "s", id);
}

static YcDeliveryRecord *
row_to_record (YcRows   *rows,
               YcVault  *vault,
               GError  **error)
{
  g_autoptr (GBytes) sealed = yc_rows_dup_bytes (rows, 6);
  g_autoptr (JsonObject) message = yc_sealed_json_read (vault, sealed, MESSAGE, error);
  YcDeliveryRecord *record;

  if (message == NULL)
    return NULL;
  record = g_new0 (YcDeliveryRecord, 1);
  record->id = g_strdup (yc_rows_get_text (rows, 0));
  record->serial = g_strdup (yc_rows_get_text (rows, 1));
  record->case_id = g_strdup (yc_rows_get_text (rows, 2));
  record->channel = g_strdup (yc_rows_get_text (rows, 3));
  record->title = g_strdup (yc_rows_get_text (rows, 4));
  record->kind = g_strdup (yc_rows_get_text (rows, 5));
  record->message = g_steal_pointer (&message);
  yc_delivery_state_from_string (yc_rows_get_text (rows, 7), &record->state);
  record->n_tries = yc_rows_get_int (rows, 8);
  record->since = g_strdup (yc_rows_get_text (rows, 9));
  record->next_at = g_strdup (yc_rows_get_text (rows, 10));
  record->detail = g_strdup (yc_rows_get_text (rows, 11));
  record->updated_at = g_strdup (yc_rows_get_text (rows, 12));
  record->n_unsure = yc_rows_get_int (rows, 13);
  record->begun = yc_rows_get_int (rows, 14) > 0;
  return record;
}

static GPtrArray *
read_all (YcRows   *rows,
          YcVault  *vault,
          GError  **error)
{
  g_autoptr (GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_delivery_record_free);

  while (yc_rows_next (rows, error))
    {
      YcDeliveryRecord *record = row_to_record (rows, vault, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&records) : NULL;
}

/**
 * yc_deliveries_table_find:
 * @transaction: a transaction
 * @vault: opens the message
 * @id: a delivery's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the delivery, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
YcDeliveryRecord *
yc_deliveries_table_find (YcTransaction  *transaction,
                          YcVault        *vault,
                          const char     *id,
                          GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query_one (transaction, error, SELECT "WHERE id = $1", "s", id);

  return rows != NULL ? row_to_record (rows, vault, error) : NULL;
}

/**
 * yc_deliveries_table_find_issued:
 * @transaction: a transaction
 * @vault: opens the message
 * @serial: a certificate
 * @channel: a channel
 * @error: (nullable): return location
 *
 * Returns: (transfer full): how the certificate goes over it; %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when it does not
 */
YcDeliveryRecord *
yc_deliveries_table_find_issued (YcTransaction  *transaction,
                                 YcVault        *vault,
                                 const char     *serial,
                                 const char     *channel,
                                 GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, SELECT "WHERE serial = $1 AND channel = $2 AND kind = 'issued'", "ss",
    serial, channel);

  return rows != NULL ? row_to_record (rows, vault, error) : NULL;
}

/**
 * yc_deliveries_table_find_next:
 * @transaction: a transaction
 * @vault: opens the message
 * @channel: a channel
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what is to go over it next, be that now or later; %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when nothing is
 */
YcDeliveryRecord *
yc_deliveries_table_find_next (YcTransaction  *transaction,
                               YcVault        *vault,
                               const char     *channel,
                               GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    SELECT "WHERE state = 'waiting' AND channel = $1 ORDER BY next_at LIMIT 1", "s", channel);

  return rows != NULL ? row_to_record (rows, vault, error) : NULL;
}

/**
 * yc_deliveries_table_list:
 * @transaction: a transaction
 * @vault: opens the messages
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type YcDeliveryRecord): all deliveries of its certificates, in
 *   the order they were planned
 */
GPtrArray *
yc_deliveries_table_list (YcTransaction  *transaction,
                          YcVault        *vault,
                          const char     *case_id,
                          GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, SELECT "WHERE case_id = $1 ORDER BY id", "s", case_id);

  return read_all (rows, vault, error);
}

/**
 * yc_deliveries_table_list_open:
 * @transaction: a transaction
 * @vault: opens the messages
 * @state: which
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type YcDeliveryRecord): deliveries in this state, those first
 *   that are tried first
 */
GPtrArray *
yc_deliveries_table_list_open (YcTransaction    *transaction,
                               YcVault          *vault,
                               YcDeliveryState   state,
                               gint64            limit,
                               GError          **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, SELECT "WHERE state = $1 ORDER BY next_at, id LIMIT $2", "si",
    yc_delivery_state_to_string (state), limit);

  return read_all (rows, vault, error);
}

/**
 * yc_deliveries_table_list_waiting:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the channels over which something is to go
 */
GStrv
yc_deliveries_table_list_waiting (YcTransaction  *transaction,
                                  GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, "SELECT DISTINCT channel FROM deliveries WHERE state = 'waiting'", "");
  g_autoptr (GStrvBuilder) channels = g_strv_builder_new ();

  while (rows != NULL && yc_rows_next (rows, error))
    g_strv_builder_add (channels, yc_rows_get_text (rows, 0));
  return rows != NULL && yc_rows_is_done (rows) ? g_strv_builder_end (channels) : NULL;
}

/**
 * yc_deliveries_table_count:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full): channel, state and number of all that has not arrived
 */
YcRows *
yc_deliveries_table_count (YcTransaction  *transaction,
                           GError        **error)
{
  return yc_transaction_query (transaction, error,
                               "SELECT channel, state, count(*) FROM deliveries "
                               "WHERE state IN ('waiting', 'failed') GROUP BY state, channel "
                               "ORDER BY channel, state", "");
}
