/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is signed in. Tokens come here only as their hash. */
#include "yc-sessions-table.h"

gboolean
yc_sessions_table_insert (YcTransaction  *transaction,
                          const char     *token,
                          const char     *user,
                          const char     *counter,
                          const char     *now,
                          const char     *expires_at,
                          GError        **error)
{
  return yc_transaction_run (transaction, error,
                             "INSERT INTO sessions (token, user_id, counter, created_at, "
                             "expires_at) VALUES ($1, $2, $3, $4, $5)",
                             "sssss", token, user, counter, now, expires_at);
}

/**
 * yc_sessions_table_find:
 * @transaction: a transaction
 * @token: hash of a token
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the person, without the path of their place, also when the session
 *   has ended; %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is no such session
 */
YcIdentity *
yc_sessions_table_find (YcTransaction  *transaction,
                        const char     *token,
                        GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    "SELECT u.id, u.name, u.role, u.place, s.counter, s.expires_at FROM sessions s "
    "JOIN users u ON u.id = s.user_id WHERE s.token = $1", "s", token);
  YcIdentity *identity;

  if (rows == NULL)
    return NULL;
  identity = g_new0 (YcIdentity, 1);
  identity->id = g_strdup (yc_rows_get_text (rows, 0));
  identity->name = g_strdup (yc_rows_get_text (rows, 1));
  yc_role_from_string (yc_rows_get_text (rows, 2), &identity->role);
  identity->place = g_strdup (yc_rows_get_text (rows, 3));
  identity->counter = g_strdup (yc_rows_get_text (rows, 4));
  identity->expires_at = g_strdup (yc_rows_get_text (rows, 5));
  identity->session = g_strdup (token);
  return identity;
}

gboolean
yc_sessions_table_remove (YcTransaction  *transaction,
                          const char     *token,
                          GError        **error)
{
  return yc_transaction_run (transaction, error, "DELETE FROM sessions WHERE token = $1", "s",
                             token);
}
