/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came back in a period, and on whose side the fault was: for supervisors. */
#include "yc-returns-page.h"

#include "yc-day.h"
#include "yc-figure.h"
#include "yc-key-hints.h"
#include "yc-load-view.h"
#include "yc-period.h"
#include "yc-returns-cases.h"
#include "yc-returns-summary.h"
#include "yc-returns-table.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  FIGURE_INTAKE,
  FIGURE_RETURNS,
  FIGURE_RATE,
  FIGURE_CLERK,
  FIGURE_STANDARD,
  N_FIGURES,
} Figure;

struct _YcReturnsPage
{
  YcPage parent_instance;

  GtkDropDown *period;
  GtkLabel *days;
  GtkStack *stack;
  YcLoadView *load_view;
  YcFigure *figures[N_FIGURES];
  YcReturnsTable *clerks;
  YcReturnsTable *items;
  YcReturnsTable *reasons;
  YcReturnsCases *cases;
  YcReturnsSummary *summary;
  GCancellable *cancellable;
  char *from;
  char *to;
};

G_DEFINE_FINAL_TYPE (YcReturnsPage, yc_returns_page, YC_TYPE_PAGE)

static char *
format_day (const GDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  return g_strdup (text);
}

static void
choose_days (YcReturnsPage *self)
{
  g_autoptr (GDateTime) now = yc_day_now ();
  GDate today, from, to;
  g_autofree char *days = NULL;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  yc_period_get_days (gtk_drop_down_get_selected (self->period) + 1, &today, &from, &to);
  g_free (self->from);
  g_free (self->to);
  self->from = format_day (&from);
  self->to = format_day (&to);
  days = g_strdup_printf (_ ("%s to %s"), self->from, self->to);
  gtk_label_set_text (self->days, days);
}

static char *
format_rate (guint part, guint whole)
{
  return whole > 0 ? g_strdup_printf ("%.1f %%", 100.0 * part / whole) : g_strdup ("–");
}

static void
set_count (YcFigure *figure, guint count, const char *words)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);

  yc_figure_set (figure, number, words);
}

static void
set_rate (YcFigure *figure, guint part, guint whole)
{
  g_autofree char *number = format_rate (part, whole);
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), part, whole);

  yc_figure_set (figure, number, words);
}

static void
show_summary (YcReturnsPage *self)
{
  guint intake = yc_returns_summary_get_intake (self->summary);
  guint returns = yc_returns_summary_get_returns (self->summary);

  set_count (self->figures[FIGURE_INTAKE], intake, _ ("cases taken in"));
  set_count (self->figures[FIGURE_RETURNS], returns, _ ("cases sent back"));
  set_rate (self->figures[FIGURE_RATE], returns, intake);
  set_rate (self->figures[FIGURE_CLERK],
            yc_returns_summary_get_of_cause (self->summary, YC_CAUSE_CLERK), intake);
  set_rate (self->figures[FIGURE_STANDARD],
            yc_returns_summary_get_of_cause (self->summary, YC_CAUSE_STANDARD), intake);
  yc_returns_table_set_model (self->clerks, yc_returns_summary_get_by_clerk (self->summary));
  yc_returns_table_set_model (self->items, yc_returns_summary_get_by_item (self->summary));
  yc_returns_table_set_model (self->reasons, yc_returns_summary_get_by_reason (self->summary));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcReturnsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) json = yc_desk_load_returns_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (json != NULL)
    {
      g_clear_object (&self->summary);
      self->summary = yc_returns_summary_new_from_json (json);
      show_summary (self);
    }
  if (error == NULL)
    yc_load_view_set_state (self->load_view, YC_LOAD_READY, NULL, FALSE);
  else
    yc_load_view_set_state (self->load_view,
                            self->summary != NULL ? YC_LOAD_STALE : YC_LOAD_FAILED, error,
                            self->summary == NULL);
}

static void
load (YcReturnsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  choose_days (self);
  yc_load_view_set_state (self->load_view, YC_LOAD_LOADING, NULL, self->summary == NULL);
  yc_desk_load_returns_async (yc_page_get_desk (YC_PAGE (self)), self->from, self->to, NULL,
                              self->cancellable, loaded_cb, g_object_ref (self));
}

static void
show_cases (YcReturnsPage *self, const char *title, YcCaseFilters *filters)
{
  g_autofree char *heading = g_strdup_printf ("%s · %s", title,
                                              gtk_label_get_text (self->days));

  filters->from = g_strdup (self->from);
  filters->to = g_strdup (self->to);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->cases));
  yc_returns_cases_show (self->cases, yc_page_get_desk (YC_PAGE (self)), heading, filters);
}

static void
close_cases_cb (YcReturnsPage *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->load_view));
  gtk_widget_child_focus (GTK_WIDGET (self->load_view), GTK_DIR_TAB_FORWARD);
}

static void
figure_opened_cb (YcReturnsPage *self, YcFigure *figure)
{
  g_autoptr (YcCaseFilters) filters = yc_case_filters_new ();
  const char *title = _ ("All cases taken in");

  if (figure != self->figures[FIGURE_INTAKE])
    {
      filters->returned = TRUE;
      title = _ ("All returns");
    }
  if (figure == self->figures[FIGURE_CLERK])
    filters->cause = YC_CAUSE_CLERK;
  if (figure == self->figures[FIGURE_STANDARD])
    filters->cause = YC_CAUSE_STANDARD;
  if (filters->cause != 0)
    title = yc_cause_get_title (filters->cause);
  show_cases (self, title, filters);
}

static void
clerk_opened_cb (YcReturnsPage *self, YcReturnsRow *row)
{
  g_autoptr (YcCaseFilters) filters = yc_case_filters_new ();

  filters->clerk = g_strdup (yc_returns_row_get_id (row));
  filters->returned = yc_returns_row_get_counted (row) > 0;
  filters->cause = filters->returned ? YC_CAUSE_CLERK : 0;
  show_cases (self, yc_returns_row_get_title (row), filters);
}

static void
item_opened_cb (YcReturnsPage *self, YcReturnsRow *row)
{
  g_autoptr (YcCaseFilters) filters = yc_case_filters_new ();

  filters->item = g_strdup (yc_returns_row_get_id (row));
  filters->returned = yc_returns_row_get_counted (row) > 0;
  filters->cause = filters->returned ? YC_CAUSE_STANDARD : 0;
  show_cases (self, yc_returns_row_get_title (row), filters);
}

static void
reason_opened_cb (YcReturnsPage *self, YcReturnsRow *row)
{
  g_autoptr (YcCaseFilters) filters = yc_case_filters_new ();

  filters->returned = TRUE;
  filters->cause = yc_returns_row_get_cause (row);
  filters->reason = g_strdup (yc_returns_row_get_id (row));
  show_cases (self, yc_returns_row_get_title (row), filters);
}

static GtkWidget *
create_toolbar (YcReturnsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *titles[YC_N_PERIODS + 1] = { NULL };

  for (guint i = 0; i < YC_N_PERIODS; i++)
    titles[i] = yc_period_get_title (i + 1);
  self->period = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (titles));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->period), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  self->days = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->days), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->period));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days));
  g_signal_connect_swapped (self->period, "notify::selected", G_CALLBACK (load), self);
  return box;
}

static GtkWidget *
create_figures (YcReturnsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *titles[N_FIGURES] = {
    [FIGURE_INTAKE] = _ ("Intake"),
    [FIGURE_RETURNS] = _ ("Returns"),
    [FIGURE_RATE] = _ ("Return rate"),
    [FIGURE_CLERK] = _ ("Because of the counter"),
    [FIGURE_STANDARD] = _ ("Because of the standard"),
  };

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->figures[i] = YC_FIGURE (yc_figure_new (titles[i]));
      g_signal_connect_swapped (self->figures[i], "opened", G_CALLBACK (figure_opened_cb), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures[i]));
    }
  return box;
}

static YcReturnsTable *
create_table (YcReturnsPage *self, YcReturnsTableKind kind, GCallback opened_cb)
{
  GtkWidget *table = yc_returns_table_new (kind);

  gtk_widget_set_hexpand (table, TRUE);
  g_signal_connect_swapped (table, "opened", opened_cb, self);
  return YC_RETURNS_TABLE (table);
}

static GtkWidget *
create_tables (YcReturnsPage *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->clerks = create_table (self, YC_RETURNS_TABLE_CLERKS, G_CALLBACK (clerk_opened_cb));
  self->items = create_table (self, YC_RETURNS_TABLE_ITEMS, G_CALLBACK (item_opened_cb));
  self->reasons = create_table (self, YC_RETURNS_TABLE_REASONS, G_CALLBACK (reason_opened_cb));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->clerks), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->reasons), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->items), 1, 0, 1, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
create_numbers (YcReturnsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), create_figures (self));
  gtk_box_append (GTK_BOX (box), create_tables (self));
  return box;
}

static GtkWidget *
create_hints (void)
{
  GtkWidget *hints = yc_key_hints_new ();

  yc_key_hints_set (YC_KEY_HINTS (hints), "Tab", _ ("Next number"), "Enter", _ ("Its cases"),
                    "Esc", _ ("Back"), "F5", _ ("Fetch again"), NULL);
  return hints;
}

static GtkWidget *
create_work (YcReturnsPage *self)
{
  GtkWidget *work = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->load_view = YC_LOAD_VIEW (yc_load_view_new ());
  yc_load_view_set_child (self->load_view, create_numbers (self));
  g_signal_connect_swapped (self->load_view, "retry", G_CALLBACK (load), self);
  self->cases = YC_RETURNS_CASES (yc_returns_cases_new ());
  g_signal_connect_swapped (self->cases, "closed", G_CALLBACK (close_cases_cb), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->load_view));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->cases));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (work), create_toolbar (self));
  gtk_box_append (GTK_BOX (work), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (work, "page-work");
  return work;
}

static void
yc_returns_page_shown (YcPage *page)
{
  YcReturnsPage *self = YC_RETURNS_PAGE (page);

  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->period));
}

static gboolean
yc_returns_page_command (YcPage *page, YcPageCommand command)
{
  if (command != YC_PAGE_COMMAND_REFRESH)
    return FALSE;
  load (YC_RETURNS_PAGE (page));
  return TRUE;
}

static void
yc_returns_page_dispose (GObject *object)
{
  YcReturnsPage *self = YC_RETURNS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->summary);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);

  G_OBJECT_CLASS (yc_returns_page_parent_class)->dispose (object);
}

static void
yc_returns_page_class_init (YcReturnsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YcPageClass *page_class = YC_PAGE_CLASS (klass);

  object_class->dispose = yc_returns_page_dispose;
  page_class->shown = yc_returns_page_shown;
  page_class->command = yc_returns_page_command;
}

static void
yc_returns_page_init (YcReturnsPage *self)
{

  gtk_widget_set_parent (create_work (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_hints (), GTK_WIDGET (self));
}
