/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases behind a number: who, what, and why it came back. */
#include "yc-returns-cases.h"

#include "yc-children.h"
#include "yc-load-view.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcReturnsCases
{
  GtkWidget parent_instance;

  GtkWidget *back;
  GtkLabel *title;
  YcLoadView *load_view;
  GtkListView *list_view;
  YcLiveList *cases;
};

G_DEFINE_FINAL_TYPE (YcReturnsCases, yc_returns_cases, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
close_cb (YcReturnsCases *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
state_changed_cb (YcReturnsCases *self)
{
  guint n_cases = g_list_model_get_n_items (G_LIST_MODEL (self->cases));

  yc_load_view_set_state (self->load_view, yc_live_list_get_load_state (self->cases),
                          yc_live_list_get_error (self->cases), n_cases == 0);
}

static void
retry_cb (YcReturnsCases *self)
{
  if (self->cases != NULL)
    yc_live_list_refresh (self->cases);
}

static void
edge_reached_cb (YcReturnsCases *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM && self->cases != NULL)
    yc_live_list_load_more (self->cases);
}

/* First line: number, item, applicant. Second: clerk, state and the last return in words. */
static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *first = gtk_label_new (NULL);
  GtkWidget *second = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (row), first);
  gtk_box_append (GTK_BOX (row), second);
  gtk_widget_add_css_class (row, "case-row");
  return row;
}

static char *
describe_return (YcCaseReturn *last)
{
  const char *note = last != NULL ? yc_case_return_get_note (last) : NULL;
  g_autofree char *reason = NULL;

  if (last == NULL)
    return g_strdup ("");
  reason = yc_words_join (yc_cause_get_title (yc_case_return_get_cause (last)),
                          yc_case_return_get_reason_title (last), NULL);
  return note != NULL && *note != '\0' ? yc_words_join (reason, note, NULL)
                                       : g_steal_pointer (&reason);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, create_row ());
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  YcCase *a_case = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *first = gtk_widget_get_first_child (row);
  g_autofree char *returned = describe_return (yc_case_get_last_return (a_case));
  g_autofree char *above = yc_words_join (yc_case_get_number (a_case),
                                          yc_case_get_item_title (a_case),
                                          yc_case_get_applicant_name (a_case), NULL);
  g_autofree char *below = NULL;

  below = yc_words_join (yc_case_get_clerk_name (a_case),
                         yc_case_state_get_title (yc_case_get_state (a_case)),
                         *returned != '\0' ? returned : NULL, NULL);
  gtk_label_set_text (GTK_LABEL (first), above);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (first)), below);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, above, -1);
}

static GtkWidget *
create_head (YcReturnsCases *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back to the numbers (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the numbers"), -1);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (close_cb), self);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  gtk_box_append (GTK_BOX (head), self->back);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  return head;
}

static GtkWidget *
create_list (YcReturnsCases *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->list_view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cases behind the number"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list_view));
  g_signal_connect_swapped (scrolled, "edge-reached", G_CALLBACK (edge_reached_cb), self);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  close_cb (YC_RETURNS_CASES (widget));
  return TRUE;
}

static void
yc_returns_cases_dispose (GObject *object)
{
  YcReturnsCases *self = YC_RETURNS_CASES (object);

  if (self->cases != NULL)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_returns_cases_parent_class)->dispose (object);
}

static void
yc_returns_cases_class_init (YcReturnsCasesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_returns_cases_dispose;
  gtk_widget_class_set_css_name (widget_class, "returnscases");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* A widget binding runs after the focused widget: nothing is typed on this page. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_returns_cases_init (YcReturnsCases *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  self->load_view = YC_LOAD_VIEW (yc_load_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->load_view), TRUE);
  yc_load_view_set_empty (self->load_view, "yc-place-cases-symbolic", _ ("No cases"),
                          _ ("No case stands behind this number."));
  yc_load_view_set_child (self->load_view, create_list (self));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (retry_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->load_view), GTK_WIDGET (self));
}

/**
 * yc_returns_cases_new:
 *
 * Returns: an empty list
 */
GtkWidget *
yc_returns_cases_new (void)
{
  return g_object_new (YC_TYPE_RETURNS_CASES, NULL);
}

/**
 * yc_returns_cases_show:
 * @self: the list
 * @desk: the desk
 * @title: what the number was
 * @filters: the cases it counted
 */
void
yc_returns_cases_show (YcReturnsCases      *self,
                       YcDesk              *desk,
                       const char          *title,
                       const YcCaseFilters *filters)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (YC_IS_RETURNS_CASES (self));

  if (self->cases != NULL)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->cases);
  gtk_label_set_text (self->title, title);
  self->cases = yc_desk_create_case_list (desk, YC_CASE_VIEW_PLACE, filters);
  g_signal_connect_swapped (self->cases, "notify", G_CALLBACK (state_changed_cb), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->cases)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  state_changed_cb (self);
  gtk_widget_grab_focus (self->back);
}
