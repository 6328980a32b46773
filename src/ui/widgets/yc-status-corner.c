/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The corner that says in words how line, outbox and printer are; each opens its details. */
#include "yc-status-corner.h"

#include "yc-command-row.h"
#include "yc-error-words.h"
#include "yc-print-presets-sheet.h"
#include "yc-print-queue-view.h"
#include "yc-printer-watch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _YcStatusCorner
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkImage  *line_icon;
  GtkLabel  *line_words;
  GtkLabel  *line_title;
  GtkLabel  *line_details;
  GtkWidget *try_now;
  GtkWidget *outbox;
  GtkImage  *outbox_icon;
  GtkLabel  *outbox_words;
  GtkLabel  *outbox_title;
  GtkWidget *commands_scroller;
  GtkWidget *commands;
  GtkWidget *printer;
  GtkImage  *printer_icon;
  GtkLabel  *printer_words;
  GtkLabel  *printer_title;
  GtkWidget *printers;
  YcPrintQueueView *queue;
  YcDesk    *desk;

  YcPrinterWatch *watch;
};

/* What a part of the corner looks like: words first, colour only beside them. */
typedef enum
{
  MOOD_GOOD,
  MOOD_BUSY,
  MOOD_TROUBLE,
} Mood;

#define SECONDS_BETWEEN_LOOKS 10

G_DEFINE_FINAL_TYPE (YcStatusCorner, yc_status_corner, GTK_TYPE_WIDGET)

static void
set_mood (GtkWidget *button, Mood mood)
{
  gtk_widget_remove_css_class (button, "status-good");
  gtk_widget_remove_css_class (button, "status-busy");
  gtk_widget_remove_css_class (button, "status-trouble");
  gtk_widget_add_css_class (button, mood == MOOD_GOOD   ? "status-good"
                                    : mood == MOOD_BUSY ? "status-busy"
                                                        : "status-trouble");
}

static void
say (GtkWidget *button, GtkLabel *label, const char *what, const char *words)
{
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), what, words);

  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_line (YcStatusCorner *self)
{
  YcLine *line = yc_desk_get_line (self->desk);
  const GError *error = yc_line_get_error (line);
  YcLineState state = yc_line_get_state (line);
  g_autofree char *words = NULL;
  g_autofree char *details = NULL;
  guint seconds = yc_line_get_next_try (line);

  if (state == YC_LINE_ONLINE)
    words = g_strdup (_ ("Online"));
  else if (state == YC_LINE_CONNECTING)
    words = g_strdup (_ ("Connecting"));
  else
    /* Translators: the line is down; seconds until it is tried again */
    words = g_strdup_printf (ngettext ("Offline · %u s", "Offline · %u s", seconds), seconds);

  details = error != NULL ? yc_error_words_line (error)
                          : g_strdup (_ ("Cases are sent as soon as they are finished."));
  set_mood (self->line, state == YC_LINE_ONLINE       ? MOOD_GOOD
                        : state == YC_LINE_CONNECTING ? MOOD_BUSY
                                                      : MOOD_TROUBLE);
  gtk_image_set_from_icon_name (self->line_icon, state == YC_LINE_OFFLINE
                                                     ? "network-offline-symbolic"
                                                     : "network-transmit-receive-symbolic");
  say (self->line, self->line_words, _ ("Line"), words);
  gtk_label_set_text (self->line_title, words);
  gtk_label_set_text (self->line_details, details);
  gtk_widget_set_visible (self->try_now, state == YC_LINE_OFFLINE);
}

static void
show_outbox (YcStatusCorner *self)
{
  YcOutbox *outbox = yc_desk_get_outbox (self->desk);
  guint n_unsent = yc_outbox_get_n_unsent (outbox);
  guint n_parked = yc_outbox_get_n_parked (outbox);
  gboolean online = yc_line_get_online (yc_desk_get_line (self->desk));
  g_autofree char *words = NULL;

  if (n_parked > 0)
    words = g_strdup_printf (ngettext ("%u to look at", "%u to look at", n_parked), n_parked);
  else
    words = g_strdup_printf (ngettext ("Unsent %u", "Unsent %u", n_unsent), n_unsent);

  set_mood (self->outbox, n_parked > 0 ? MOOD_TROUBLE : n_unsent > 0 ? MOOD_BUSY : MOOD_GOOD);
  gtk_image_set_from_icon_name (self->outbox_icon, n_parked > 0 ? "dialog-warning-symbolic"
                                                                : "mail-send-symbolic");
  say (self->outbox, self->outbox_words, _ ("Outbox"), words);
  gtk_label_set_text (self->outbox_title,
                      n_parked > 0    ? _ ("The service refuses these as they are")
                      : n_unsent == 0 ? _ ("Everything is sent")
                      : online        ? _ ("Saved here, on their way")
                                      : _ ("Saved here, they wait for the line"));
  gtk_widget_set_visible (self->commands_scroller, n_parked + n_unsent > 0);
}

static void
show_printer (YcStatusCorner *self)
{
  YcPrinters *printers = yc_desk_get_printers (self->desk);
  YcPrinter *printer = yc_printers_get_default (printers);
  const char *trouble = yc_printers_get_error_text (printers);
  YcPrintersState state = yc_printers_get_state (printers);
  gboolean good = printer != NULL && yc_printer_get_accepting (printer) &&
                  yc_printer_get_state (printer) != YC_PRINTER_STOPPED;
  const char *words;

  if (state == YC_PRINTERS_LOADING)
    words = _ ("Looking for printers");
  else if (printer == NULL)
    words = _ ("No printer");
  else
    words = yc_printer_get_state_title (printer);

  set_mood (self->printer, good || state == YC_PRINTERS_LOADING ? MOOD_GOOD : MOOD_TROUBLE);
  gtk_image_set_from_icon_name (self->printer_icon, "printer-symbolic");
  say (self->printer, self->printer_words, _ ("Printer"), words);
  gtk_label_set_text (self->printer_title, trouble != NULL ? trouble : _ ("Printers"));
  gtk_widget_set_visible (self->printers, g_list_model_get_n_items (G_LIST_MODEL (printers)) > 0);
}

static GtkWidget *
create_command_row_cb (gpointer item, gpointer user_data)
{
  YcStatusCorner *self = user_data;

  return yc_command_row_new (item, self->desk);
}

static GtkWidget *
create_printer_row_cb (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), yc_printer_get_info (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), yc_printer_get_state_title (item));

  return row;
}

static void
try_now_cb (GtkButton *button, YcStatusCorner *self)
{
  yc_line_try_now (yc_desk_get_line (self->desk));
}

static void
look_again_cb (GtkButton *button, YcStatusCorner *self)
{
  yc_printers_refresh_async (yc_desk_get_printers (self->desk), NULL, NULL, NULL);
}

static void
presets_cb (YcStatusCorner *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->printer));
  yc_print_presets_sheet_present (GTK_WIDGET (self), self->desk);
}

static void
forget_desk (YcStatusCorner *self)
{
  if (self->desk == NULL)
    return;

  g_signal_handlers_disconnect_by_data (yc_desk_get_line (self->desk), self);
  g_signal_handlers_disconnect_by_data (yc_desk_get_outbox (self->desk), self);
  g_signal_handlers_disconnect_by_data (yc_desk_get_printers (self->desk), self);
  g_clear_pointer (&self->watch, yc_printer_watch_stop);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->commands), NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->printers), NULL, NULL, NULL, NULL);
  yc_print_queue_view_set_desk (self->queue, NULL);
  g_clear_object (&self->desk);
}

static void
yc_status_corner_dispose (GObject *object)
{
  YcStatusCorner *self = YC_STATUS_CORNER (object);

  forget_desk (self);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->outbox, gtk_widget_unparent);
  g_clear_pointer (&self->printer, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_status_corner_parent_class)->dispose (object);
}

static void
yc_status_corner_class_init (YcStatusCornerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_status_corner_dispose;

  gtk_widget_class_set_css_name (widget_class, "statuscorner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  g_type_ensure (YC_TYPE_PRINT_QUEUE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-status-corner.ui");
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, line);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, line_icon);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, line_words);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, line_title);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, line_details);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, try_now);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, outbox);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, outbox_icon);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, outbox_words);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, outbox_title);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, commands_scroller);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, commands);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, printer);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, printer_icon);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, printer_words);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, printer_title);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, printers);
  gtk_widget_class_bind_template_child (widget_class, YcStatusCorner, queue);
  gtk_widget_class_bind_template_callback (widget_class, try_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, presets_cb);
}

static void
yc_status_corner_init (YcStatusCorner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_status_corner_new:
 *
 * Returns: a corner without a desk
 */
GtkWidget *
yc_status_corner_new (void)
{
  return g_object_new (YC_TYPE_STATUS_CORNER, NULL);
}

/**
 * yc_status_corner_set_desk:
 * @self: the corner
 * @desk: (nullable): the desk whose state is told, as it changes
 */
void
yc_status_corner_set_desk (YcStatusCorner *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_STATUS_CORNER (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  forget_desk (self);
  if (desk == NULL)
    return;

  self->desk = g_object_ref (desk);
  g_signal_connect_swapped (yc_desk_get_line (desk), "notify", G_CALLBACK (show_line), self);
  g_signal_connect_swapped (yc_desk_get_line (desk), "notify::online", G_CALLBACK (show_outbox),
                            self);
  g_signal_connect_swapped (yc_desk_get_outbox (desk), "notify", G_CALLBACK (show_outbox), self);
  g_signal_connect_swapped (yc_desk_get_printers (desk), "notify", G_CALLBACK (show_printer),
                            self);
  g_signal_connect_swapped (yc_desk_get_printers (desk), "items-changed",
                            G_CALLBACK (show_printer), self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->commands),
                           G_LIST_MODEL (yc_desk_get_outbox (desk)), create_command_row_cb, self,
                           NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->printers),
                           G_LIST_MODEL (yc_desk_get_printers (desk)), create_printer_row_cb, self,
                           NULL);
  yc_print_queue_view_set_desk (self->queue, desk);
  self->watch = yc_printer_watch_start (yc_desk_get_printers (desk), SECONDS_BETWEEN_LOOKS);
  show_line (self);
  show_outbox (self);
  show_printer (self);
}
