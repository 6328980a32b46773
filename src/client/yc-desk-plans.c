/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does with saved plans: save, find, open, hand over, answer. */
#include "yc-desk-plans.h"

#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-json.h"
#include "yc-live-list-private.h"
#include "yc-saved-plan-private.h"
#include "yc-visit-private.h"
#include "yc-visits-private.h"

/* Longer than any list of what was advised needs to be. */
#define MAX_TITLE 120

/* The items' titles, cut where the service would not take more; nothing personal. */
static char *
dup_title (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      const char *one = yc_plan_entry_get_title (entry);

      if (g_utf8_strlen (title->str, -1) + g_utf8_strlen (one, -1) > MAX_TITLE)
        {
          g_string_append (title, "…");
          break;
        }
      g_string_append_printf (title, "%s%s", title->len > 0 ? "、" : "", one);
    }
  return g_string_free (title, FALSE);
}

static JsonObject *
write_contents (YcDesk  *self,
                YcVisit *visit)
{
  YcPlan *plan = yc_visit_get_plan (visit);
  g_autofree char *title = dup_title (plan);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "title", title);
  json_object_set_int_member (body, "catalog_version",
                              yc_catalog_get_version (yc_desk_get_catalog (self)));
  json_object_set_object_member (body, "citizen",
                                 yc_citizen_to_json (yc_visit_get_citizen (visit)));
  if (!yc_citizen_get_empty (yc_visit_get_agent (visit)))
    json_object_set_object_member (body, "agent",
                                   yc_citizen_to_json (yc_visit_get_agent (visit)));
  json_object_set_string_member (body, "need", yc_visit_get_need (visit));
  json_object_set_member (body, "plan", yc_plan_to_json (plan));
  return body;
}

static void
send_contents (YcDesk  *self,
               YcVisit *visit)
{
  g_autoptr (JsonObject) contents = write_contents (self, visit);

  yc_saved_plan_send (yc_visit_get_saved_plan (visit), contents);
}

/* What the service has is the base of what is sent; it may also not have the plan yet. */
static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcVisit *visit = g_task_get_task_data (task);
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, NULL);

  if (reply != NULL)
    yc_saved_plan_update (yc_visit_get_saved_plan (visit), yc_reply_get_object (reply));
  send_contents (g_task_get_source_object (task), visit);
  g_task_return_boolean (task, reply != NULL);
}

void
yc_desk_save_plan (YcDesk  *self,
                   YcVisit *visit)
{
  YcSavedPlan *plan;
  g_autofree char *path = NULL;
  JsonObject *body;
  GTask *task;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_VISIT (visit));

  plan = yc_visit_get_saved_plan (visit);
  if (yc_saved_plan_get_state (plan) != YC_SAVED_PLAN_REFUSED)
    {
      send_contents (self, visit);
      return;
    }
  task = yc_desk_call_new (self, yc_desk_save_plan, NULL, NULL, NULL);
  g_task_set_task_data (task, g_object_ref (visit), g_object_unref);
  path = g_strdup_printf ("/plans/%s/looks", yc_saved_plan_get_id (plan));
  body = json_object_new ();
  json_object_set_null_member (body, "id_number");
  yc_desk_call_post (task, path, body, refreshed_cb);
}

/* Finding */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  JsonArray *array = reply != NULL ? yc_json_get_array (yc_reply_get_object (reply), "plans") : NULL;
  g_autoptr (GListStore) plans = g_list_store_new (YC_TYPE_SAVED_PLAN);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = yc_json_node_get_object (json_array_get_element (array, i));
      g_autoptr (YcSavedPlan) plan =
        object != NULL ? yc_saved_plan_new_from_json (object, NULL) : NULL;

      if (plan != NULL)
        g_list_store_append (plans, plan);
    }
  g_task_return_pointer (task, g_steal_pointer (&plans), g_object_unref);
}

void
yc_desk_find_plans_async (YcDesk              *self,
                          const char          *number,
                          const char          *id_number,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  JsonObject *body;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (number != NULL || id_number != NULL);

  body = json_object_new ();
  if (number != NULL)
    json_object_set_string_member (body, "number", number);
  if (id_number != NULL)
    json_object_set_string_member (body, "id_number", id_number);
  yc_desk_call_post (yc_desk_call_new (self, yc_desk_find_plans_async, cancellable, callback,
                                       user_data),
                     "/plans/searches", body, found_cb);
}

GListModel *
yc_desk_find_plans_finish (YcDesk        *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  return (GObject *) yc_saved_plan_new_from_json (row, NULL);
}

static YcLiveList *
create_list (YcDesk     *self,
             const char *path)
{
  YcLiveList *list = yc_live_list_new (yc_desk_get_parts (self), "plans", YC_TYPE_SAVED_PLAN,
                                       take_row, NULL, NULL);

  yc_live_list_set_path (list, path);
  return list;
}

YcLiveList *
yc_desk_create_hand_over_list (YcDesk   *self,
                               gboolean  outgoing)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return create_list (self, outgoing ? "/plans/hand-overs?view=outgoing"
                                     : "/plans/hand-overs?view=incoming");
}

YcLiveList *
yc_desk_create_plan_list (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return create_list (self, "/plans?view=held");
}

/* Opening */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  YcVisit *visit = NULL;

  if (reply != NULL)
    visit = yc_visits_open_plan (yc_desk_get_visits (self), yc_reply_get_object (reply), &error);
  if (visit != NULL)
    g_task_return_pointer (task, g_object_ref (visit), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
yc_desk_open_plan_async (YcDesk              *self,
                         YcSavedPlan         *plan,
                         const char          *id_number,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autofree char *path = NULL;
  JsonObject *body;
  YcVisit *present;
  GTask *call;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_SAVED_PLAN (plan));

  call = yc_desk_call_new (self, yc_desk_open_plan_async, cancellable, callback, user_data);
  present = yc_visits_find_plan (yc_desk_get_visits (self), yc_saved_plan_get_id (plan));
  if (present != NULL)
    {
      g_task_return_pointer (call, g_object_ref (present), g_object_unref);
      g_object_unref (call);
      return;
    }
  path = g_strdup_printf ("/plans/%s/looks", yc_saved_plan_get_id (plan));
  body = json_object_new ();
  json_object_set_member (body, "id_number", yc_json_string_node (id_number));
  yc_desk_call_post (call, path, body, opened_cb);
}

YcVisit *
yc_desk_open_plan_finish (YcDesk        *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (YcVisit) visit = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  /* The list of visits holds it. */
  visit = g_task_propagate_pointer (G_TASK (result), error);
  return visit;
}

/* Passing on */

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  yc_saved_plan_update (g_task_get_task_data (task), yc_reply_get_object (reply));
  g_task_return_boolean (task, TRUE);
}

static void
pass (YcSavedPlan *plan,
      const char  *what,
      JsonObject  *body,
      GTask       *call)
{
  g_autofree char *path = g_strdup_printf ("/plans/%s/%s", yc_saved_plan_get_id (plan), what);

  g_task_set_task_data (call, g_object_ref (plan), g_object_unref);
  yc_desk_call_change (call, path, yc_saved_plan_get_version (plan), body, passed_cb);
}

void
yc_desk_hand_over_plan_async (YcDesk              *self,
                              YcSavedPlan         *plan,
                              const char          *kind,
                              const char          *place,
                              const char          *name,
                              const char          *due,
                              const char          *note,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  JsonObject *body, *to;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_SAVED_PLAN (plan) && yc_saved_plan_get_version (plan) > 0);
  g_return_if_fail (kind != NULL && name != NULL && due != NULL);

  to = json_object_new ();
  json_object_set_string_member (to, "kind", kind);
  json_object_set_string_member (to, "name", name);
  yc_json_set_text (to, "place", place);
  body = json_object_new ();
  json_object_set_object_member (body, "to", to);
  json_object_set_string_member (body, "due", due);
  yc_json_set_text (body, "note", note);
  pass (plan, "hand-overs", body,
        yc_desk_call_new (self, yc_desk_hand_over_plan_async, cancellable, callback, user_data));
}

void
yc_desk_answer_plan_async (YcDesk              *self,
                           YcSavedPlan         *plan,
                           const char          *answer,
                           const char          *by,
                           const char          *note,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  JsonObject *body;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_SAVED_PLAN (plan));
  g_return_if_fail (answer != NULL);

  body = json_object_new ();
  json_object_set_string_member (body, "answer", answer);
  yc_json_set_text (body, "by", by);
  yc_json_set_text (body, "note", note);
  pass (plan, "answers", body,
        yc_desk_call_new (self, yc_desk_answer_plan_async, cancellable, callback, user_data));
}

gboolean
yc_desk_hand_over_plan_finish (YcDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
