/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing in and out. */
#include "yc-routes-private.h"

#include "yc-clock.h"
#include "yc-json.h"
#include "yc-password.h"
#include "yc-service-error.h"
#include "yc-sessions-table.h"
#include "yc-users-table.h"

#include <glib/gi18n-lib.h>

/* A session that is being made. */
typedef struct
{
  const YcCall *call;
  YcUser *user;
  const char *counter;
  char *token_hash;
  char *expires_at;
  YcIdentity *identity;
} NewSession;

static YcUser *
find_user (const YcCall  *call,
           const char    *id,
           GError       **error)
{
  g_autoptr (YcTransaction) transaction =
    yc_database_begin_read (yc_service_get_database (call->work.service), error);

  return transaction != NULL ? yc_users_table_find (transaction, id, error) : NULL;
}

static void
set_wrong_password (GError **error)
{
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_WRONG_PASSWORD,
                       _("The user name or the password is wrong."));
}

/* Takes as long for a user who does not exist. */
static YcUser *
check_password (const YcCall  *call,
                const char    *id,
                const char    *password,
                GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcUser) user = find_user (call, id, &local);

  if (user != NULL && yc_password_verify (user->password, password))
    return g_steal_pointer (&user);
  if (user == NULL && !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (user == NULL)
    yc_password_waste (password);
  set_wrong_password (error);
  return NULL;
}

static YcUser *
check_throttled (const YcCall  *call,
                 JsonObject    *body,
                 GError       **error)
{
  const char *id = yc_json_get_string (body, "user", "");
  YcThrottle *throttle = yc_service_get_throttle (call->work.service);
  g_autofree char *key =
    g_strdup_printf ("%s %s", yc_http_request_get_address (call->request), id);
  guint wait = yc_throttle_begin (throttle, key);
  g_autoptr (GError) local = NULL;
  YcUser *user;

  if (wait > 0)
    {
      yc_service_error_set_wait (error, wait);
      return NULL;
    }
  user = check_password (call, id, yc_json_get_string (body, "password", ""), &local);
  if (user != NULL)
    yc_throttle_succeed (throttle, key);
  else if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_WRONG_PASSWORD))
    yc_throttle_fail (throttle, key);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return user;
}

static gboolean
store_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  NewSession *session = user_data;
  YcWork work = session->call->work;

  work.transaction = transaction;
  if (!yc_sessions_table_insert (transaction, session->token_hash, session->user->id,
                                 session->counter, work.now_text, session->expires_at, error))
    return FALSE;
  session->identity = yc_sessions_table_find (transaction, session->token_hash, error);
  work.identity = session->identity;
  return session->identity != NULL &&
         yc_work_add_audit (&work, "session.create", session->user->id, json_object_new (), error);
}

static JsonObject *
write_session (const char       *token,
               const YcIdentity *identity)
{
  JsonObject *object = json_object_new ();

  if (token != NULL)
    json_object_set_string_member (object, "token", token);
  json_object_set_string_member (object, "expires_at", identity->expires_at);
  json_object_set_object_member (object, "user", yc_identity_to_json (identity));
  return object;
}

YcHttpResponse *
yc_session_route_create (YcCall  *call,
                         GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (YcUser) user = check_throttled (call, body, error);
  g_autofree char *token = yc_token_new ();
  g_autofree char *hash = yc_token_hash (token);
  g_autofree char *expires_at = NULL;
  g_autoptr (GDateTime) expires = NULL;
  g_autoptr (YcIdentity) identity = NULL;
  NewSession session = { .call = call, .user = user, .token_hash = hash };

  if (user == NULL)
    return NULL;
  expires = g_date_time_add_seconds (call->work.now,
                                     yc_service_get_session_seconds (call->work.service));
  expires_at = yc_clock_format (expires);
  session.counter = yc_json_get_string (body, "counter", user->counter);
  session.expires_at = expires_at;
  if (!yc_writer_run (yc_service_get_writer (call->work.service), store_func, &session, error))
    return NULL;
  identity = session.identity;
  return yc_http_response_new_json (201, write_session (token, identity));
}

YcHttpResponse *
yc_session_route_get (YcCall  *call,
                      GError **error)
{
  return yc_http_response_new_json (200, write_session (NULL, call->work.identity));
}

YcHttpResponse *
yc_session_route_remove (YcCall  *call,
                         GError **error)
{
  const YcIdentity *identity = call->work.identity;

  if (!yc_sessions_table_remove (call->work.transaction, identity->session, error) ||
      !yc_work_add_audit (&call->work, "session.remove", identity->id, json_object_new (), error))
    return NULL;
  yc_event_hub_end_session (yc_service_get_hub (call->work.service), identity->session);
  return yc_http_response_new_empty (204);
}
