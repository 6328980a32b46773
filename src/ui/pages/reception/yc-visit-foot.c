/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands under the work of a visit: the keys of the step, and the button that goes on. */
#include "yc-visit-foot.h"

#include "yc-key-hints.h"

#include <glib/gi18n-lib.h>

/* Where the clerk is, as far as keys go. */
typedef enum
{
  KEYS_SEARCH = 1,
  KEYS_CHOICE,
  KEYS_ANSWER,
  KEYS_PLAN,
  KEYS_NOTHING,
  KEYS_MATERIALS,
  KEYS_FORM,
  KEYS_CHECK,
  KEYS_RESULT,
} Keys;

struct _YcVisitFoot
{
  AdwBin parent_instance;

  GtkWidget *hints;
  GtkButton *next;
  Keys       keys;
  guint      n_items;
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

static gboolean
is_typed (YcQuestion *question)
{
  switch (yc_question_get_kind (question))
    {
    case YC_QUESTION_NUMBER:
    case YC_QUESTION_DATE:
    case YC_QUESTION_PLACE:
    case YC_QUESTION_TEXT:
      return TRUE;
    case YC_QUESTION_YES_NO:
    case YC_QUESTION_CHOICE:
    case YC_QUESTION_CHOICES:
    default:
      return FALSE;
    }
}

/* The first step is three: what they came for, the questions, and who they are. */
static Keys
choose_keys_of_need (YcPlan *plan, guint n_items)
{
  YcQuestion *question = yc_plan_next_question (plan);

  if (question != NULL)
    return is_typed (question) ? KEYS_ANSWER : KEYS_CHOICE;
  if (yc_plan_is_empty (plan))
    return KEYS_SEARCH;

  return n_items > 0 ? KEYS_PLAN : KEYS_NOTHING;
}

static Keys
choose_keys (YcStep step, YcPlan *plan, guint n_items)
{
  switch (step)
    {
    case YC_STEP_NEED:
      return choose_keys_of_need (plan, n_items);
    case YC_STEP_MATERIALS:
      return KEYS_MATERIALS;
    case YC_STEP_FORM:
      return KEYS_FORM;
    case YC_STEP_CHECK:
      return KEYS_CHECK;
    case YC_STEP_RESULT:
    default:
      return KEYS_RESULT;
    }
}

/* How many items have a number. */
static guint
count_numbers (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      most = MAX (most, yc_plan_entry_get_number (entry));
    }
  return most;
}

static void
show_keys (YcKeyHints *hints, Keys keys, guint n_items)
{
  g_autofree char *numbers = n_items > 1 ? g_strdup_printf ("1…%u", n_items) : g_strdup ("1");

  switch (keys)
    {
    case KEYS_SEARCH:
      yc_key_hints_set (hints, "↑↓", _ ("choose"), "Enter", _ ("open"), "<Control>o",
                        _ ("saved plans"), "F1", _ ("keys"), NULL);
      break;
    case KEYS_CHOICE:
      yc_key_hints_set (hints, "1…9", _ ("answer"), "↑", _ ("change an answer"), "Backspace",
                        _ ("answer before"), NULL);
      break;
    case KEYS_ANSWER:
      yc_key_hints_set (hints, "Enter", _ ("answer"), "↑", _ ("change an answer"), "F1",
                        _ ("keys"), NULL);
      break;
    case KEYS_PLAN:
      yc_key_hints_set (hints, numbers, _ ("open a case"), "<Control>s", _ ("save"), "<Control>h",
                        _ ("hand over"), "<Control>p", _ ("print"), "↑", _ ("change an answer"),
                        "<Control>1", _ ("another need"), NULL);
      break;
    case KEYS_NOTHING:
      yc_key_hints_set (hints, "Enter", _ ("next citizen"), "↑", _ ("change an answer"),
                        "<Control>1", _ ("another need"), "<Control>p", _ ("print"), "<Control>s",
                        _ ("save"), NULL);
      break;
    case KEYS_MATERIALS:
      yc_key_hints_set (hints, _ ("Space"), _ ("tick"), "1 2 3", _ ("how"), "A", _ ("all"), "F2",
                        _ ("first missing"), "<Control>p", _ ("print"), NULL);
      break;
    case KEYS_FORM:
      yc_key_hints_set (hints, "Enter", _ ("next field"), "F2", _ ("next mistake"),
                        "<Control>p", _ ("print"), NULL);
      break;
    case KEYS_CHECK:
      yc_key_hints_set (hints, "F2", _ ("first missing"), "F4", _ ("for the citizen"),
                        "<Control><Shift>p", _ ("certificate"), "<Control>p", _ ("print"), NULL);
      break;
    case KEYS_RESULT:
    default:
      yc_key_hints_set (hints, "<Control>p", _ ("print"), "<Control>t", _ ("new visit"), NULL);
      break;
    }
}

/**
 * yc_visit_foot_show_keys:
 * @self: the foot
 * @step: the step on screen
 * @plan: the visit's plan
 *
 * Tells which keys lead on from here.
 */
void
yc_visit_foot_show_keys (YcVisitFoot *self, YcStep step, YcPlan *plan)
{
  guint n_items;
  Keys keys;

  g_return_if_fail (YC_IS_VISIT_FOOT (self));
  g_return_if_fail (YC_IS_PLAN (plan));

  n_items = count_numbers (plan);
  keys = choose_keys (step, plan, n_items);
  if (keys != self->keys || n_items != self->n_items)
    show_keys (YC_KEY_HINTS (self->hints), keys, n_items);
  self->keys = keys;
  self->n_items = n_items;
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
 * yc_visit_foot_set_leading:
 * @self: the foot
 * @leading: whether going on is what comes next; %FALSE while a button of the step does
 *
 * There is one button at a time that looks like the next one.
 */
void
yc_visit_foot_set_leading (YcVisitFoot *self, gboolean leading)
{
  g_return_if_fail (YC_IS_VISIT_FOOT (self));

  if (leading)
    gtk_widget_add_css_class (GTK_WIDGET (self->next), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->next), "suggested-action");
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
