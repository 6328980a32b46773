/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of saving a visit's plan: its number, who is responsible, where it is being handed to. */
#include "yc-saved-plan-line.h"

#include <glib/gi18n-lib.h>

struct _YcSavedPlanLine
{
  AdwBin parent_instance;

  GtkLabel    *label;
  YcSavedPlan *plan;
};

G_DEFINE_FINAL_TYPE (YcSavedPlanLine, yc_saved_plan_line, ADW_TYPE_BIN)

static void
append_hand_over (GString *text, YcSavedPlan *plan)
{
  const char *state = yc_saved_plan_get_hand_over (plan);

  if (*state == '\0')
    return;
  g_string_append_c (text, '\n');
  /* Translators: to whom a plan was handed, what became of it, and by when it is to be answered. */
  g_string_append_printf (text, _ ("Handed to %s: %s (by %s)"), yc_saved_plan_get_to (plan),
                          yc_saved_plan_get_hand_over_title (plan), yc_saved_plan_get_due (plan));
}

char *
yc_saved_plan_line_describe (YcSavedPlan *plan)
{
  GString *text = g_string_new (NULL);
  const char *number = yc_saved_plan_get_number (plan);

  switch (yc_saved_plan_get_state (plan))
    {
    case YC_SAVED_PLAN_WAITING:
      g_string_append_printf (text, _ ("%s is being saved"), number);
      break;
    case YC_SAVED_PLAN_SAVED:
      g_string_append_printf (text, _ ("%s is saved. Responsible: %s"), number,
                              yc_saved_plan_get_holder (plan));
      append_hand_over (text, plan);
      break;
    case YC_SAVED_PLAN_REFUSED:
      g_string_append_printf (text, _ ("%s was not saved: another counter has changed it or is "
                                       "responsible now. Ctrl+S tries to save it over theirs."),
                              number);
      break;
    case YC_SAVED_PLAN_NEW:
    default:
      break;
    }

  return g_string_free (text, FALSE);
}

static void
show (YcSavedPlanLine *self)
{
  g_autofree char *words = yc_saved_plan_line_describe (self->plan);

  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (GTK_WIDGET (self), *words != '\0');
  if (yc_saved_plan_get_state (self->plan) == YC_SAVED_PLAN_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "warning");
}

static void
yc_saved_plan_line_dispose (GObject *object)
{
  g_clear_object (&YC_SAVED_PLAN_LINE (object)->plan);

  G_OBJECT_CLASS (yc_saved_plan_line_parent_class)->dispose (object);
}

static void
yc_saved_plan_line_class_init (YcSavedPlanLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_saved_plan_line_dispose;
}

static void
yc_saved_plan_line_init (YcSavedPlanLine *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_margin_top (GTK_WIDGET (self->label), 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
yc_saved_plan_line_set_visit (YcSavedPlanLine *self, YcVisit *visit)
{
  g_return_if_fail (YC_IS_SAVED_PLAN_LINE (self));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (yc_visit_get_saved_plan (visit));
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
