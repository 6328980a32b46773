/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps here what is needed to judge certificates with the line down: whose QR codes to believe, and
 * which certificates were made void or replaced. It says of itself how old it is. */
#include "yc-register-copy.h"

#include "yc-client-error.h"
#include "yc-json.h"
#include "yc-revocation-table.h"

#define SETTING "register"
#define SYNC_SECONDS 600
#define PAGE_ROWS 1000
/* More than any service has keys. */
#define MOST_KEYS 32

struct _YcRegisterCopy
{
  GObject       parent_instance;

  YcHttp       *http;
  YcSession    *session;
  YcStorage    *storage;
  GCancellable *cancellable;
  /* Whether what was kept has been read: before, it would be fetched all over again. */
  gboolean      read;
  gboolean      syncing;
  guint         timer;
  char         *keys;
  /* Up to which entry of the register, and when that was the last one; NULL while there is none. */
  gint64        number;
  GDateTime    *at;
  /* The page that is being stored. */
  gint64        page_number;
  GDateTime    *page_at;
  gboolean      page_more;
};

G_DEFINE_FINAL_TYPE (YcRegisterCopy, yc_register_copy, G_TYPE_OBJECT)

static void ask_revocations (YcRegisterCopy *self);

static void
save (YcRegisterCopy *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *at = self->at != NULL ? yc_time_format (self->at) : NULL;

  json_object_set_member (object, "keys", yc_json_string_node (self->keys));
  json_object_set_int_member (object, "number", self->number);
  json_object_set_member (object, "at", yc_json_string_node (at));
  node = yc_json_object_node (object);
  yc_storage_set_async (self->storage, SETTING, node, NULL, NULL);
}

static void
finish_sync (YcRegisterCopy *self,
             const GError   *error)
{
  self->syncing = FALSE;
  /* Tried again in a while, or when the line is back. */
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER))
    g_message ("The list of void certificates cannot be understood: %s", error->message);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcRegisterCopy) self = user_data;
  g_autoptr (GError) error = NULL;

  yc_storage_run_finish (self->storage, result, &error);
  if (error != NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      finish_sync (self, error);
      return;
    }
  self->number = self->page_number;
  if (!self->page_more)
    {
      g_clear_pointer (&self->at, g_date_time_unref);
      self->at = g_steal_pointer (&self->page_at);
    }
  save (self);
  if (self->page_more)
    ask_revocations (self);
  else
    finish_sync (self, NULL);
}

/* Another service, or one that was set back, begins at 0 again: nothing known here counts. */
static void
begin_anew (YcRegisterCopy *self)
{
  g_autoptr (JsonArray) none = json_array_new ();

  self->page_number = 0;
  self->page_more = TRUE;
  g_clear_pointer (&self->at, g_date_time_unref);
  yc_revocation_table_store_async (self->storage, none, TRUE, stored_cb, g_object_ref (self));
}

static gboolean
take_page (YcRegisterCopy *self,
           JsonObject     *page,
           JsonArray     **rows)
{
  const char *at = yc_json_get_string (page, "at", "");

  *rows = yc_json_get_array (page, "revocations");
  self->page_number = yc_json_get_int (page, "number", -1);
  self->page_more = yc_json_get_boolean (page, "more", FALSE);
  g_clear_pointer (&self->page_at, g_date_time_unref);
  self->page_at = g_date_time_new_from_iso8601 (at, NULL);
  /* A page that has more but does not go on would be asked for without end. */
  return *rows != NULL && self->page_number >= 0 && self->page_at != NULL &&
         !(self->page_more && self->page_number == self->number);
}

static void
revocations_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (YcRegisterCopy) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  JsonArray *rows = NULL;

  if (reply != NULL && !take_page (self, yc_reply_get_object (reply), &rows))
    g_set_error_literal (&error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                         "The answer is no page of the register");
  if (error != NULL)
    finish_sync (self, error);
  else if (self->page_number < self->number)
    begin_anew (self);
  else
    yc_revocation_table_store_async (self->storage, rows, FALSE, stored_cb, g_object_ref (self));
}

static void
ask (YcRegisterCopy      *self,
     const char          *path,
     GAsyncReadyCallback  answered_cb)
{
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_JSON };

  yc_http_send_async (self->http, &request, self->cancellable, answered_cb, g_object_ref (self));
}

static void
ask_revocations (YcRegisterCopy *self)
{
  g_autofree char *path = g_strdup_printf ("/revocations?after=%" G_GINT64_FORMAT "&limit=%d",
                                           self->number, PAGE_ROWS);

  ask (self, path, revocations_cb);
}

static void
take_keys (YcRegisterCopy *self,
           JsonObject     *answer)
{
  JsonArray *keys = yc_json_get_array (answer, "keys");
  g_autoptr (GString) pem = g_string_new (NULL);

  for (guint i = 0; keys != NULL && i < MIN (json_array_get_length (keys), MOST_KEYS); i++)
    {
      JsonObject *key = yc_json_node_get_object (json_array_get_element (keys, i));

      g_string_append (pem, yc_json_get_string (key, "public_key", ""));
      g_string_append_c (pem, '\n');
    }
  if (pem->len == 0)
    return;
  g_free (self->keys);
  self->keys = g_string_free (g_steal_pointer (&pem), FALSE);
}

static void
keys_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YcRegisterCopy) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply == NULL)
    {
      finish_sync (self, error);
      return;
    }
  take_keys (self, yc_reply_get_object (reply));
  ask_revocations (self);
}

static void
sync_now (YcRegisterCopy *self)
{
  if (self->storage == NULL || !self->read || self->syncing ||
      !yc_session_get_signed_in (self->session))
    return;
  self->syncing = TRUE;
  ask (self, "/verification-keys", keys_cb);
}

static gboolean
tick_cb (gpointer user_data)
{
  sync_now (user_data);
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YcRegisterCopy) self = user_data;
  g_autoptr (JsonNode) node = yc_storage_get_finish (self->storage, result, NULL);
  JsonObject *kept = node != NULL ? yc_json_node_get_object (node) : NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (kept != NULL)
    {
      self->keys = g_strdup (yc_json_get_string (kept, "keys", NULL));
      self->number = yc_json_get_int (kept, "number", 0);
      self->at = g_date_time_new_from_iso8601 (yc_json_get_string (kept, "at", ""), NULL);
    }
  self->read = TRUE;
  sync_now (self);
}

static void
yc_register_copy_dispose (GObject *object)
{
  YcRegisterCopy *self = YC_REGISTER_COPY (object);

  yc_register_copy_close (self);
  g_clear_object (&self->http);
  g_clear_object (&self->session);
  g_clear_object (&self->storage);

  G_OBJECT_CLASS (yc_register_copy_parent_class)->dispose (object);
}

static void
yc_register_copy_finalize (GObject *object)
{
  YcRegisterCopy *self = YC_REGISTER_COPY (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_clear_pointer (&self->page_at, g_date_time_unref);
  g_free (self->keys);

  G_OBJECT_CLASS (yc_register_copy_parent_class)->finalize (object);
}

static void
yc_register_copy_class_init (YcRegisterCopyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_register_copy_dispose;
  object_class->finalize = yc_register_copy_finalize;
}

static void
yc_register_copy_init (YcRegisterCopy *self)
{
  self->cancellable = g_cancellable_new ();
}

YcRegisterCopy *
yc_register_copy_new (YcHttp    *http,
                      YcLive    *live,
                      YcSession *session)
{
  YcRegisterCopy *self = g_object_new (YC_TYPE_REGISTER_COPY, NULL);

  self->http = g_object_ref (http);
  self->session = g_object_ref (session);
  g_signal_connect_object (live, "refresh", G_CALLBACK (sync_now), self, G_CONNECT_SWAPPED);
  return self;
}

void
yc_register_copy_open (YcRegisterCopy *self,
                       YcStorage      *storage)
{
  g_set_object (&self->storage, storage);
  self->timer = g_timeout_add_seconds (SYNC_SECONDS, tick_cb, self);
  yc_storage_get_async (storage, SETTING, read_cb, g_object_ref (self));
}

void
yc_register_copy_close (YcRegisterCopy *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}

const char *
yc_register_copy_get_keys (YcRegisterCopy *self)
{
  return self->keys;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcRegisterCopy *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (YcRevocation) found =
    yc_revocation_table_find_finish (self->storage, result, &error);

  if (found != NULL)
    g_task_return_pointer (task,
                           yc_registered_certificate_new_from_copy (
                             g_task_get_task_data (task), found->state, found->replaced_by, self->at),
                           g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yc_register_copy_find_async (YcRegisterCopy      *self,
                             const char          *serial,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, yc_register_copy_find_async);
  g_task_set_task_data (task, g_strdup (serial), g_free);
  if (self->at != NULL)
    yc_revocation_table_find_async (self->storage, serial, cancellable, found_cb, task);
  else
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE,
                               "There is no copy of the register");
      g_object_unref (task);
    }
}

YcRegisteredCertificate *
yc_register_copy_find_finish (YcRegisterCopy  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
