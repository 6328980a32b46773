/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of the form; says so where an item has none. */
#include "yc-form-step.h"

#include "yc-form-view.h"

#include <glib/gi18n-lib.h>

struct _YcFormStep
{
  YcVisitStep parent_instance;

  GtkStack  *stack;
  GtkWidget *view;
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

  yc_form_view_set_form (YC_FORM_VIEW (self->view), form);
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

static gboolean
yc_form_step_focus_error (YcVisitStep *step)
{
  YcFormStep *self = YC_FORM_STEP (step);
  YcForm *form = get_form (self);

  if (form == NULL)
    return FALSE;

  yc_form_check (form);

  return !yc_form_get_is_valid (form) &&
         yc_form_view_focus_first_error (YC_FORM_VIEW (self->view));
}

static void
yc_form_step_mark (YcVisitStep *step, const char *pointer, const char *words)
{
  gboolean is_field = pointer != NULL && !g_str_has_prefix (pointer, YC_VISIT_STEP_MATERIALS);

  yc_form_view_mark (YC_FORM_VIEW (YC_FORM_STEP (step)->view), is_field ? pointer : NULL, words);
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
yc_form_step_class_init (YcFormStepClass *klass)
{
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  step_class->begin = yc_form_step_begin;
  step_class->draft_set = yc_form_step_draft_set;
  step_class->focus = yc_form_step_focus;
  step_class->focus_error = yc_form_step_focus_error;
  step_class->mark = yc_form_step_mark;
}

static void
yc_form_step_init (YcFormStep *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->view = yc_form_view_new ();
  gtk_widget_add_css_class (self->view, "step-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_stack_add_named (self->stack, scroller, "form");
  gtk_stack_add_named (self->stack, create_no_form (), "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect (self->view, "notify::focus-field", G_CALLBACK (focus_field_cb), self);
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
