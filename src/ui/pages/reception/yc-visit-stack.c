/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The five steps of a visit behind each other, all on the same draft; one is on screen. */
#include "yc-visit-stack.h"

#include "yc-check-step.h"
#include "yc-form-step.h"
#include "yc-materials-step.h"
#include "yc-need-step.h"
#include "yc-refusal.h"
#include "yc-result-step.h"

struct _YcVisitStack
{
  AdwBin parent_instance;

  GtkStack    *stack;
  YcVisitStep *steps[YC_N_STEPS];
};

enum
{
  FOCUSED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisitStack, yc_visit_stack, ADW_TYPE_BIN)

static void
focused_cb (YcVisitStack *self, const char *pointer)
{
  g_signal_emit (self, signals[FOCUSED], 0, pointer);
}

static void
finished_cb (YcVisitStack *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
add (YcVisitStack *self, YcStep step, GtkWidget *widget)
{
  self->steps[step] = YC_VISIT_STEP (widget);
  g_signal_connect_swapped (widget, "focused", G_CALLBACK (focused_cb), self);
  g_signal_connect_swapped (widget, "finished", G_CALLBACK (finished_cb), self);
  gtk_stack_add_child (self->stack, widget);
}

static void
yc_visit_stack_dispose (GObject *object)
{
  YcVisitStack *self = YC_VISIT_STACK (object);

  for (int step = 0; step < YC_N_STEPS; step++)
    if (self->steps[step] != NULL)
      g_signal_handlers_disconnect_by_data (self->steps[step], self);
  memset (self->steps, 0, sizeof self->steps);

  G_OBJECT_CLASS (yc_visit_stack_parent_class)->dispose (object);
}

static void
yc_visit_stack_class_init (YcVisitStackClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_stack_dispose;

  /**
   * YcVisitStack::focused:
   * @pointer: (nullable): JSON Pointer of a field, or "materials/ID"
   *
   * A field or a material has the focus.
   */
  signals[FOCUSED] = g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcVisitStack::finished:
   *
   * The clerk went past the last thing to be done in the step on screen.
   */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
yc_visit_stack_init (YcVisitStack *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * yc_visit_stack_fill:
 * @self: the stack
 * @desk: the desk
 * @visit: a visit
 * @print: the panel beside the steps, where the certificate is printed
 *
 * Makes the steps, without a draft. To be called once.
 */
void
yc_visit_stack_fill (YcVisitStack *self, YcDesk *desk, YcVisit *visit, YcPrintPanel *print)
{
  g_return_if_fail (YC_IS_VISIT_STACK (self));
  g_return_if_fail (self->steps[YC_STEP_NEED] == NULL);

  add (self, YC_STEP_NEED, yc_need_step_new (desk, visit));
  add (self, YC_STEP_MATERIALS, yc_materials_step_new ());
  add (self, YC_STEP_FORM, yc_form_step_new ());
  add (self, YC_STEP_CHECK, yc_check_step_new (desk));
  add (self, YC_STEP_RESULT, yc_result_step_new (desk, print));
}

/**
 * yc_visit_stack_get_step:
 * @self: the stack, filled
 * @step: a step
 *
 * Returns: (transfer none): its widget
 */
YcVisitStep *
yc_visit_stack_get_step (YcVisitStack *self, YcStep step)
{
  g_return_val_if_fail (YC_IS_VISIT_STACK (self), NULL);

  return self->steps[step];
}

/**
 * yc_visit_stack_show:
 * @self: the stack
 * @step: the step to be on screen
 */
void
yc_visit_stack_show (YcVisitStack *self, YcStep step)
{
  g_return_if_fail (YC_IS_VISIT_STACK (self));

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->steps[step]));
  if (step == YC_STEP_CHECK)
    yc_check_step_refresh (YC_CHECK_STEP (self->steps[step]));
}

/**
 * yc_visit_stack_set_draft:
 * @self: the stack
 * @draft: what is worked on in every step
 */
void
yc_visit_stack_set_draft (YcVisitStack *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_VISIT_STACK (self));

  for (int step = 0; step < YC_N_STEPS; step++)
    yc_visit_step_set_draft (self->steps[step], draft);
}

/**
 * yc_visit_stack_mark:
 * @self: the stack
 * @pointer: (nullable): what the reviewer pointed at, %NULL for nothing
 * @words: (nullable): what is wrong with it
 */
void
yc_visit_stack_mark (YcVisitStack *self, const char *pointer, const char *words)
{
  g_return_if_fail (YC_IS_VISIT_STACK (self));

  for (int step = 0; step < YC_N_STEPS; step++)
    yc_visit_step_mark (self->steps[step], pointer, words);
}

/* Whether a refusal is about what is done in a step; all of them are told where all is checked. */
static gboolean
belongs_to (YcRefusal *refusal, YcStep step)
{
  const char *pointer = yc_refusal_get_pointer (refusal);

  switch ((int) step)
    {
    case YC_STEP_MATERIALS:
      return g_str_has_prefix (pointer, YC_REFUSAL_MATERIALS);
    case YC_STEP_FORM:
      return !yc_problem_is_outside (pointer);
    default:
      return step == YC_STEP_CHECK;
    }
}

/**
 * yc_visit_stack_show_refusals:
 * @self: the stack
 * @draft: a draft
 *
 * Marks what the service refused of it, until it is changed.
 */
void
yc_visit_stack_show_refusals (YcVisitStack *self, YcCaseDraft *draft)
{
  g_autoptr (GPtrArray) refusals = yc_refusal_list (draft);

  g_return_if_fail (YC_IS_VISIT_STACK (self));

  for (int step = 0; step < YC_N_STEPS; step++)
    {
      GPtrArray *part = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < refusals->len; i++)
        if (belongs_to (g_ptr_array_index (refusals, i), step))
          g_ptr_array_add (part, g_object_ref (g_ptr_array_index (refusals, i)));
      yc_visit_step_refuse (self->steps[step], part);
    }
}
