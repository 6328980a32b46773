/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each step of a visit is, for the marks on the step line. */
#include "yc-visit-mark.h"

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
  GListModel *problems = yc_form_get_problems (form);

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
 * yc_visit_mark_step:
 * @visit: a visit
 * @draft: (nullable): the draft that is worked on
 * @step: a step
 *
 * Returns: how far it is
 */
YcStepMark
yc_visit_mark_step (YcVisit *visit, YcCaseDraft *draft, YcStep step)
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
