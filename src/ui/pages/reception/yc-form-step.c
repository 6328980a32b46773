/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of the form; says so where an item has none. */
#include "yc-form-step.h"

#include "yc-form-view.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

struct _YcFormStep
{
  GtkWidget parent_instance;

  GtkWidget   *stack;
  GtkWidget   *view;
  YcCaseDraft *draft;
};

enum
{
  FOCUSED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_form_step_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormStep, yc_form_step, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_form_step_workplace_init))

static YcForm *
get_form (YcFormStep *self)
{
  return self->draft != NULL ? yc_case_draft_get_form (self->draft) : NULL;
}

static void
show_editable (YcFormStep *self)
{
  gtk_widget_set_sensitive (self->view, yc_case_draft_get_editable (self->draft));
}

static void
focus_field_cb (GtkWidget *view, GParamSpec *pspec, YcFormStep *self)
{
  YcFormField *field = yc_form_view_get_focus_field (YC_FORM_VIEW (view));

  g_signal_emit (self, signals[FOCUSED], 0,
                 field != NULL ? yc_form_field_get_pointer (field) : NULL);
}

static void
finished_cb (GtkWidget *view, YcFormStep *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static GtkWidget *
create_no_form (void)
{
  GtkWidget *label = gtk_label_new (_ ("This item has no form. Go on with Ctrl+Enter."));

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static gboolean
yc_form_step_begin (YcWorkplace *workplace)
{
  YcFormStep *self = YC_FORM_STEP (workplace);

  if (get_form (self) == NULL)
    return FALSE;

  yc_form_view_focus_first (YC_FORM_VIEW (self->view));

  return TRUE;
}

static void
yc_form_step_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_form_step_begin;
}

static void
yc_form_step_dispose (GObject *object)
{
  YcFormStep *self = YC_FORM_STEP (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_form_step_parent_class)->dispose (object);
}

static void
yc_form_step_class_init (YcFormStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_step_dispose;

  /**
   * YcFormStep::focused:
   * @pointer: (nullable): JSON Pointer of the field
   *
   * A field has the focus.
   */
  signals[FOCUSED] = g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcFormStep::finished:
   *
   * Enter was pressed in the last field.
   */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_form_step_init (YcFormStep *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = gtk_stack_new ();
  self->view = yc_form_view_new ();
  gtk_widget_add_css_class (self->view, "step-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "form");
  gtk_stack_add_named (GTK_STACK (self->stack), create_no_form (), "none");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect (self->view, "notify::focus-field", G_CALLBACK (focus_field_cb), self);
  g_signal_connect (self->view, "past-end", G_CALLBACK (finished_cb), self);
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

/**
 * yc_form_step_set_draft:
 * @self: the step
 * @draft: (nullable): the draft whose form is filled
 */
void
yc_form_step_set_draft (YcFormStep *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_FORM_STEP (self));
  g_return_if_fail (draft == NULL || YC_IS_CASE_DRAFT (draft));

  if (self->draft == draft)
    return;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  yc_form_view_set_form (YC_FORM_VIEW (self->view), get_form (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    get_form (self) != NULL ? "form" : "none");
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "notify::editable", G_CALLBACK (show_editable), self);
  show_editable (self);
}

/**
 * yc_form_step_focus_error:
 * @self: the step
 *
 * Checks the form and goes to the first field that is missing or wrong.
 *
 * Returns: %FALSE when all is well
 */
gboolean
yc_form_step_focus_error (YcFormStep *self)
{
  g_return_val_if_fail (YC_IS_FORM_STEP (self), FALSE);

  if (get_form (self) == NULL)
    return FALSE;

  yc_form_check (get_form (self));

  return !yc_form_get_is_valid (get_form (self)) &&
         yc_form_view_focus_first_error (YC_FORM_VIEW (self->view));
}

/**
 * yc_form_step_focus_field:
 * @self: the step
 * @pointer: JSON Pointer of a field
 *
 * Returns: %FALSE when the form has no such field
 */
gboolean
yc_form_step_focus_field (YcFormStep *self, const char *pointer)
{
  g_return_val_if_fail (YC_IS_FORM_STEP (self), FALSE);

  return get_form (self) != NULL && pointer != NULL &&
         yc_form_view_focus_pointer (YC_FORM_VIEW (self->view), pointer);
}

/**
 * yc_form_step_mark:
 * @self: the step
 * @pointer: (nullable): the field that the reviewer pointed at, %NULL for none
 * @words: (nullable): what is wrong with it
 */
void
yc_form_step_mark (YcFormStep *self, const char *pointer, const char *words)
{
  g_return_if_fail (YC_IS_FORM_STEP (self));

  yc_form_view_mark (YC_FORM_VIEW (self->view), pointer, words);
}
