/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk is asked for: lists, cases, decisions, certificates, returns. */
#include "yc-case-list-private.h"
#include "yc-certificate-list.h"
#include "yc-certificate-store.h"
#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-errand.h"
#include "yc-json.h"
#include "yc-table.h"

static gpointer
look_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  GStrv texts = data;

  yc_table_write (connection, error,
                  "INSERT INTO looks (user_id, subject, at) VALUES ($1, $2, $3)", "ttt", texts[0],
                  texts[1], texts[2]);
  return NULL;
}

void
yc_desk_record_look (YcDesk     *self,
                     const char *subject)
{
  g_autofree char *now = yc_time_now ();
  const char *user_id;
  GStrvBuilder *builder;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (subject != NULL);

  user_id = yc_session_get_user_id (yc_desk_get_parts (self)->session);
  if (!yc_desk_get_open (self) || user_id == NULL)
    return;
  builder = g_strv_builder_new ();
  g_strv_builder_add_many (builder, user_id, subject, now, NULL);
  yc_storage_run_async (yc_desk_get_parts (self)->storage, YC_WORKER_WRITE, look_job,
                        g_strv_builder_end (builder), (GDestroyNotify) g_strfreev, NULL, NULL, NULL,
                        NULL);
  g_strv_builder_unref (builder);
}

YcLiveList *
yc_desk_create_case_list (YcDesk              *self,
                          YcCaseView           view,
                          const YcCaseFilters *filters)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (view >= YC_CASE_VIEW_MINE && view <= YC_CASE_VIEW_PLACE, NULL);

  return yc_case_list_new (yc_desk_get_parts (self), view, filters);
}

YcLiveList *
yc_desk_create_certificate_list (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return yc_certificate_list_new (yc_desk_get_parts (self));
}

/* Takes the object that another part of the desk has answered with. */
static void
take_object_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) call = user_data;
  GError *error = NULL;
  GObject *object = g_task_propagate_pointer (G_TASK (result), &error);

  if (object != NULL)
    g_task_return_pointer (call, object, g_object_unref);
  else
    g_task_return_error (call, error);
}

void
yc_desk_load_case_async (YcDesk              *self,
                         const char          *id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *call;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (id != NULL);

  call = yc_desk_call_new (self, yc_desk_load_case_async, cancellable, callback, user_data);
  yc_case_pool_load_async (yc_desk_get_parts (self)->pool, id, cancellable, take_object_cb, call);
}

YcCase *
yc_desk_load_case_finish (YcDesk        *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
take_case (gpointer    object,
           JsonObject *json)
{
  yc_case_update_from_json (object, json, NULL);
}

void
yc_desk_decide_async (YcDesk              *self,
                      YcCase              *a_case,
                      YcCaseAction         action,
                      const char          *reason,
                      YcCause              cause,
                      const char          *field,
                      const char          *note,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  JsonObject *body = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (body);
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;
  YcErrandWork work = { .body = node, .object = a_case, .take = take_case };

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_CASE (a_case));
  g_return_if_fail (action == YC_CASE_ACTION_APPROVE || action == YC_CASE_ACTION_RETURN ||
                    action == YC_CASE_ACTION_REFUSE);

  json_object_set_string_member (body, "decision", yc_case_action_to_string (action));
  yc_json_set_text (body, "reason", reason);
  yc_json_set_text (body, "cause", yc_cause_to_string (cause));
  yc_json_set_text (body, "field", field);
  yc_json_set_text (body, "note", note);
  work.path = path = g_strdup_printf ("/cases/%s/decisions", yc_case_get_id (a_case));
  work.if_match = etag = yc_case_dup_etag (a_case);
  work.order_key = yc_case_get_id (a_case);
  work.title = yc_case_get_item_title (a_case);
  yc_errand_run_async (self, yc_desk_get_parts (self), &work, cancellable, callback, user_data);
}

gboolean
yc_desk_decide_finish (YcDesk        *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return yc_errand_run_finish (self, result, error);
}

void
yc_desk_load_certificate_async (YcDesk              *self,
                                const char          *case_id,
                                const char          *serial,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (case_id != NULL);

  yc_certificate_store_load_async (self, yc_desk_get_parts (self), case_id, serial, cancellable,
                                   callback, user_data);
}

GBytes *
yc_desk_load_certificate_finish (YcDesk        *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return yc_certificate_store_load_finish (self, result, error);
}

static gboolean
is_list_of_objects (JsonObject *object,
                    const char *name)
{
  JsonArray *array = yc_json_get_array (object, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static void
returns_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  JsonObject *object = reply != NULL ? yc_reply_get_object (reply) : NULL;

  if (reply == NULL)
    g_task_return_error (task, error);
  else if (is_list_of_objects (object, "by_clerk") && is_list_of_objects (object, "by_item") &&
           is_list_of_objects (object, "by_cause") && is_list_of_objects (object, "by_reason"))
    g_task_return_pointer (task, json_object_ref (object), (GDestroyNotify) json_object_unref);
  else
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                             "The answer is no summary of returns");
}

void
yc_desk_load_returns_async (YcDesk              *self,
                            const char          *from,
                            const char          *to,
                            const char          *place,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GString) path = g_string_new ("/returns/summary?from=");

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (from != NULL && to != NULL);

  g_string_append_uri_escaped (path, from, NULL, FALSE);
  g_string_append (path, "&to=");
  g_string_append_uri_escaped (path, to, NULL, FALSE);
  if (place != NULL)
    {
      g_string_append (path, "&place=");
      g_string_append_uri_escaped (path, place, NULL, FALSE);
    }
  yc_desk_call_get (yc_desk_call_new (self, yc_desk_load_returns_async, cancellable, callback,
                                      user_data),
                    path->str, returns_loaded_cb);
}

JsonObject *
yc_desk_load_returns_finish (YcDesk        *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
