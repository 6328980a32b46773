/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of a visit: what is done with the draft there, and how the focus comes to it. */
#include "yc-visit-step.h"

#include "yc-refusal.h"
#include "yc-words.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YcCaseDraft *draft;
  GPtrArray   *refusals;        /* YcRefusal */
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
yc_visit_step_finalize (GObject *object)
{
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (YC_VISIT_STEP (object));

  g_ptr_array_unref (priv->refusals);

  G_OBJECT_CLASS (yc_visit_step_parent_class)->finalize (object);
}

static void
yc_visit_step_class_init (YcVisitStepClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_visit_step_finalize;

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
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (self);

  priv->refusals = g_ptr_array_new_with_free_func (g_object_unref);
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
  g_ptr_array_set_size (priv->refusals, 0);
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

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!yc_refusal_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * yc_visit_step_refuse:
 * @self: a step
 * @refusals: (transfer full) (element-type YcRefusal): what the service refused of what is done in
 *   this step, none for nothing
 */
void
yc_visit_step_refuse (YcVisitStep *self, GPtrArray *refusals)
{
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (self);
  g_autoptr (GPtrArray) taken = refusals;

  g_return_if_fail (YC_IS_VISIT_STEP (self));

  if (is_same (priv->refusals, refusals))
    return;

  g_ptr_array_unref (priv->refusals);
  priv->refusals = g_steal_pointer (&taken);
  if (YC_VISIT_STEP_GET_CLASS (self)->refuse != NULL)
    YC_VISIT_STEP_GET_CLASS (self)->refuse (self);
}

/**
 * yc_visit_step_get_refusals:
 * @self: a step
 *
 * Returns: (transfer none) (element-type YcRefusal): what the service refused
 */
GPtrArray *
yc_visit_step_get_refusals (YcVisitStep *self)
{
  YcVisitStepPrivate *priv = yc_visit_step_get_instance_private (self);

  g_return_val_if_fail (YC_IS_VISIT_STEP (self), NULL);

  return priv->refusals;
}

static const char *
get_category (const char *pointer)
{
  if (g_str_has_prefix (pointer, YC_REFUSAL_MATERIALS))
    return _ ("Materials");

  return g_str_equal (pointer, YC_REFUSAL_APPLICANT) ? _ ("Applicant") : NULL;
}

/**
 * yc_visit_step_list_refusals:
 * @self: a step
 * @list: a list
 *
 * For steps: adds what the service refused to @list.
 */
void
yc_visit_step_list_refusals (YcVisitStep *self, YcProblemList *list)
{
  GPtrArray *refusals = yc_visit_step_get_refusals (self);

  for (guint i = 0; i < refusals->len; i++)
    {
      YcRefusal *refusal = g_ptr_array_index (refusals, i);
      const char *pointer = yc_refusal_get_pointer (refusal);
      g_autofree char *words = yc_words_join (yc_refusal_get_title (refusal),
                                              yc_refusal_get_message (refusal), NULL);

      yc_problem_list_add (list, YC_PROBLEM_REFUSED, pointer, get_category (pointer), words);
    }
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
