/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one plan: what is here, and what somebody else saved meanwhile. */
#include "yc-plan-conflict.h"

#include "yc-desk-private.h"
#include "yc-json.h"
#include "yc-plan-contents.h"
#include "yc-saved-plan-private.h"
#include "yc-task.h"
#include "yc-visit-private.h"
#include "yc-visits-private.h"

struct _YcPlanConflict
{
  GObject      parent_instance;

  YcDesk      *desk;
  YcCommand   *command;
  /* NULL when the visit was closed. */
  YcVisit     *visit;
  YcSavedPlan *theirs;
  JsonObject  *ours;
  GListModel  *differences;
};

G_DEFINE_FINAL_TYPE (YcPlanConflict, yc_plan_conflict, G_TYPE_OBJECT)

static void
yc_plan_conflict_finalize (GObject *object)
{
  YcPlanConflict *self = YC_PLAN_CONFLICT (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->command);
  g_clear_object (&self->visit);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->ours, json_object_unref);
  g_clear_object (&self->differences);

  G_OBJECT_CLASS (yc_plan_conflict_parent_class)->finalize (object);
}

static void
yc_plan_conflict_class_init (YcPlanConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_plan_conflict_finalize;
}

static void
yc_plan_conflict_init (YcPlanConflict *self)
{
}

/* What cannot be seen cannot be chosen: then the command is only refused. */
gboolean
yc_plan_conflict_is_of (YcCommand *command)
{
  JsonObject *theirs;

  g_return_val_if_fail (YC_IS_COMMAND (command), FALSE);

  theirs = yc_command_get_server_version (command);
  return yc_command_get_state (command) == YC_COMMAND_PARKED &&
         g_str_has_prefix (yc_command_get_path (command), "/plans/") &&
         g_str_has_suffix (yc_command_get_path (command), "/contents") &&
         *yc_json_get_string (theirs, "number", "") != '\0';
}

YcCommand *
yc_plan_conflict_find (YcDesk      *desk,
                       YcSavedPlan *plan)
{
  YcCommand *command;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);

  command = yc_saved_plan_get_refused (plan);
  return command != NULL && yc_plan_conflict_is_of (command) ? command : NULL;
}

YcPlanConflict *
yc_plan_conflict_new (YcDesk    *desk,
                      YcCommand *command)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  JsonObject *theirs;
  YcPlanConflict *self;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (yc_plan_conflict_is_of (command), NULL);

  theirs = yc_command_get_server_version (command);
  self = g_object_new (YC_TYPE_PLAN_CONFLICT, NULL);
  self->desk = g_object_ref (desk);
  self->command = g_object_ref (command);
  g_set_object (&self->visit, yc_visits_find_plan (yc_desk_get_visits (desk),
                                                   yc_command_get_order_key (command)));
  self->theirs = yc_saved_plan_new_from_json (theirs, NULL);
  self->ours = self->visit != NULL
                 ? yc_plan_contents_write (self->visit, catalog)
                 : json_object_ref (yc_json_node_get_object (yc_command_get_body (command)));
  self->differences = yc_plan_contents_compare (catalog, self->ours, theirs);
  return self;
}

GListModel *
yc_plan_conflict_get_differences (YcPlanConflict *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CONFLICT (self), NULL);

  return self->differences;
}

YcSavedPlan *
yc_plan_conflict_get_theirs (YcPlanConflict *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CONFLICT (self), NULL);

  return self->theirs;
}

gboolean
yc_plan_conflict_can_send (YcPlanConflict *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CONFLICT (self), FALSE);

  return self->theirs != NULL && yc_saved_plan_get_may_change (self->theirs);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = yc_outbox_retry_finish (YC_OUTBOX (source), result, &error);

  yc_task_return_done (task, done, error);
}

/* An open visit may have been changed since: what is sent is what the clerk was shown. */
void
yc_plan_conflict_send_ours_async (YcPlanConflict      *self,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  JsonObject *theirs;
  g_autoptr (GTask) task = NULL;
  g_autofree char *etag = NULL;

  g_return_if_fail (yc_plan_conflict_can_send (self));

  theirs = yc_command_get_server_version (self->command);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_plan_conflict_send_ours_async);
  if (self->visit != NULL)
    {
      YcSavedPlan *plan = yc_visit_get_saved_plan (self->visit);

      yc_saved_plan_rebase (plan, theirs);
      yc_saved_plan_send (plan, self->ours);
      g_task_return_boolean (task, TRUE);
      return;
    }
  etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", yc_saved_plan_get_version (self->theirs));
  yc_outbox_retry_async (yc_desk_get_outbox (self->desk), self->command, etag, NULL, sent_cb,
                         g_steal_pointer (&task));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcPlanConflict *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean done = yc_outbox_discard_finish (YC_OUTBOX (source), result, &error);

  if (done && self->visit != NULL)
    {
      yc_visit_take_plan (self->visit, yc_command_get_server_version (self->command));
      yc_visit_mark_dirty (self->visit);
    }
  yc_task_return_done (task, done, error);
}

void
yc_plan_conflict_keep_theirs_async (YcPlanConflict      *self,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YC_IS_PLAN_CONFLICT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_plan_conflict_keep_theirs_async);
  yc_outbox_discard_async (yc_desk_get_outbox (self->desk), self->command, NULL, discarded_cb,
                           task);
}

gboolean
yc_plan_conflict_decide_finish (YcPlanConflict  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
