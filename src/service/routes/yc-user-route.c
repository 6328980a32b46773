/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts. */
#include "yc-routes-private.h"

#include "yc-accounts.h"
#include "yc-users-table.h"

YcHttpResponse *
yc_user_route_list (YcCall  *call,
                    GError **error)
{
  JsonArray *users = yc_users_table_list (call->work.transaction, error);
  JsonObject *object;

  if (users == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_array_member (object, "users", users);
  return yc_http_response_new_json (200, object);
}

YcHttpResponse *
yc_user_route_create (YcCall  *call,
                      GError **error)
{
  JsonObject *user = yc_accounts_create (&call->work, yc_http_request_get_body (call->request),
                                         error);

  return user != NULL ? yc_http_response_new_json (201, user) : NULL;
}
