/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a visit whole: what changed, the items in order, what to bring, what nobody needs. */
#include "yc-plan-view.h"

#include "yc-children.h"
#include "yc-plan-card.h"
#include "yc-plan-material-row.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

/* More than this is told by the marks on the lines. */
#define MAX_CHANGES 6

struct _YcPlanView
{
  GtkWidget parent_instance;

  GtkWidget *changes;
  GtkWidget *totals;
  GtkWidget *cards;
  GtkWidget *materials_title;
  GtkWidget *materials;
  YcPlan    *plan;
};

G_DEFINE_FINAL_TYPE (YcPlanView, yc_plan_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* One text, so that a screen reader says it whole. */
static char *
dup_changes (GListModel *changes)
{
  guint n = g_list_model_get_n_items (changes);
  guint n_left = n > MAX_CHANGES ? n - MAX_CHANGES : 0;
  g_autoptr (GString) text = g_string_new (_ ("The plan changed"));

  for (guint i = 0; i < n - n_left; i++)
    {
      g_autoptr (YcPlanChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (text, "\n• %s", yc_plan_change_get_words (change));
    }
  if (n_left > 0)
    {
      g_string_append (text, "\n• ");
      g_string_append_printf (text, ngettext ("%u more change", "%u more changes", n_left), n_left);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_changes (YcPlanView *self)
{
  GListModel *changes = yc_plan_get_changes (self->plan);
  g_autofree char *text = dup_changes (changes);
  gboolean any = g_list_model_get_n_items (changes) > 0;

  gtk_label_set_text (GTK_LABEL (self->changes), any ? text : "");
  gtk_widget_set_visible (self->changes, any);
}

static guint
count_items (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      n += yc_plan_entry_get_needed (entry);
    }

  return n;
}

static char *
dup_time (YcPlan *plan)
{
  guint minutes = yc_plan_get_minutes (plan), days = yc_plan_get_days (plan);
  g_autofree char *here = NULL;
  g_autofree char *later = NULL;

  if (minutes > 0)
    here = g_strdup_printf (ngettext ("%u minute on the spot", "%u minutes on the spot", minutes),
                            minutes);
  if (days > 0)
    later = g_strdup_printf (ngettext ("%u working day in all", "%u working days in all", days),
                             days);
  if (here == NULL || later == NULL)
    return here != NULL ? g_steal_pointer (&here) : g_steal_pointer (&later);

  return yc_words_join (here, later, NULL);
}

static void
show_totals (YcPlanView *self)
{
  guint n = count_items (self->plan);
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  g_autofree char *fee = yc_words_fee (yc_plan_get_fee (self->plan));
  g_autofree char *time = dup_time (self->plan);
  g_autofree char *words = yc_words_join (items, fee, time, NULL);

  gtk_label_set_text (GTK_LABEL (self->totals), words);
  gtk_widget_set_visible (self->totals, n > 0);
}

static void
show_cards (YcPlanView *self)
{
  GListModel *entries = yc_plan_get_entries (self->plan);

  yc_children_remove (self->cards);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);

      gtk_box_append (GTK_BOX (self->cards), yc_plan_card_new_for_entry (self->plan, entry));
    }
}

static void
show_materials (YcPlanView *self)
{
  GListModel *materials = yc_plan_get_materials (self->plan);
  guint n = g_list_model_get_n_items (materials);

  yc_children_remove (self->materials);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);

      gtk_box_append (GTK_BOX (self->materials),
                      yc_plan_material_row_new (self->plan, material));
    }
  gtk_widget_set_visible (self->materials_title, n > 0);
  gtk_widget_set_visible (self->materials, n > 0);
}

static void
show_plan (YcPlanView *self)
{
  show_changes (self);
  show_totals (self);
  show_cards (self);
  show_materials (self);
}

static void
yc_plan_view_dispose (GObject *object)
{
  YcPlanView *self = YC_PLAN_VIEW (object);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_plan_view_parent_class)->dispose (object);
}

static void
yc_plan_view_class_init (YcPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_plan_view_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "planview");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add (YcPlanView *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return child;
}

static void
yc_plan_view_init (YcPlanView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->changes = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->changes, "plan-changes");
  add (self, self->changes);
  add (self, create_line (_ ("This visit"), "section-title"));
  self->totals = add (self, create_line (NULL, "totals"));
  self->cards = add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->materials_title = add (self, create_line (_ ("To bring"), "section-title"));
  self->materials = add (self, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (self->materials, "plan-materials");
}

/**
 * yc_plan_view_new:
 *
 * Returns: a view without a plan
 */
GtkWidget *
yc_plan_view_new (void)
{
  return g_object_new (YC_TYPE_PLAN_VIEW, NULL);
}

/**
 * yc_plan_view_set_plan:
 * @self: the view
 * @plan: a plan, followed as it changes; to be called once
 */
void
yc_plan_view_set_plan (YcPlanView *self, YcPlan *plan)
{
  g_return_if_fail (YC_IS_PLAN_VIEW (self));
  g_return_if_fail (YC_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (show_plan), self);
  show_plan (self);
}
