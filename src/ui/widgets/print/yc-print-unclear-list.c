/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was printed and nobody knows whether it came out, to be said here; not there when there is
 * nothing of the kind. */
#include "yc-print-unclear-list.h"

#include "yc-dialogs.h"
#include "yc-print-state-line.h"

#include <glib/gi18n-lib.h>

struct _YcPrintUnclearList
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkListBox *list;

  GtkFilter          *filter;
  GtkFilterListModel *runs;
};

G_DEFINE_FINAL_TYPE (YcPrintUnclearList, yc_print_unclear_list, GTK_TYPE_WIDGET)

static gboolean
is_unclear_cb (gpointer item, gpointer user_data)
{
  return yc_print_run_get_state (item) == YC_PRINT_RUN_UNKNOWN;
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrintUnclearList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_resolve_finish (YC_PRINT_RUN (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
  yc_print_unclear_list_refresh (self);
}

static void
resolve_cb (YcPrintStateLine *line, gboolean came_out, YcPrintRun *run)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (line), YC_TYPE_PRINT_UNCLEAR_LIST);

  if (yc_print_run_get_state (run) == YC_PRINT_RUN_UNKNOWN)
    yc_print_run_resolve_async (run, came_out, NULL, resolved_cb, g_object_ref (self));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  YcPrintRun *run = item;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (yc_print_run_get_title (run));
  GtkWidget *line = yc_print_state_line_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  yc_print_state_line_show (YC_PRINT_STATE_LINE (line), YC_PRINT_RUN_UNKNOWN,
                            yc_print_run_get_printer (run), yc_print_run_get_detail (run), NULL);
  g_signal_connect_object (line, "resolved", G_CALLBACK (resolve_cb), run, 0);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), line);
  return row;
}

static void
show (YcPrintUnclearList *self)
{
  gtk_widget_set_visible (self->box, g_list_model_get_n_items (G_LIST_MODEL (self->runs)) > 0);
}

static void
yc_print_unclear_list_dispose (GObject *object)
{
  YcPrintUnclearList *self = YC_PRINT_UNCLEAR_LIST (object);

  if (self->runs != NULL)
    g_signal_handlers_disconnect_by_data (self->runs, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (yc_print_unclear_list_parent_class)->dispose (object);
}

static void
yc_print_unclear_list_class_init (YcPrintUnclearListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_unclear_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_print_unclear_list_init (YcPrintUnclearList *self)
{
  const char *words = _ ("Did these come out?");
  GtkWidget *heading = gtk_label_new (words);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_unclear_cb, NULL, NULL));
  self->runs = gtk_filter_list_model_new (NULL, self->filter);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->runs), create_row_cb, NULL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->runs, "items-changed", G_CALLBACK (show), self);
  show (self);
}

GtkWidget *
yc_print_unclear_list_new (void)
{
  return g_object_new (YC_TYPE_PRINT_UNCLEAR_LIST, NULL);
}

void
yc_print_unclear_list_set_desk (YcPrintUnclearList *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_PRINT_UNCLEAR_LIST (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  gtk_filter_list_model_set_model (self->runs, desk != NULL ? yc_desk_get_print_runs (desk) : NULL);
}

void
yc_print_unclear_list_refresh (YcPrintUnclearList *self)
{
  g_return_if_fail (YC_IS_PRINT_UNCLEAR_LIST (self));

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}
