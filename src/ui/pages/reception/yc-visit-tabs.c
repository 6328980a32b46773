/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open visits as tabs in the header: masked name, what it is about, a dot when it calls. */
#include "yc-visit-tabs.h"

#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcVisitTabs
{
  GtkWidget parent_instance;

  GtkWidget       *scroller;
  GtkWidget       *box;
  GtkWidget       *add;
  YcReceptionPage *page;
  guint            reveal_id;
  gboolean         laid_out;        /* since the current tab was to be revealed */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisitTabs, yc_visit_tabs, GTK_TYPE_WIDGET)

static YcVisit *
get_visit (GtkWidget *tab)
{
  return g_object_get_data (G_OBJECT (tab), "visit");
}

static GtkWidget *
get_tab (GtkWidget *child)
{
  while (get_visit (child) == NULL)
    child = gtk_widget_get_parent (child);

  return child;
}

static void
clicked_cb (GtkButton *button, YcVisitTabs *self)
{
  YcVisit *visit = get_visit (get_tab (GTK_WIDGET (button)));

  yc_reception_page_set_visit (self->page, visit);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
close_cb (GtkButton *button, YcVisitTabs *self)
{
  yc_reception_page_close_visit (self->page, get_visit (get_tab (GTK_WIDGET (button))));
}

static void
add_cb (GtkButton *button, YcVisitTabs *self)
{
  yc_reception_page_add_visit (self->page);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static const char *
get_title (GtkWidget *tab)
{
  const char *title = yc_visit_get_title (get_visit (tab));

  return *title != '\0' ? title : _ ("New visit");
}

/* Asked for: to set one with each key of the need would look for the pointer each time. */
static gboolean
query_tooltip_cb (GtkWidget *button, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, get_title (get_tab (button)));
  return TRUE;
}

static void
show_visit (GtkWidget *tab)
{
  GtkWidget *button = gtk_widget_get_first_child (tab);
  GtkWidget *dot = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *label = gtk_widget_get_next_sibling (dot);
  const char *title = get_title (tab);
  gboolean attention = yc_visit_get_attention (get_visit (tab));

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_visible (dot, attention);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  attention ? _ ("something happened here") : "", -1);
}

static GtkWidget *
create_choose_button (YcVisitTabs *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_image_new_from_icon_name ("media-record-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (dot, "attention");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_box_append (GTK_BOX (content), dot);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static GtkWidget *
create_close_button (YcVisitTabs *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Close the visit (Ctrl+W)"));
  gtk_widget_add_css_class (button, "tab-close");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the visit"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (close_cb), self);

  return button;
}

static GtkWidget *
create_tab (YcVisitTabs *self, YcVisit *visit)
{
  GtkWidget *tab = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (tab, "visit-tab");
  gtk_box_append (GTK_BOX (tab), create_choose_button (self));
  gtk_box_append (GTK_BOX (tab), create_close_button (self));
  g_object_set_data_full (G_OBJECT (tab), "visit", g_object_ref (visit), g_object_unref);
  g_signal_connect_object (visit, "notify::title", G_CALLBACK (show_visit), tab, G_CONNECT_SWAPPED);
  g_signal_connect_object (visit, "notify::attention", G_CALLBACK (show_visit), tab,
                           G_CONNECT_SWAPPED);
  show_visit (tab);

  return tab;
}

/* The current visit's tab is to be seen, however many there are. */
static void
reveal (YcVisitTabs *self, GtkWidget *tab)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (tab, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/* Tabs have their places after the next layout. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  YcVisitTabs *self = YC_VISIT_TABS (widget);
  GtkWidget *tab = gtk_widget_get_first_child (self->box);

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->reveal_id = 0;
  while (tab != NULL && !gtk_widget_has_css_class (tab, "current"))
    tab = gtk_widget_get_next_sibling (tab);
  if (tab != NULL)
    reveal (self, tab);
  return G_SOURCE_REMOVE;
}

static void
queue_reveal (YcVisitTabs *self)
{
  self->laid_out = FALSE;
  if (self->reveal_id == 0)
    self->reveal_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
show_current (YcVisitTabs *self)
{
  YcVisit *current = self->page != NULL ? yc_reception_page_get_visit (self->page) : NULL;

  for (GtkWidget *tab = gtk_widget_get_first_child (self->box); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GtkWidget *button = gtk_widget_get_first_child (tab);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), get_visit (tab) == current);
      if (get_visit (tab) == current)
        gtk_widget_add_css_class (tab, "current");
      else
        gtk_widget_remove_css_class (tab, "current");
    }
  queue_reveal (self);
}

static void
items_changed_cb (GListModel *visits, guint position, guint removed, guint added,
                  YcVisitTabs *self)
{
  yc_children_remove (self->box);
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (YcVisit) visit = g_list_model_get_item (visits, i);

      gtk_box_append (GTK_BOX (self->box), create_tab (self, visit));
    }
  show_current (self);
}

static void
yc_visit_tabs_dispose (GObject *object)
{
  YcVisitTabs *self = YC_VISIT_TABS (object);

  yc_visit_tabs_set_page (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_visit_tabs_parent_class)->dispose (object);
}

static void
yc_visit_tabs_class_init (YcVisitTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_tabs_dispose;

  /**
   * YcVisitTabs::chosen:
   *
   * The clerk went to a visit by its tab, or began one.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "visittabs");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_visit_tabs_init (YcVisitTabs *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
      G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);

  self->add = gtk_button_new_from_icon_name ("tab-new-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->add), FALSE);
  gtk_widget_set_focus_on_click (self->add, FALSE);
  gtk_widget_set_tooltip_text (self->add, _ ("New visit (Ctrl+T)"));
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New visit"), -1);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/**
 * yc_visit_tabs_new:
 *
 * Returns: tabs without a page
 */
GtkWidget *
yc_visit_tabs_new (void)
{
  return g_object_new (YC_TYPE_VISIT_TABS, NULL);
}

/**
 * yc_visit_tabs_set_page:
 * @self: the tabs
 * @page: (nullable): the page whose visits they are
 */
void
yc_visit_tabs_set_page (YcVisitTabs *self, YcReceptionPage *page)
{
  GListModel *visits;

  g_return_if_fail (YC_IS_VISIT_TABS (self));
  g_return_if_fail (page == NULL || YC_IS_RECEPTION_PAGE (page));

  if (self->page == page)
    return;

  if (self->page != NULL)
    {
      g_signal_handlers_disconnect_by_data (yc_reception_page_get_visits (self->page), self);
      g_signal_handlers_disconnect_by_data (self->page, self);
    }
  g_set_object (&self->page, page);
  if (page == NULL)
    return;

  visits = yc_reception_page_get_visits (page);
  g_signal_connect (visits, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (page, "notify::visit", G_CALLBACK (show_current), self);
  items_changed_cb (visits, 0, 0, 0, self);
}
