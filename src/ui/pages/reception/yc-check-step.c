/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that clerk and citizen read together before it is sent, and what is still missing. */
#include "yc-check-step.h"

#include "yc-case-paper.h"
#include "yc-delivery-choice.h"
#include "yc-problem-list.h"
#include "yc-refusal.h"

#include <glib/gi18n-lib.h>

struct _YcCheckStep
{
  YcVisitStep parent_instance;

  GtkWidget     *scroller;
  GtkLabel      *verdict;
  GtkWidget     *look;
  YcCasePaper   *paper;
  GtkWidget     *choice;
  YcProblemList *problems;
  YcCitizen     *citizen;
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCheckStep, yc_check_step, YC_TYPE_VISIT_STEP)

static YcCaseDraft *
get_draft (YcCheckStep *self)
{
  return yc_visit_step_get_draft (YC_VISIT_STEP (self));
}

static void
go_cb (YcCheckStep *self, const char *pointer)
{
  g_signal_emit (self, signals[GO], 0, pointer);
}

static void
add_person_problem (YcCheckStep *self, YcProblemKind kind, const char *words)
{
  yc_problem_list_add (self->problems, kind, YC_REFUSAL_APPLICANT, _ ("Applicant"), words);
}

static void
add_person_problems (YcCheckStep *self)
{
  YcCitizen *citizen = yc_case_draft_get_citizen (get_draft (self));
  const char *error = yc_citizen_get_id_number_error (citizen);

  if (yc_delivery_wish_lacks_address (yc_case_draft_get_wish (get_draft (self)),
                                      yc_citizen_get_email (citizen)))
    add_person_problem (self, YC_PROBLEM_MISSING, _ ("The e-mail address to send to is missing"));
  if (yc_citizen_get_complete (citizen))
    return;

  if (*yc_citizen_get_name (citizen) == '\0')
    add_person_problem (self, YC_PROBLEM_MISSING, _ ("The applicant's name is missing"));
  if (*yc_citizen_get_id_number (citizen) == '\0')
    add_person_problem (self, YC_PROBLEM_MISSING, _ ("The applicant's ID number is missing"));
  else if (error != NULL)
    add_person_problem (self, YC_PROBLEM_WRONG, error);
}

static void
add_material_problems (YcCheckStep *self)
{
  GListModel *materials = yc_case_draft_get_materials (get_draft (self));

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);
      g_autofree char *words = NULL;
      g_autofree char *pointer = NULL;

      if (!yc_draft_material_get_lacking (material))
        continue;
      words = g_strdup_printf (_ ("Missing: %s"), yc_draft_material_get_title (material));
      pointer = g_strconcat (YC_REFUSAL_MATERIALS, yc_draft_material_get_id (material), NULL);
      yc_problem_list_add (self->problems, YC_PROBLEM_MISSING, pointer, _ ("Materials"), words);
    }
}

/* Everything that the service will check; what it refused stays beside it until it is changed. */
static void
list_problems (YcCheckStep *self)
{
  YcForm *form = yc_case_draft_get_form (get_draft (self));

  if (form != NULL)
    g_object_unref (yc_form_check (form));
  yc_problem_list_clear (self->problems);
  add_person_problems (self);
  add_material_problems (self);
  yc_visit_step_list_refusals (YC_VISIT_STEP (self), self->problems);
  yc_problem_list_set_shown (self->problems, TRUE);
}

static const char *
choose_verdict (YcCheckStep *self, gboolean good)
{
  if (!good)
    return _ ("Something is still to be mended; F2 goes there.");

  return yc_problem_list_get_n (self->problems) > 0
             ? _ ("The service refused something; F2 goes there. Send it again with Ctrl+Enter.")
             : _ ("Nothing is missing. Read it together, then send with Ctrl+Enter.");
}

static void
draft_changed_cb (YcCheckStep *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    yc_check_step_refresh (self);
}

/* What is missing of the applicant is mended beside this page. */
static void
follow_citizen (YcCheckStep *self, YcCitizen *citizen)
{
  if (self->citizen != NULL)
    g_signal_handlers_disconnect_by_data (self->citizen, self);
  g_set_object (&self->citizen, citizen);
  if (citizen != NULL)
    g_signal_connect_swapped (citizen, "changed", G_CALLBACK (draft_changed_cb), self);
}

static void
yc_check_step_draft_set (YcVisitStep *step, YcCaseDraft *draft)
{
  YcCheckStep *self = YC_CHECK_STEP (step);
  YcItem *item = draft != NULL ? yc_case_draft_get_item (draft) : NULL;

  yc_case_paper_set_draft (self->paper, draft);
  gtk_widget_set_visible (self->look, item != NULL && yc_item_get_template_id (item) != NULL);
  follow_citizen (self, draft != NULL ? yc_case_draft_get_citizen (draft) : NULL);
  yc_delivery_choice_set_draft (YC_DELIVERY_CHOICE (self->choice), draft);
  yc_problem_list_set_form (self->problems, draft != NULL ? yc_case_draft_get_form (draft) : NULL);
  if (draft != NULL)
    g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), step);
}

static void
yc_check_step_refuse (YcVisitStep *step)
{
  draft_changed_cb (YC_CHECK_STEP (step));
}

static gboolean
yc_check_step_step_error (YcVisitStep *step, int by)
{
  return yc_problem_list_step (YC_CHECK_STEP (step)->problems, NULL, by);
}

static gboolean
yc_check_step_focus_error (YcVisitStep *step)
{
  return yc_check_step_step_error (step, 1);
}

static gboolean
yc_check_step_begin (YcVisitStep *step)
{
  YcCheckStep *self = YC_CHECK_STEP (step);

  return gtk_widget_child_focus (GTK_WIDGET (self->problems), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_grab_focus (self->scroller);
}

static void
yc_check_step_dispose (GObject *object)
{
  yc_visit_step_set_draft (YC_VISIT_STEP (object), NULL);
  follow_citizen (YC_CHECK_STEP (object), NULL);

  G_OBJECT_CLASS (yc_check_step_parent_class)->dispose (object);
}

static void
yc_check_step_class_init (YcCheckStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_check_step_dispose;
  step_class->begin = yc_check_step_begin;
  step_class->draft_set = yc_check_step_draft_set;
  step_class->focus_error = yc_check_step_focus_error;
  step_class->step_error = yc_check_step_step_error;
  step_class->refuse = yc_check_step_refuse;

  /**
   * YcCheckStep::go:
   * @pointer: JSON Pointer of a field, "materials/ID" or "applicant"
   *
   * The clerk wants to mend what is missing there.
   */
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-check-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, scroller);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, verdict);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, look);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, paper);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, choice);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, problems);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
yc_check_step_init (YcCheckStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_check_step_new:
 * @desk: the desk
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_check_step_new (YcDesk *desk)
{
  YcCheckStep *self = g_object_new (YC_TYPE_CHECK_STEP, NULL);

  yc_delivery_choice_set_desk (YC_DELIVERY_CHOICE (self->choice), desk);

  return GTK_WIDGET (self);
}

/**
 * yc_check_step_refresh:
 * @self: the step
 *
 * Checks everything that the service will check.
 *
 * Returns: whether nothing is missing or wrong
 */
gboolean
yc_check_step_refresh (YcCheckStep *self)
{
  gboolean good;

  g_return_val_if_fail (YC_IS_CHECK_STEP (self), FALSE);

  if (get_draft (self) == NULL)
    return FALSE;

  list_problems (self);
  good = yc_problem_list_is_good (self->problems);
  gtk_label_set_text (self->verdict, choose_verdict (self, good));

  return good;
}
