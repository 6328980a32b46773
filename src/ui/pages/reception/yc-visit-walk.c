/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit is: at which step, on which draft, and whether that is being sent. */
#include "yc-visit-walk.h"

#include "yc-refusal.h"
#include "yc-visit-progress.h"

struct _YcVisitWalk
{
  GObject parent_instance;

  YcVisit     *visit;
  YcCaseDraft *draft;
  YcStep       step;
  gboolean     sending;
};

G_DEFINE_FINAL_TYPE (YcVisitWalk, yc_visit_walk, G_TYPE_OBJECT)

static void
yc_visit_walk_finalize (GObject *object)
{
  YcVisitWalk *self = YC_VISIT_WALK (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (yc_visit_walk_parent_class)->finalize (object);
}

static void
yc_visit_walk_class_init (YcVisitWalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_visit_walk_finalize;
}

static void
yc_visit_walk_init (YcVisitWalk *self)
{
}

/**
 * yc_visit_walk_new:
 * @visit: a visit
 *
 * Returns: (transfer full): where it was left
 */
YcVisitWalk *
yc_visit_walk_new (YcVisit *visit)
{
  YcVisitWalk *self = g_object_new (YC_TYPE_VISIT_WALK, NULL);
  YcCaseDraft *draft;

  g_return_val_if_fail (YC_IS_VISIT (visit), NULL);

  self->visit = g_object_ref (visit);
  self->step = yc_visit_progress_recall (visit, &draft);
  g_set_object (&self->draft, draft);

  return self;
}

YcVisit *
yc_visit_walk_get_visit (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), NULL);

  return self->visit;
}

/**
 * yc_visit_walk_get_draft:
 * @self: a walk
 *
 * Returns: (transfer none) (nullable): the draft that is worked on
 */
YcCaseDraft *
yc_visit_walk_get_draft (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), NULL);

  return self->draft;
}

void
yc_visit_walk_set_draft (YcVisitWalk *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_VISIT_WALK (self));
  g_return_if_fail (YC_IS_CASE_DRAFT (draft));

  g_set_object (&self->draft, draft);
}

/**
 * yc_visit_walk_open_item:
 * @self: a walk
 * @code: an item's code
 * @error: return location for an error
 *
 * Works on the visit's draft of that item from now on; begins it where there is none yet.
 *
 * Returns: whether there is such an item
 */
gboolean
yc_visit_walk_open_item (YcVisitWalk *self, const char *code, GError **error)
{
  YcCaseDraft *draft;

  g_return_val_if_fail (YC_IS_VISIT_WALK (self), FALSE);

  draft = yc_visit_progress_find_draft (self->visit, code);
  if (draft == NULL)
    draft = yc_visit_add_draft (self->visit, code, error);
  if (draft != NULL)
    yc_visit_walk_set_draft (self, draft);

  return draft != NULL;
}

YcStep
yc_visit_walk_get_step (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), YC_STEP_NEED);

  return self->step;
}

/**
 * yc_visit_walk_set_step:
 * @self: a walk
 * @step: a step; without a draft there is only the need
 *
 * Goes there, and keeps with the visit that it was left there.
 *
 * Returns: the step that it is at now
 */
YcStep
yc_visit_walk_set_step (YcVisitWalk *self, YcStep step)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), YC_STEP_NEED);

  self->step = self->draft != NULL ? step : YC_STEP_NEED;
  yc_visit_progress_remember (self->visit, self->draft, self->step);

  return self->step;
}

gboolean
yc_visit_walk_get_sending (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), FALSE);

  return self->sending;
}

gboolean
yc_visit_walk_can_send (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), FALSE);

  return self->draft != NULL && !self->sending && yc_case_draft_get_editable (self->draft);
}

/**
 * yc_visit_walk_needs_nothing:
 * @self: a walk
 *
 * Returns: whether everything that was asked for turned out to be needed by nobody
 */
gboolean
yc_visit_walk_needs_nothing (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), FALSE);

  return self->draft == NULL && yc_visit_progress_nothing_needed (self->visit);
}

/**
 * yc_visit_walk_can_go_on:
 * @self: a walk
 *
 * Returns: whether there is anything to go on with
 */
gboolean
yc_visit_walk_can_go_on (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), FALSE);

  return self->step != YC_STEP_NEED || self->draft != NULL ||
         yc_visit_walk_needs_nothing (self) ||
         yc_plan_next_question (yc_visit_get_plan (self->visit)) != NULL;
}

/**
 * yc_visit_walk_describe_next:
 * @self: a walk
 *
 * Returns: (transfer none): translated words for what comes next
 */
const char *
yc_visit_walk_describe_next (YcVisitWalk *self)
{
  g_return_val_if_fail (YC_IS_VISIT_WALK (self), "");

  return yc_visit_progress_describe_next (self->visit, self->draft, self->step,
                                          yc_visit_walk_can_send (self));
}

/**
 * yc_visit_walk_dup_place_to_mend:
 * @self: a walk
 *
 * Returns: (transfer full) (nullable): what the service refused first, or what the reviewer pointed
 *   at: JSON Pointer of a field, "materials/ID" or "applicant"
 */
char *
yc_visit_walk_dup_place_to_mend (YcVisitWalk *self)
{
  YcCaseReturn *last;
  g_autoptr (GPtrArray) refusals = NULL;

  g_return_val_if_fail (YC_IS_VISIT_WALK (self), NULL);

  if (self->draft == NULL)
    return NULL;

  last = yc_visit_progress_get_return (self->draft);
  refusals = yc_refusal_list (self->draft);
  if (refusals->len > 0)
    return g_strdup (yc_refusal_get_pointer (g_ptr_array_index (refusals, 0)));

  return last != NULL ? g_strdup (yc_case_return_get_field (last)) : NULL;
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  YcVisitWalk *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->sending = FALSE;
  if (yc_case_draft_submit_finish (YC_CASE_DRAFT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yc_visit_walk_submit_async:
 * @self: a walk that can send
 * @callback: called when it is safe on this computer or could not be saved
 * @user_data: data for @callback
 */
void
yc_visit_walk_submit_async (YcVisitWalk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (YC_IS_VISIT_WALK (self));
  g_return_if_fail (yc_visit_walk_can_send (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_visit_walk_submit_async);
  self->sending = TRUE;
  yc_case_draft_submit_async (self->draft, NULL, submitted_cb, task);
}

gboolean
yc_visit_walk_submit_finish (YcVisitWalk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
