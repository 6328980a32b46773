/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does with saved plans: save, find, open, hand over, answer. */
#include "yc-desk-plans.h"

#include "yc-desk-call.h"
#include "yc-desk-private.h"
#include "yc-errand.h"
#include "yc-json.h"
#include "yc-live-list-private.h"
#include "yc-plan-contents.h"
#include "yc-saved-plan-private.h"
#include "yc-visit-private.h"
#include "yc-visits-private.h"

#include <glib/gi18n-lib.h>

void
yc_desk_save_plan (YcDesk  *self,
                   YcVisit *visit)
{
  g_autoptr (JsonObject) contents = NULL;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_VISIT (visit));

  contents = yc_plan_contents_write (visit, yc_desk_get_catalog (self));
  yc_saved_plan_send (yc_visit_get_saved_plan (visit), contents);
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

/* What became of a hand-over is seen in the visit, too. */
static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  YcSavedPlan *plan = yc_saved_plan_new_from_json (row, NULL);
  YcVisit *visit =
    plan != NULL ? yc_visits_find_plan (user_data, yc_saved_plan_get_id (plan)) : NULL;

  if (visit != NULL)
    yc_saved_plan_update (yc_visit_get_saved_plan (visit), row);
  return (GObject *) plan;
}

static YcLiveList *
create_list (YcDesk     *self,
             const char *path)
{
  YcLiveList *list =
    yc_live_list_new (yc_desk_get_parts (self), "plans", YC_TYPE_SAVED_PLAN, take_row,
                      g_object_ref (yc_desk_get_visits (self)), g_object_unref);

  yc_live_list_set_path (list, path);
  return list;
}

/* What waited for the line and has arrived: the list need not be asked for before it is seen. */
static void
sent_cb (YcOutbox   *outbox,
         YcCommand  *command,
         JsonNode   *answer,
         YcLiveList *list)
{
  JsonObject *told = yc_json_node_get_object (answer);
  const char *id = yc_json_get_string (told, "id", NULL);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (YcSavedPlan) plan = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (yc_saved_plan_get_id (plan), id))
        yc_saved_plan_update (plan, told);
    }
}

YcLiveList *
yc_desk_create_hand_over_list (YcDesk   *self,
                               gboolean  outgoing)
{
  YcLiveList *list;

  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  list = create_list (self, outgoing ? "/plans/hand-overs?view=outgoing"
                                     : "/plans/hand-overs?view=incoming");
  g_signal_connect_object (yc_desk_get_outbox (self), "sent", G_CALLBACK (sent_cb), list, 0);
  return list;
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

static JsonNode *
write_hand_over (const char *kind,
                 const char *place,
                 const char *name,
                 const char *due,
                 const char *note)
{
  JsonObject *to = json_object_new ();
  JsonObject *body = json_object_new ();

  json_object_set_string_member (to, "kind", kind);
  json_object_set_string_member (to, "name", name);
  yc_json_set_text (to, "place", place);
  json_object_set_object_member (body, "to", to);
  json_object_set_string_member (body, "due", due);
  yc_json_set_text (body, "note", note);
  return yc_json_object_node (body);
}

static void
take_plan (gpointer    object,
           JsonObject *json)
{
  yc_saved_plan_update (object, json);
}

/* Whatever others answered meanwhile, it is handed over as it is at the service: nothing of theirs
 * is written over. */
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
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) body = NULL;
  YcErrandWork work = { .if_match = "*", .title = _("Hand-over of a plan"), .object = plan,
                        .take = take_plan, .patient = TRUE };

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_SAVED_PLAN (plan));
  g_return_if_fail (yc_saved_plan_get_state (plan) != YC_SAVED_PLAN_NEW);
  g_return_if_fail (kind != NULL && name != NULL && due != NULL);

  work.path = path = g_strdup_printf ("/plans/%s/hand-overs", yc_saved_plan_get_id (plan));
  work.order_key = yc_saved_plan_get_id (plan);
  work.body = body = write_hand_over (kind, place, name, due, note);
  yc_errand_run_async (self, yc_desk_get_parts (self), &work, cancellable, callback, user_data);
}

gboolean
yc_desk_hand_over_plan_finish (YcDesk        *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return yc_errand_run_finish (self, result, error);
}

/* Answering */

/* (transfer full): where the answers to a plan's hand-overs go */
static char *
dup_answers_path (YcSavedPlan *plan)
{
  return g_strdup_printf ("/plans/%s/answers", yc_saved_plan_get_id (plan));
}

/* (transfer none) (nullable): the last command of the plan that is parked, or an answer that waits */
static YcCommand *
find_command (YcDesk      *self,
              YcSavedPlan *plan,
              gboolean     parked)
{
  GListModel *commands = G_LIST_MODEL (yc_desk_get_outbox (self));
  g_autofree char *path = dup_answers_path (plan);

  for (guint i = g_list_model_get_n_items (commands); i > 0; i--)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (commands, i - 1);
      gboolean is_parked = yc_command_get_state (command) == YC_COMMAND_PARKED;

      if (parked ? is_parked && g_str_equal (yc_command_get_order_key (command),
                                             yc_saved_plan_get_id (plan))
                 : !is_parked && g_str_equal (yc_command_get_path (command), path))
        return command;
    }
  return NULL;
}

const char *
yc_desk_find_kept_answer (YcDesk      *self,
                          YcSavedPlan *plan)
{
  YcCommand *command;

  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (YC_IS_SAVED_PLAN (plan), NULL);

  command = find_command (self, plan, FALSE);
  return command != NULL ? yc_json_get_string (
                             yc_json_node_get_object (yc_command_get_body (command)), "answer", NULL)
                         : NULL;
}

static JsonNode *
write_answer (const char *answer,
              const char *by,
              const char *note)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "answer", answer);
  yc_json_set_text (body, "by", by);
  yc_json_set_text (body, "note", note);
  return yc_json_object_node (body);
}

/* Only a hand-over that is open is answered, whatever else others changed: the service sees to it. An
 * answer comes behind what was sent before it, but does not wait for somebody to choose a version. */
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
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) body = NULL;
  YcErrandWork work = { .if_match = "*", .title = _("Answer to the hand-over of a plan"),
                        .object = plan, .take = take_plan, .patient = TRUE };

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (YC_IS_SAVED_PLAN (plan));
  g_return_if_fail (answer != NULL);

  work.path = path = dup_answers_path (plan);
  work.order_key = find_command (self, plan, TRUE) != NULL ? path : yc_saved_plan_get_id (plan);
  work.body = body = write_answer (answer, by, note);
  yc_errand_run_async (self, yc_desk_get_parts (self), &work, cancellable, callback, user_data);
}

gboolean
yc_desk_answer_plan_finish (YcDesk        *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return yc_errand_run_finish (self, result, error);
}
