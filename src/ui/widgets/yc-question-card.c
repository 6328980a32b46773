/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question in large type; its answers are numbered, and a digit answers it. */
#include "yc-question-card.h"

#include "yc-children.h"
#include "yc-direct-typing.h"
#include "yc-json.h"
#include "yc-place-pick.h"
#include "yc-text-limit.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* More choices than digits are chosen with the arrows. */
#define MAX_DIGIT 9
#define MAX_LENGTH 200

struct _YcQuestionCard
{
  GtkWidget parent_instance;

  GtkWidget  *title;
  GtkWidget  *help;
  GtkWidget  *answers;
  GtkWidget  *error;
  GtkWidget  *entry;
  YcCatalog  *catalog;
  YcQuestion *question;
  JsonNode   *before;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_question_card_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcQuestionCard, yc_question_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_question_card_workplace_init))

static guint
count_choices (YcQuestionCard *self)
{
  switch (yc_question_get_kind (self->question))
    {
    case YC_QUESTION_YES_NO:
      return 2;
    case YC_QUESTION_CHOICE:
    case YC_QUESTION_CHOICES:
      return yc_question_get_n_choices (self->question);
    case YC_QUESTION_NUMBER:
    case YC_QUESTION_DATE:
    case YC_QUESTION_PLACE:
    case YC_QUESTION_TEXT:
    default:
      return 0;
    }
}

static const char *
get_choice_title (YcQuestionCard *self, guint index)
{
  if (yc_question_get_kind (self->question) == YC_QUESTION_YES_NO)
    return index == 0 ? _ ("Yes") : _ ("No");

  return yc_question_get_choice_title (self->question, index);
}

static GtkWidget *
get_answer (YcQuestionCard *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (self->answers);

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static JsonNode *
collect_choices (YcQuestionCard *self)
{
  JsonArray *chosen = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < count_choices (self); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_answer (self, i))))
      json_array_add_string_element (chosen, yc_question_get_choice_value (self->question, i));
  json_node_take_array (node, chosen);

  return node;
}

/* As people type it: 20261121, 2026.11.21, 2026/1/2 or 2026年11月21日. What is no date stays as it is. */
static void
take_date (JsonNode *node, const char *text)
{
  guint year = 0, month = 0, day = 0;
  g_autofree char *digits = g_strdup (text);
  g_autofree char *date = NULL;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8)
    {
      if (sscanf (text, "%4u%2u%2u", &year, &month, &day) != 3)
        return;
    }
  else
    {
      for (char *c = digits; *c != '\0'; c++)
        if (!g_ascii_isdigit (*c))
          *c = ' ';
      if (sscanf (digits, "%4u %2u %2u", &year, &month, &day) != 3)
        return;
    }
  if (!g_date_valid_dmy (day, month, year))
    return;
  date = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  json_node_set_string (node, date);
}

static JsonNode *
read_entry (YcQuestionCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  char *end = NULL;
  double number;

  json_node_set_string (node, text);
  if (yc_question_get_kind (self->question) == YC_QUESTION_DATE)
    take_date (node, text);
  if (yc_question_get_kind (self->question) != YC_QUESTION_NUMBER)
    return node;

  number = g_ascii_strtod (text, &end);
  if (*text == '\0' || *end != '\0')
    return node;
  if (number >= G_MININT && number <= G_MAXINT && number == (int) number)
    json_node_set_int (node, (int) number);
  else
    json_node_set_double (node, number);

  return node;
}

static void
send (YcQuestionCard *self, JsonNode *answer)
{
  g_autoptr (JsonNode) keep = answer;

  yc_question_card_set_error (self, NULL);
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

static void
send_choice (YcQuestionCard *self, guint index)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (yc_question_get_kind (self->question) == YC_QUESTION_YES_NO)
    json_node_set_boolean (node, index == 0);
  else
    json_node_set_string (node, yc_question_get_choice_value (self->question, index));
  send (self, node);
}

static void
choice_clicked_cb (GtkButton *button, YcQuestionCard *self)
{
  for (guint i = 0; i < count_choices (self); i++)
    if (get_answer (self, i) == GTK_WIDGET (button))
      {
        send_choice (self, i);
        return;
      }
}

static void
entry_activate_cb (GtkEntry *entry, YcQuestionCard *self)
{
  send (self, read_entry (self));
}

static void
done_clicked_cb (GtkButton *button, YcQuestionCard *self)
{
  send (self, collect_choices (self));
}

/* Digits answer where the answers are numbered; an entry keeps its digits. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcQuestionCard *self)
{
  guint32 character = gdk_keyval_to_unicode (key);
  guint index = character - '1';

  if (self->question == NULL || self->entry != NULL ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (yc_question_get_kind (self->question) == YC_QUESTION_CHOICES &&
      (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      send (self, collect_choices (self));
      return GDK_EVENT_STOP;
    }
  if (character < '1' || character > '9' || index >= count_choices (self))
    return GDK_EVENT_PROPAGATE;

  if (yc_question_get_kind (self->question) == YC_QUESTION_CHOICES)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (get_answer (self, index));

      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
    }
  else
    {
      send_choice (self, index);
    }

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_numbered (guint index, const char *title)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *digit = gtk_label_new (index < MAX_DIGIT ? number : "");
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (digit, "keycap");
  gtk_widget_set_valign (digit, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), digit);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
add_choice (YcQuestionCard *self, guint index)
{
  const char *title = get_choice_title (self, index);
  GtkWidget *button;

  if (yc_question_get_kind (self->question) == YC_QUESTION_CHOICES)
    {
      button = gtk_check_button_new ();
      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), create_numbered (index, title));
    }
  else
    {
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), create_numbered (index, title));
      g_signal_connect (button, "clicked", G_CALLBACK (choice_clicked_cb), self);
    }
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
add_done_button (YcQuestionCard *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Done"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (done_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
picked_cb (YcTitlePick *pick, const char *code, YcQuestionCard *self)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, code);
  send (self, node);
}

static void
add_place_pick (YcQuestionCard *self)
{
  GtkWidget *pick = yc_place_pick_new (self->question, self->catalog);

  g_signal_connect (pick, "picked", G_CALLBACK (picked_cb), self);
  gtk_box_append (GTK_BOX (self->answers), pick);
}

static void
add_entry (YcQuestionCard *self)
{
  YcQuestionKind kind = yc_question_get_kind (self->question);

  self->entry = gtk_entry_new ();
  yc_text_limit_show_in (yc_text_limit_attach (self->entry, MAX_LENGTH, 0),
                         GTK_LABEL (self->error));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_widget_set_halign (self->entry,
                         kind == YC_QUESTION_TEXT ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  if (kind == YC_QUESTION_NUMBER)
    yc_direct_typing_use (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  if (kind == YC_QUESTION_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("2026-11-21"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_question_get_title (self->question), -1);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  gtk_box_append (GTK_BOX (self->answers), self->entry);
}

static void
remove_answers (YcQuestionCard *self)
{
  self->entry = NULL;
  yc_children_remove (self->answers);
}

static void
show_question (YcQuestionCard *self)
{
  const char *help = yc_question_get_help (self->question);

  gtk_label_set_text (GTK_LABEL (self->title), yc_question_get_title (self->question));
  gtk_label_set_text (GTK_LABEL (self->help), help != NULL ? help : "");
  gtk_widget_set_visible (self->help, help != NULL && *help != '\0');
  for (guint i = 0; i < count_choices (self); i++)
    add_choice (self, i);
  if (yc_question_get_kind (self->question) == YC_QUESTION_CHOICES)
    add_done_button (self);
  if (yc_question_get_kind (self->question) == YC_QUESTION_PLACE && self->catalog != NULL)
    add_place_pick (self);
  else if (count_choices (self) == 0)
    add_entry (self);
}

static gboolean
yc_question_card_begin (YcWorkplace *workplace)
{
  GtkWidget *first = gtk_widget_get_first_child (YC_QUESTION_CARD (workplace)->answers);

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
yc_question_card_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_question_card_begin;
}

static void
yc_question_card_dispose (GObject *object)
{
  YcQuestionCard *self = YC_QUESTION_CARD (object);

  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->question);
  g_clear_object (&self->catalog);
  g_clear_pointer (&self->before, json_node_unref);

  G_OBJECT_CLASS (yc_question_card_parent_class)->dispose (object);
}

static void
yc_question_card_class_init (YcQuestionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_question_card_dispose;

  /**
   * YcQuestionCard::answered:
   * @answer: the answer, a #JsonNode
   *
   * The clerk answered; whether the answer fits is not yet known.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, JSON_TYPE_NODE);

  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-question-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YcQuestionCard, title);
  gtk_widget_class_bind_template_child (widget_class, YcQuestionCard, help);
  gtk_widget_class_bind_template_child (widget_class, YcQuestionCard, answers);
  gtk_widget_class_bind_template_child (widget_class, YcQuestionCard, error);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
yc_question_card_init (YcQuestionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_question_card_new:
 *
 * Returns: an empty card
 */
GtkWidget *
yc_question_card_new (void)
{
  return g_object_new (YC_TYPE_QUESTION_CARD, NULL);
}

/**
 * yc_question_card_set_question:
 * @self: the card
 * @question: (nullable): what to ask
 */
void
yc_question_card_set_question (YcQuestionCard *self, YcQuestion *question)
{
  g_return_if_fail (YC_IS_QUESTION_CARD (self));
  g_return_if_fail (question == NULL || YC_IS_QUESTION (question));

  if (!g_set_object (&self->question, question))
    return;

  remove_answers (self);
  yc_question_card_set_before (self, NULL);
  yc_question_card_set_error (self, NULL);
  if (question != NULL)
    show_question (self);
}

/**
 * yc_question_card_get_question:
 * @self: the card
 *
 * Returns: (transfer none) (nullable): what is asked
 */
YcQuestion *
yc_question_card_get_question (YcQuestionCard *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_CARD (self), NULL);

  return self->question;
}

/**
 * yc_question_card_set_error:
 * @self: the card
 * @words: (nullable): why the answer does not fit
 */
void
yc_question_card_set_error (YcQuestionCard *self, const char *words)
{
  g_return_if_fail (YC_IS_QUESTION_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->error), words != NULL ? words : "");
  gtk_widget_set_visible (self->error, words != NULL);
}

/**
 * yc_question_card_set_catalog:
 * @self: the card
 * @catalog: whose places are offered
 */
void
yc_question_card_set_catalog (YcQuestionCard *self, YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_QUESTION_CARD (self));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  g_set_object (&self->catalog, catalog);
}

static gboolean
is_before (YcQuestionCard *self, guint index)
{
  JsonArray *chosen = yc_json_node_get_array (self->before);
  const char *value = yc_question_get_choice_value (self->question, index);

  if (yc_question_get_kind (self->question) == YC_QUESTION_YES_NO)
    return json_node_get_boolean (self->before) == (index == 0);
  for (guint i = 0; chosen != NULL && i < json_array_get_length (chosen); i++)
    if (g_strcmp0 (yc_json_node_get_string (json_array_get_element (chosen, i)), value) == 0)
      return TRUE;

  return g_strcmp0 (yc_json_node_get_string (self->before), value) == 0;
}

/* A tick, not only a colour. */
static void
mark_before (YcQuestionCard *self, guint index)
{
  GtkWidget *answer = get_answer (self, index);
  GtkWidget *child;

  gtk_accessible_update_property (GTK_ACCESSIBLE (answer), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("answered before"), -1);
  gtk_widget_add_css_class (answer, "before");
  if (GTK_IS_CHECK_BUTTON (answer))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (answer), TRUE);
      return;
    }
  child = gtk_button_get_child (GTK_BUTTON (answer));
  gtk_box_append (GTK_BOX (child), gtk_image_new_from_icon_name ("yc-mark-done-symbolic"));
}

static void
show_before (YcQuestionCard *self)
{
  g_autofree char *text = yc_question_dup_answer_text (self->question, self->before);

  for (guint i = 0; i < count_choices (self); i++)
    if (is_before (self, i))
      mark_before (self, i);
  if (self->entry == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * yc_question_card_set_before:
 * @self: the card
 * @answer: (nullable): what was answered before, when the question is asked again
 */
void
yc_question_card_set_before (YcQuestionCard *self, JsonNode *answer)
{
  g_return_if_fail (YC_IS_QUESTION_CARD (self));

  g_clear_pointer (&self->before, json_node_unref);
  if (answer == NULL || self->question == NULL)
    return;

  self->before = json_node_ref (answer);
  show_before (self);
}

/**
 * yc_question_card_get_before:
 * @self: the card
 *
 * Returns: (transfer none) (nullable): what was answered before
 */
JsonNode *
yc_question_card_get_before (YcQuestionCard *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_CARD (self), NULL);

  return self->before;
}

/**
 * yc_question_card_is_first:
 * @self: the card
 * @widget: (nullable): a widget
 *
 * Returns: whether it is the first answer that is offered
 */
gboolean
yc_question_card_is_first (YcQuestionCard *self, GtkWidget *widget)
{
  g_return_val_if_fail (YC_IS_QUESTION_CARD (self), FALSE);

  return widget != NULL && widget == gtk_widget_get_first_child (self->answers);
}
