/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The step of the form, with the list of what is missing, wrong and refused at its foot; says so
 * where an item has no form.
 */
#include "yc-form-step.h"

#include "yc-form-view.h"
#include "yc-problem-list.h"
#include "yc-refusal.h"

#include <glib/gi18n-lib.h>

struct _YcFormStep
{
  YcVisitStep parent_instance;

  GtkStack  *stack;
  GtkWidget *view;
  GtkWidget *errors;
  char      *marked;            /* JSON Pointer of what a reviewer pointed at, nullable */
  char      *remark;            /* and the words */
};

G_DEFINE_FINAL_TYPE (YcFormStep, yc_form_step, YC_TYPE_VISIT_STEP)

static YcForm *
get_form (YcFormStep *self)
{
  YcCaseDraft *draft = yc_visit_step_get_draft (YC_VISIT_STEP (self));

  return draft != NULL ? yc_case_draft_get_form (draft) : NULL;
}

static void
show_editable (YcFormStep *self)
{
  YcCaseDraft *draft = yc_visit_step_get_draft (YC_VISIT_STEP (self));

  gtk_widget_set_sensitive (self->view, yc_case_draft_get_editable (draft));
}

static void
focus_field_cb (GtkWidget *view, GParamSpec *pspec, YcFormStep *self)
{
  YcFormField *field = yc_form_view_get_focus_field (YC_FORM_VIEW (view));

  yc_visit_step_emit_focused (YC_VISIT_STEP (self),
                              field != NULL ? yc_form_field_get_pointer (field) : NULL);
}

static GtkWidget *
create_no_form (void)
{
  GtkWidget *label = gtk_label_new (_ ("This item has no form. Go on with Ctrl+Enter."));

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
yc_form_step_draft_set (YcVisitStep *step, YcCaseDraft *draft)
{
  YcFormStep *self = YC_FORM_STEP (step);
  YcForm *form = get_form (self);

  if (draft != NULL)
    yc_form_view_set_attachments (YC_FORM_VIEW (self->view),
                                  yc_case_draft_get_attachments (draft));
  yc_form_view_set_form (YC_FORM_VIEW (self->view), form);
  yc_problem_list_set_form (YC_PROBLEM_LIST (self->errors), form);
  gtk_stack_set_visible_child_name (self->stack, form != NULL ? "form" : "none");
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "notify::editable", G_CALLBACK (show_editable), self);
  show_editable (self);
}

static gboolean
yc_form_step_focus (YcVisitStep *step, const char *pointer)
{
  YcFormStep *self = YC_FORM_STEP (step);

  return get_form (self) != NULL &&
         yc_form_view_focus_pointer (YC_FORM_VIEW (self->view), pointer);
}

/* From here on the list says what is left. */
static gboolean
check (YcFormStep *self)
{
  YcForm *form = get_form (self);
  g_autoptr (GListModel) problems = form != NULL ? yc_form_check (form) : NULL;

  if (form != NULL)
    yc_problem_list_set_shown (YC_PROBLEM_LIST (self->errors), TRUE);

  return form != NULL;
}

static gboolean
yc_form_step_focus_error (YcVisitStep *step)
{
  YcFormStep *self = YC_FORM_STEP (step);

  return check (self) && !yc_form_get_is_valid (get_form (self)) &&
         yc_form_view_focus_first_error (YC_FORM_VIEW (self->view));
}

static gboolean
yc_form_step_step_error (YcVisitStep *step, int by)
{
  YcFormStep *self = YC_FORM_STEP (step);
  YcFormField *field = yc_form_view_get_focus_field (YC_FORM_VIEW (self->view));

  return check (self) &&
         yc_problem_list_step (YC_PROBLEM_LIST (self->errors),
                              field != NULL ? yc_form_field_get_pointer (field) : NULL, by);
}

static void
go_cb (YcFormStep *self, const char *pointer)
{
  yc_form_view_focus_pointer (YC_FORM_VIEW (self->view), pointer);
}

/* At the fields: the reviewer's words and the service's. */
static void
show_marks (YcFormStep *self)
{
  YcFormView *view = YC_FORM_VIEW (self->view);
  GPtrArray *refusals = yc_visit_step_get_refusals (YC_VISIT_STEP (self));

  yc_form_view_mark (view, NULL, NULL);
  if (self->marked != NULL)
    yc_form_view_mark (view, self->marked, self->remark);
  for (guint i = 0; i < refusals->len; i++)
    {
      YcRefusal *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *words =
          g_strdup_printf (_ ("The service refused this: %s"), yc_refusal_get_message (refusal));

      yc_form_view_mark (view, yc_refusal_get_pointer (refusal), words);
    }
}

static void
yc_form_step_mark (YcVisitStep *step, const char *pointer, const char *words)
{
  YcFormStep *self = YC_FORM_STEP (step);
  gboolean is_field = pointer != NULL && !yc_problem_is_outside (pointer);

  g_free (self->marked);
  g_free (self->remark);
  self->marked = is_field ? g_strdup (pointer) : NULL;
  self->remark = is_field ? g_strdup (words) : NULL;
  show_marks (self);
}

static void
yc_form_step_refuse (YcVisitStep *step)
{
  YcFormStep *self = YC_FORM_STEP (step);
  YcProblemList *errors = YC_PROBLEM_LIST (self->errors);

  yc_problem_list_clear (errors);
  yc_visit_step_list_refusals (step, errors);
  if (yc_visit_step_get_refusals (step)->len > 0)
    yc_problem_list_set_shown (errors, TRUE);
  else
    yc_problem_list_refresh (errors);
  show_marks (self);
}

static gboolean
yc_form_step_begin (YcVisitStep *step)
{
  YcFormStep *self = YC_FORM_STEP (step);

  if (get_form (self) == NULL)
    return FALSE;

  yc_form_view_focus_first (YC_FORM_VIEW (self->view));

  return TRUE;
}

static void
yc_form_step_finalize (GObject *object)
{
  YcFormStep *self = YC_FORM_STEP (object);

  g_free (self->marked);
  g_free (self->remark);

  G_OBJECT_CLASS (yc_form_step_parent_class)->finalize (object);
}

static void
yc_form_step_class_init (YcFormStepClass *klass)
{
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_form_step_finalize;
  step_class->begin = yc_form_step_begin;
  step_class->draft_set = yc_form_step_draft_set;
  step_class->focus = yc_form_step_focus;
  step_class->focus_error = yc_form_step_focus_error;
  step_class->step_error = yc_form_step_step_error;
  step_class->mark = yc_form_step_mark;
  step_class->refuse = yc_form_step_refuse;
}

static void
yc_form_step_init (YcFormStep *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = yc_form_view_new ();
  self->errors = yc_problem_list_new ();
  gtk_widget_add_css_class (self->view, "step-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->errors);
  gtk_stack_add_named (self->stack, box, "form");
  gtk_stack_add_named (self->stack, create_no_form (), "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect (self->view, "notify::focus-field", G_CALLBACK (focus_field_cb), self);
  g_signal_connect_swapped (self->errors, "go", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (self->view, "past-end", G_CALLBACK (yc_visit_step_emit_finished),
                            self);
}

/**
 * yc_form_step_new:
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_form_step_new (void)
{
  return g_object_new (YC_TYPE_FORM_STEP, NULL);
}
