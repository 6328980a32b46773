/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved plan in a list: whose it is, what about, and what can be done with it. */
#include "yc-plan-row.h"

#include <glib/gi18n-lib.h>

struct _YcPlanRow
{
  GtkListBoxRow parent_instance;

  YcSavedPlan *plan;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPlanRow, yc_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
yc_plan_row_dispose (GObject *object)
{
  g_clear_object (&YC_PLAN_ROW (object)->plan);

  G_OBJECT_CLASS (yc_plan_row_parent_class)->dispose (object);
}

static void
yc_plan_row_class_init (YcPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_plan_row_dispose;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_plan_row_init (YcPlanRow *self)
{
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/**
 * yc_plan_row_describe_answer:
 * @plan: a plan that was handed over
 *
 * Returns: (transfer full): to whom, and what became of it
 */
char *
yc_plan_row_describe_answer (YcSavedPlan *plan)
{
  const char *state = yc_saved_plan_get_hand_over (plan);
  const char *to = yc_saved_plan_get_to (plan);
  const char *by = yc_saved_plan_get_answered_by (plan);

  /* Translators: to whom a plan was handed, who accepted or declined it there, and why. */
  if (g_str_equal (state, "accepted"))
    return g_strdup_printf (_ ("Handed to %s: accepted by %s"), to, by);
  if (g_str_equal (state, "declined"))
    return g_strdup_printf (_ ("Handed to %s: declined by %s: %s"), to, by,
                            yc_saved_plan_get_answer (plan));
  /* Translators: to whom a plan was handed, what became of it, and by when it is to be answered. */
  return g_strdup_printf (_ ("Handed to %s: %s (by %s)"), to,
                          yc_saved_plan_get_hand_over_title (plan), yc_saved_plan_get_due (plan));
}

static char *
describe_hand_over (YcSavedPlan *plan)
{
  const char *note = yc_saved_plan_get_note (plan);

  /* Translators: who hands a plan to whom, by when it is to be answered, and a note. */
  return g_strdup_printf (_ ("%s → %s, by %s. %s"), yc_saved_plan_get_from (plan),
                          yc_saved_plan_get_to (plan), yc_saved_plan_get_due (plan), note);
}

static const char *
get_kept_words (const char *answer)
{
  if (g_str_equal (answer, "accept"))
    return _ ("Accepted; kept here until the line is back");
  if (g_str_equal (answer, "decline"))
    return _ ("Declined; kept here until the line is back");
  return _ ("Taken back; kept here until the line is back");
}

static GtkWidget *
create_words (YcSavedPlan *plan, const char *kept)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = yc_saved_plan_dup_name (plan);
  g_autofree char *number = yc_saved_plan_dup_id_number (plan);
  g_autofree char *person = g_strdup_printf ("%s  %s", name, number);
  g_autofree char *hand_over = describe_hand_over (plan);
  g_autofree char *answer = yc_plan_row_describe_answer (plan);
  g_autofree char *facts = g_strdup_printf (_ ("%s · responsible: %s"),
                                            yc_saved_plan_get_number (plan),
                                            yc_saved_plan_get_holder (plan));

  gtk_widget_set_hexpand (box, TRUE);
  add_label (box, person, "heading");
  add_label (box, yc_saved_plan_get_title (plan), NULL);
  add_label (box, facts, "caption");
  if (*yc_saved_plan_get_hand_over (plan) != '\0')
    add_label (box, hand_over, "caption");
  if (*yc_saved_plan_get_answered_by (plan) != '\0')
    add_label (box, answer, "caption-heading");
  if (kept != NULL)
    add_label (box, get_kept_words (kept), "caption-heading");

  return box;
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[ANSWERED], 0, user_data);

  return TRUE;
}

static void
button_cb (GtkButton *button, YcPlanRow *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, g_object_get_data (G_OBJECT (button), "answer"));
}

static void
add_answer (YcPlanRow *self, GtkWidget *box, const char *title, const char *answer, guint key)
{
  GtkWidget *button = gtk_button_new_with_label (title);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set_data (G_OBJECT (button), "answer", (char *) answer);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                        gtk_callback_action_new (key_cb, (char *) answer, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_answers (YcPlanRow *self, GtkWidget *box, gboolean incoming)
{
  gboolean to_counter = g_strcmp0 (yc_saved_plan_get_to_kind (self->plan), "counter") == 0;

  if (incoming)
    {
      add_answer (self, box, _ ("Accept (A)"), "accept", GDK_KEY_a);
      add_answer (self, box, _ ("Decline (D)"), "decline", GDK_KEY_d);
      return;
    }
  /* The hotline and departments may have no desk that could say so. */
  if (!to_counter)
    {
      add_answer (self, box, _ ("They accept (A)"), "accept", GDK_KEY_a);
      add_answer (self, box, _ ("They decline (D)"), "decline", GDK_KEY_d);
    }
  add_answer (self, box, _ ("Take back (B)"), "withdraw", GDK_KEY_b);
}

/**
 * yc_plan_row_new:
 * @plan: a plan
 * @incoming: whether it is handed to this counter
 * @outgoing: whether it is handed over by this clerk
 * @kept: (nullable): the answer that is kept here until the line is back
 */
GtkWidget *
yc_plan_row_new (YcSavedPlan *plan, gboolean incoming, gboolean outgoing, const char *kept)
{
  gboolean open = g_str_equal (yc_saved_plan_get_hand_over (plan), "open");
  YcPlanRow *self = g_object_new (YC_TYPE_PLAN_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->plan = g_object_ref (plan);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), create_words (plan, kept));
  if ((incoming || outgoing) && open && kept == NULL)
    add_answers (self, box, incoming);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

YcSavedPlan *
yc_plan_row_get_plan (YcPlanRow *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ROW (self), NULL);

  return self->plan;
}
