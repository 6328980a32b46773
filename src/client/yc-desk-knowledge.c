/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for the knowledge base: report, record, answer, publish. */
#include "yc-desk-knowledge.h"

#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-inquiry-private.h"
#include "yc-json.h"
#include "yc-live-list-private.h"
#include "yc-task.h"
#include "yc-uuid.h"

#include <glib/gi18n-lib.h>

/* @user_data: id → YcInquiry: every one that was ever in the list. */
static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  const char *id = yc_json_get_string (row, "id", "");
  YcInquiry *known = g_hash_table_lookup (user_data, id);

  if (known != NULL)
    {
      yc_inquiry_update (known, row);
      return g_object_ref (G_OBJECT (known));
    }
  known = yc_inquiry_new_from_json (row, NULL);
  if (known != NULL)
    g_hash_table_insert (user_data, g_strdup (id), g_object_ref (known));
  return (GObject *) known;
}

YcLiveList *
yc_desk_create_inquiry_list (YcDesk        *self,
                             YcInquiryView  view)
{
  static const char *const paths[] = { "/inquiries?view=mine", "/inquiries?view=open",
                                       "/inquiries?view=place",
                                       "/inquiries?view=news" };
  GHashTable *known;
  YcLiveList *list;

  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (view >= YC_INQUIRY_VIEW_MINE && view <= YC_INQUIRY_VIEW_NEWS, NULL);

  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  list = yc_live_list_new (yc_desk_get_parts (self), "inquiries", YC_TYPE_INQUIRY, take_row, known,
                           (GDestroyNotify) g_hash_table_unref);
  yc_live_list_set_path (list, paths[view - 1]);
  return list;
}

static JsonNode *
write_inquiry (const YcNewInquiry *inquiry,
               const char         *id)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *asked_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.000Z");
  JsonObject *body = json_object_new ();
  JsonObject *person = json_object_new ();

  json_object_set_string_member (body, "id", id);
  json_object_set_string_member (body, "kind", yc_inquiry_kind_to_string (inquiry->kind));
  json_object_set_string_member (body, "question", inquiry->question);
  json_object_set_string_member (body, "asked_at", asked_at);
  if (inquiry->kind == YC_INQUIRY_CONSULTATION)
    json_object_set_string_member (body, "channel", inquiry->by_phone ? "phone" : "counter");
  yc_json_set_text (body, "entry", inquiry->entry);
  yc_json_set_text (body, "item", inquiry->item);
  yc_json_set_text (body, "list", inquiry->list);
  yc_json_set_text (body, "answer", inquiry->answer);
  yc_json_set_text (body, "due", inquiry->due);
  yc_inquiry_write_passed_to (body, inquiry->passed_kind, inquiry->passed_name);
  yc_json_set_text (person, "name", inquiry->name);
  yc_json_set_text (person, "phone", inquiry->phone);
  json_object_set_object_member (body, "person", person);
  return yc_json_object_node (body);
}

/* What the outbox shows; nothing that a citizen said. */
static const char *
get_title (YcInquiryKind kind)
{
  if (kind == YC_INQUIRY_MISTAKE)
    return _("Report: a mistake in the knowledge base");
  return kind == YC_INQUIRY_GAP ? _("Report: a gap in the knowledge base")
                                : _("Record of a consultation");
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  YcCommand *command = yc_outbox_add_finish (YC_OUTBOX (source), result, &error);

  if (command != NULL)
    g_task_return_pointer (task, command, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yc_desk_record_inquiry_async (YcDesk              *self,
                              const YcNewInquiry  *inquiry,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonNode) body = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (inquiry != NULL && inquiry->question != NULL);

  body = write_inquiry (inquiry, id);
  yc_outbox_add_async (yc_desk_get_outbox (self), "POST", "/inquiries", body, NULL, id,
                       get_title (inquiry->kind), cancellable, recorded_cb,
                       yc_desk_call_new (self, yc_desk_record_inquiry_async, cancellable, callback,
                                         user_data));
}

YcCommand *
yc_desk_record_inquiry_finish (YcDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
entry_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  JsonObject *object = reply != NULL ? yc_reply_get_object (reply) : NULL;

  if (reply == NULL)
    g_task_return_error (task, error);
  else if (yc_json_get_object (object, "entry") != NULL)
    g_task_return_pointer (task, json_object_ref (object), (GDestroyNotify) json_object_unref);
  else
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                             "The answer is no entry");
}

void
yc_desk_load_entry_async (YcDesk              *self,
                          const char          *id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (id != NULL);

  path = g_strconcat ("/knowledge/", id, NULL);
  yc_desk_call_get (yc_desk_call_new (self, yc_desk_load_entry_async, cancellable, callback,
                                      user_data),
                    path, entry_loaded_cb);
}

JsonObject *
yc_desk_load_entry_finish (YcDesk        *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* (nullable): what the service found wrong, a line each */
static char *
write_problems (const YcReply *reply)
{
  JsonArray *problems = yc_reply_get_problems (reply);
  GString *words = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = yc_json_node_get_object (json_array_get_element (problems, i));

      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                              yc_json_get_string (problem, "message", ""));
    }
  return g_string_free (words, words->len == 0);
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_send_finish (YC_HTTP (source), result, &error);

  if (reply != NULL && !yc_reply_check (reply, &error))
    g_task_set_task_data (task, write_problems (reply), g_free);
  yc_task_return_done (task, error == NULL, error);
}

void
yc_desk_publish_entry_async (YcDesk              *self,
                             const char          *id,
                             gint64               base,
                             JsonObject          *body,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (id != NULL && body != NULL);

  path = g_strdup_printf ("/knowledge/%s/versions", id);
  yc_desk_call_change (yc_desk_call_new (self, yc_desk_publish_entry_async, cancellable, callback,
                                         user_data),
                       path, base, json_object_ref (body), published_cb);
}

gboolean
yc_desk_publish_entry_finish (YcDesk        *self,
                              GAsyncResult  *result,
                              char         **words,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (words != NULL)
    *words = g_strdup (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}
