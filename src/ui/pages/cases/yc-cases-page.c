/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clerk's cases with their live states; Enter opens one again. */
#include "yc-cases-page.h"

#include "yc-case-columns.h"
#include "yc-key-hints.h"
#include "yc-load-view.h"
#include "yc-window.h"

#include <glib/gi18n-lib.h>

/* How near to its end the list may be scrolled before more is fetched, in pages of the view. */
#define NEAR_END 2.0

struct _YcCasesPage
{
  YcPage parent_instance;

  GtkWidget          *filters;
  GtkLabel           *count;
  GtkWidget          *load_view;
  GtkWidget          *scroller;
  GtkColumnView      *view;
  GtkWidget          *hints;
  YcLiveList         *cases;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (YcCasesPage, yc_cases_page, YC_TYPE_PAGE)

/* What the list is filtered by; the keys are the digits. */

static const struct
{
  const char *title;
  YcCaseState state;
} filters[] = {
  { N_ ("All"), 0 },
  { N_ ("To mend"), YC_CASE_STATE_RETURNED },
  { N_ ("With the reviewer"), YC_CASE_STATE_SUBMITTED },
  { N_ ("Issued"), YC_CASE_STATE_ISSUED },
};

static void
filter_cb (GtkToggleButton *button, YcCasesPage *self)
{
  g_autoptr (YcCaseFilters) chosen = NULL;
  YcCaseState state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "state"));

  if (!gtk_toggle_button_get_active (button) || self->cases == NULL)
    return;

  chosen = yc_case_filters_new ();
  chosen->state = state;
  yc_case_list_set_filters (self->cases, YC_CASE_VIEW_MINE, state != 0 ? chosen : NULL);
}

static void
add_filters (YcCasesPage *self)
{
  GtkWidget *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (filters[i].title));

      g_object_set_data (G_OBJECT (button), "state", GINT_TO_POINTER (filters[i].state));
      gtk_widget_set_focus_on_click (button, FALSE);
      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (filter_cb), self);
      gtk_box_append (GTK_BOX (self->filters), button);
    }
}

/* The list */

static void
show_load_state (YcCasesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->cases));
  g_autofree char *words = g_strdup_printf (ngettext ("%u case", "%u cases", n), n);
  g_autofree char *more = g_strdup_printf (ngettext ("%u case shown, more follow",
                                                     "%u cases shown, more follow", n),
                                           n);

  yc_load_view_set_state (YC_LOAD_VIEW (self->load_view),
                          yc_live_list_get_load_state (self->cases),
                          yc_live_list_get_error (self->cases), n == 0);
  gtk_label_set_text (self->count, yc_live_list_get_has_more (self->cases) ? more : words);
}

static void
scrolled_cb (GtkAdjustment *adjustment, YcCasesPage *self)
{
  double rest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);

  if (rest < NEAR_END * gtk_adjustment_get_page_size (adjustment) &&
      yc_live_list_get_has_more (self->cases))
    yc_live_list_load_more (self->cases);
}

static void
activate_cb (GtkColumnView *view, guint position, YcCasesPage *self)
{
  g_autoptr (YcCase) a_case = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (a_case != NULL && YC_IS_WINDOW (root))
    yc_window_open_case (YC_WINDOW (root), yc_case_get_id (a_case));
}

static void
retry_cb (YcCasesPage *self)
{
  yc_live_list_refresh (self->cases);
}

/* The action belongs to the list inside the column view. */
static void
scroll_to (YcCasesPage *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

static void
move (YcCasesPage *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;

  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  else
    position = (guint) CLAMP ((int) position + step, 0, (int) n - 1);
  scroll_to (self, position);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
yc_cases_page_shown (YcPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (YC_CASES_PAGE (page)->view));
}

static gboolean
yc_cases_page_command (YcPage *page, YcPageCommand command)
{
  YcCasesPage *self = YC_CASES_PAGE (page);

  switch ((int) command)
    {
    case YC_PAGE_COMMAND_REFRESH:
      yc_live_list_refresh (self->cases);
      return TRUE;
    case YC_PAGE_COMMAND_NEXT_ITEM:
      move (self, 1);
      return TRUE;
    case YC_PAGE_COMMAND_PREVIOUS_ITEM:
      move (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
yc_cases_page_constructed (GObject *object)
{
  YcCasesPage *self = YC_CASES_PAGE (object);
  GtkAdjustment *adjustment;

  G_OBJECT_CLASS (yc_cases_page_parent_class)->constructed (object);

  self->cases = yc_desk_create_case_list (yc_page_get_desk (YC_PAGE (self)), YC_CASE_VIEW_MINE,
                                         NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->cases)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->cases, "notify", G_CALLBACK (show_load_state), self);
  g_signal_connect_swapped (self->cases, "items-changed", G_CALLBACK (show_load_state), self);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  show_load_state (self);
}

static void
yc_cases_page_dispose (GObject *object)
{
  YcCasesPage *self = YC_CASES_PAGE (object);

  if (self->cases != NULL)
    g_signal_handlers_disconnect_by_data (self->cases, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->cases);

  G_OBJECT_CLASS (yc_cases_page_parent_class)->dispose (object);
}

static void
yc_cases_page_class_init (YcCasesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->constructed = yc_cases_page_constructed;
  object_class->dispose = yc_cases_page_dispose;
  page_class->shown = yc_cases_page_shown;
  page_class->command = yc_cases_page_command;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/cases/yc-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YcCasesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, YcCasesPage, count);
  gtk_widget_class_bind_template_child (widget_class, YcCasesPage, load_view);
  gtk_widget_class_bind_template_child (widget_class, YcCasesPage, hints);
}

static void
add_view (YcCasesPage *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_single_click_activate (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My cases"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  yc_load_view_set_child (YC_LOAD_VIEW (self->load_view), self->scroller);
  yc_load_view_set_empty (YC_LOAD_VIEW (self->load_view), "yc-place-cases-symbolic",
                          _ ("No cases here"),
                          _ ("What you take in at the reception appears here, with its state."));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (retry_cb), self);
}

static void
yc_cases_page_init (YcCasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_view (self);
  yc_case_columns_add (self->view);
  add_filters (self);
  yc_key_hints_set (YC_KEY_HINTS (self->hints), "↑↓", _ ("choose"), "Enter", _ ("open, mend"),
                    "F5", _ ("fetch again"), NULL);
}
