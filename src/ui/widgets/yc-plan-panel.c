/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a visit as a short list: what is applied for, what cannot be had, and what nobody needs. */
#include "yc-plan-panel.h"

#include "yc-channel.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcPlanPanel
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *empty;
  YcPlan    *plan;
  char      *current;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPlanPanel, yc_plan_panel, GTK_TYPE_WIDGET)

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

/**
 * yc_plan_panel_get_icon:
 * @kind: what is no item to apply for
 *
 * Returns: the name of its mark
 */
const char *
yc_plan_panel_get_icon (YcOutcomeKind kind)
{
  return kind == YC_OUTCOME_UNQUALIFIED ? "yc-mark-error-symbolic"
         : kind == YC_OUTCOME_NOT_YET   ? "yc-mark-begun-symbolic"
                                        : "yc-mark-done-symbolic";
}

/* Its number in the order, or the mark of what nobody needs or cannot be had. */
static GtkWidget *
create_sign (YcPlanEntry *entry)
{
  g_autofree char *number = g_strdup_printf ("%u", yc_plan_entry_get_number (entry));
  GtkWidget *sign = yc_plan_entry_get_needed (entry)
                        ? create_label (number, "plan-number")
                        : gtk_image_new_from_icon_name (yc_plan_panel_get_icon (yc_plan_entry_get_kind (entry)));

  gtk_widget_set_valign (sign, GTK_ALIGN_START);

  return sign;
}

/* What is done here goes without saying. */
static const char *
get_elsewhere (YcPlanEntry *entry)
{
  const char *where = yc_plan_entry_get_where (entry);

  if (!yc_plan_entry_get_needed (entry) || yc_plan_entry_get_opens_here (entry))
    return "";

  return *where != '\0' ? where : yc_channel_get_title (yc_plan_entry_get_channel (entry));
}

/* What is refused says so, and from when it is not. */
static char *
dup_details (YcPlanEntry *entry)
{
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);
  const char *title = yc_outcome_kind_get_title (kind), *from = yc_plan_entry_get_from (entry);
  g_autofree char *day = from != NULL ? g_strdup_printf (_ ("from %s"), from) : NULL;

  return yc_outcome_kind_is_refusal (kind) ? yc_words_join (title, day, NULL)
                                           : g_strdup (get_elsewhere (entry));
}

static GtkWidget *
create_words (YcPlanEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *details = dup_details (entry);

  gtk_box_append (GTK_BOX (box), create_label (yc_plan_entry_get_title (entry), NULL));
  if (*details != '\0')
    gtk_box_append (GTK_BOX (box), create_label (details, "secondary"));

  return box;
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  YcPlanEntry *entry = item;
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);
  g_autofree char *details = dup_details (entry);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), create_sign (entry));
  gtk_box_append (GTK_BOX (box), create_words (entry));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (kind == YC_OUTCOME_NOTHING)
    gtk_widget_add_css_class (row, "not-needed");
  else if (kind != YC_OUTCOME_ITEM)
    gtk_widget_add_css_class (row, "refused");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_plan_entry_get_title (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  kind == YC_OUTCOME_NOTHING ? _ ("nothing is needed")
                                  : *details != '\0'         ? details
                                                             : _ ("to be applied for"),
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);

  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YcPlanPanel *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "entry"));
}

static void
show_current (YcPlanPanel *self)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    {
      YcItem *item = yc_plan_entry_get_item (g_object_get_data (G_OBJECT (row), "entry"));

      if (item != NULL && g_strcmp0 (yc_item_get_code (item), self->current) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
    }
}

static void
show_empty (YcPlanPanel *self)
{
  gboolean empty = self->plan == NULL ||
                   g_list_model_get_n_items (yc_plan_get_entries (self->plan)) == 0;

  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (self->list, !empty);
  show_current (self);
}

static void
yc_plan_panel_dispose (GObject *object)
{
  YcPlanPanel *self = YC_PLAN_PANEL (object);

  yc_plan_panel_set_plan (self, NULL);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (yc_plan_panel_parent_class)->dispose (object);
}

static void
yc_plan_panel_class_init (YcPlanPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_plan_panel_dispose;

  /**
   * YcPlanPanel::chosen:
   * @entry: the #YcPlanEntry
   *
   * The clerk chose a line of the plan.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_PLAN_ENTRY);

  gtk_widget_class_set_css_name (widget_class, "planpanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_plan_panel_init (YcPlanPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "plan");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plan"), -1);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->empty = gtk_label_new (_ ("Still empty: what did the citizen come for?"));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "secondary");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

/**
 * yc_plan_panel_new:
 *
 * Returns: a panel without a plan
 */
GtkWidget *
yc_plan_panel_new (void)
{
  return g_object_new (YC_TYPE_PLAN_PANEL, NULL);
}

/**
 * yc_plan_panel_set_plan:
 * @self: the panel
 * @plan: (nullable): the plan to list; followed as it changes
 */
void
yc_plan_panel_set_plan (YcPlanPanel *self, YcPlan *plan)
{
  g_return_if_fail (YC_IS_PLAN_PANEL (self));
  g_return_if_fail (plan == NULL || YC_IS_PLAN (plan));

  if (self->plan == plan)
    return;

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (yc_plan_get_entries (self->plan), self);
  g_set_object (&self->plan, plan);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list),
                           plan != NULL ? yc_plan_get_entries (plan) : NULL, create_row_cb, self,
                           NULL);
  if (plan != NULL)
    g_signal_connect_swapped (yc_plan_get_entries (plan), "items-changed",
                              G_CALLBACK (show_empty), self);
  show_empty (self);
}

/**
 * yc_plan_panel_set_current:
 * @self: the panel
 * @item_code: (nullable): code of the item that is worked on
 */
void
yc_plan_panel_set_current (YcPlanPanel *self, const char *item_code)
{
  g_return_if_fail (YC_IS_PLAN_PANEL (self));

  g_free (self->current);
  self->current = g_strdup (item_code);
  show_current (self);
}
