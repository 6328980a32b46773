/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reviewer decides: approve, return with reason, cause, field and note, or refuse. */
#include "yc-decision-panel.h"

#include "yc-decision-target.h"
#include "yc-error-words.h"
#include "yc-return-reason.h"

#include <glib/gi18n-lib.h>

/* Characters; what the service takes. */
#define NOTE_MAXIMUM 2000

struct _YcDecisionPanel
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcCase *a_case;
  YcForm *form;
  YcCaseAction action;
  gboolean sending;

  GtkStack *stack;
  GtkLabel *question;
  GtkWidget *returning;
  GtkListBox *reasons;
  GtkDropDown *cause;
  GtkDropDown *target;
  GtkTextView *note;
  GtkLabel *problem;
  GtkWidget *send;
  GtkWidget *approve;
};

G_DEFINE_FINAL_TYPE (YcDecisionPanel, yc_decision_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (YcDecisionPanel *self, const char *words)
{
  gtk_label_set_text (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

static void
set_sending (YcDecisionPanel *self, gboolean sending)
{
  self->sending = sending;
  gtk_widget_set_sensitive (self->send, !sending);
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

static YcReturnReason *
get_reason (YcDecisionPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->reasons);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "reason") : NULL;
}

static const char *
get_target (YcDecisionPanel *self)
{
  YcDecisionTarget *target = gtk_drop_down_get_selected_item (self->target);

  return target != NULL ? yc_decision_target_get_pointer (target) : NULL;
}

static char *
dup_note (YcDecisionPanel *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcDecisionPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  set_sending (self, FALSE);
  if (yc_desk_decide_finish (YC_DESK (source), result, &error))
    {
      g_autoptr (YcCase) a_case = g_object_ref (self->a_case);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), "", 0);
      cancel_cb (self);
      g_signal_emit (self, signals[SIGNAL_DECIDED], 0, a_case);
      return;
    }
  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE))
    words = g_strdup (_ ("The line is down: the decision was not sent. What you wrote stays here; "
                         "send it when the line is back."));
  else
    words = yc_error_words_line (error);
  show_problem (self, words);
}

static void
decide (YcDecisionPanel *self, const char *reason, YcCause cause, const char *target)
{
  g_autofree char *note = dup_note (self);

  show_problem (self, NULL);
  set_sending (self, TRUE);
  yc_desk_decide_async (self->desk, self->a_case, self->action, reason, cause, target,
                        *note != '\0' ? note : NULL, NULL, decided_cb, g_object_ref (self));
}

static void
send_return (YcDecisionPanel *self)
{
  YcReturnReason *reason = get_reason (self);

  if (reason == NULL)
    {
      show_problem (self, _ ("Choose a reason: the clerk must know what to mend."));
      gtk_widget_child_focus (GTK_WIDGET (self->reasons), GTK_DIR_TAB_FORWARD);
      return;
    }
  decide (self, yc_return_reason_get_id (reason),
          (YcCause) (gtk_drop_down_get_selected (self->cause) + 1), get_target (self));
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

/* A reason knows on whose side the fault usually is and what it is about: offered, not forced. */
static void
reason_selected_cb (YcDecisionPanel *self)
{
  YcReturnReason *reason = get_reason (self);
  const char *const *fields = reason != NULL ? yc_return_reason_get_fields (reason) : NULL;
  GListModel *targets = gtk_drop_down_get_model (self->target);

  if (reason == NULL || targets == NULL)
    return;
  gtk_drop_down_set_selected (self->cause, yc_return_reason_get_cause (reason) - 1);
  gtk_drop_down_set_selected (self->target,
                              yc_decision_target_find (targets,
                                                       fields != NULL ? fields[0] : NULL));
  show_problem (self, NULL);
}

static void
append_reason (YcDecisionPanel *self, YcReturnReason *reason, guint number)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf ("%u  %s", number, yc_return_reason_get_title (reason));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_return_reason_get_title (reason), -1);
  g_object_set_data_full (G_OBJECT (row), "reason", g_object_ref (reason), g_object_unref);
  gtk_list_box_append (self->reasons, row);
}

static void
fill_reasons (YcDecisionPanel *self, YcItem *item)
{
  const char *const *codes = item != NULL ? yc_item_get_reason_codes (item) : NULL;
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);
  GtkWidget *row;
  guint number = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_list_box_remove (self->reasons, row);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      YcReturnReason *reason = yc_catalog_get_reason (catalog, codes[i]);

      if (reason != NULL)
        append_reason (self, reason, ++number);
    }
}

/* Most returns need only a reason and a note: Enter goes from one to the other. */
static void
reason_activated_cb (YcDecisionPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* Digits choose a reason; Tab leaves the list, where it would else walk through every row. */
static gboolean
reason_key_cb (YcDecisionPanel *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row;

  if (key == GDK_KEY_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->cause));
  if (key < GDK_KEY_1 || key > GDK_KEY_9 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->reasons, key - GDK_KEY_1);
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->reasons, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

static void
fill_targets (YcDecisionPanel *self, YcItem *item)
{
  g_autoptr (GListModel) targets = yc_decision_target_list (item, self->form);

  gtk_drop_down_set_model (self->target, targets);
}

static GtkWidget *
append_titled (GtkWidget *box, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-title");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  if (GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
  return widget;
}

static GtkWidget *
create_reasons (YcDecisionPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  self->reasons = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->reasons, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reasons), "reasons");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reasons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  g_signal_connect_swapped (self->reasons, "row-selected", G_CALLBACK (reason_selected_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (reason_key_cb), self);
  g_signal_connect_swapped (self->reasons, "row-activated", G_CALLBACK (reason_activated_cb),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->reasons), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->reasons));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

/* What is chosen is cut short rather than making the panel wider; the list shows it whole. */
static void
choice_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *title = NULL;

  g_object_get (gtk_list_item_get_item (list_item), "title", &title, NULL);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), title);
}

static GtkDropDown *
create_causes (void)
{
  const char *titles[YC_N_CAUSES + 1] = { NULL };

  for (guint i = 0; i < YC_N_CAUSES; i++)
    titles[i] = yc_cause_get_title (i + 1);
  return GTK_DROP_DOWN (gtk_drop_down_new_from_strings (titles));
}

static GtkDropDown *
create_targets (void)
{
  GtkExpression *title = gtk_property_expression_new (YC_TYPE_DECISION_TARGET, NULL, "title");
  GtkDropDown *targets = GTK_DROP_DOWN (gtk_drop_down_new (NULL, title));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind_cb), NULL);
  gtk_drop_down_set_factory (targets, factory);
  return targets;
}

static GtkWidget *
create_returning (YcDecisionPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->cause = create_causes ();
  self->target = create_targets ();
  append_titled (box, _ ("Reason"), create_reasons (self));
  append_titled (box, _ ("On whose side"), GTK_WIDGET (self->cause));
  append_titled (box, _ ("What it is about"), GTK_WIDGET (self->target));
  return box;
}

static GtkWidget *
create_note (YcDecisionPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->note = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->note, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->note, FALSE);
  gtk_text_view_set_left_margin (self->note, 6);
  gtk_text_view_set_top_margin (self->note, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->note));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 72);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static GtkWidget *
create_buttons (YcDecisionPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->send = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->send, "suggested-action");
  gtk_widget_set_hexpand (self->send, TRUE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (yc_decision_panel_send), self);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->send);
  return box;
}

static GtkWidget *
create_deciding (YcDecisionPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_xalign (self->question, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->question), "heading");
  self->returning = create_returning (self);
  append_titled (note, _ ("Note"), create_note (self));
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), self->returning);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  return box;
}

static void
begin_cb (GtkButton *button, gpointer user_data)
{
  YcCaseAction action = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "action"));

  yc_decision_panel_begin (YC_DECISION_PANEL (user_data), action);
}

static GtkWidget *
create_choice (YcDecisionPanel *self, YcCaseAction action, const char *key, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_case_action_get_title (action), -1);
  g_object_set_data (G_OBJECT (button), "action", GUINT_TO_POINTER (action));
  g_signal_connect (button, "clicked", G_CALLBACK (begin_cb), self);
  return button;
}

static GtkWidget *
create_choosing (YcDecisionPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Your decision"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  self->approve = create_choice (self, YC_CASE_ACTION_APPROVE, "A", _ ("Approve"));
  gtk_box_append (GTK_BOX (box), self->approve);
  gtk_box_append (GTK_BOX (box), create_choice (self, YC_CASE_ACTION_RETURN, "R",
                                                _ ("Return to the counter")));
  gtk_box_append (GTK_BOX (box), create_choice (self, YC_CASE_ACTION_REFUSE, "N",
                                                _ ("Do not grant")));
  return box;
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
  g_clear_object (&self->form);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_decision_panel_parent_class)->dispose (object);
}

static void
yc_decision_panel_class_init (YcDecisionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_decision_panel_dispose;
  gtk_widget_class_set_css_name (widget_class, "decisionpanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /* Runs after the focused widget, so an input method in the note gets its Escape first. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          YC_TYPE_CASE);
}

static void
yc_decision_panel_init (YcDecisionPanel *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_stack_add_named (self->stack, create_choosing (self), "choose");
  gtk_stack_add_named (self->stack, create_deciding (self), "decide");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
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
  YcItem *item = NULL;

  g_return_if_fail (YC_IS_DECISION_PANEL (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->a_case, a_case);
  g_set_object (&self->form, form);
  self->action = 0;
  set_sending (self, FALSE);
  show_problem (self, NULL);
  if (a_case != NULL)
    {
      item = yc_catalog_get_item (yc_desk_get_catalog (desk), yc_case_get_item_code (a_case));
      fill_targets (self, item);
      fill_reasons (self, item);
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
  GtkListBoxRow *first;

  g_return_if_fail (YC_IS_DECISION_PANEL (self));

  if (self->a_case == NULL || self->sending)
    return;
  self->action = action;
  gtk_label_set_text (self->question, get_question (self, action));
  gtk_button_set_label (GTK_BUTTON (self->send), get_send_words (action));
  gtk_widget_set_visible (self->returning, action == YC_CASE_ACTION_RETURN);
  gtk_stack_set_visible_child_name (self->stack, "decide");
  first = gtk_list_box_get_row_at_index (self->reasons, 0);
  if (action == YC_CASE_ACTION_RETURN && first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else if (action == YC_CASE_ACTION_REFUSE)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  else
    gtk_widget_grab_focus (self->send);
}
