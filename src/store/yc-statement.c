/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One prepared SQL statement: bind, step, read the columns. */
#include "yc-connection-private.h"
#include "yc-store-error.h"

struct _YcStatement
{
  GObject       parent_instance;

  YcConnection *connection;
  sqlite3_stmt *statement;
  /* The first failure of a bind, told by the next step. */
  int           bind_result;
  gboolean      has_row;
};

G_DEFINE_FINAL_TYPE (YcStatement, yc_statement, G_TYPE_OBJECT)

/* SQLite numbers `$2` by where it first stands in the text, PostgreSQL by its name: so do we. */
static int
index_of (YcStatement *self,
          guint        parameter)
{
  char name[16];
  int index;

  g_snprintf (name, sizeof name, "$%u", parameter);
  index = sqlite3_bind_parameter_index (self->statement, name);
  return index > 0 ? index : (int) parameter;
}

static void
keep_bind_result (YcStatement *self,
                  int          result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

static void
yc_statement_dispose (GObject *object)
{
  YcStatement *self = YC_STATEMENT (object);

  if (self->statement != NULL)
    yc_connection_give_back (self->connection, g_steal_pointer (&self->statement));
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (yc_statement_parent_class)->dispose (object);
}

static void
yc_statement_class_init (YcStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_statement_dispose;
}

static void
yc_statement_init (YcStatement *self)
{
}

/* Takes @statement. */
YcStatement *
yc_statement_new (YcConnection *connection,
                  sqlite3_stmt *statement)
{
  YcStatement *self = g_object_new (YC_TYPE_STATEMENT, NULL);

  self->connection = g_object_ref (connection);
  self->statement = statement;
  return self;
}

/**
 * yc_statement_find_parameter:
 * @self: a statement
 * @name: a parameter's name with its sign, such as ":case" or "$3"
 *
 * Returns: the number to bind it by, or 0 when the statement has no such parameter
 */
guint
yc_statement_find_parameter (YcStatement *self,
                             const char  *name)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  if (name[0] == '$' && g_ascii_isdigit (name[1]))
    return sqlite3_bind_parameter_index (self->statement, name) > 0 ? (guint) atoi (name + 1) : 0;
  return (guint) sqlite3_bind_parameter_index (self->statement, name);
}

/**
 * yc_statement_bind_int:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 * @value: a value
 *
 * Binds an integer. A failed bind, of this and of all other kinds, is told by the next
 * yc_statement_step() or yc_statement_run().
 */
void
yc_statement_bind_int (YcStatement *self,
                       guint        parameter,
                       gint64       value)
{
  g_return_if_fail (YC_IS_STATEMENT (self));

  keep_bind_result (self, sqlite3_bind_int64 (self->statement, index_of (self, parameter), value));
}

/**
 * yc_statement_bind_double:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 * @value: a value
 *
 * Binds a floating-point number.
 */
void
yc_statement_bind_double (YcStatement *self,
                          guint        parameter,
                          double       value)
{
  g_return_if_fail (YC_IS_STATEMENT (self));

  keep_bind_result (self, sqlite3_bind_double (self->statement, index_of (self, parameter), value));
}

/**
 * yc_statement_bind_boolean:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 * @value: a value
 *
 * Binds 1 for true, 0 for false.
 */
void
yc_statement_bind_boolean (YcStatement *self,
                           guint        parameter,
                           gboolean     value)
{
  yc_statement_bind_int (self, parameter, value ? 1 : 0);
}

/**
 * yc_statement_bind_text:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 * @value: (nullable): UTF-8, copied; %NULL binds NULL
 *
 * Binds a text.
 */
void
yc_statement_bind_text (YcStatement *self,
                        guint        parameter,
                        const char  *value)
{
  g_return_if_fail (YC_IS_STATEMENT (self));

  keep_bind_result (self, sqlite3_bind_text (self->statement, index_of (self, parameter), value, -1,
                                             SQLITE_TRANSIENT));
}

/**
 * yc_statement_bind_bytes:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 * @value: (nullable): bytes, copied; %NULL binds NULL
 *
 * Binds a blob.
 */
void
yc_statement_bind_bytes (YcStatement *self,
                         guint        parameter,
                         GBytes      *value)
{
  gconstpointer data;
  gsize size;

  g_return_if_fail (YC_IS_STATEMENT (self));

  if (value == NULL)
    {
      yc_statement_bind_null (self, parameter);
      return;
    }
  data = g_bytes_get_data (value, &size);
  keep_bind_result (self, sqlite3_bind_blob64 (self->statement, index_of (self, parameter),
                                               data != NULL ? data : "", size, SQLITE_TRANSIENT));
}

/**
 * yc_statement_bind_null:
 * @self: a statement
 * @parameter: N of `$N`, from 1
 *
 * Binds NULL, which is also what an unbound parameter is.
 */
void
yc_statement_bind_null (YcStatement *self,
                        guint        parameter)
{
  g_return_if_fail (YC_IS_STATEMENT (self));

  keep_bind_result (self, sqlite3_bind_null (self->statement, index_of (self, parameter)));
}

static gboolean
step_failed (YcStatement  *self,
             int           result,
             GError      **error)
{
  yc_connection_set_error (yc_connection_get_handle (self->connection), result, "Cannot run SQL",
                           error);
  sqlite3_reset (self->statement);
  return FALSE;
}

/**
 * yc_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Goes to the next row.
 *
 * Returns: %TRUE when there is a row; %FALSE at the end, and on failure, when @error is set
 */
gboolean
yc_statement_step (YcStatement  *self,
                   GError      **error)
{
  int result;

  g_return_val_if_fail (YC_IS_STATEMENT (self), FALSE);

  self->has_row = FALSE;
  if (self->bind_result != SQLITE_OK)
    return step_failed (self, self->bind_result, error);

  result = sqlite3_step (self->statement);
  self->has_row = result == SQLITE_ROW;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    return step_failed (self, result, error);
  if (result == SQLITE_DONE)
    sqlite3_reset (self->statement);
  return self->has_row;
}

/**
 * yc_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs a statement to its end, throws rows away and resets it for the next run.
 *
 * Returns: %TRUE when it succeeded
 */
gboolean
yc_statement_run (YcStatement  *self,
                  GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  while (yc_statement_step (self, &local_error))
    continue;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  yc_statement_reset (self);
  return TRUE;
}

/**
 * yc_statement_reset:
 * @self: a statement
 *
 * Makes the statement ready to be bound and run again; all parameters are NULL afterwards.
 */
void
yc_statement_reset (YcStatement *self)
{
  g_return_if_fail (YC_IS_STATEMENT (self));

  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->bind_result = SQLITE_OK;
  self->has_row = FALSE;
}

/**
 * yc_statement_get_n_columns:
 * @self: a statement
 *
 * Returns: the number of columns of a row; 0 for statements that give none
 */
guint
yc_statement_get_n_columns (YcStatement *self)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), 0);

  return (guint) sqlite3_column_count (self->statement);
}

/**
 * yc_statement_get_column_name:
 * @self: a statement
 * @column: from 0
 *
 * Returns: (nullable): the column's name
 */
const char *
yc_statement_get_column_name (YcStatement *self,
                              guint        column)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), NULL);

  return sqlite3_column_name (self->statement, (int) column);
}

/**
 * yc_statement_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
yc_statement_is_null (YcStatement *self,
                      guint        column)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), TRUE);
  g_return_val_if_fail (self->has_row, TRUE);

  return sqlite3_column_type (self->statement, (int) column) == SQLITE_NULL;
}

/**
 * yc_statement_get_int:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the column as an integer; 0 for NULL
 */
gint64
yc_statement_get_int (YcStatement *self,
                      guint        column)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), 0);
  g_return_val_if_fail (self->has_row, 0);

  return sqlite3_column_int64 (self->statement, (int) column);
}

/**
 * yc_statement_get_double:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the column as a floating-point number; 0 for NULL
 */
double
yc_statement_get_double (YcStatement *self,
                         guint        column)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), 0);
  g_return_val_if_fail (self->has_row, 0);

  return sqlite3_column_double (self->statement, (int) column);
}

/**
 * yc_statement_get_boolean:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the column is a number other than 0
 */
gboolean
yc_statement_get_boolean (YcStatement *self,
                          guint        column)
{
  return yc_statement_get_int (self, column) != 0;
}

/**
 * yc_statement_get_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer none): the column as UTF-8, valid until the next step or reset;
 *   %NULL for NULL
 */
const char *
yc_statement_get_text (YcStatement *self,
                       guint        column)
{
  g_return_val_if_fail (YC_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (self->has_row, NULL);

  return (const char *) sqlite3_column_text (self->statement, (int) column);
}

/**
 * yc_statement_dup_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer full): the column as UTF-8; %NULL for NULL
 */
char *
yc_statement_dup_text (YcStatement *self,
                       guint        column)
{
  return g_strdup (yc_statement_get_text (self, column));
}

/**
 * yc_statement_dup_bytes:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer full): the column's bytes; %NULL for NULL
 */
GBytes *
yc_statement_dup_bytes (YcStatement *self,
                        guint        column)
{
  gconstpointer data;

  if (yc_statement_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->statement, (int) column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, (int) column));
}
