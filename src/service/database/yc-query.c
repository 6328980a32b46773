/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement put together from parts, with its parameters numbered. */
#include "yc-query.h"

struct _YcQuery
{
  GString *sql;
  GArray *values;
};

/**
 * yc_query_new:
 * @sql: how the statement begins
 *
 * Returns: (transfer full): a query without parameters
 */
YcQuery *
yc_query_new (const char *sql)
{
  YcQuery *self = g_new0 (YcQuery, 1);

  self->sql = g_string_new (sql);
  self->values = g_array_new (FALSE, FALSE, sizeof (YcValue));
  return self;
}

void
yc_query_free (YcQuery *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * yc_query_add:
 * @self: a query
 * @sql: the next part, from our own code only, with a question mark for each parameter
 * @types: one letter for each: 's' const char *, 'i' gint64
 * @...: the parameters; what they point to must live until the query is run
 */
void
yc_query_add (YcQuery    *self,
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
yc_query_get_sql (YcQuery *self)
{
  return self->sql->str;
}

/**
 * yc_query_run:
 * @self: a query
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the rows, %NULL on an error
 */
YcRows *
yc_query_run (YcQuery        *self,
              YcTransaction  *transaction,
              GError        **error)
{
  return yc_transaction_query_values (transaction, error, self->sql->str,
                                      (const YcValue *) (gpointer) self->values->data,
                                      self->values->len);
}
