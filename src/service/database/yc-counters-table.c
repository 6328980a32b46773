/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running numbers without gaps: they are allotted in the transaction that uses them. */
#include "yc-counters-table.h"

#include "yc-service-error.h"

/**
 * yc_counters_table_next:
 * @transaction: a transaction that writes
 * @name: which counter
 * @error: (nullable): return location
 *
 * Returns: the next number, from 1; 0 on an error
 */
gint64
yc_counters_table_next (YcTransaction  *transaction,
                        const char     *name,
                        GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    "INSERT INTO counters (name, value) VALUES ($1, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value", "s", name);

  return rows != NULL ? yc_rows_get_int (rows, 0) : 0;
}

/**
 * yc_counters_table_get:
 * @transaction: a transaction
 * @name: which counter
 * @error: (nullable): return location
 *
 * Returns: the last number given out, 0 when there was none; -1 on an error
 */
gint64
yc_counters_table_get (YcTransaction  *transaction,
                       const char     *name,
                       GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT coalesce(max(value), 0) FROM counters WHERE name = $1", "s", name);

  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}

/**
 * yc_counters_table_raise:
 * @transaction: a transaction that writes
 * @name: which counter
 * @value: a number
 * @error: (nullable): return location
 *
 * Takes care that the next number is above @value.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_counters_table_raise (YcTransaction  *transaction,
                         const char     *name,
                         gint64          value,
                         GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO counters (name, value) VALUES ($1, $2) "
                             "ON CONFLICT (name) DO UPDATE SET value = excluded.value "
                             "WHERE counters.value < excluded.value", "si", name, value);
}
