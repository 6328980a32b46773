/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One outcome told to the citizen: an item with what it takes, or that nothing is needed. */
#include "yc-plan-card.h"

#include "yc-channel.h"
#include "yc-plan-panel.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_card (GtkWidget *sign, const char *title, const char *details, const char *style)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (head), sign);
  label = add_label (head, title, "title-4");
  gtk_widget_set_hexpand (label, TRUE);
  label = add_label (head, details, "secondary");
  if (label != NULL)
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (card), head);
  gtk_widget_add_css_class (card, "plan-card");
  gtk_widget_add_css_class (card, style);

  return card;
}

static GtkWidget *
create_nothing (const char *title, const char *way)
{
  g_autofree char *words = g_strdup_printf (_ ("Nothing is needed: %s"), title);

  return create_card (gtk_image_new_from_icon_name (yc_plan_panel_get_icon (YC_OUTCOME_NOTHING)), words, way,
                      "not-needed");
}

static void
add_conditions (GtkWidget *card, const char *const *conditions)
{
  for (gsize i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat ("• ", conditions[i], NULL);

      add_label (card, line, NULL);
    }
}

static GtkWidget *
create_number (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "plan-number");
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

/* A word, since colour alone tells nothing. */
static void
add_change (GtkWidget *card, YcPlan *plan, const char *id)
{
  const char *words = yc_plan_card_find_change (plan, id, FALSE);
  GtkWidget *head = gtk_widget_get_first_child (card);
  GtkWidget *label;

  if (words == NULL)
    return;
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "change-mark");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), label);
  gtk_widget_add_css_class (card, "plan-changed");
}

/* The numbers of the items that come before. */
static char *
dup_numbers (YcPlan *plan, const char *const *codes)
{
  GListModel *entries = yc_plan_get_entries (plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);

      if (item != NULL && g_strv_contains (codes, yc_item_get_code (item)))
        g_string_append_printf (text, "%s%u", text->len > 0 ? _ (", ") : "",
                                yc_plan_entry_get_number (entry));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_after (GtkWidget *card, YcPlan *plan, YcPlanEntry *entry)
{
  g_autofree char *numbers = dup_numbers (plan, yc_plan_entry_get_after (entry));
  g_autofree char *line = NULL;

  if (*numbers == '\0')
    return;
  /* Translators: the numbers of items in the plan */
  line = g_strdup_printf (_ ("After number %s: it needs what comes out there"), numbers);
  add_label (card, line, "secondary");
}

/* Where it is done, and which key opens it here. */
static void
add_where (GtkWidget *card, YcPlanEntry *entry)
{
  g_autofree char *where = yc_plan_card_dup_where (entry);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  guint number = yc_plan_entry_get_number (entry);
  g_autofree char *words = g_strdup_printf (_ ("Open: %s"), yc_plan_entry_get_title (entry));
  GtkWidget *button;

  gtk_widget_set_hexpand (add_label (row, where, "where"), TRUE);
  if (yc_plan_entry_get_opens_here (entry))
    {
      g_autofree char *label = g_strdup_printf (_ ("Open (%u)"), number);

      button = gtk_button_new_with_label (label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (card), row);
}

/**
 * yc_plan_card_dup_where:
 * @entry: a line of a plan, of an item
 *
 * Returns: (transfer full): the channel and the place in words
 */
char *
yc_plan_card_dup_where (YcPlanEntry *entry)
{
  const char *channel, *where;

  g_return_val_if_fail (YC_IS_PLAN_ENTRY (entry), NULL);

  channel = yc_channel_get_title (yc_plan_entry_get_channel (entry));
  where = yc_plan_entry_get_where (entry);

  return *where != '\0' ? yc_words_join (channel, where, NULL) : g_strdup (channel);
}

/**
 * yc_plan_card_find_change:
 * @plan: a plan
 * @id: the id of an item, of what is not needed, or of a material
 * @material: whether it is a material
 *
 * Returns: (transfer none) (nullable): a translated word for what changed of it with the last answer
 */
const char *
yc_plan_card_find_change (YcPlan *plan, const char *id, gboolean material)
{
  GListModel *changes;

  g_return_val_if_fail (YC_IS_PLAN (plan), NULL);

  changes = yc_plan_get_changes (plan);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (YcPlanChange) change = g_list_model_get_item (changes, i);
      YcPlanChangeKind kind = yc_plan_change_get_kind (change);

      if (g_strcmp0 (yc_plan_change_get_id (change), id) != 0 ||
          (kind >= YC_PLAN_CHANGE_MATERIAL_ADDED) != material)
        continue;
      switch (kind)
        {
        case YC_PLAN_CHANGE_ADDED:
        case YC_PLAN_CHANGE_MATERIAL_ADDED:
          return C_ ("change", "New");
        case YC_PLAN_CHANGE_MOVED:
          return C_ ("change", "Moved");
        case YC_PLAN_CHANGE_ELSEWHERE:
          return C_ ("change", "Elsewhere");
        case YC_PLAN_CHANGE_MATERIAL_VARIANT:
          return C_ ("change", "Another one");
        case YC_PLAN_CHANGE_REMOVED:
        case YC_PLAN_CHANGE_MATERIAL_REMOVED:
        default:
          break;
        }
    }

  return NULL;
}

static GtkWidget *
create_item_card (YcPlan *plan, YcPlanEntry *entry)
{
  YcItem *item = yc_plan_entry_get_item (entry);
  g_autofree char *fee = yc_words_fee (yc_item_get_fee (item));
  g_autofree char *details = yc_words_join (yc_item_get_time_limit (item), fee, NULL);
  GtkWidget *card = create_card (create_number (yc_plan_entry_get_number (entry)),
                                 yc_plan_entry_get_title (entry), details, "needed");

  add_change (card, plan, yc_item_get_code (item));
  add_label (card, yc_plan_entry_get_reason (entry), NULL);
  add_after (card, plan, entry);
  add_conditions (card, yc_plan_entry_get_conditions (entry));
  add_label (card, yc_plan_entry_get_advice (entry), NULL);
  add_where (card, entry);

  return card;
}

static void
add_with_heading (GtkWidget *card, const char *format, const char *text, const char *style)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = g_strconcat (format, text, NULL);
  add_label (card, line, style);
}

/* Why not, what would change it, from when, whom to ask, what to do instead. */
static GtkWidget *
create_refused (YcPlan *plan, YcPlanEntry *entry)
{
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);
  const char *from = yc_plan_entry_get_from (entry);
  /* Translators: “Not yet possible” or “Does not qualify”, and an item */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), yc_outcome_kind_get_title (kind),
                                            yc_plan_entry_get_title (entry));
  /* Translators: a day */
  g_autofree char *day = from != NULL ? g_strdup_printf (_ ("from %s"), from) : NULL;
  GtkWidget *card = create_card (gtk_image_new_from_icon_name (yc_plan_panel_get_icon (kind)),
                                 words, day, "refused");

  add_change (card, plan, yc_item_get_code (yc_plan_entry_get_refused_item (entry)));
  add_label (card, yc_plan_entry_get_reason (entry), NULL);
  add_with_heading (card, _ ("What would change it: "), yc_plan_entry_get_change (entry), NULL);
  add_with_heading (card, _ ("Instead: "), yc_plan_entry_get_instead (entry), "instead");
  add_with_heading (card, _ ("Who can tell: "), yc_plan_entry_get_ask (entry), NULL);
  add_label (card, yc_plan_entry_get_advice (entry), NULL);

  return card;
}

/**
 * yc_plan_card_new_for_entry:
 * @plan: the plan
 * @entry: a line of it
 *
 * The card of an item that can be opened here has a button for the action "plan.open" with the
 * item's number.
 *
 * Returns: the card
 */
GtkWidget *
yc_plan_card_new_for_entry (YcPlan *plan, YcPlanEntry *entry)
{
  YcReplacement *replacement;
  GtkWidget *card;

  g_return_val_if_fail (YC_IS_PLAN (plan), NULL);
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (entry), NULL);

  if (yc_plan_entry_get_needed (entry))
    return create_item_card (plan, entry);
  if (yc_outcome_kind_is_refusal (yc_plan_entry_get_kind (entry)))
    return create_refused (plan, entry);
  replacement = yc_plan_entry_get_replacement (entry);
  if (replacement == NULL)
    {
      card = create_nothing (yc_plan_entry_get_title (entry), NULL);
      add_label (card, yc_plan_entry_get_reason (entry), NULL);
      return card;
    }
  card = yc_plan_card_new_for_replacement (replacement, yc_plan_entry_get_reason (entry));
  add_change (card, plan, yc_replacement_get_id (replacement));

  return card;
}

static void
add_declaration (GtkWidget *card, YcReplacement *replacement)
{
  g_autofree char *words = g_strdup_printf (_ ("Print the declaration: %s"),
                                            yc_replacement_get_title (replacement));
  GtkWidget *button = gtk_button_new_with_label (_ ("Print the declaration (D)"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.declare");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    yc_replacement_get_id (replacement));
  gtk_box_append (GTK_BOX (card), button);
}

/**
 * yc_plan_card_new_for_replacement:
 * @replacement: something that nobody needs any more
 * @reason: (nullable): why it came up
 *
 * One that a declaration replaces has a button for the action "plan.declare" with its id.
 *
 * Returns: the card, which says so before any form is opened
 */
GtkWidget *
yc_plan_card_new_for_replacement (YcReplacement *replacement, const char *reason)
{
  GtkWidget *card;

  g_return_val_if_fail (YC_IS_REPLACEMENT (replacement), NULL);

  card = create_nothing (yc_replacement_get_title (replacement),
                         yc_replacement_get_way_title (replacement));
  add_label (card, reason, NULL);
  add_label (card, yc_replacement_get_explanation (replacement), NULL);
  /* Translators: before one of the six rules by which certificates were abolished */
  add_with_heading (card, _ ("Rule: "), yc_replacement_get_rule_title (replacement), "secondary");
  /* Translators: before what the citizen does instead */
  add_with_heading (card, _ ("Instead: "), yc_replacement_get_what_instead (replacement), "instead");
  if (yc_replacement_get_way (replacement) == YC_REPLACEMENT_DECLARATION)
    add_declaration (card, replacement);

  return card;
}
