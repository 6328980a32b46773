/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits at the print server, looked at anew for as long as it is seen. */
#include "yc-print-queue-view.h"

#include "yc-print-queue-line.h"
#include "yc-print-unclear-list.h"

#include <glib/gi18n-lib.h>

#define SECONDS_BETWEEN_LOOKS 2
#define MOST_HEIGHT 320

struct _YcPrintQueueView
{
  GtkWidget parent_instance;

  GtkWidget          *whole;
  YcPrintUnclearList *unclear;
  GtkWidget          *box;
  GtkWidget          *list;

  YcDesk       *desk;
  YcPrintQueue *queue;
  guint         looks;
};

G_DEFINE_FINAL_TYPE (YcPrintQueueView, yc_print_queue_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_line_cb (gpointer item, gpointer user_data)
{
  YcPrintQueueView *self = user_data;

  return yc_print_queue_line_new (self->desk, self->queue, item);
}

static void
show (YcPrintQueueView *self)
{
  gtk_widget_set_visible (self->box, self->queue != NULL &&
                                         g_list_model_get_n_items (G_LIST_MODEL (self->queue)) > 0);
}

/* That the server is not there is said beside the printers. */
static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  yc_print_queue_refresh_finish (YC_PRINT_QUEUE (source), result, NULL);
}

static gboolean
look_cb (gpointer user_data)
{
  YcPrintQueueView *self = user_data;

  yc_print_unclear_list_refresh (self->unclear);
  yc_print_queue_refresh_async (self->queue, NULL, refreshed_cb, NULL);
  return G_SOURCE_CONTINUE;
}

static void
watch (YcPrintQueueView *self)
{
  g_clear_handle_id (&self->looks, g_source_remove);
  if (self->queue == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->looks = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
  look_cb (self);
}

static void
yc_print_queue_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_print_queue_view_parent_class)->map (widget);
  watch (YC_PRINT_QUEUE_VIEW (widget));
}

static void
yc_print_queue_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yc_print_queue_view_parent_class)->unmap (widget);
  watch (YC_PRINT_QUEUE_VIEW (widget));
}

static void
yc_print_queue_view_dispose (GObject *object)
{
  YcPrintQueueView *self = YC_PRINT_QUEUE_VIEW (object);

  if (self->whole != NULL)
    yc_print_queue_view_set_desk (self, NULL);
  g_clear_pointer (&self->whole, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_print_queue_view_parent_class)->dispose (object);
}

static void
yc_print_queue_view_class_init (YcPrintQueueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_queue_view_dispose;
  widget_class->map = yc_print_queue_view_map;
  widget_class->unmap = yc_print_queue_view_unmap;
  gtk_widget_class_set_css_name (widget_class, "printqueue");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_list (YcPrintQueueView *self, const char *words)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  return scrolled;
}

static void
yc_print_queue_view_init (YcPrintQueueView *self)
{
  const char *words = _ ("Print jobs");
  GtkWidget *heading = gtk_label_new (words);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), create_list (self, words));
  self->unclear = YC_PRINT_UNCLEAR_LIST (yc_print_unclear_list_new ());
  self->whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->whole), GTK_WIDGET (self->unclear));
  gtk_box_append (GTK_BOX (self->whole), self->box);
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
  show (self);
}

GtkWidget *
yc_print_queue_view_new (void)
{
  return g_object_new (YC_TYPE_PRINT_QUEUE_VIEW, NULL);
}

void
yc_print_queue_view_set_desk (YcPrintQueueView *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_PRINT_QUEUE_VIEW (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  if (self->queue != NULL)
    g_signal_handlers_disconnect_by_data (self->queue, self);
  g_clear_object (&self->queue);
  g_set_object (&self->desk, desk);
  yc_print_unclear_list_set_desk (self->unclear, desk);
  if (desk != NULL)
    {
      self->queue = yc_print_queue_new (yc_desk_get_printers (desk));
      g_signal_connect_swapped (self->queue, "items-changed", G_CALLBACK (show), self);
      gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->queue),
                               create_line_cb, self, NULL);
    }
  show (self);
  watch (self);
}
