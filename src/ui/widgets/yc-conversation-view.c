/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a conversation: one question large, the answered ones a line each above. */
#include "yc-conversation-view.h"

#include "yc-children.h"
#include "yc-question-card.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

struct _YcConversationView
{
  GtkWidget parent_instance;

  GtkWidget *answered;
  GtkWidget *card;
  YcPlan    *plan;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_conversation_view_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcConversationView, yc_conversation_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_conversation_view_workplace_init))

static void
change_cb (GtkButton *button, YcConversationView *self)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (button), "key"));

  yc_plan_unanswer (self->plan, key);
  yc_workplace_begin (self->card);
}

static GtkWidget *
create_cell (const char *text, const char *style, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_answered_row (YcConversationView *self, YcQuestion *question)
{
  const char *key = yc_question_get_key (question);
  g_autofree char *answer = yc_question_dup_answer_text (question,
                                                         yc_plan_get_answer (self->plan, key));
  g_autofree char *words = g_strdup_printf (_ ("Change: %s"), yc_question_get_title (question));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("yc-mark-done-symbolic"));
  gtk_box_append (GTK_BOX (box), create_cell (yc_question_get_title (question), "question", TRUE));
  gtk_box_append (GTK_BOX (box), create_cell (answer, "answer", FALSE));
  gtk_box_append (GTK_BOX (box), create_cell (_ ("Change"), "dim-label", FALSE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, answer, -1);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (change_cb), self);

  return button;
}

static void
show_answered (YcConversationView *self)
{
  GListModel *questions = yc_plan_get_questions (self->plan);

  yc_children_remove (self->answered);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      if (yc_plan_get_answer (self->plan, yc_question_get_key (question)) != NULL)
        gtk_box_append (GTK_BOX (self->answered), create_answered_row (self, question));
    }
}

static gboolean
has_focus (YcConversationView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_plan (YcConversationView *self)
{
  YcQuestion *question = self->plan != NULL ? yc_plan_next_question (self->plan) : NULL;
  gboolean focused = has_focus (self);

  if (self->plan == NULL)
    return;

  show_answered (self);
  yc_question_card_set_question (YC_QUESTION_CARD (self->card), question);
  gtk_widget_set_visible (self->card, question != NULL);
  if (focused && question != NULL)
    yc_workplace_begin (self->card);
}

static void
answered_cb (YcQuestionCard *card, JsonNode *answer, YcConversationView *self)
{
  YcQuestion *question = yc_question_card_get_question (card);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = g_strdup (yc_question_get_key (question));

  if (!yc_plan_answer (self->plan, key, answer, &error))
    yc_question_card_set_error (card, error->message);
  else if (yc_plan_is_complete (self->plan))
    g_signal_emit (self, signals[FINISHED], 0);
}

/* Backspace where no text is typed takes the last answer back. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcConversationView *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->answered);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key != GDK_KEY_BackSpace || last == NULL || GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;

  change_cb (GTK_BUTTON (last), self);

  return GDK_EVENT_STOP;
}

static gboolean
yc_conversation_view_begin (YcWorkplace *workplace)
{
  return yc_workplace_begin (YC_CONVERSATION_VIEW (workplace)->card);
}

static void
yc_conversation_view_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_conversation_view_begin;
}

static void
yc_conversation_view_dispose (GObject *object)
{
  YcConversationView *self = YC_CONVERSATION_VIEW (object);

  yc_conversation_view_set_plan (self, NULL);
  g_clear_pointer (&self->answered, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_conversation_view_parent_class)->dispose (object);
}

static void
yc_conversation_view_class_init (YcConversationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_conversation_view_dispose;

  /**
   * YcConversationView::finished:
   *
   * The last question that is asked was answered.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "conversation");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_conversation_view_init (YcConversationView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->answered = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->answered, "answered");
  gtk_widget_set_parent (self->answered, GTK_WIDGET (self));
  self->card = yc_question_card_new ();
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  g_signal_connect (self->card, "answered", G_CALLBACK (answered_cb), self);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yc_conversation_view_new:
 *
 * Returns: a conversation without a plan
 */
GtkWidget *
yc_conversation_view_new (void)
{
  return g_object_new (YC_TYPE_CONVERSATION_VIEW, NULL);
}

/**
 * yc_conversation_view_set_plan:
 * @self: the conversation
 * @plan: (nullable): the plan whose questions are asked; followed as it changes
 */
void
yc_conversation_view_set_plan (YcConversationView *self, YcPlan *plan)
{
  g_return_if_fail (YC_IS_CONVERSATION_VIEW (self));
  g_return_if_fail (plan == NULL || YC_IS_PLAN (plan));

  if (self->plan == plan)
    return;

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_swapped (plan, "changed", G_CALLBACK (show_plan), self);
  show_plan (self);
}
