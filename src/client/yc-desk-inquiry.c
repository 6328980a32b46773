/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of an inquiry at the desk: answered, passed on, heard of. */
#include "yc-desk-knowledge.h"

#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-errand.h"
#include "yc-inquiry-private.h"
#include "yc-json.h"
#include "yc-task.h"

#include <glib/gi18n-lib.h>

/* What the outbox shows; nothing that somebody wrote. */
static const char *
get_title (const char *action)
{
  if (g_str_equal (action, "answer"))
    return _("Answer to a report or a consultation");
  if (g_str_equal (action, "pass"))
    return _("Report or consultation passed on");
  return g_str_equal (action, "reopen") ? _("Report or consultation opened again")
                                        : _("Report or consultation left as it is");
}

static JsonNode *
write_step (const char *action,
            const char *text,
            const char *passed_kind,
            const char *passed_name,
            const char *due)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "action", action);
  yc_json_set_text (body, "text", text);
  yc_json_set_text (body, "due", due);
  yc_inquiry_write_passed_to (body, passed_kind, passed_name);
  return yc_json_object_node (body);
}

/* The service tells the person in full; the list, which is told of it too, what may be shown. */
static void
take_step (gpointer    object,
           JsonObject *json)
{
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = yc_errand_run_finish (source, result, &error);

  yc_task_return_done (task, done, error);
}

void
yc_desk_step_inquiry_async (YcDesk              *self,
                            YcInquiry           *inquiry,
                            const char          *action,
                            const char          *text,
                            const char          *passed_kind,
                            const char          *passed_name,
                            const char          *due,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_INQUIRY (inquiry));
  g_return_if_fail (action != NULL);

  body = write_step (action, text, passed_kind, passed_name, due);
  path = g_strdup_printf ("/inquiries/%s/steps", yc_inquiry_get_id (inquiry));
  etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", yc_inquiry_get_version (inquiry));

  const YcErrandWork work = {
    .path = path, .if_match = etag, .order_key = yc_inquiry_get_id (inquiry),
    .title = get_title (action), .body = body, .object = inquiry, .take = take_step,
    .patient = TRUE,
  };

  yc_errand_run_async (self, yc_desk_get_parts (self), &work, cancellable, stepped_cb,
                       yc_desk_call_new (self, yc_desk_step_inquiry_async, cancellable, callback,
                                         user_data));
}

gboolean
yc_desk_step_inquiry_finish (YcDesk        *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

YcCommand *
yc_desk_find_inquiry_step (YcDesk    *self,
                           YcInquiry *inquiry)
{
  GListModel *commands;

  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (YC_IS_INQUIRY (inquiry), NULL);

  commands = G_LIST_MODEL (yc_desk_get_outbox (self));
  for (guint i = 0; i < g_list_model_get_n_items (commands); i++)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (commands, i);

      if (g_strcmp0 (yc_command_get_order_key (command), yc_inquiry_get_id (inquiry)) == 0)
        return command;
    }
  return NULL;
}

static void
inquiry_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  YcInquiry *inquiry =
    reply != NULL ? yc_inquiry_new_from_json (yc_reply_get_object (reply), &error) : NULL;

  if (inquiry != NULL)
    g_task_return_pointer (task, inquiry, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yc_desk_load_inquiry_async (YcDesk              *self,
                            const char          *id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *path = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (id != NULL);

  path = g_strconcat ("/inquiries/", id, NULL);
  yc_desk_call_get (yc_desk_call_new (self, yc_desk_load_inquiry_async, cancellable, callback,
                                      user_data),
                    path, inquiry_loaded_cb);
}

YcInquiry *
yc_desk_load_inquiry_finish (YcDesk        *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
heard_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  yc_task_return_done (task, reply != NULL, error);
}

void
yc_desk_hear_inquiry_async (YcDesk              *self,
                            YcInquiry           *inquiry,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *path = NULL;
  JsonObject *body;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_INQUIRY (inquiry));

  yc_inquiry_hear (inquiry);
  body = json_object_new ();
  json_object_set_int_member (body, "version", yc_inquiry_get_version (inquiry));
  path = g_strdup_printf ("/inquiries/%s/looks", yc_inquiry_get_id (inquiry));
  yc_desk_call_post (yc_desk_call_new (self, yc_desk_hear_inquiry_async, cancellable, callback,
                                       user_data),
                     path, body, heard_cb);
}

gboolean
yc_desk_hear_inquiry_finish (YcDesk        *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
