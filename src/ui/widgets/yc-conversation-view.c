/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a conversation: one question large, the answered ones a line each above. */
#include "yc-conversation-view.h"

#include "yc-children.h"
#include "yc-form-flow.h"
#include "yc-question-card.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* Characters of a question and its answer that are read whole in half a row. */
#define MAX_HALF_ROW 12

struct _YcConversationView
{
  GtkWidget parent_instance;

  GtkWidget *answered;
  GPtrArray *lines;
  GtkWidget *card;
  YcPlan    *plan;
  YcCatalog *catalog;

  /* The question that is asked again though its answer is known, and the answer before it. */
  YcQuestion *again;
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

static gboolean
has_focus (YcConversationView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
is_asked (YcConversationView *self, YcQuestion *question)
{
  GListModel *questions = yc_plan_get_questions (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) other = g_list_model_get_item (questions, i);

      if (other == question)
        return TRUE;
    }

  return FALSE;
}

/* Returns whether there is one. */
static gboolean
show_question (YcConversationView *self)
{
  YcQuestion *question;

  if (self->again != NULL && !is_asked (self, self->again))
    g_clear_object (&self->again);
  question = self->again != NULL ? self->again : yc_plan_next_question (self->plan);
  yc_question_card_set_question (YC_QUESTION_CARD (self->card), question);
  gtk_widget_set_visible (self->card, question != NULL);

  return question != NULL;
}

/* What the clerk answered is taken back; what is known without asking stands until it is answered
 * otherwise. */
static void
change_cb (GtkButton *button, YcConversationView *self)
{
  g_autoptr (YcQuestion) question = g_object_ref (g_object_get_data (G_OBJECT (button), "question"));
  JsonNode *answer = yc_plan_get_answer (self->plan, yc_question_get_key (question));
  g_autoptr (JsonNode) before = answer != NULL ? json_node_ref (answer) : NULL;

  g_set_object (&self->again, question);
  show_question (self);
  if (yc_plan_get_source (self->plan, question) == NULL)
    yc_plan_unanswer (self->plan, yc_question_get_key (question));
  yc_question_card_set_before (YC_QUESTION_CARD (self->card), before);
  yc_workplace_begin (self->card);
}

/* What was answered before stands again. */
static void
leave_change (YcConversationView *self)
{
  g_autoptr (YcQuestion) question = g_steal_pointer (&self->again);
  JsonNode *before = yc_question_card_get_before (YC_QUESTION_CARD (self->card));
  g_autoptr (JsonNode) answer = before != NULL ? json_node_ref (before) : NULL;

  if (yc_plan_get_source (self->plan, question) == NULL && answer != NULL)
    yc_plan_answer (self->plan, yc_question_get_key (question), answer, NULL);
  else
    show_question (self);
  if (yc_plan_is_complete (self->plan))
    g_signal_emit (self, signals[FINISHED], 0);
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
  g_autofree char *answer = yc_plan_dup_answer_text (self->plan, question);
  const char *source = yc_plan_get_source (self->plan, question);
  g_autofree char *described = source != NULL ? g_strdup_printf ("%s, %s", answer, source)
                                              : g_strdup (answer);
  g_autofree char *words = g_strdup_printf (_ ("Change: %s"), yc_question_get_title (question));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("yc-mark-done-symbolic"));
  gtk_box_append (GTK_BOX (box), create_cell (yc_question_get_title (question), "question", TRUE));
  gtk_box_append (GTK_BOX (box), create_cell (answer, "answer", FALSE));
  if (source != NULL)
    gtk_box_append (GTK_BOX (box), create_cell (source, "known", FALSE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described, -1);
  g_object_set_data_full (G_OBJECT (button), "question", g_object_ref (question), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (change_cb), self);

  return button;
}

static void
add_title (YcConversationView *self, GtkWidget *flow, YcQuestion *question)
{
  YcQuestionList *list = self->catalog != NULL
                             ? yc_catalog_get_list (self->catalog,
                                                    yc_question_get_list_id (question))
                             : NULL;

  if (list != NULL)
    yc_form_flow_append (YC_FORM_FLOW (flow),
                         create_cell (yc_question_list_get_title (list), "list-title", FALSE), TRUE);
}

/* What half a row would cut off. */
static gboolean
is_long (YcConversationView *self, YcQuestion *question)
{
  g_autofree char *answer = yc_plan_dup_answer_text (self->plan, question);
  const char *source = yc_plan_get_source (self->plan, question);

  return g_utf8_strlen (yc_question_get_title (question), -1) + g_utf8_strlen (answer, -1) +
             (source != NULL ? g_utf8_strlen (source, -1) : 0) >
         MAX_HALF_ROW;
}

/* The question that is answered after @index in the same list. */
static YcQuestion *
find_next_answered (YcConversationView *self, guint index)
{
  GListModel *questions = yc_plan_get_questions (self->plan);
  g_autoptr (YcQuestion) question = g_list_model_get_item (questions, index);

  for (guint i = index + 1; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) next = g_list_model_get_item (questions, i);

      if (g_strcmp0 (yc_question_get_list_id (next), yc_question_get_list_id (question)) != 0)
        return NULL;
      if (yc_plan_get_answer (self->plan, yc_question_get_key (next)) != NULL)
        return g_steal_pointer (&next);
    }

  return NULL;
}

/* Two short ones share a row; one alone takes it whole, so that its answer stands under the others.
 * Returns whether the next one is to stand beside it. */
static gboolean
add_line (YcConversationView *self, GtkWidget *flow, guint index, gboolean beside)
{
  g_autoptr (YcQuestion) question =
      g_list_model_get_item (yc_plan_get_questions (self->plan), index);
  g_autoptr (YcQuestion) next = find_next_answered (self, index);
  GtkWidget *line = create_answered_row (self, question);
  gboolean first = !beside && next != NULL && !is_long (self, question) && !is_long (self, next);

  yc_form_flow_append (YC_FORM_FLOW (flow), line, !beside && !first);
  g_ptr_array_add (self->lines, line);

  return first;
}

/* Two beside each other where there is room. */
static void
show_answered (YcConversationView *self)
{
  GListModel *questions = yc_plan_get_questions (self->plan);
  const char *list_id = NULL;
  gboolean beside = FALSE;
  GtkWidget *flow = yc_form_flow_new (2);

  yc_children_remove (self->answered);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      if (yc_plan_get_answer (self->plan, yc_question_get_key (question)) == NULL)
        continue;
      if (g_strcmp0 (list_id, yc_question_get_list_id (question)) != 0)
        add_title (self, flow, question);
      list_id = yc_question_get_list_id (question);
      beside = add_line (self, flow, i, beside);
    }
  gtk_box_append (GTK_BOX (self->answered), flow);
}

static void
show_plan (YcConversationView *self)
{
  gboolean focused = has_focus (self);

  if (self->plan == NULL)
    return;

  show_answered (self);
  if (show_question (self) && focused)
    yc_workplace_begin (self->card);
}

static void
answered_cb (YcQuestionCard *card, JsonNode *answer, YcConversationView *self)
{
  YcQuestion *question = yc_question_card_get_question (card);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = g_strdup (yc_question_get_key (question));
  g_autoptr (YcQuestion) again = g_steal_pointer (&self->again);

  if (!yc_plan_answer (self->plan, key, answer, &error))
    {
      self->again = g_steal_pointer (&again);
      yc_question_card_set_error (card, error->message);
    }
  else if (yc_plan_is_complete (self->plan))
    g_signal_emit (self, signals[FINISHED], 0);
}

static GtkWidget *
get_line (YcConversationView *self, guint index)
{
  return index < self->lines->len ? self->lines->pdata[index] : NULL;
}

/* Up from the question walks to the answers before it, Down comes back. */
static gboolean
walk (YcConversationView *self, GtkWidget *focus, int by)
{
  guint index;

  if (!g_ptr_array_find (self->lines, focus, &index))
    return by < 0 && (GTK_IS_TEXT (focus) || yc_question_card_is_first (YC_QUESTION_CARD (self->card),
                                                                        focus)) &&
           yc_conversation_view_walk_back (self);
  if (by < 0)
    return index > 0 && gtk_widget_grab_focus (get_line (self, index - 1));
  if (index + 1 < self->lines->len)
    return gtk_widget_grab_focus (get_line (self, index + 1));

  return gtk_widget_get_visible (self->card) && yc_workplace_begin (self->card);
}

/* Escape leaves a question that was asked again; Backspace where no text is typed takes the last
 * answer back. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcConversationView *self)
{
  GtkButton *last = self->lines->len > 0 ? self->lines->pdata[self->lines->len - 1] : NULL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((key == GDK_KEY_Up || key == GDK_KEY_Down) && walk (self, focus, key == GDK_KEY_Up ? -1 : 1))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->again != NULL)
    {
      leave_change (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_BackSpace || last == NULL || GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;

  change_cb (last, self);

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
  g_clear_object (&self->again);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
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
  self->lines = g_ptr_array_new ();
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

/**
 * yc_conversation_view_set_catalog:
 * @self: the conversation
 * @catalog: the catalog, for the titles of the lists and for the places to choose from
 */
void
yc_conversation_view_set_catalog (YcConversationView *self, YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_CONVERSATION_VIEW (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  yc_question_card_set_catalog (YC_QUESTION_CARD (self->card), catalog);
  if (g_set_object (&self->catalog, catalog))
    show_plan (self);
}

/**
 * yc_conversation_view_walk_back:
 * @self: the conversation
 *
 * Puts the focus on the last answer.
 *
 * Returns: %FALSE when nothing was answered
 */
gboolean
yc_conversation_view_walk_back (YcConversationView *self)
{
  g_return_val_if_fail (YC_IS_CONVERSATION_VIEW (self), FALSE);

  return self->lines->len > 0 && gtk_widget_grab_focus (get_line (self, self->lines->len - 1));
}
