/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of a visit: what is done with the draft there, and how the focus comes to it. */
#include "yc-visit-step.h"

#include "yc-workplace.h"

typedef struct
{
  YcCaseDraft *draft;
} YcVisitStepPrivate;

enum
{
  FOCUSED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_visit_step_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (YcVisitStep, yc_visit_step, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (YcVisitStep)
                                  G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                         yc_visit_step_workplace_init))

static gboolean
yc_visit_step_begin (YcWorkplace *workplace)
{
  return YC_VISIT_STEP_GET_CLASS (workplace)->begin (YC_VISIT_STEP (workplace));
}

static void
yc_visit_step_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_visit_step_begin;
}

static void
yc_visit_step_dispose (GObject *object)
{
  yc_visit_step_set_draft (YC_VISIT_STEP (object), NULL);

  G_OBJECT_CLASS (yc_visit_step_parent_class)->dispose (object);
}

static void
yc_visit_step_class_init (YcVisitStepClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_step_dispose;

  /**
   * YcVisitStep::focused:
   * @pointer: (nullable): JSON Pointer of a field, or "materials/ID"
   *
   * A field or a material has the focus.
   */
  signals[FOCUSED] = g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcVisitStep::finished:
   *
   * The clerk went past the last thing to be done here.
   */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
yc_visit_step_init (YcVisitStep *self)
{
}

/**
 * yc_visit_step_get_draft:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): the draft that is worked on
 */
YcCaseDraft *
yc_visit_step_get_draft (YcVisitStep *self)
{
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (self);

  g_return_val_if_fail (YC_IS_VISIT_STEP (self), NULL);

  return priv->draft;
}

/**
 * yc_visit_step_set_draft:
 * @self: a step
 * @draft: (nullable): the draft that is worked on
 */
void
yc_visit_step_set_draft (YcVisitStep *self, YcCaseDraft *draft)
{
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (self);

  g_return_if_fail (YC_IS_VISIT_STEP (self));
  g_return_if_fail (draft == NULL || YC_IS_CASE_DRAFT (draft));

  if (priv->draft == draft)
    return;

  if (priv->draft != NULL)
    g_signal_handlers_disconnect_by_data (priv->draft, self);
  g_set_object (&priv->draft, draft);
  if (YC_VISIT_STEP_GET_CLASS (self)->draft_set != NULL)
    YC_VISIT_STEP_GET_CLASS (self)->draft_set (self, draft);
}

/**
 * yc_visit_step_focus:
 * @self: a step
 * @pointer: JSON Pointer of a field, or "materials/ID"
 *
 * Returns: %FALSE when the step does not have it
 */
gboolean
yc_visit_step_focus (YcVisitStep *self, const char *pointer)
{
  YcVisitStepClass *klass;

  g_return_val_if_fail (YC_IS_VISIT_STEP (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  klass = YC_VISIT_STEP_GET_CLASS (self);

  return klass->focus != NULL && klass->focus (self, pointer);
}

/**
 * yc_visit_step_focus_error:
 * @self: a step
 *
 * Goes to the first thing that is missing or wrong.
 *
 * Returns: %FALSE when all is well
 */
gboolean
yc_visit_step_focus_error (YcVisitStep *self)
{
  YcVisitStepClass *klass;

  g_return_val_if_fail (YC_IS_VISIT_STEP (self), FALSE);

  klass = YC_VISIT_STEP_GET_CLASS (self);

  return klass->focus_error != NULL && klass->focus_error (self);
}

/**
 * yc_visit_step_step_error:
 * @self: a step
 * @by: 1 for the next thing that is missing or wrong, -1 for the one before
 *
 * Returns: %FALSE when all is well
 */
gboolean
yc_visit_step_step_error (YcVisitStep *self, int by)
{
  YcVisitStepClass *klass;

  g_return_val_if_fail (YC_IS_VISIT_STEP (self), FALSE);

  klass = YC_VISIT_STEP_GET_CLASS (self);

  return klass->step_error != NULL ? klass->step_error (self, by)
                                   : yc_visit_step_focus_error (self);
}

/**
 * yc_visit_step_refuse:
 * @self: a step
 * @refusals: (element-type YcRefusal): what the service refused in the form, none for nothing
 */
void
yc_visit_step_refuse (YcVisitStep *self, GPtrArray *refusals)
{
  g_return_if_fail (YC_IS_VISIT_STEP (self));

  if (YC_VISIT_STEP_GET_CLASS (self)->refuse != NULL)
    YC_VISIT_STEP_GET_CLASS (self)->refuse (self, refusals);
}

/**
 * yc_visit_step_mark:
 * @self: a step
 * @pointer: (nullable): what the reviewer pointed at, %NULL for nothing
 * @words: (nullable): what is wrong with it
 */
void
yc_visit_step_mark (YcVisitStep *self, const char *pointer, const char *words)
{
  g_return_if_fail (YC_IS_VISIT_STEP (self));

  if (YC_VISIT_STEP_GET_CLASS (self)->mark != NULL)
    YC_VISIT_STEP_GET_CLASS (self)->mark (self, pointer, words);
}

/**
 * yc_visit_step_emit_focused:
 * @self: a step
 * @pointer: (nullable): JSON Pointer of a field, or "materials/ID"
 *
 * For steps: says that a field or a material has the focus.
 */
void
yc_visit_step_emit_focused (YcVisitStep *self, const char *pointer)
{
  g_return_if_fail (YC_IS_VISIT_STEP (self));

  g_signal_emit (self, signals[FOCUSED], 0, pointer);
}

/**
 * yc_visit_step_emit_finished:
 * @self: a step
 *
 * For steps: says that nothing more is to be done there.
 */
void
yc_visit_step_emit_finished (YcVisitStep *self)
{
  g_return_if_fail (YC_IS_VISIT_STEP (self));

  g_signal_emit (self, signals[FINISHED], 0);
}
