/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One outcome told to the citizen: an item with what it takes, or that nothing is needed. */
#include "yc-plan-card.h"

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
create_card (const char *icon, const char *title, const char *details, const char *style)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (head), gtk_image_new_from_icon_name (icon));
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

static void
add_conditions (GtkWidget *card, const char *const *conditions)
{
  for (gsize i = 0; conditions != NULL && conditions[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat ("• ", conditions[i], NULL);

      add_label (card, line, NULL);
    }
}

/* Everything to bring, said once. */
static void
add_materials (GtkWidget *card, GListModel *materials)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (materials);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);

      g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "", yc_material_get_title (material));
    }
  if (n > 0)
    {
      g_autofree char *line = g_strdup_printf (_ ("To bring: %s"), text->str);

      add_label (card, line, "secondary");
    }
}

/**
 * yc_plan_card_new_for_entry:
 * @entry: a line of a plan
 *
 * Returns: the card
 */
GtkWidget *
yc_plan_card_new_for_entry (YcPlanEntry *entry)
{
  YcItem *item;
  GtkWidget *card;
  g_autofree char *fee = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (YC_IS_PLAN_ENTRY (entry), NULL);

  if (!yc_plan_entry_get_needed (entry))
    return yc_plan_card_new_for_replacement (yc_plan_entry_get_replacement (entry),
                                             yc_plan_entry_get_reason (entry));

  item = yc_plan_entry_get_item (entry);
  fee = yc_words_fee (yc_item_get_fee (item));
  details = yc_words_join (yc_item_get_time_limit (item), fee, NULL);
  card = create_card ("yc-place-cases-symbolic", yc_plan_entry_get_title (entry), details,
                      "needed");
  add_label (card, yc_plan_entry_get_reason (entry), NULL);
  add_conditions (card, yc_plan_entry_get_conditions (entry));
  add_label (card, yc_plan_entry_get_advice (entry), NULL);
  add_materials (card, yc_item_get_materials (item));

  return card;
}

/**
 * yc_plan_card_new_for_replacement:
 * @replacement: something that nobody needs any more
 * @reason: (nullable): why it came up
 *
 * Returns: the card, which says so before any form is opened
 */
GtkWidget *
yc_plan_card_new_for_replacement (YcReplacement *replacement, const char *reason)
{
  GtkWidget *card;
  g_autofree char *title = NULL;
  g_autofree char *instead = NULL;

  g_return_val_if_fail (YC_IS_REPLACEMENT (replacement), NULL);

  title = g_strdup_printf (_ ("Nothing is needed: %s"), yc_replacement_get_title (replacement));
  card = create_card ("yc-mark-done-symbolic", title, yc_replacement_get_way_title (replacement),
                      "not-needed");
  add_label (card, reason, NULL);
  add_label (card, yc_replacement_get_explanation (replacement), NULL);
  if (*yc_replacement_get_what_instead (replacement) != '\0')
    {
      instead = g_strdup_printf (_ ("Instead: %s"), yc_replacement_get_what_instead (replacement));
      add_label (card, instead, "instead");
    }

  return card;
}
