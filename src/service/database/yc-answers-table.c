/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was answered to each command, so that the same command is answered the same. */
#include "yc-answers-table.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define ASSOCIATED "answer"

/**
 * yc_answers_table_find:
 * @transaction: a transaction
 * @vault: opens the answer
 * @user: who sent the command
 * @command: its idempotency key
 * @fingerprint: a keyed hash of what it asks for
 * @answer: (out) (nullable) (transfer full): what was answered, %NULL for a new command
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_IDEMPOTENCY_MISMATCH when the key was used for something
 *   else
 */
gboolean
yc_answers_table_find (YcTransaction   *transaction,
                       YcVault         *vault,
                       const char      *user,
                       const char      *command,
                       const char      *fingerprint,
                       YcHttpResponse **answer,
                       GError         **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, &local,
    "SELECT fingerprint, status, etag, body FROM answers WHERE user_id = $1 AND command = $2", "ss",
    user, command);

  *answer = NULL;
  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return TRUE;
  if (rows != NULL && !g_str_equal (yc_rows_get_text (rows, 0), fingerprint))
    g_set_error_literal (&local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_IDEMPOTENCY_MISMATCH,
                         _("This Idempotency-Key was used for another command."));
  if (local == NULL)
    {
      sealed = yc_rows_dup_bytes (rows, 3);
      body = yc_vault_open (vault, sealed, ASSOCIATED, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *answer = yc_http_response_new (yc_rows_get_int (rows, 1), "application/json",
                                  g_steal_pointer (&body));
  if (!yc_rows_is_null (rows, 2))
    yc_http_response_set_header (*answer, "ETag", yc_rows_get_text (rows, 2));
  return TRUE;
}

gboolean
yc_answers_table_put (YcTransaction   *transaction,
                      YcVault         *vault,
                      const char      *user,
                      const char      *command,
                      const char      *fingerprint,
                      YcHttpResponse  *answer,
                      const char      *now,
                      GError         **error)
{
  g_autoptr (GBytes) sealed = yc_vault_seal (vault, yc_http_response_get_body (answer), ASSOCIATED);

  return yc_transaction_run (transaction, error,
                             "INSERT INTO answers (user_id, command, fingerprint, status, etag, "
                             "body, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "sssisbs", user, command, fingerprint,
                             (gint64) yc_http_response_get_status (answer),
                             yc_http_response_get_header (answer, "ETag"), sealed, now);
}
