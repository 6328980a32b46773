/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of the desk's database share. */
#include "yc-table.h"

#include <stdarg.h>

/**
 * yc_table_write:
 * @connection: the database
 * @error: return location
 * @sql: one statement that changes something
 * @types: one letter for each of its parameters: t for a text (const char *, NULL allowed), i for a
 *   number (int), b for bytes (GBytes *)
 * @...: the parameters
 *
 * Returns: whether it was run; %FALSE with %YC_STORE_ERROR
 */
gboolean
yc_table_write (YcConnection  *connection,
                GError       **error,
                const char    *sql,
                const char    *types,
                ...)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  for (guint i = 0; types[i] != '\0'; i++)
    if (types[i] == 't')
      yc_statement_bind_text (statement, i + 1, va_arg (values, const char *));
    else if (types[i] == 'i')
      yc_statement_bind_int (statement, i + 1, va_arg (values, int));
    else if (types[i] == 'b')
      yc_statement_bind_bytes (statement, i + 1, va_arg (values, GBytes *));
    else
      g_assert_not_reached ();
  va_end (values);
  return yc_statement_run (statement, error);
}

/**
 * yc_table_read:
 * @connection: the database
 * @sql: a query
 * @parameter: (nullable): its only parameter; %NULL when it has none
 * @read_row: makes something of each row
 * @data: for @read_row
 * @free_row: frees what @read_row made
 * @error: return location
 *
 * Returns: (transfer full): what was made, in the query's order; %NULL with %YC_STORE_ERROR or what
 *   @read_row failed with
 */
GPtrArray *
yc_table_read (YcConnection     *connection,
               const char       *sql,
               const char       *parameter,
               YcTableReadFunc   read_row,
               gpointer          data,
               GDestroyNotify    free_row,
               GError          **error)
{
  g_autoptr (YcStatement) statement = yc_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  if (parameter != NULL)
    yc_statement_bind_text (statement, 1, parameter);
  while (local_error == NULL && yc_statement_step (statement, &local_error))
    g_ptr_array_add (rows, read_row (statement, data, &local_error));
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
