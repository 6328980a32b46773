/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A live list at the side of a page: two lines a row, one of them chosen, arrows to walk. */
#include "yc-side-list.h"

#include "yc-children.h"
#include "yc-load-view.h"

struct _YcSideList
{
  GtkWidget parent_instance;

  YcSideListDescribe describe;
  GtkLabel *heading;
  YcLoadView *load_view;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GObject *chosen;
};

G_DEFINE_FINAL_TYPE (YcSideList, yc_side_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_RETRY,
  SIGNAL_EDGE_REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The list may announce the same item again when others come and go: only news is passed on. */
static void
selected_cb (YcSideList *self)
{
  GObject *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == self->chosen)
    return;
  g_set_object (&self->chosen, item);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
}

static void
retry_cb (YcSideList *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
edge_reached_cb (YcSideList *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM)
    g_signal_emit (self, signals[SIGNAL_EDGE_REACHED], 0);
}

static GtkWidget *
append_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, YcSideList *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  g_object_set_data (G_OBJECT (row), "describe", self->describe);
  g_object_set_data (G_OBJECT (row), "list-item", list_item);
  append_label (row, NULL);
  append_label (row, "dim-label");
  gtk_widget_add_css_class (row, "case-row");
  gtk_list_item_set_child (list_item, row);
}

/* A live item may change while its row is on screen: the row then says the new words. */
static void
show_item (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  YcSideListDescribe describe = g_object_get_data (G_OBJECT (row), "describe");
  GtkWidget *first = gtk_widget_get_first_child (row);
  g_autofree char *below = NULL;
  g_autofree char *above = describe (gtk_list_item_get_item (list_item), &below);
  g_autofree char *label = g_strdup_printf ("%s, %s", above, below);

  gtk_label_set_text (GTK_LABEL (first), above);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (first)), below);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  show_item (list_item);
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "notify", G_CALLBACK (show_item),
                            list_item);
  if (g_signal_lookup ("changed", G_OBJECT_TYPE (gtk_list_item_get_item (list_item))) != 0)
    g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed",
                              G_CALLBACK (show_item), list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_item, list_item);
}

static gboolean
has_focus (YcSideList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* (nullable): the row at @position, if it is on screen */
static GtkWidget *
find_row (YcSideList *self, guint position)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      GtkListItem *item = child != NULL ? g_object_get_data (G_OBJECT (child), "list-item") : NULL;

      if (item != NULL && gtk_list_item_get_position (item) == position)
        return row;
    }

  return NULL;
}

/* Keys go on from the chosen row, and it is in sight. */
static gboolean
focus_chosen (YcSideList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *row;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  row = find_row (self, position);

  return row != NULL && gtk_widget_grab_focus (row);
}

/* A row that goes takes the focus with it, and keys would come to nobody. */
static void
items_changed_cb (YcSideList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    yc_side_list_focus (self);
}

static GtkWidget *
create_list (YcSideList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  self->list_view = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list_view));
  g_signal_connect_swapped (scrolled, "edge-reached", G_CALLBACK (edge_reached_cb), self);
  return scrolled;
}

static void
yc_side_list_dispose (GObject *object)
{
  YcSideList *self = YC_SIDE_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->chosen);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_side_list_parent_class)->dispose (object);
}

static void
yc_side_list_class_init (YcSideListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_side_list_dispose;
  gtk_widget_class_set_css_name (widget_class, "sidelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_EDGE_REACHED] = g_signal_new ("edge-reached", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_side_list_init (YcSideList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "panel-heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));
  self->load_view = YC_LOAD_VIEW (yc_load_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->load_view), TRUE);
  yc_load_view_set_child (self->load_view, create_list (self));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (retry_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->load_view), GTK_WIDGET (self));
}

/**
 * yc_side_list_new:
 * @name: what a screen reader calls the list
 * @describe: the two lines of a row
 *
 * Returns: an empty list
 */
GtkWidget *
yc_side_list_new (const char *name, YcSideListDescribe describe)
{
  YcSideList *self;

  g_return_val_if_fail (describe != NULL, NULL);

  self = g_object_new (YC_TYPE_SIDE_LIST, NULL);
  self->describe = describe;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
yc_side_list_set_heading (YcSideList *self, const char *heading)
{
  g_return_if_fail (YC_IS_SIDE_LIST (self));

  gtk_label_set_text (self->heading, heading);
}

void
yc_side_list_set_empty (YcSideList *self,
                        const char *icon_name,
                        const char *title,
                        const char *words)
{
  g_return_if_fail (YC_IS_SIDE_LIST (self));

  yc_load_view_set_empty (self->load_view, icon_name, title, words);
}

void
yc_side_list_set_model (YcSideList *self, GListModel *model)
{
  g_return_if_fail (YC_IS_SIDE_LIST (self));

  gtk_single_selection_set_model (self->selection, model);
}

void
yc_side_list_set_state (YcSideList *self, YcLoadState state, const GError *error)
{
  g_return_if_fail (YC_IS_SIDE_LIST (self));

  yc_load_view_set_state (self->load_view, state, error,
                          g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0);
}

void
yc_side_list_step (YcSideList *self, int step)
{
  guint n_items, selected;

  g_return_if_fail (YC_IS_SIDE_LIST (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  selected = gtk_single_selection_get_selected (self->selection);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  if (step > 0 && selected + 1 < n_items)
    gtk_single_selection_set_selected (self->selection, selected + 1);
  if (step > 0 && selected + 2 >= n_items)
    g_signal_emit (self, signals[SIGNAL_EDGE_REACHED], 0);
  if (step < 0 && selected > 0)
    gtk_single_selection_set_selected (self->selection, selected - 1);
  if (has_focus (self))
    focus_chosen (self);
}

void
yc_side_list_focus (YcSideList *self)
{
  g_return_if_fail (YC_IS_SIDE_LIST (self));

  if (!focus_chosen (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
