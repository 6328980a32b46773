/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reviewer decides: approve, return with reason, cause, field and note, or refuse. */
#include "yc-decision-panel.h"

#include "yc-error-words.h"
#include "yc-return-chooser.h"
#include "yc-text-limit.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* Characters; what the service takes, and what can be put in over that, to be shortened. */
#define NOTE_MAXIMUM 2000
#define NOTE_SPARE 500

struct _YcDecisionPanel
{
  AdwBin parent_instance;

  YcDesk *desk;
  YcCase *a_case;
  YcCaseAction action;
  gboolean sending;

  GtkStack *stack;
  GtkLabel *question;
  GtkWidget *returning;
  GtkTextView *note;
  GtkLabel *problem;
  GtkWidget *send;
  GtkWidget *approve;
};

G_DEFINE_FINAL_TYPE (YcDecisionPanel, yc_decision_panel, ADW_TYPE_BIN)

enum
{
  SIGNAL_DECIDED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

/* What was sent: the answer may come when the panel has gone on to another case. */
typedef struct
{
  YcDecisionPanel *self;
  YcCase *a_case;
} Decision;

static void
decision_free (Decision *decision)
{
  g_object_unref (decision->self);
  g_object_unref (decision->a_case);
  g_free (decision);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decision, decision_free)

static guint signals[N_SIGNALS];

static void
show_problem (YcDecisionPanel *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

/* The button keeps the focus meanwhile: an insensitive one would throw it, and the reviewer's next
 * key, into the list of cases. */
static void
set_sending (YcDecisionPanel *self, gboolean sending)
{
  self->sending = sending;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->send), GTK_ACCESSIBLE_STATE_BUSY, sending, -1);
  if (sending)
    gtk_widget_add_css_class (self->send, "sending");
  else
    gtk_widget_remove_css_class (self->send, "sending");
}

static void
cancel_cb (YcDecisionPanel *self)
{
  if (self->sending)
    return;
  self->action = 0;
  show_problem (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_grab_focus (self->approve);
}

static char *
dup_note (YcDecisionPanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
describe_failure (const GError *error)
{
  if (!g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE))
    return yc_error_words_line (error);

  return g_strdup (_ ("The line is down: the decision was not sent. What you wrote stays here; "
                      "send it when the line is back."));
}

/* What is on the panel by now may be about another case, and is left as it is. */
static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Decision) decision = user_data;
  YcDecisionPanel *self = decision->self;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean here = self->a_case == decision->a_case;

  if (yc_desk_decide_finish (YC_DESK (source), result, &error))
    {
      if (here)
        yc_decision_panel_set_case (self, self->desk, NULL, NULL);
      g_signal_emit (self, signals[SIGNAL_DECIDED], 0, decision->a_case);
      return;
    }
  if (here)
    {
      words = describe_failure (error);
      set_sending (self, FALSE);
      show_problem (self, words);
    }
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, decision->a_case, error);
}

static void
decide (YcDecisionPanel *self, const char *reason, YcCause cause, const char *target)
{
  g_autofree char *note = dup_note (self);
  Decision *decision = g_new0 (Decision, 1);

  decision->self = g_object_ref (self);
  decision->a_case = g_object_ref (self->a_case);
  show_problem (self, NULL);
  set_sending (self, TRUE);
  yc_desk_decide_async (self->desk, self->a_case, self->action, reason, cause, target,
                        *note != '\0' ? note : NULL, NULL, decided_cb, decision);
}

static void
send_return (YcDecisionPanel *self)
{
  YcReturnChooser *chooser = YC_RETURN_CHOOSER (self->returning);
  YcReturnReason *reason = yc_return_chooser_get_reason (chooser);

  if (reason == NULL)
    {
      show_problem (self, _ ("Choose a reason: the clerk must know what to mend."));
      gtk_widget_child_focus (self->returning, GTK_DIR_TAB_FORWARD);
      return;
    }
  decide (self, yc_return_reason_get_id (reason), yc_return_chooser_get_cause (chooser),
          yc_return_chooser_get_target (chooser));
}

static void
send_refusal (YcDecisionPanel *self)
{
  g_autofree char *note = dup_note (self);

  if (*note == '\0')
    {
      show_problem (self, _ ("Say why it is not granted: the applicant will ask."));
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return;
    }
  decide (self, NULL, 0, NULL);
}

void
yc_decision_panel_send (YcDecisionPanel *self)
{
  g_return_if_fail (YC_IS_DECISION_PANEL (self));

  if (self->sending || self->a_case == NULL)
    return;
  if (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->note)) > NOTE_MAXIMUM)
    {
      show_problem (self, _ ("The note is too long: at most 2000 characters."));
      return;
    }
  switch (self->action)
    {
    case YC_CASE_ACTION_APPROVE:
      decide (self, NULL, 0, NULL);
      break;
    case YC_CASE_ACTION_RETURN:
      send_return (self);
      break;
    case YC_CASE_ACTION_REFUSE:
      send_refusal (self);
      break;
    case YC_CASE_ACTION_SUBMIT_AGAIN:
    case YC_CASE_ACTION_WITHDRAW:
    case YC_CASE_ACTION_PRINT:
    default:
      break;
    }
}

static void
reason_changed_cb (YcDecisionPanel *self)
{
  show_problem (self, NULL);
}

/* Most returns need only a reason and a note: Enter goes from one to the other. */
static void
reason_finished_cb (YcDecisionPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
approve_cb (YcDecisionPanel *self)
{
  yc_decision_panel_begin (self, YC_CASE_ACTION_APPROVE);
}

static void
return_cb (YcDecisionPanel *self)
{
  yc_decision_panel_begin (self, YC_CASE_ACTION_RETURN);
}

static void
refuse_cb (YcDecisionPanel *self)
{
  yc_decision_panel_begin (self, YC_CASE_ACTION_REFUSE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  YcDecisionPanel *self = YC_DECISION_PANEL (widget);

  if (self->action == 0)
    return FALSE;
  cancel_cb (self);
  return TRUE;
}

static void
yc_decision_panel_dispose (GObject *object)
{
  YcDecisionPanel *self = YC_DECISION_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->a_case);

  G_OBJECT_CLASS (yc_decision_panel_parent_class)->dispose (object);
}

static void
yc_decision_panel_class_init (YcDecisionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_decision_panel_dispose;
  /* Runs after the focused widget, so an input method in the note gets its Escape first. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          YC_TYPE_CASE);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         YC_TYPE_CASE, G_TYPE_ERROR);

  g_type_ensure (YC_TYPE_RETURN_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/review/yc-decision-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, question);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, returning);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, note);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, problem);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, send);
  gtk_widget_class_bind_template_child (widget_class, YcDecisionPanel, approve);
  gtk_widget_class_bind_template_callback (widget_class, approve_cb);
  gtk_widget_class_bind_template_callback (widget_class, return_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, yc_decision_panel_send);
}

static void
yc_decision_panel_init (YcDecisionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yc_text_limit_show_in (yc_text_limit_attach (GTK_WIDGET (self->note), NOTE_MAXIMUM, NOTE_SPARE),
                         self->problem);
}

/**
 * yc_decision_panel_new:
 *
 * Returns: a panel with nothing to decide
 */
GtkWidget *
yc_decision_panel_new (void)
{
  return g_object_new (YC_TYPE_DECISION_PANEL, NULL);
}

void
yc_decision_panel_set_case (YcDecisionPanel *self, YcDesk *desk, YcCase *a_case, YcForm *form)
{
  YcCatalog *catalog;

  g_return_if_fail (YC_IS_DECISION_PANEL (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->a_case, a_case);
  self->action = 0;
  set_sending (self, FALSE);
  show_problem (self, NULL);
  if (a_case != NULL)
    {
      catalog = yc_desk_get_catalog (desk);
      yc_return_chooser_set_item (YC_RETURN_CHOOSER (self->returning), catalog,
                                  yc_catalog_get_item (catalog, yc_case_get_item_code (a_case)),
                                  a_case, form);
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), "", 0);
  gtk_stack_set_visible_child_name (self->stack, a_case != NULL ? "choose" : "nothing");
}

static const char *
get_question (YcDecisionPanel *self, YcCaseAction action)
{
  if (action == YC_CASE_ACTION_RETURN)
    return _ ("Return to the counter: what must be mended?");
  if (action == YC_CASE_ACTION_REFUSE)
    return _ ("Do not grant: this ends the case.");
  if (yc_case_get_step (self->a_case) + 1 < yc_case_get_n_steps (self->a_case))
    return _ ("Approve: the case goes to the next level.");
  return _ ("Approve: the certificate is numbered, sealed and sent at once.");
}

static const char *
get_send_words (YcCaseAction action)
{
  if (action == YC_CASE_ACTION_RETURN)
    return _ ("Send back");
  return action == YC_CASE_ACTION_REFUSE ? _ ("Do not grant")
                                         : _ ("Approve");
}

void
yc_decision_panel_begin (YcDecisionPanel *self, YcCaseAction action)
{
  g_return_if_fail (YC_IS_DECISION_PANEL (self));

  if (self->a_case == NULL || self->sending)
    return;
  self->action = action;
  gtk_label_set_text (self->question, get_question (self, action));
  gtk_button_set_label (GTK_BUTTON (self->send), get_send_words (action));
  gtk_widget_set_visible (self->returning, action == YC_CASE_ACTION_RETURN);
  gtk_stack_set_visible_child_name (self->stack, "decide");
  if (action == YC_CASE_ACTION_REFUSE)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  else if (action != YC_CASE_ACTION_RETURN || !yc_workplace_begin (self->returning))
    gtk_widget_grab_focus (self->send);
}

YcCaseAction
yc_decision_panel_get_action (YcDecisionPanel *self)
{
  g_return_val_if_fail (YC_IS_DECISION_PANEL (self), 0);

  return self->action;
}

gboolean
yc_decision_panel_get_ready (YcDecisionPanel *self)
{
  g_return_val_if_fail (YC_IS_DECISION_PANEL (self), FALSE);

  return self->a_case != NULL && !self->sending;
}

gboolean
yc_decision_panel_get_sending (YcDecisionPanel *self)
{
  g_return_val_if_fail (YC_IS_DECISION_PANEL (self), FALSE);

  return self->sending;
}
