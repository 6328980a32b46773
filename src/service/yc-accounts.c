/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes accounts. */
#include "yc-accounts.h"

#include "yc-json.h"
#include "yc-password.h"
#include "yc-service-error.h"
#include "yc-users-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const YcWork *work;
  const YcUser *user;
} NewUser;

static gboolean
check_new (YcTransaction  *transaction,
           const char     *id,
           GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcUser) user = yc_users_table_find (transaction, id, &local);

  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("An account with this name exists already."));
  return FALSE;
}

static gboolean
store_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  NewUser *new_user = user_data;
  YcWork work = *new_user->work;
  JsonObject *detail;

  work.transaction = transaction;
  if (!check_new (transaction, new_user->user->id, error) ||
      !yc_users_table_insert (transaction, new_user->user, work.now_text, error))
    return FALSE;
  detail = json_object_new ();
  json_object_set_string_member (detail, "role", yc_role_to_string (new_user->user->role));
  json_object_set_string_member (detail, "place", new_user->user->place);
  return yc_work_add_audit (&work, "user.create", new_user->user->id, detail, error);
}

static JsonObject *
write_user (const YcUser *user)
{
  YcIdentity identity = {
    .id = user->id,
    .name = user->name,
    .role = user->role,
    .place = user->place,
    .counter = user->counter,
  };

  return yc_identity_to_json (&identity);
}

/**
 * yc_accounts_create:
 * @work: the work of an administrator, without a transaction; not on the writer's thread
 * @body: {id, name, role, place, counter, password}, of the right types
 * @error: (nullable): return location
 *
 * Hashes the password, which takes a while, and stores the account.
 *
 * Returns: (transfer full): the account as the API tells it, %NULL with
 *   %YC_SERVICE_ERROR_STATE_CONFLICT when there is one with this id
 */
JsonObject *
yc_accounts_create (const YcWork  *work,
                    JsonObject    *body,
                    GError       **error)
{
  g_autofree char *hash = yc_password_hash (yc_json_get_string (body, "password", ""), error);
  YcUser user = {
    .id = (char *) yc_json_get_string (body, "id", ""),
    .name = (char *) yc_json_get_string (body, "name", ""),
    .place = (char *) yc_json_get_string (body, "place", ""),
    .counter = (char *) yc_json_get_string (body, "counter", ""),
    .password = hash,
  };
  NewUser new_user = { work, &user };

  yc_role_from_string (yc_json_get_string (body, "role", NULL), &user.role);
  if (hash == NULL ||
      !yc_writer_run (yc_service_get_writer (work->service), store_func, &new_user, error))
    return NULL;
  return write_user (&user);
}
