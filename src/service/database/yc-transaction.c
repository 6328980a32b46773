/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One transaction on a database of any engine. */
#include "yc-transaction.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define MAX_VALUES 32

G_DEFINE_ABSTRACT_TYPE (YcTransaction, yc_transaction, G_TYPE_OBJECT)

static void
yc_transaction_class_init (YcTransactionClass *klass)
{
}

static void
yc_transaction_init (YcTransaction *self)
{
}

static guint
collect_values (const char *types,
                va_list     arguments,
                YcValue    *values)
{
  guint n = 0;

  for (; types[n] != '\0'; n++)
    {
      g_assert (n < MAX_VALUES);
      values[n] = (YcValue) { .type = types[n] };
      if (types[n] == 's')
        values[n].text = va_arg (arguments, const char *);
      else if (types[n] == 'b')
        values[n].bytes = va_arg (arguments, GBytes *);
      else
        values[n].number = va_arg (arguments, gint64);
    }
  return n;
}

/**
 * yc_transaction_query_values:
 * @self: a transaction
 * @error: (nullable): return location
 * @sql: one statement with parameters $1, $2, …
 * @values: the parameters
 * @n_values: their number
 *
 * Returns: (transfer full): the rows, %NULL on an error
 */
YcRows *
yc_transaction_query_values (YcTransaction  *self,
                             GError        **error,
                             const char     *sql,
                             const YcValue  *values,
                             guint           n_values)
{
  return YC_TRANSACTION_GET_CLASS (self)->query (self, sql, values, n_values, error);
}

static YcRows *
query_list (YcTransaction  *self,
            GError        **error,
            const char     *sql,
            const char     *types,
            va_list         arguments)
{
  YcValue values[MAX_VALUES];
  guint n = collect_values (types, arguments, values);

  return yc_transaction_query_values (self, error, sql, values, n);
}

/**
 * yc_transaction_query:
 * @self: a transaction
 * @error: (nullable): return location
 * @sql: one statement with parameters $1, $2, …
 * @types: one letter for each parameter: 's' const char *, 'i' gint64, 'b' GBytes *
 * @...: the parameters
 *
 * Returns: (transfer full): the rows, before the first one; %NULL on an error
 */
YcRows *
yc_transaction_query (YcTransaction  *self,
                      GError        **error,
                      const char     *sql,
                      const char     *types,
                      ...)
{
  va_list arguments;
  YcRows *rows;

  va_start (arguments, types);
  rows = query_list (self, error, sql, types, arguments);
  va_end (arguments);
  return rows;
}

/**
 * yc_transaction_query_one:
 * @self: a transaction
 * @error: (nullable): return location
 * @sql: one statement with parameters $1, $2, …
 * @types: see yc_transaction_query()
 * @...: the parameters
 *
 * Returns: (transfer full): the rows, on the first one; %NULL with %YC_SERVICE_ERROR_NOT_FOUND when
 *   there is none
 */
YcRows *
yc_transaction_query_one (YcTransaction  *self,
                          GError        **error,
                          const char     *sql,
                          const char     *types,
                          ...)
{
  g_autoptr (YcRows) rows = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = query_list (self, error, sql, types, arguments);
  va_end (arguments);
  if (yc_rows_next (rows, error))
    return g_steal_pointer (&rows);
  if (yc_rows_is_done (rows))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND, _("Nothing found."));
  return NULL;
}

/**
 * yc_transaction_run:
 * @self: a transaction
 * @error: (nullable): return location
 * @sql: one statement with parameters $1, $2, …
 * @types: see yc_transaction_query()
 * @...: the parameters
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_transaction_run (YcTransaction  *self,
                    GError        **error,
                    const char     *sql,
                    const char     *types,
                    ...)
{
  g_autoptr (YcRows) rows = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = query_list (self, error, sql, types, arguments);
  va_end (arguments);
  while (yc_rows_next (rows, error))
    continue;
  return yc_rows_is_done (rows);
}

/**
 * yc_transaction_set_mark:
 * @self: a transaction
 * @error: (nullable): return location
 *
 * Sets a mark to which yc_transaction_undo() goes back. There is one mark at a time.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_transaction_set_mark (YcTransaction  *self,
                         GError        **error)
{
  return YC_TRANSACTION_GET_CLASS (self)->control (self, "SAVEPOINT mark", error);
}

/**
 * yc_transaction_keep:
 * @self: a transaction with a mark
 * @error: (nullable): return location
 *
 * Keeps what was done since the mark and takes the mark away.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_transaction_keep (YcTransaction  *self,
                     GError        **error)
{
  return YC_TRANSACTION_GET_CLASS (self)->control (self, "RELEASE SAVEPOINT mark", error);
}

/**
 * yc_transaction_undo:
 * @self: a transaction with a mark
 * @error: (nullable): return location
 *
 * Undoes what was done since the mark and takes the mark away.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_transaction_undo (YcTransaction  *self,
                     GError        **error)
{
  YcTransactionClass *klass = YC_TRANSACTION_GET_CLASS (self);

  return klass->control (self, "ROLLBACK TO SAVEPOINT mark", error) &&
         klass->control (self, "RELEASE SAVEPOINT mark", error);
}

/**
 * yc_transaction_commit:
 * @self: a transaction
 * @error: (nullable): return location
 *
 * Makes everything lasting: when this answers %TRUE, it survives the machine losing power.
 *
 * Returns: %FALSE on an error; the transaction is then rolled back
 */
gboolean
yc_transaction_commit (YcTransaction  *self,
                       GError        **error)
{
  return YC_TRANSACTION_GET_CLASS (self)->commit (self, error);
}
