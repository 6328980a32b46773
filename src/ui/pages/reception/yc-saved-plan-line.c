/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of saving a visit's plan: its number, who is responsible, where it is being handed to. */
#include "yc-saved-plan-line.h"

#include "yc-error-words.h"
#include "yc-plan-row.h"

#include <glib/gi18n-lib.h>

struct _YcSavedPlanLine
{
  AdwBin parent_instance;

  GtkLabel    *label;
  YcSavedPlan *plan;
};

G_DEFINE_FINAL_TYPE (YcSavedPlanLine, yc_saved_plan_line, ADW_TYPE_BIN)

/* What waits in the outbox says more than what was before. */
static void
append_hand_over (GString *text, YcSavedPlan *plan)
{
  const char *waiting = yc_saved_plan_get_waiting_for (plan);
  const char *refused = yc_saved_plan_get_refused_by (plan);
  g_autofree char *answer = NULL;

  if (waiting != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Kept here to be handed to %s as soon as the line is back. "
                                       "Until they accept, you stay responsible."),
                              waiting);
    }
  else if (refused != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Handing it to %s was refused: look into the outbox."), refused);
    }
  else if (*yc_saved_plan_get_hand_over (plan) != '\0')
    {
      answer = yc_plan_row_describe_answer (plan);
      g_string_append_printf (text, "\n%s", answer);
    }
}

static void
append_refusal (GString *text, YcSavedPlan *plan)
{
  const GError *error = yc_saved_plan_get_error (plan);
  const char *number = yc_saved_plan_get_number (plan);
  g_autofree char *words = NULL;

  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT) ||
      g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE))
    {
      g_string_append_printf (text, _ ("%s was not saved: somebody else has changed it meanwhile. "
                                       "Ctrl+S shows both versions."),
                              number);
      return;
    }
  words = yc_error_words_line (error);
  /* Translators: a plan's number and why it was not saved, in whole sentences. */
  g_string_append_printf (text, _ ("%s was not saved. %s Ctrl+S tries again."), number, words);
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
      append_hand_over (text, plan);
      break;
    case YC_SAVED_PLAN_SAVED:
      g_string_append_printf (text, _ ("%s is saved. Responsible: %s"), number,
                              yc_saved_plan_get_holder (plan));
      append_hand_over (text, plan);
      break;
    case YC_SAVED_PLAN_REFUSED:
      append_refusal (text, plan);
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
