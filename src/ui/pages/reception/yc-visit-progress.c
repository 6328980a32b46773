/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a visit is: its steps, what comes next, what was sent back. */
#include "yc-visit-progress.h"

#include "yc-conflict.h"
#include "yc-refusal.h"

#include <glib/gi18n-lib.h>

static const char *const step_names[YC_N_STEPS] = {
  "need", "materials", "form", "check", "result",
};

static YcStepMark
mark_need (YcVisit *visit)
{
  GListModel *entries = yc_plan_get_entries (yc_visit_get_plan (visit));

  if (g_list_model_get_n_items (entries) > 0 && yc_plan_is_complete (yc_visit_get_plan (visit)))
    return YC_STEP_MARK_DONE;

  return yc_plan_is_empty (yc_visit_get_plan (visit)) ? YC_STEP_MARK_EMPTY : YC_STEP_MARK_BEGUN;
}

static YcStepMark
mark_materials (YcCaseDraft *draft)
{
  GListModel *materials;

  if (yc_case_draft_get_n_materials_missing (draft) == 0)
    return YC_STEP_MARK_DONE;

  materials = yc_case_draft_get_materials (draft);
  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (yc_draft_material_get_status (material) != YC_MATERIAL_MISSING)
        return YC_STEP_MARK_BEGUN;
    }

  return YC_STEP_MARK_EMPTY;
}

/* What was not yet come to is no mistake, nor is a sum of what was not yet typed. */
static gboolean
has_typed_mistake (YcForm *form)
{
  g_autoptr (GListModel) problems = yc_form_get_problems (form);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      YcFormField *field = yc_form_problem_get_field (problem);

      if (field != NULL && yc_form_field_get_touched (field) &&
          !yc_form_field_get_calculated (field))
        return TRUE;
    }

  return FALSE;
}

static YcStepMark
mark_form (YcCaseDraft *draft)
{
  YcForm *form = yc_case_draft_get_form (draft);

  if (form == NULL || yc_form_get_is_valid (form))
    return YC_STEP_MARK_DONE;
  if (has_typed_mistake (form))
    return YC_STEP_MARK_ERROR;

  return yc_form_get_is_empty (form) ? YC_STEP_MARK_EMPTY : YC_STEP_MARK_BEGUN;
}

static YcStepMark
mark_check (YcCaseDraft *draft)
{
  switch (yc_case_draft_get_state (draft))
    {
    case YC_CASE_DRAFT_SAVED:
    case YC_CASE_DRAFT_SENT:
      return YC_STEP_MARK_DONE;
    case YC_CASE_DRAFT_PARKED:
      return YC_STEP_MARK_ERROR;
    case YC_CASE_DRAFT_MENDING:
      return YC_STEP_MARK_BEGUN;
    case YC_CASE_DRAFT_DRAFT:
    default:
      return YC_STEP_MARK_EMPTY;
    }
}

static YcStepMark
mark_result (YcCaseDraft *draft)
{
  YcCase *a_case = yc_case_draft_get_case (draft);

  if (a_case == NULL)
    return YC_STEP_MARK_EMPTY;

  switch (yc_case_get_state (a_case))
    {
    case YC_CASE_STATE_ISSUED:
    case YC_CASE_STATE_APPROVED:
      return YC_STEP_MARK_DONE;
    case YC_CASE_STATE_RETURNED:
    case YC_CASE_STATE_REFUSED:
      return YC_STEP_MARK_ERROR;
    case YC_CASE_STATE_SUBMITTED:
    case YC_CASE_STATE_WITHDRAWN:
    default:
      return YC_STEP_MARK_BEGUN;
    }
}

/**
 * yc_visit_progress_mark:
 * @visit: a visit
 * @draft: (nullable): the draft that is worked on
 * @step: a step
 *
 * Returns: how far it is
 */
YcStepMark
yc_visit_progress_mark (YcVisit *visit, YcCaseDraft *draft, YcStep step)
{
  g_return_val_if_fail (YC_IS_VISIT (visit), YC_STEP_MARK_EMPTY);
  g_return_val_if_fail (draft == NULL || YC_IS_CASE_DRAFT (draft), YC_STEP_MARK_EMPTY);

  if (step == YC_STEP_NEED)
    return mark_need (visit);
  if (draft == NULL)
    return YC_STEP_MARK_EMPTY;

  switch (step)
    {
    case YC_STEP_MATERIALS:
      return mark_materials (draft);
    case YC_STEP_FORM:
      return mark_form (draft);
    case YC_STEP_CHECK:
      return mark_check (draft);
    case YC_STEP_RESULT:
      return mark_result (draft);
    case YC_STEP_NEED:
    default:
      return YC_STEP_MARK_EMPTY;
    }
}

/**
 * yc_visit_progress_describe_next:
 * @visit: a visit
 * @draft: (nullable): the draft that is worked on
 * @step: the step on screen
 * @can_send: whether the draft can be sent now
 *
 * Returns: (transfer none): translated words for what comes next
 */
const char *
yc_visit_progress_describe_next (YcVisit *visit, YcCaseDraft *draft, YcStep step,
                                 gboolean can_send)
{
  g_return_val_if_fail (YC_IS_VISIT (visit), "");

  switch (step)
    {
    case YC_STEP_NEED:
      if (draft == NULL && yc_visit_progress_nothing_needed (visit))
        return _ ("Next citizen");
      return yc_citizen_get_complete (yc_visit_get_citizen (visit)) ? _ ("Next: materials")
                                                                    : _ ("Next: applicant");
    case YC_STEP_MATERIALS:
      return _ ("Next: form");
    case YC_STEP_FORM:
      return _ ("Next: check");
    case YC_STEP_CHECK:
      return can_send ? _ ("Send") : _ ("Next: result");
    case YC_STEP_RESULT:
    default:
      if (yc_visit_progress_is_conflict (draft))
        return _ ("Compare both versions");
      return yc_visit_progress_needs_mending (draft) ? _ ("Mend") : _ ("Next citizen");
    }
}

/**
 * yc_visit_progress_remember:
 * @visit: a visit
 * @draft: (nullable): the draft that is worked on
 * @step: the step on screen
 *
 * Keeps with the visit where it was left.
 */
void
yc_visit_progress_remember (YcVisit *visit, YcCaseDraft *draft, YcStep step)
{
  g_autofree char *page = NULL;

  g_return_if_fail (YC_IS_VISIT (visit));

  page = g_strdup_printf ("%s %s", step_names[step],
                          draft != NULL ? yc_case_draft_get_case_id (draft) : "");
  yc_visit_set_page (visit, page);
}

/**
 * yc_visit_progress_recall:
 * @visit: a visit
 * @draft: (out) (transfer none) (nullable): the draft that was worked on
 *
 * Returns: the step where the visit was left
 */
YcStep
yc_visit_progress_recall (YcVisit *visit, YcCaseDraft **draft)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (YC_IS_VISIT (visit), YC_STEP_NEED);
  g_return_val_if_fail (draft != NULL, YC_STEP_NEED);

  words = g_strsplit (yc_visit_get_page (visit), " ", 2);
  *draft = g_strv_length (words) == 2 ? yc_visit_find_draft (visit, words[1]) : NULL;
  for (int step = 0; words[0] != NULL && step < YC_N_STEPS; step++)
    if (g_str_equal (words[0], step_names[step]))
      return step;

  return YC_STEP_NEED;
}

/**
 * yc_visit_progress_find_draft:
 * @visit: a visit
 * @code: an item's code
 *
 * Returns: (transfer none) (nullable): the visit's draft of that item
 */
YcCaseDraft *
yc_visit_progress_find_draft (YcVisit *visit, const char *code)
{
  GListModel *drafts;

  g_return_val_if_fail (YC_IS_VISIT (visit), NULL);

  drafts = yc_visit_get_drafts (visit);
  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (drafts, i);

      if (g_strcmp0 (yc_case_draft_get_item_code (draft), code) == 0)
        return draft;
    }

  return NULL;
}

/**
 * yc_visit_progress_find_next_item:
 * @visit: a visit
 *
 * Returns: (transfer none) (nullable): code of the first item of the plan that can be opened here and
 *   was not sent yet
 */
const char *
yc_visit_progress_find_next_item (YcVisit *visit)
{
  GListModel *entries;

  g_return_val_if_fail (YC_IS_VISIT (visit), NULL);

  entries = yc_plan_get_entries (yc_visit_get_plan (visit));
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);
      YcCaseDraft *draft;

      if (!yc_plan_entry_get_opens_here (entry))
        continue;
      draft = yc_visit_progress_find_draft (visit, yc_item_get_code (item));
      if (draft == NULL || yc_case_draft_get_state (draft) == YC_CASE_DRAFT_DRAFT)
        return yc_item_get_code (item);
    }

  return NULL;
}

/**
 * yc_visit_progress_nothing_needed:
 * @visit: a visit in which no draft was begun
 *
 * Returns: whether everything that was asked for turned out to be needed by nobody, or is done
 *   elsewhere
 */
gboolean
yc_visit_progress_nothing_needed (YcVisit *visit)
{
  YcPlan *plan;

  g_return_val_if_fail (YC_IS_VISIT (visit), FALSE);

  plan = yc_visit_get_plan (visit);

  return yc_plan_is_complete (plan) && g_list_model_get_n_items (yc_plan_get_entries (plan)) > 0;
}

/**
 * yc_visit_progress_get_return:
 * @draft: (nullable): a draft
 *
 * Returns: (transfer none) (nullable): what a reviewer said, while it still has to be mended
 */
YcCaseReturn *
yc_visit_progress_get_return (YcCaseDraft *draft)
{
  YcCase *a_case = draft != NULL ? yc_case_draft_get_case (draft) : NULL;

  if (a_case == NULL || yc_case_get_state (a_case) != YC_CASE_STATE_RETURNED)
    return NULL;

  return yc_case_get_last_return (a_case);
}

/**
 * yc_visit_progress_is_conflict:
 * @draft: (nullable): a draft
 *
 * Returns: whether somebody else sent the case in meanwhile, and which version is to be has to be
 *   decided before anything else
 */
gboolean
yc_visit_progress_is_conflict (YcCaseDraft *draft)
{
  YcCommand *command = draft != NULL ? yc_case_draft_get_command (draft) : NULL;

  return command != NULL && yc_conflict_is_of (command);
}

/**
 * yc_visit_progress_needs_mending:
 * @draft: (nullable): a draft
 *
 * Returns: whether a reviewer returned it or the service refused fields of it
 */
gboolean
yc_visit_progress_needs_mending (YcCaseDraft *draft)
{
  g_autoptr (GPtrArray) refusals = draft != NULL ? yc_refusal_list (draft) : NULL;

  return yc_visit_progress_get_return (draft) != NULL || (refusals != NULL && refusals->len > 0);
}
