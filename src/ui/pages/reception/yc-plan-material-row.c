/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing to bring, once, with the items that ask for it. */
#include "yc-plan-material-row.h"

#include "yc-plan-card.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static guint
find_number (YcPlan *plan, const char *code)
{
  GListModel *entries = yc_plan_get_entries (plan);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);

      if (item != NULL && g_str_equal (yc_item_get_code (item), code))
        return yc_plan_entry_get_number (entry);
    }

  return 0;
}

/* Which of the plan's items ask for it, by number. */
static char *
dup_for (YcPlan *plan, GListModel *items)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (YcItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (numbers, "%s%u", i > 0 ? _ (", ") : "",
                              find_number (plan, yc_item_get_code (item)));
    }

  /* Translators: the numbers of the plan's items that ask for a material */
  return g_strdup_printf (_ ("for %s"), numbers->str);
}

static char *
dup_form (YcPlanMaterial *material)
{
  guint copies = yc_plan_material_get_copies (material);
  g_autofree char *n = copies > 0 ? g_strdup_printf (ngettext ("%u copy", "%u copies", copies), copies)
                                  : NULL;

  if (!yc_plan_material_get_original (material))
    return n != NULL ? g_steal_pointer (&n) : g_strdup ("");

  return n != NULL ? yc_words_join (_ ("original"), n, NULL) : g_strdup (_ ("original"));
}

/* Why it need not be brought, or cannot be yet. */
static char *
dup_state (YcPlan *plan, YcPlanMaterial *material)
{
  const char *in_store = yc_plan_material_get_in_store (material);
  const char *until = yc_plan_material_get_valid_until (material);
  const char *from = yc_plan_material_get_from (material);

  if (in_store != NULL && until != NULL)
    /* Translators: what the licence store has, its last day */
    return g_strdup_printf (_ ("✓ In the licence store: %s, valid until %s"), in_store, until);
  if (in_store != NULL)
    return g_strdup_printf (_ ("✓ In the licence store: %s"), in_store);
  if (from != NULL)
    /* Translators: the number of an item of the plan */
    return g_strdup_printf (_ ("Comes out of number %u"), find_number (plan, from));

  return NULL;
}

/* Why what the licence store has is no help, or may be none when it is looked at. */
static char *
dup_warning (YcPlanMaterial *material)
{
  const char *expired = yc_plan_material_get_expired (material);

  if (expired != NULL)
    /* Translators: the last day, what the licence store has */
    return g_strdup_printf (_ ("Expired on %s, to be brought anew: %s"),
                            yc_plan_material_get_valid_until (material), expired);
  if (yc_plan_material_get_ends_early (material))
    return g_strdup (_ ("May expire before the item is done: have it renewed first"));

  return NULL;
}

static GtkWidget *
create_head (YcPlan *plan, YcPlanMaterial *material)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *form = dup_form (material);
  g_autofree char *needed = dup_for (plan, yc_plan_material_get_items (material));
  const char *change =
      yc_plan_card_find_change (plan, yc_plan_material_get_id (material), TRUE);
  GtkWidget *title = create_label (yc_plan_material_get_title (material), NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  if (change != NULL)
    gtk_box_append (GTK_BOX (head), create_label (change, "change-mark"));
  if (*form != '\0')
    gtk_box_append (GTK_BOX (head), create_label (form, "secondary"));
  gtk_box_append (GTK_BOX (head), create_label (needed, "secondary"));

  return head;
}

static void
add_line (GtkWidget *row, const char *text, const char *style)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (row), create_label (text, style));
}

/**
 * yc_plan_material_row_new:
 * @plan: the plan
 * @material: a material of it
 *
 * Returns: the row
 */
GtkWidget *
yc_plan_material_row_new (YcPlan *plan, YcPlanMaterial *material)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *state = NULL;
  g_autofree char *warning = NULL;

  g_return_val_if_fail (YC_IS_PLAN (plan), NULL);
  g_return_val_if_fail (YC_IS_PLAN_MATERIAL (material), NULL);

  state = dup_state (plan, material);
  warning = dup_warning (material);
  gtk_box_append (GTK_BOX (row), create_head (plan, material));
  add_line (row, yc_material_get_condition (yc_plan_material_get_material (material)), "secondary");
  add_line (row, yc_plan_material_get_note (material), "secondary");
  add_line (row, state, "have");
  add_line (row, warning, "warning-words");

  return row;
}
