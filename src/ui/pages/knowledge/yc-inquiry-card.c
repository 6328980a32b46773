/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One inquiry: what was reported or asked, what became of it, what can be done now. */
#include "yc-inquiry-card.h"

#include "yc-children.h"
#include "yc-day.h"
#include "yc-dialogs.h"
#include "yc-entry-editor.h"
#include "yc-inquiry-step.h"
#include "yc-entry-take.h"
#include "yc-json.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcInquiryCard
{
  GtkWidget parent_instance;

  GtkWidget    *scroller;
  GtkWidget    *box;
  GtkWidget    *answer;
  YcDesk       *desk;
  /* As it is in the list, and whole when it was loaded. */
  YcInquiry    *inquiry;
  YcInquiry    *whole;
  gboolean      person_shown;
  gulong        changed;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcInquiryCard, yc_inquiry_card, GTK_TYPE_WIDGET)

const char *
yc_inquiry_card_kind_title (YcInquiryKind kind)
{
  if (kind == YC_INQUIRY_MISTAKE)
    return _ ("Mistake");

  return kind == YC_INQUIRY_GAP ? _ ("Gap") : _ ("Consultation");
}

const char *
yc_inquiry_card_state_title (YcInquiryState state)
{
  switch (state)
    {
    case YC_INQUIRY_OPEN:
      return _ ("waits for an answer");
    case YC_INQUIRY_PASSED:
      return _ ("passed on, waits for an answer");
    case YC_INQUIRY_ANSWERED:
      return _ ("answered");
    case YC_INQUIRY_DECLINED:
      return _ ("stays as it is");
    default:
      g_return_val_if_reached ("");
    }
}

static void
add (YcInquiryCard *self, const char *words, const char *style)
{
  GtkWidget *label;

  if (words == NULL || *words == '\0')
    return;
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_head (YcInquiryCard *self)
{
  YcInquiry *inquiry = self->inquiry;
  g_autofree char *moment = yc_words_moment (yc_inquiry_get_at (inquiry));
  const char *channel = yc_inquiry_get_channel (inquiry);
  const char *how = *channel == '\0' ? NULL : g_str_equal (channel, "phone") ? _ ("By phone")
                                                                           : _ ("At the counter");
  g_autofree char *by = yc_words_join (
      yc_inquiry_card_kind_title (yc_inquiry_get_kind (inquiry)), how != NULL ? how : "",
      yc_inquiry_get_by_name (inquiry),
      yc_catalog_get_place_name (yc_desk_get_catalog (self->desk), yc_inquiry_get_place (inquiry)),
      moment, NULL);

  add (self, yc_inquiry_get_question (inquiry), "title-2");
  add (self, by, "secondary");
}

static void
add_state (YcInquiryCard *self)
{
  YcInquiry *inquiry = self->inquiry;
  g_autofree char *today = yc_day_dup_today ();
  const char *due = yc_inquiry_get_due (inquiry);
  const char *passed_to = yc_inquiry_get_passed_to (inquiry);
  g_autofree char *by_day = *due != '\0' ? g_strdup_printf (_ ("by %s"), due) : g_strdup ("");
  g_autofree char *to = passed_to != NULL ? g_strdup_printf (_ ("with %s"), passed_to)
                                          : g_strdup ("");
  g_autofree char *line =
      yc_words_join (yc_inquiry_card_state_title (yc_inquiry_get_state (inquiry)), to, by_day,
                     yc_inquiry_is_overdue (inquiry, today) ? _ ("overdue") : "", NULL);

  add (self, line, yc_inquiry_is_overdue (inquiry, today) ? "warning-words" : "heading");
  add (self, yc_inquiry_get_answer (inquiry), "answer");
}

static void
add_person (YcInquiryCard *self)
{
  YcInquiry *shown = self->person_shown && self->whole != NULL ? self->whole : self->inquiry;
  g_autofree char *person =
      yc_words_join (yc_inquiry_get_name (shown), yc_inquiry_get_phone (shown), NULL);
  g_autofree char *words = NULL;

  if (*person == '\0')
    return;
  words = g_strdup_printf (_ ("Asked by: %s"), person);
  add (self, words, "person-words");
}

static const char *
get_action_title (const char *action)
{
  static const struct { const char *action, *title; } titles[] = {
    { "answer", N_ ("Answered") },     { "pass", N_ ("Passed on") },
    { "decline", N_ ("Declined") },    { "reopen", N_ ("Opened again") },
    { "publish", N_ ("New version published") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].action, action))
      return _ (titles[i].title);

  return action;
}

static void
add_step (YcInquiryCard *self, JsonObject *step)
{
  JsonObject *by = json_object_get_object_member (step, "by");
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (
      json_object_get_string_member_with_default (step, "at", ""), NULL);
  g_autofree char *moment = at != NULL ? yc_words_moment (at) : NULL;
  g_autofree char *line = yc_words_join (
      get_action_title (json_object_get_string_member_with_default (step, "action", "")),
      by != NULL ? json_object_get_string_member_with_default (by, "name", "") : "",
      moment != NULL ? moment : "", json_object_get_string_member_with_default (step, "text", ""),
      NULL);

  add (self, line, "step-line");
}

static void
add_steps (YcInquiryCard *self)
{
  JsonArray *steps = self->whole != NULL ? yc_inquiry_get_steps (self->whole) : NULL;
  guint n = steps != NULL ? json_array_get_length (steps) : 0;

  if (n > 0)
    add (self, _ ("What became of it"), "section-title");
  for (guint i = 0; i < n; i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (steps, i)))
      add_step (self, json_array_get_object_element (steps, i));
}

static void
add_entry (GtkWidget *owner, YcKnowledgeEntry *entry)
{
  YcInquiryCard *self = YC_INQUIRY_CARD (owner);
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);

  /* Another card is shown by now, or it was shown twice. */
  if (self->answer != NULL || self->inquiry == NULL ||
      g_strcmp0 (yc_inquiry_get_entry (self->inquiry), yc_knowledge_entry_get_id (entry)) != 0)
    return;
  add (self, _ ("The entry as it holds here today"), "section-title");
  add (self, yc_knowledge_entry_get_question (entry), "heading");
  self->answer = yc_entry_view_new (catalog, entry);
  gtk_box_append (GTK_BOX (self->box), self->answer);
}

static void
add_list (YcInquiryCard *self)
{
  YcQuestionList *list = yc_catalog_get_list (yc_desk_get_catalog (self->desk),
                                              yc_inquiry_get_list (self->inquiry));
  g_autofree char *words = NULL;

  if (list == NULL)
    return;
  words = g_strdup_printf (_ ("List used: %s"), yc_question_list_get_title (list));
  add (self, words, "secondary");
}

static void
begin_answer (YcInquiryCard *self)
{
  yc_inquiry_step_present (GTK_WIDGET (self), self->desk, self->inquiry, "answer");
}

static void
begin_decline (YcInquiryCard *self)
{
  yc_inquiry_step_present (GTK_WIDGET (self), self->desk, self->inquiry, "decline");
}

static void
begin_reopen (YcInquiryCard *self)
{
  yc_inquiry_step_present (GTK_WIDGET (self), self->desk, self->inquiry, "reopen");
}

static void
begin_pass (YcInquiryCard *self)
{
  yc_inquiry_step_present (GTK_WIDGET (self), self->desk, self->inquiry, "pass");
}

static void
begin_version (YcInquiryCard *self)
{
  yc_entry_editor_present (GTK_WIDGET (self), self->desk, yc_inquiry_get_entry (self->inquiry),
                           self->inquiry);
}

static void
add_button (YcInquiryCard *self, GtkWidget *row, const char *label, GCallback clicked,
            gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (row), button);
}

static YcCommand *
find_refused (YcInquiryCard *self)
{
  YcCommand *command = yc_desk_find_inquiry_step (self->desk, self->inquiry);

  return command != NULL && yc_command_get_state (command) == YC_COMMAND_PARKED ? command : NULL;
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcInquiryCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_outbox_retry_finish (YC_OUTBOX (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

/* Ours after theirs: based on what is on the card. */
static void
send_ours (YcInquiryCard *self)
{
  YcCommand *command = find_refused (self);
  gint64 version = yc_inquiry_get_version (self->inquiry);
  g_autofree char *base = NULL;

  if (command == NULL)
    return;
  if (self->whole != NULL)
    version = MAX (version, yc_inquiry_get_version (self->whole));
  base = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);
  yc_outbox_retry_async (yc_desk_get_outbox (self->desk), command, base, NULL, decided_cb,
                         g_object_ref (self));
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcInquiryCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_outbox_discard_finish (YC_OUTBOX (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
drop_cb (GtkWidget *over, gpointer user_data)
{
  YcInquiryCard *self = user_data;
  YcCommand *command = self->inquiry != NULL ? find_refused (self) : NULL;

  if (command != NULL)
    yc_outbox_discard_async (yc_desk_get_outbox (self->desk), command, NULL, dropped_cb,
                             g_object_ref (self));
}

static void
drop_ours (YcInquiryCard *self)
{
  yc_dialogs_confirm (GTK_WIDGET (self), _ ("Drop what you wrote?"),
                      _ ("It was not taken and is then gone. What holds now stays as it is."),
                      _ ("_Drop it"), TRUE, drop_cb, g_object_ref (self), g_object_unref);
}

/* Ours beside theirs, which stands above. */
static void
add_refused (YcInquiryCard *self, YcCommand *command)
{
  JsonNode *node = yc_command_get_body (command);
  JsonObject *body = node != NULL ? yc_json_node_get_object (node) : NULL;
  JsonObject *to = body != NULL ? yc_json_get_object (body, "passed_to") : NULL;
  g_autofree char *words =
      body != NULL ? yc_words_join (yc_json_get_string (body, "text", ""),
                                    to != NULL ? yc_json_get_string (to, "name", "") : "",
                                    yc_json_get_string (body, "due", ""), NULL)
                   : g_strdup ("");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  add (self, _ ("Somebody went on with this while your line was down. Above stands what holds now; "
                "this is yours, which was not taken:"),
       "warning-words");
  add (self, yc_command_get_title (command), "secondary");
  add (self, words, "answer");
  gtk_box_append (GTK_BOX (self->box), row);
  if (yc_inquiry_is_waiting (self->inquiry))
    add_button (self, row, _ ("_Send mine all the same"), G_CALLBACK (send_ours), FALSE);
  add_button (self, row, _ ("_Drop mine…"), G_CALLBACK (drop_ours), FALSE);
}

/* What was done with the line down is not done twice. */
static gboolean
add_kept (YcInquiryCard *self)
{
  YcCommand *command = yc_desk_find_inquiry_step (self->desk, self->inquiry);
  g_autofree char *words = NULL;

  if (command == NULL)
    return FALSE;
  if (yc_command_get_state (command) == YC_COMMAND_PARKED)
    {
      add_refused (self, command);
      return TRUE;
    }
  /* Translators: something such as "Answer to a report or a consultation". */
  words = g_strdup_printf (_ ("%s: kept here, is sent when the line is back."),
                           yc_command_get_title (command));
  add (self, words, "warning-words");

  return TRUE;
}

static void
add_buttons (YcInquiryCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  YcSession *session = yc_desk_get_session (self->desk);
  gboolean keeper = yc_role_keeps_knowledge (yc_session_get_role (session));
  gboolean own = g_strcmp0 (yc_session_get_user_id (session),
                            yc_inquiry_get_by_id (self->inquiry)) == 0;
  gboolean waiting = yc_inquiry_is_waiting (self->inquiry);

  gtk_box_append (GTK_BOX (self->box), row);
  if (waiting && keeper)
    add_button (self, row, *yc_inquiry_get_entry (self->inquiry) != '\0' ? _ ("N_ew version…")
                                                                        : _ ("N_ew entry…"),
                G_CALLBACK (begin_version), TRUE);
  if (waiting && (own || keeper))
    {
      add_button (self, row, _ ("_Answer…"), G_CALLBACK (begin_answer), FALSE);
      add_button (self, row, _ ("_Pass on…"), G_CALLBACK (begin_pass), FALSE);
    }
  if (waiting && keeper)
    add_button (self, row, _ ("_Leave as it is…"), G_CALLBACK (begin_decline), FALSE);
  if (!waiting && (own || keeper))
    add_button (self, row, _ ("_Open again…"), G_CALLBACK (begin_reopen), FALSE);
}

static void
show (YcInquiryCard *self)
{
  self->answer = NULL;
  yc_children_remove (self->box);
  if (self->inquiry == NULL)
    {
      add (self, _ ("Choose one on the left with the arrow keys."), "secondary");
      return;
    }
  add_head (self);
  add_state (self);
  add_person (self);
  if (!add_kept (self))
    add_buttons (self);
  add_steps (self);
  add_list (self);
  yc_entry_take (GTK_WIDGET (self), yc_desk_get_catalog (self->desk),
                 yc_inquiry_get_entry (self->inquiry), add_entry);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcInquiryCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcInquiry) whole = yc_desk_load_inquiry_finish (YC_DESK (source), result, &error);

  /* Without the steps it is still the inquiry: the line may be down. */
  if (whole == NULL)
    return;
  g_set_object (&self->whole, whole);
  show (self);
}

static void
load (YcInquiryCard *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->inquiry == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  yc_desk_load_inquiry_async (self->desk, yc_inquiry_get_id (self->inquiry), self->cancellable,
                              loaded_cb, g_object_ref (self));
}

static void
changed_cb (YcInquiryCard *self)
{
  show (self);
  load (self);
}

/* What is on its way, or came through, is about what is shown as often as not. */
static void
outbox_changed_cb (YcInquiryCard *self)
{
  if (self->inquiry != NULL)
    show (self);
}

static void
yc_inquiry_card_dispose (GObject *object)
{
  YcInquiryCard *self = YC_INQUIRY_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->inquiry != NULL)
    g_clear_signal_handler (&self->changed, self->inquiry);
  g_clear_object (&self->inquiry);
  g_clear_object (&self->whole);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_inquiry_card_parent_class)->dispose (object);
}

static void
yc_inquiry_card_class_init (YcInquiryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_inquiry_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "inquirycard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_inquiry_card_init (YcInquiryCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->box, "inquiry");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * yc_inquiry_card_new:
 * @desk: the desk
 *
 * Returns: an empty card
 */
GtkWidget *
yc_inquiry_card_new (YcDesk *desk)
{
  YcInquiryCard *self = g_object_new (YC_TYPE_INQUIRY_CARD, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (yc_desk_get_outbox (desk), "items-changed",
                           G_CALLBACK (outbox_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_desk_get_outbox (desk), "notify::n-parked",
                           G_CALLBACK (outbox_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * yc_inquiry_card_set:
 * @self: the card
 * @inquiry: (nullable): what is shown; it is followed
 */
void
yc_inquiry_card_set (YcInquiryCard *self, YcInquiry *inquiry)
{
  g_return_if_fail (YC_IS_INQUIRY_CARD (self));

  if (self->inquiry == inquiry)
    return;
  if (self->inquiry != NULL)
    g_clear_signal_handler (&self->changed, self->inquiry);
  g_set_object (&self->inquiry, inquiry);
  g_clear_object (&self->whole);
  self->person_shown = FALSE;
  if (inquiry != NULL)
    self->changed = g_signal_connect_swapped (inquiry, "changed", G_CALLBACK (changed_cb), self);
  show (self);
  load (self);
}

/**
 * yc_inquiry_card_show_person:
 * @self: the card
 *
 * Shows who asked in full, which is recorded, or masks it again.
 */
void
yc_inquiry_card_show_person (YcInquiryCard *self)
{
  g_return_if_fail (YC_IS_INQUIRY_CARD (self));

  if (self->inquiry == NULL)
    return;
  self->person_shown = !self->person_shown;
  if (self->person_shown)
    yc_desk_record_look (self->desk, yc_inquiry_get_id (self->inquiry));
  show (self);
}

gboolean
yc_inquiry_card_begin_edition (YcInquiryCard *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY_CARD (self), FALSE);

  if (self->inquiry == NULL || !yc_inquiry_is_waiting (self->inquiry) ||
      !yc_role_keeps_knowledge (yc_session_get_role (yc_desk_get_session (self->desk))))
    return FALSE;
  begin_version (self);

  return TRUE;
}

YcEntryView *
yc_inquiry_card_get_answer (YcInquiryCard *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY_CARD (self), NULL);

  return self->answer != NULL ? YC_ENTRY_VIEW (self->answer) : NULL;
}

YcInquiry *
yc_inquiry_card_get (YcInquiryCard *self)
{
  g_return_val_if_fail (YC_IS_INQUIRY_CARD (self), NULL);

  return self->inquiry;
}
