/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One certificate of a batch: how far it has come, and the question whether it came out. */
#include "yc-print-batch-line.h"

#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcPrintBatchLine
{
  GtkListBoxRow parent_instance;

  GtkLabel  *title;
  GtkLabel  *state;
  GtkLabel  *detail;
  GtkWidget *question;

  YcPrintBatchItem *item;
};

G_DEFINE_FINAL_TYPE (YcPrintBatchLine, yc_print_batch_line, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_state_title (YcPrintBatchItem *item)
{
  YcPrintRun *run = yc_print_batch_item_get_run (item);

  switch (yc_print_batch_item_get_state (item))
    {
    case YC_PRINT_BATCH_ITEM_UNDER_WAY:
      return yc_print_run_state_get_title (run != NULL ? yc_print_run_get_state (run)
                                                       : YC_PRINT_RUN_ASKED);
    case YC_PRINT_BATCH_ITEM_PRINTED:
      return C_ ("certificate of a batch", "Printed");
    case YC_PRINT_BATCH_ITEM_NOT_PRINTED:
      return _ ("Not printed");
    case YC_PRINT_BATCH_ITEM_UNKNOWN:
      return _ ("Look whether the sheet came out");
    case YC_PRINT_BATCH_ITEM_LEFT:
    default:
      return C_ ("certificate of a batch", "Not begun");
    }
}

/* (nullable) (transfer full): what happened, where the state alone does not say it */
static char *
describe_trouble (YcPrintBatchItem *item)
{
  const GError *error = yc_print_batch_item_get_error (item);
  YcPrintRun *run = yc_print_batch_item_get_run (item);

  if (error != NULL)
    return g_strdup (yc_error_words_title (error));
  if (run == NULL || yc_print_batch_item_get_state (item) == YC_PRINT_BATCH_ITEM_PRINTED)
    return NULL;
  return g_strdup (yc_print_run_get_detail (run));
}

static void
show (YcPrintBatchLine *self)
{
  YcIssuedCertificate *certificate = yc_print_batch_item_get_certificate (self->item);
  YcPrintBatchItemState state = yc_print_batch_item_get_state (self->item);
  g_autofree char *title = yc_words_join (yc_issued_certificate_get_title (certificate),
                                          yc_issued_certificate_get_applicant_name (certificate),
                                          NULL);
  g_autofree char *trouble = describe_trouble (self->item);
  const char *words = get_state_title (self->item);
  g_autofree char *label =
    g_strdup_printf ("%s, %s %s", title, words, trouble != NULL ? trouble : "");

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, words);
  gtk_label_set_text (self->detail, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), trouble != NULL);
  gtk_widget_set_visible (self->question, state == YC_PRINT_BATCH_ITEM_UNKNOWN);
  if (state == YC_PRINT_BATCH_ITEM_PRINTED)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPrintBatchLine) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_resolve_finish (YC_PRINT_RUN (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
resolve (YcPrintBatchLine *self, gboolean came_out)
{
  YcPrintRun *run = yc_print_batch_item_get_run (self->item);

  if (run != NULL)
    yc_print_run_resolve_async (run, came_out, NULL, resolved_cb, g_object_ref (self));
}

static void
there_cb (YcPrintBatchLine *self)
{
  resolve (self, TRUE);
}

static void
not_there_cb (YcPrintBatchLine *self)
{
  resolve (self, FALSE);
}

static void
yc_print_batch_line_dispose (GObject *object)
{
  YcPrintBatchLine *self = YC_PRINT_BATCH_LINE (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (yc_print_batch_line_parent_class)->dispose (object);
}

static void
yc_print_batch_line_class_init (YcPrintBatchLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_print_batch_line_dispose;
}

static GtkLabel *
append_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
append_button (YcPrintBatchLine *self, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->question), button);
}

static void
yc_print_batch_line_init (YcPrintBatchLine *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = append_label (words);
  self->state = append_label (words);
  self->detail = append_label (words);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  self->question = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->question, GTK_ALIGN_CENTER);
  append_button (self, _ ("Sheet is there"), G_CALLBACK (there_cb));
  append_button (self, _ ("No sheet"), G_CALLBACK (not_there_cb));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->question);
  gtk_widget_add_css_class (line, "case-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

GtkWidget *
yc_print_batch_line_new (YcPrintBatchItem *item)
{
  YcPrintBatchLine *self = g_object_new (YC_TYPE_PRINT_BATCH_LINE, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
  return GTK_WIDGET (self);
}
