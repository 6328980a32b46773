/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works at the desk: signing in and out, and what happens when the service ends the session. */
#include "yc-session-private.h"

#include "yc-client-error.h"
#include "yc-json.h"

struct _YcSession
{
  GObject         parent_instance;

  YcHttp         *http;
  YcSessionState  state;
  /* What to go back to when signing in fails. */
  YcSessionState  state_before;
  char           *token;
  char           *expires_at;
  char           *user_id;
  char           *user_name;
  char           *place;
  char           *counter;
  YcRole          role;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_SIGNED_IN,
  PROP_USER_ID,
  PROP_USER_NAME,
  PROP_ROLE,
  PROP_PLACE,
  PROP_COUNTER,
} YcSessionProperty;

static GParamSpec *properties[PROP_COUNTER + 1];

G_DEFINE_FINAL_TYPE (YcSession, yc_session, G_TYPE_OBJECT)

static void
set_text (YcSession         *self,
          char             **place,
          const char        *text,
          YcSessionProperty  property)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (YcSession      *self,
           YcSessionState  state)
{
  gboolean was_signed_in = yc_session_get_signed_in (self);

  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (was_signed_in != yc_session_get_signed_in (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIGNED_IN]);
}

static void
set_user (YcSession  *self,
          JsonObject *user)
{
  YcRole role = 0;

  yc_role_from_string (yc_json_get_string (user, "role", NULL), &role);
  set_text (self, &self->user_id, yc_json_get_string (user, "id", NULL), PROP_USER_ID);
  set_text (self, &self->user_name, yc_json_get_string (user, "name", NULL), PROP_USER_NAME);
  set_text (self, &self->place, yc_json_get_string (user, "place", NULL), PROP_PLACE);
  set_text (self, &self->counter, yc_json_get_string (user, "counter", NULL), PROP_COUNTER);
  if (self->role != role)
    {
      self->role = role;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
    }
}

static void
set_token (YcSession  *self,
           const char *token,
           const char *expires_at)
{
  g_autofree char *new_token = g_strdup (token);
  g_autofree char *new_expires_at = g_strdup (expires_at);

  g_free (self->token);
  g_free (self->expires_at);
  self->token = g_steal_pointer (&new_token);
  self->expires_at = g_steal_pointer (&new_expires_at);
  yc_http_set_token (self->http, self->token);
}

/* {"token","expires_at","user":{"id","name","role","place","counter"}}, checked before anything of
 * it is believed. */
static gboolean
check_answer (JsonObject  *answer,
              GError     **error)
{
  JsonObject *user = yc_json_get_object (answer, "user");

  if (yc_json_get_string (answer, "token", NULL) != NULL &&
      yc_json_get_string (user, "id", NULL) != NULL &&
      yc_json_get_string (user, "name", NULL) != NULL &&
      yc_role_from_string (yc_json_get_string (user, "role", NULL), NULL))
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is no session");
  return FALSE;
}

static void
begin_session (YcSession  *self,
               JsonObject *answer)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_token (self, yc_json_get_string (answer, "token", NULL),
             yc_json_get_string (answer, "expires_at", NULL));
  set_user (self, yc_json_get_object (answer, "user"));
  set_state (self, YC_SESSION_SIGNED_IN);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
unauthenticated_cb (YcHttp    *http,
                    YcSession *self)
{
  set_token (self, NULL, NULL);
  if (self->state == YC_SESSION_SIGNED_IN)
    set_state (self, YC_SESSION_EXPIRED);
  else if (self->state == YC_SESSION_SIGNING_IN)
    self->state_before = YC_SESSION_EXPIRED;
}

static void
yc_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YcSession *self = YC_SESSION (object);

  switch ((YcSessionProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, yc_session_get_signed_in (self));
      break;
    case PROP_USER_ID:
      g_value_set_string (value, self->user_id);
      break;
    case PROP_USER_NAME:
      g_value_set_string (value, self->user_name);
      break;
    case PROP_ROLE:
      g_value_set_int (value, (int) self->role);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_COUNTER:
      g_value_set_string (value, self->counter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_session_finalize (GObject *object)
{
  YcSession *self = YC_SESSION (object);

  g_clear_object (&self->http);
  g_free (self->token);
  g_free (self->expires_at);
  g_free (self->user_id);
  g_free (self->user_name);
  g_free (self->place);
  g_free (self->counter);

  G_OBJECT_CLASS (yc_session_parent_class)->finalize (object);
}

static void
yc_session_class_init (YcSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_session_get_property;
  object_class->finalize = yc_session_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YC_SESSION_SIGNED_OUT,
                                             YC_SESSION_EXPIRED, YC_SESSION_SIGNED_OUT, flags);
  properties[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, flags);
  properties[PROP_USER_ID] = g_param_spec_string ("user-id", NULL, NULL, NULL, flags);
  properties[PROP_USER_NAME] = g_param_spec_string ("user-name", NULL, NULL, NULL, flags);
  properties[PROP_ROLE] = g_param_spec_int ("role", NULL, NULL, 0, YC_N_ROLES, 0, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_COUNTER] = g_param_spec_string ("counter", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_session_init (YcSession *self)
{
  self->state = YC_SESSION_SIGNED_OUT;
}

YcSession *
yc_session_new (YcHttp *http)
{
  YcSession *self = g_object_new (YC_TYPE_SESSION, NULL);

  self->http = g_object_ref (http);
  g_signal_connect_object (http, "unauthenticated", G_CALLBACK (unauthenticated_cb), self, 0);
  return self;
}

/**
 * yc_session_to_json:
 * @self: a session
 *
 * Returns: (transfer full) (nullable): what yc_session_restore() takes; %NULL unless signed in
 */
JsonNode *
yc_session_to_json (YcSession *self)
{
  JsonObject *object, *user;

  if (self->state != YC_SESSION_SIGNED_IN)
    return NULL;
  object = json_object_new ();
  user = json_object_new ();
  json_object_set_string_member (object, "token", self->token);
  if (self->expires_at != NULL)
    json_object_set_string_member (object, "expires_at", self->expires_at);
  json_object_set_string_member (user, "id", self->user_id);
  json_object_set_string_member (user, "name", self->user_name);
  json_object_set_string_member (user, "role", yc_role_to_string (self->role));
  json_object_set_string_member (user, "place", self->place != NULL ? self->place : "");
  json_object_set_string_member (user, "counter", self->counter != NULL ? self->counter : "");
  json_object_set_object_member (object, "user", user);
  return yc_json_object_node (object);
}

static gboolean
is_over (JsonObject *session)
{
  const char *text = yc_json_get_string (session, "expires_at", NULL);
  g_autoptr (GDateTime) at = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return at == NULL || g_date_time_compare (at, now) <= 0;
}

/**
 * yc_session_restore:
 * @self: a session in which nobody is signed in
 * @json: what yc_session_to_json() gave before the restart
 *
 * Goes on with the session of before the restart. Whether the service still knows it will show
 * with the first request.
 *
 * Returns: %FALSE when the session is over
 */
gboolean
yc_session_restore (YcSession *self,
                    JsonNode  *json)
{
  JsonObject *object = yc_json_node_get_object (json);

  if (self->state != YC_SESSION_SIGNED_OUT || !check_answer (object, NULL) || is_over (object))
    return FALSE;
  begin_session (self, object);
  return TRUE;
}

YcSessionState
yc_session_get_state (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), YC_SESSION_SIGNED_OUT);

  return self->state;
}

gboolean
yc_session_get_signed_in (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), FALSE);

  return self->state == YC_SESSION_SIGNED_IN;
}

const char *
yc_session_get_user_id (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), NULL);

  return self->user_id;
}

const char *
yc_session_get_user_name (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), NULL);

  return self->user_name;
}

YcRole
yc_session_get_role (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), 0);

  return self->role;
}

const char *
yc_session_get_place (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), NULL);

  return self->place;
}

const char *
yc_session_get_counter (YcSession *self)
{
  g_return_val_if_fail (YC_IS_SESSION (self), NULL);

  return self->counter;
}

static void
signed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply != NULL && check_answer (yc_reply_get_object (reply), &error))
    {
      begin_session (self, yc_reply_get_object (reply));
      g_task_return_boolean (task, TRUE);
      return;
    }
  set_state (self, self->state_before);
  g_task_return_error (task, g_steal_pointer (&error));
}

static JsonNode *
credentials_new (const char *user,
                 const char *password,
                 const char *counter)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "user", user);
  json_object_set_string_member (object, "password", password);
  if (counter != NULL)
    json_object_set_string_member (object, "counter", counter);
  return yc_json_object_node (object);
}

void
yc_session_sign_in_async (YcSession           *self,
                          const char          *user,
                          const char          *password,
                          const char          *counter,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (JsonNode) body = NULL;
  YcRequest request = { .method = "POST", .path = "/sessions", .anonymous = TRUE,
                        .expect = YC_EXPECT_JSON };

  g_return_if_fail (YC_IS_SESSION (self));
  g_return_if_fail (user != NULL && password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_session_sign_in_async);
  if (self->state == YC_SESSION_SIGNING_IN)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE,
                               "The service is being asked already");
      return;
    }
  body = credentials_new (user, password, counter);
  request.body = body;
  self->state_before = self->state;
  set_state (self, YC_SESSION_SIGNING_IN);
  yc_http_send_async (self->http, &request, cancellable, signed_in_cb, g_steal_pointer (&task));
}

gboolean
yc_session_sign_in_finish (YcSession     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signed_out_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  /* A session that the service had ended already is signed out as well. */
  if (reply != NULL || g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SESSION_EXPIRED))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
yc_session_sign_out_async (YcSession           *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gboolean tell;
  YcRequest request = { .method = "DELETE", .path = "/sessions/current",
                        .expect = YC_EXPECT_NOTHING };

  g_return_if_fail (YC_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_session_sign_out_async);
  tell = self->token != NULL;
  /* The request takes the token with it. */
  if (tell)
    yc_http_send_async (self->http, &request, cancellable, signed_out_cb, g_object_ref (task));

  g_object_freeze_notify (G_OBJECT (self));
  set_token (self, NULL, NULL);
  set_state (self, YC_SESSION_SIGNED_OUT);
  set_user (self, NULL);
  g_object_thaw_notify (G_OBJECT (self));
  if (!tell)
    g_task_return_boolean (task, TRUE);
}

gboolean
yc_session_sign_out_finish (YcSession     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
