/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under the work of a visit: the keys of the step, and the button that goes on. */
#include "yc-visit-foot.h"

#include "yc-key-hints.h"

#include <glib/gi18n-lib.h>

struct _YcVisitFoot
{
  AdwBin parent_instance;

  GtkWidget *hints;
  GtkButton *next;
};

enum
{
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisitFoot, yc_visit_foot, ADW_TYPE_BIN)

static void
next_cb (YcVisitFoot *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
yc_visit_foot_class_init (YcVisitFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * YcVisitFoot::next:
   *
   * The clerk wants to go on.
   */
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-visit-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, YcVisitFoot, hints);
  gtk_widget_class_bind_template_child (widget_class, YcVisitFoot, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
yc_visit_foot_init (YcVisitFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_visit_foot_set_step:
 * @self: the foot
 * @step: the step on screen, whose keys are shown
 */
void
yc_visit_foot_set_step (YcVisitFoot *self, YcStep step)
{
  YcKeyHints *hints;

  g_return_if_fail (YC_IS_VISIT_FOOT (self));

  hints = YC_KEY_HINTS (self->hints);
  switch (step)
    {
    case YC_STEP_NEED:
      yc_key_hints_set (hints, "↑↓", _ ("choose"), "1…9", _ ("answer"), "F1", _ ("keys"), NULL);
      break;
    case YC_STEP_MATERIALS:
      yc_key_hints_set (hints, _ ("Space"), _ ("tick"), "1 2 3", _ ("how"), "A", _ ("all"), "F2",
                        _ ("first missing"), NULL);
      break;
    case YC_STEP_FORM:
      yc_key_hints_set (hints, "Enter", _ ("next field"), "F2", _ ("first mistake"),
                        "<Control>z", _ ("undo"), NULL);
      break;
    case YC_STEP_CHECK:
      yc_key_hints_set (hints, "F2", _ ("first missing"), "F4", _ ("for the citizen"), NULL);
      break;
    case YC_STEP_RESULT:
    default:
      yc_key_hints_set (hints, "<Control>p", _ ("print"), "<Control>t", _ ("new visit"), NULL);
      break;
    }
}

/**
 * yc_visit_foot_set_next:
 * @self: the foot
 * @words: translated, what comes next
 * @possible: whether one can go on now
 */
void
yc_visit_foot_set_next (YcVisitFoot *self, const char *words, gboolean possible)
{
  g_return_if_fail (YC_IS_VISIT_FOOT (self));
  g_return_if_fail (words != NULL);

  gtk_button_set_label (self->next, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), possible);
}

/**
 * yc_visit_foot_focus:
 * @self: the foot
 *
 * Puts the focus on the button that goes on.
 */
void
yc_visit_foot_focus (YcVisitFoot *self)
{
  g_return_if_fail (YC_IS_VISIT_FOOT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->next));
}
