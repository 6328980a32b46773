/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job at the print server: what it is, how it goes, and holding, moving or cancelling it. */
#include "yc-print-queue-line.h"

#include "yc-dialogs.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcPrintQueueLine
{
  GtkListBoxRow parent_instance;

  GtkLabel  *title;
  GtkLabel  *state;
  GtkLabel  *detail;
  GtkWidget *hold;
  GtkWidget *release;
  GtkWidget *move;
  GtkWidget *cancel;

  YcDesk          *desk;
  YcPrintQueue    *queue;
  YcPrintQueueJob *job;
};

G_DEFINE_FINAL_TYPE (YcPrintQueueLine, yc_print_queue_line, GTK_TYPE_LIST_BOX_ROW)

/* The job's own name is a print's id, which tells nobody anything. */
static const char *
find_title (YcPrintQueueLine *self)
{
  GListModel *runs = yc_desk_get_print_runs (self->desk);
  const char *id = yc_print_queue_job_get_print_id (self->job);

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (YcPrintRun) run = g_list_model_get_item (runs, i);

      if (g_strcmp0 (yc_print_run_get_id (run), id) == 0)
        return yc_print_run_get_title (run);
    }
  return _ ("Another document");
}

static const char *
find_printer_info (YcPrintQueueLine *self)
{
  const char *name = yc_print_queue_job_get_printer (self->job);
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (self->desk), name);

  return printer != NULL ? yc_printer_get_info (printer) : name;
}

static void
fill_move_menu (YcPrintQueueLine *self)
{
  GListModel *printers = G_LIST_MODEL (yc_desk_get_printers (self->desk));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (printers); i++)
    {
      g_autoptr (YcPrinter) printer = g_list_model_get_item (printers, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (yc_printer_get_info (printer), NULL);

      if (g_strcmp0 (yc_printer_get_name (printer), yc_print_queue_job_get_printer (self->job)) == 0)
        continue;
      g_menu_item_set_action_and_target (item, "line.move", "s", yc_printer_get_name (printer));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->move), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->move,
                          yc_print_queue_job_allows (self->job, YC_PRINT_QUEUE_MOVE) &&
                              g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
show (YcPrintQueueLine *self)
{
  YcPrintJobState state = yc_print_queue_job_get_state (self->job);
  g_autofree char *words =
      yc_words_join (find_printer_info (self), yc_print_job_state_get_title (state), NULL);

  set_words (self->title, find_title (self));
  set_words (self->state, words);
  set_words (self->detail, yc_print_queue_job_get_detail (self->job));
  gtk_widget_set_visible (self->hold, yc_print_queue_job_allows (self->job, YC_PRINT_QUEUE_HOLD));
  gtk_widget_set_visible (self->release,
                          yc_print_queue_job_allows (self->job, YC_PRINT_QUEUE_RELEASE));
  fill_move_menu (self);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrintQueueLine) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!yc_print_queue_change_finish (YC_PRINT_QUEUE (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
change (YcPrintQueueLine *self, YcPrintQueueAction action, YcPrinter *to)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  yc_print_queue_change_async (self->queue, self->job, action, to, NULL, changed_cb,
                               g_object_ref (self));
}

static void
hold_cb (YcPrintQueueLine *self)
{
  change (self, YC_PRINT_QUEUE_HOLD, NULL);
}

static void
release_cb (YcPrintQueueLine *self)
{
  change (self, YC_PRINT_QUEUE_RELEASE, NULL);
}

static void
cancel_cb (YcPrintQueueLine *self)
{
  change (self, YC_PRINT_QUEUE_CANCEL, NULL);
}

static void
move_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  YcPrintQueueLine *self = YC_PRINT_QUEUE_LINE (widget);
  YcPrinter *to = yc_printers_find (yc_desk_get_printers (self->desk),
                                    g_variant_get_string (parameter, NULL));

  if (to != NULL)
    change (self, YC_PRINT_QUEUE_MOVE, to);
}

static void
yc_print_queue_line_dispose (GObject *object)
{
  YcPrintQueueLine *self = YC_PRINT_QUEUE_LINE (object);

  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  g_clear_object (&self->queue);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_print_queue_line_parent_class)->dispose (object);
}

static void
yc_print_queue_line_class_init (YcPrintQueueLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_queue_line_dispose;
  gtk_widget_class_install_action (widget_class, "line.move", "s", move_cb);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Not wrapped: the list's height is asked for before its width is known. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
append_button (YcPrintQueueLine *self, GtkWidget *box, const char *words, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
yc_print_queue_line_init (YcPrintQueueLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->title = append_label (box, NULL);
  self->state = append_label (box, "dim-label");
  self->detail = append_label (box, "dim-label");
  self->hold = append_button (self, buttons, _ ("Hold back"), G_CALLBACK (hold_cb));
  self->release = append_button (self, buttons, _ ("Release"), G_CALLBACK (release_cb));
  self->move = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->move), _ ("Move to"));
  gtk_box_append (GTK_BOX (buttons), self->move);
  self->cancel = append_button (self, buttons, _ ("Cancel printing"), G_CALLBACK (cancel_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
yc_print_queue_line_new (YcDesk *desk, YcPrintQueue *queue, YcPrintQueueJob *job)
{
  YcPrintQueueLine *self = g_object_new (YC_TYPE_PRINT_QUEUE_LINE, NULL);

  self->desk = g_object_ref (desk);
  self->queue = g_object_ref (queue);
  self->job = g_object_ref (job);
  g_signal_connect_swapped (job, "changed", G_CALLBACK (show), self);
  show (self);
  return GTK_WIDGET (self);
}
