/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one case: what was mended here, and what somebody else sent meanwhile. */
#include "yc-conflict.h"

#include "yc-case-draft-private.h"
#include "yc-difference-private.h"
#include "yc-json.h"
#include "yc-task.h"

struct _YcConflict
{
  GObject      parent_instance;

  YcDesk      *desk;
  YcCommand   *command;
  YcCaseDraft *draft;           /* nullable: the visit was closed */
  YcCase      *theirs;          /* nullable: it could not be fetched */
  GListModel  *differences;
};

G_DEFINE_FINAL_TYPE (YcConflict, yc_conflict, G_TYPE_OBJECT)

static void
yc_conflict_dispose (GObject *object)
{
  YcConflict *self = YC_CONFLICT (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->command);
  g_clear_object (&self->draft);
  g_clear_object (&self->theirs);
  g_clear_object (&self->differences);

  G_OBJECT_CLASS (yc_conflict_parent_class)->dispose (object);
}

static void
yc_conflict_class_init (YcConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_conflict_dispose;
}

static void
yc_conflict_init (YcConflict *self)
{
}

gboolean
yc_conflict_is_of (YcCommand *command)
{
  g_return_val_if_fail (YC_IS_COMMAND (command), FALSE);

  return yc_command_get_state (command) == YC_COMMAND_PARKED &&
         g_str_has_suffix (yc_command_get_path (command), "/submissions") &&
         g_error_matches (yc_command_get_error (command), YC_CLIENT_ERROR,
                          YC_CLIENT_ERROR_CONFLICT);
}

static YcCaseDraft *
find_draft (YcDesk    *desk,
            YcCommand *command)
{
  const char *case_id = yc_command_get_order_key (command);
  YcVisit *visit = yc_visits_find_case (yc_desk_get_visits (desk), case_id);
  YcCaseDraft *draft = visit != NULL ? yc_visit_find_draft (visit, case_id) : NULL;

  return draft != NULL && yc_case_draft_get_command (draft) == command ? draft : NULL;
}

/* The live case of an open visit is newer than what came with the refusal. */
static YcCase *
find_theirs (YcConflict *self)
{
  YcCase *live = self->draft != NULL ? yc_case_draft_get_case (self->draft) : NULL;
  JsonObject *refused_for = yc_command_get_server_version (self->command);

  if (live != NULL && yc_json_get_member (yc_case_get_json (live), "form") != NULL)
    return g_object_ref (live);
  return refused_for != NULL ? yc_case_new_from_json (refused_for, NULL) : NULL;
}

/* An open visit could be edited since; that is what would be sent. */
static JsonNode *
dup_ours (YcConflict *self)
{
  if (self->draft != NULL)
    return yc_case_draft_dup_submission (self->draft);
  return json_node_ref (yc_command_get_body (self->command));
}

YcConflict *
yc_conflict_new (YcDesk    *desk,
                 YcCommand *command)
{
  YcConflict *self;
  g_autoptr (JsonNode) ours = NULL;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_COMMAND (command), NULL);

  self = g_object_new (YC_TYPE_CONFLICT, NULL);
  self->desk = g_object_ref (desk);
  self->command = g_object_ref (command);
  g_set_object (&self->draft, find_draft (desk, command));
  self->theirs = find_theirs (self);
  ours = dup_ours (self);
  self->differences =
      self->theirs != NULL
          ? yc_difference_list (yc_desk_get_catalog (desk), yc_case_get_item_code (self->theirs),
                                yc_json_node_get_object (ours), yc_case_get_json (self->theirs))
          : G_LIST_MODEL (g_list_store_new (YC_TYPE_DIFFERENCE));
  return self;
}

GListModel *
yc_conflict_get_differences (YcConflict *self)
{
  g_return_val_if_fail (YC_IS_CONFLICT (self), NULL);

  return self->differences;
}

YcCaseState
yc_conflict_get_state (YcConflict *self)
{
  g_return_val_if_fail (YC_IS_CONFLICT (self), 0);

  return self->theirs != NULL ? yc_case_get_state (self->theirs) : YC_CASE_STATE_SUBMITTED;
}

GDateTime *
yc_conflict_get_changed_at (YcConflict *self)
{
  g_return_val_if_fail (YC_IS_CONFLICT (self), NULL);

  return self->theirs != NULL ? yc_case_get_updated_at (self->theirs) : NULL;
}

gboolean
yc_conflict_can_send (YcConflict *self)
{
  g_return_val_if_fail (YC_IS_CONFLICT (self), FALSE);

  return self->theirs != NULL && yc_case_get_state (self->theirs) == YC_CASE_STATE_RETURNED;
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = yc_case_draft_submit_finish (YC_CASE_DRAFT (source), result, &error);

  yc_task_return_done (task, done, error);
}

static void
retried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean done = yc_outbox_retry_finish (YC_OUTBOX (source), result, &error);

  yc_task_return_done (task, done, error);
}

void
yc_conflict_send_ours_async (YcConflict          *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *etag = NULL;

  g_return_if_fail (yc_conflict_can_send (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_conflict_send_ours_async);
  if (self->draft != NULL)
    {
      yc_case_draft_build_on (self->draft, self->theirs);
      yc_case_draft_submit_async (self->draft, NULL, submitted_cb, g_steal_pointer (&task));
      return;
    }
  etag = yc_case_dup_etag (self->theirs);
  yc_outbox_retry_async (yc_desk_get_outbox (self->desk), self->command, etag, NULL, retried_cb,
                         g_steal_pointer (&task));
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcConflict *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean done = yc_outbox_discard_finish (YC_OUTBOX (source), result, &error);

  if (done && self->draft != NULL && self->theirs != NULL)
    yc_case_draft_take_theirs (self->draft, self->theirs);
  yc_task_return_done (task, done, error);
}

void
yc_conflict_keep_theirs_async (YcConflict          *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YC_IS_CONFLICT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_conflict_keep_theirs_async);
  yc_outbox_discard_async (yc_desk_get_outbox (self->desk), self->command, NULL, discarded_cb,
                           task);
}

gboolean
yc_conflict_decide_finish (YcConflict    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
