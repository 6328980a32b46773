/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who may sign in. */
#include "yc-users-table.h"

void
yc_user_free (YcUser *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->place);
  g_free (self->counter);
  g_free (self->password);
  g_free (self);
}

gboolean
yc_users_table_insert (YcTransaction  *transaction,
                       const YcUser   *user,
                       const char     *now,
                       GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO users (id, name, role, place, counter, password, "
                             "created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "sssssss", user->id, user->name, yc_role_to_string (user->role),
                             user->place, user->counter, user->password, now);
}

/**
 * yc_users_table_find:
 * @transaction: a transaction
 * @id: a user's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the user, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
YcUser *
yc_users_table_find (YcTransaction  *transaction,
                     const char     *id,
                     GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT id, name, role, place, counter, password FROM users WHERE id = $1",
    "s", id);
  YcUser *user;

  if (rows == NULL)
    return NULL;
  user = g_new0 (YcUser, 1);
  user->id = g_strdup (yc_rows_get_text (rows, 0));
  user->name = g_strdup (yc_rows_get_text (rows, 1));
  yc_role_from_string (yc_rows_get_text (rows, 2), &user->role);
  user->place = g_strdup (yc_rows_get_text (rows, 3));
  user->counter = g_strdup (yc_rows_get_text (rows, 4));
  user->password = g_strdup (yc_rows_get_text (rows, 5));
  return user;
}

static JsonObject *
row_to_json (YcRows *rows)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_rows_get_text (rows, 0));
  json_object_set_string_member (object, "name", yc_rows_get_text (rows, 1));
  json_object_set_string_member (object, "role", yc_rows_get_text (rows, 2));
  json_object_set_string_member (object, "place", yc_rows_get_text (rows, 3));
  json_object_set_string_member (object, "counter", yc_rows_get_text (rows, 4));
  return object;
}

/**
 * yc_users_table_list:
 * @transaction: a transaction
 * @error: (nullable): return location
 *
 * Returns: (transfer full): objects {id, name, role, place, counter} in the order of their ids
 */
JsonArray *
yc_users_table_list (YcTransaction  *transaction,
                     GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, "SELECT id, name, role, place, counter FROM users ORDER BY id", "");

  while (yc_rows_next (rows, error))
    json_array_add_object_element (array, row_to_json (rows));
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

gint64
yc_users_table_count (YcTransaction  *transaction,
                      GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query_one (transaction, error, "SELECT count(*) FROM users", "");

  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}
