/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a visit goes on paper, or is looked at as if it did, at each of its steps. */
#include "yc-visit-papers.h"

#include "yc-certificate-look.h"
#include "yc-certificate-paper.h"
#include "yc-form-print.h"
#include "yc-plan-print.h"

#include <glib/gi18n-lib.h>

static gboolean
is_at_form (YcVisitWalk *walk)
{
  YcStep step = yc_visit_walk_get_step (walk);

  return step == YC_STEP_FORM || step == YC_STEP_CHECK;
}

/* The certificate or a notice where there is one; before that the filled form, and before that the plan. */
gboolean
yc_visit_papers_print (GtkWidget    *over,
                       YcDesk       *desk,
                       YcVisitWalk  *walk,
                       YcResultStep *result)
{
  YcVisit *visit = yc_visit_walk_get_visit (walk);

  if (is_at_form (walk))
    return yc_form_print_present (over, desk, yc_visit_walk_get_draft (walk),
                                  yc_visit_get_agent (visit));
  if (yc_visit_walk_get_step (walk) != YC_STEP_RESULT)
    return yc_plan_print_present (over, desk, visit);

  return yc_result_step_print (result);
}

/* The certificate as it would be with what is filled in now. */
gboolean
yc_visit_papers_look (GtkWidget   *over,
                      YcDesk      *desk,
                      YcVisitWalk *walk)
{
  YcCaseDraft *draft = yc_visit_walk_get_draft (walk);
  YcForm *form = draft != NULL ? yc_case_draft_get_form (draft) : NULL;
  g_autoptr (JsonNode) request = NULL;

  if (draft == NULL || !is_at_form (walk))
    return FALSE;
  request = yc_certificate_paper_write_draft (desk, draft,
                                              yc_visit_get_agent (yc_visit_walk_get_visit (walk)));

  return yc_certificate_look_present (
      over, desk, request,
      form != NULL && !yc_form_get_is_valid (form)
          ? _ ("The form has to be filled in first: F2 goes to what is missing.")
          : NULL);
}
