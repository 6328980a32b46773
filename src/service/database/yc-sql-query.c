/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement put together from parts, with its parameters numbered. */
#include "yc-sql-query.h"

struct _YcSqlQuery
{
  GString *sql;
  GArray *values;
};

/**
 * yc_sql_query_new:
 * @sql: how the statement begins
 *
 * Returns: (transfer full): a query without parameters
 */
YcSqlQuery *
yc_sql_query_new (const char *sql)
{
  YcSqlQuery *self = g_new0 (YcSqlQuery, 1);

  self->sql = g_string_new (sql);
  self->values = g_array_new (FALSE, FALSE, sizeof (YcValue));
  return self;
}

void
yc_sql_query_free (YcSqlQuery *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * yc_sql_query_add:
 * @self: a query
 * @sql: the next part, from our own code only, with a question mark for each parameter
 * @types: one letter for each: 's' const char *, 'i' gint64
 * @...: the parameters; what they point to must live until the query is run
 */
void
yc_sql_query_add (YcSqlQuery    *self,
                  const char *sql,
                  const char *types,
                  ...)
{
  va_list arguments;

  va_start (arguments, types);
  for (const char *p = sql; *p != '\0'; p++)
    {
      YcValue value = { .type = *types };

      if (*p != '?')
        {
          g_string_append_c (self->sql, *p);
          continue;
        }
      if (*types++ == 's')
        value.text = va_arg (arguments, const char *);
      else
        value.number = va_arg (arguments, gint64);
      g_array_append_val (self->values, value);
      g_string_append_printf (self->sql, "$%u", self->values->len);
    }
  va_end (arguments);
}

const char *
yc_sql_query_get_sql (YcSqlQuery *self)
{
  return self->sql->str;
}

/**
 * yc_sql_query_run:
 * @self: a query
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the rows, %NULL on an error
 */
YcRows *
yc_sql_query_run (YcSqlQuery        *self,
                  YcTransaction  *transaction,
                  GError        **error)
{
  return yc_transaction_query_values (transaction, error, self->sql->str,
                                      (const YcValue *) (gpointer) self->values->data,
                                      self->values->len);
}
