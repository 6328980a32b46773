/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates printed at one go: chosen, printed one after another, stopped, gone on with. */
#include "yc-print-batch-view.h"

#include "yc-batch-chooser.h"
#include "yc-children.h"
#include "yc-print-batch-line.h"
#include "yc-print-batch.h"
#include "yc-print-dialog.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 620
#define LEAST_HEIGHT 320
#define WORDS_CHARS 48

struct _YcPrintBatchView
{
  GtkWidget parent_instance;

  GtkStack       *stack;
  YcBatchChooser *chooser;
  GtkWidget      *lines;
  GtkProgressBar *progress;
  GtkLabel       *words;
  GtkWidget      *print;
  GtkWidget      *stop;
  GtkWidget      *close;

  YcDesk       *desk;
  YcLiveList   *certificates;
  YcPrintSetup *setup;
  YcPrintBatch *batch;
};

G_DEFINE_FINAL_TYPE (YcPrintBatchView, yc_print_batch_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_line_cb (gpointer item, gpointer user_data)
{
  return yc_print_batch_line_new (item);
}

static YcSheet *
get_sheet (YcPrintBatchView *self)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET);

  return sheet != NULL ? YC_SHEET (sheet) : NULL;
}

static char *
describe_chosen (guint n_chosen)
{
  if (n_chosen > YC_PRINT_BATCH_MOST)
    /* Translators: how many certificates are chosen, and how many are printed at one go */
    return g_strdup_printf (_ ("%u chosen; only the first %u are printed at one go"), n_chosen,
                            YC_PRINT_BATCH_MOST);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u certificate chosen",
                                       "%u certificates chosen", n_chosen), n_chosen);
}

static void
show_chosen (YcPrintBatchView *self)
{
  g_autoptr (GListModel) chosen = yc_batch_chooser_get_chosen (self->chooser);
  guint n_chosen = g_list_model_get_n_items (chosen);
  g_autofree char *words = describe_chosen (n_chosen);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_sensitive (self->print, n_chosen > 0);
}

/* Of those that were chosen beyond what is printed at one go, nothing was printed. */
static char *
describe_end (YcPrintBatch *batch)
{
  guint n_beyond = yc_print_batch_get_n_beyond (batch);

  if (n_beyond == 0)
    return g_strdup (_ ("All of them are printed."));
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "All of this batch are printed. %u more was chosen and is not printed: make another "
                 "batch of it.",
                 "All of this batch are printed. %u more were chosen and are not printed: make another "
                 "batch of them.",
                 n_beyond),
    n_beyond);
}

/* Why it stands still, and what can be done about it. */
static char *
describe_state (YcPrintBatch *batch)
{
  switch (yc_print_batch_get_state (batch))
    {
    case YC_PRINT_BATCH_RUNNING:
      return g_strdup (
        _ ("The certificates come out one after another; a printer without paper is waited for."));
    case YC_PRINT_BATCH_STOPPING:
      return g_strdup (_ ("No more are asked for. What the printer has already comes out."));
    case YC_PRINT_BATCH_STOPPED:
      if (yc_print_batch_count (batch, YC_PRINT_BATCH_ITEM_UNKNOWN) > 0)
        return g_strdup (_ ("Look whether the sheets came out, and say so; then print the rest."));
      return g_strdup (
        _ ("Stopped. What is printed stays printed; the rest can be printed now or later."));
    case YC_PRINT_BATCH_DONE:
      return describe_end (batch);
    case YC_PRINT_BATCH_READY:
    default:
      return g_strdup ("");
    }
}

static void
show_progress (YcPrintBatchView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->batch));
  guint n_printed = yc_print_batch_count (self->batch, YC_PRINT_BATCH_ITEM_PRINTED);
  /* Translators: certificates printed so far, and in all */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u printed"), n_printed, n_items);
  g_autofree char *advice = describe_state (self->batch);

  gtk_progress_bar_set_fraction (self->progress, n_items > 0 ? (double) n_printed / n_items : 0);
  gtk_progress_bar_set_text (self->progress, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);
  gtk_label_set_text (self->words, advice);
}

/* The keys go on with what comes next: a button that is gone takes them with it. */
static void
move_focus (YcPrintBatchView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_sensitive (focus))
    return;
  if (!gtk_widget_get_visible (self->print) || !gtk_widget_grab_focus (self->print))
    gtk_widget_grab_focus (gtk_widget_get_visible (self->close) ? self->close : self->stop);
}

/* While it prints, the sheet stays: what goes on behind one's back is forgotten. */
static void
show_batch (YcPrintBatchView *self)
{
  YcPrintBatchState state = yc_print_batch_get_state (self->batch);
  gboolean unsure = yc_print_batch_count (self->batch, YC_PRINT_BATCH_ITEM_UNKNOWN) > 0;
  gboolean busy = state == YC_PRINT_BATCH_RUNNING || state == YC_PRINT_BATCH_STOPPING;
  YcSheet *sheet = get_sheet (self);

  show_progress (self);
  gtk_button_set_label (GTK_BUTTON (self->print), _ ("_Print the rest…"));
  gtk_widget_set_visible (self->print, state == YC_PRINT_BATCH_STOPPED);
  gtk_widget_set_sensitive (self->print, !unsure);
  gtk_widget_set_visible (self->stop, busy);
  gtk_widget_set_sensitive (self->stop, state == YC_PRINT_BATCH_RUNNING);
  gtk_widget_set_visible (self->close, !busy);
  if (sheet != NULL)
    yc_sheet_set_closable (sheet, !busy);
  move_focus (self);
}

static void
start (YcPrintBatchView *self, YcPrintDialog *dialog)
{
  g_autoptr (YcPrintOptions) options = yc_print_setup_create_options (self->setup, NULL);

  gtk_stack_set_visible_child_name (self->stack, "batch");
  yc_print_batch_start (self->batch, yc_print_setup_get_printer (self->setup), options,
                        yc_print_dialog_get_reason (dialog), yc_print_dialog_get_note (dialog));
  gtk_widget_grab_focus (self->stop);
}

static void
take_chosen (YcPrintBatchView *self)
{
  g_autoptr (GListModel) chosen = yc_batch_chooser_get_chosen (self->chooser);

  if (self->batch != NULL)
    g_signal_handlers_disconnect_by_data (self->batch, self);
  g_clear_object (&self->batch);
  self->batch = yc_print_batch_new (self->desk, chosen);
  g_signal_connect_swapped (self->batch, "changed", G_CALLBACK (show_batch), self);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->lines), G_LIST_MODEL (self->batch), create_line_cb,
                           NULL, NULL);
}

/* The reason is asked for once, for all that were printed before. */
static void
print_cb (YcPrintBatchView *self)
{
  YcPrintDialogFlags flags = 0;

  if (self->batch == NULL || yc_print_batch_get_state (self->batch) == YC_PRINT_BATCH_READY)
    take_chosen (self);
  if (yc_print_batch_needs_reason (self->batch))
    flags |= YC_PRINT_DIALOG_FURTHER;
  g_signal_connect_object (yc_print_dialog_present (GTK_WIDGET (self), self->setup, flags), "print",
                           G_CALLBACK (start), self, G_CONNECT_SWAPPED);
}

static void
stop_cb (YcPrintBatchView *self)
{
  yc_print_batch_stop (self->batch);
}

static void
close_cb (YcPrintBatchView *self)
{
  YcSheet *sheet = get_sheet (self);

  if (sheet != NULL)
    yc_sheet_close (sheet);
}

static gboolean
yc_print_batch_view_grab_focus (GtkWidget *widget)
{
  YcPrintBatchView *self = YC_PRINT_BATCH_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->chooser)) || gtk_widget_grab_focus (self->print);
}

static void
yc_print_batch_view_dispose (GObject *object)
{
  YcPrintBatchView *self = YC_PRINT_BATCH_VIEW (object);

  if (self->batch != NULL)
    g_signal_handlers_disconnect_by_data (self->batch, self);
  if (self->certificates != NULL)
    g_signal_handlers_disconnect_by_data (self->certificates, self);
  yc_children_remove (GTK_WIDGET (self));
  g_clear_object (&self->batch);
  g_clear_object (&self->setup);
  g_clear_object (&self->certificates);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_print_batch_view_parent_class)->dispose (object);
}

static void
yc_print_batch_view_class_init (YcPrintBatchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_batch_view_dispose;
  widget_class->grab_focus = yc_print_batch_view_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "printbatch");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_progress (YcPrintBatchView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  self->lines = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lines), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->lines, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Certificates of this batch"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT - 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->lines);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static GtkWidget *
create_foot (YcPrintBatchView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_max_width_chars (self->words, WORDS_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  self->stop = gtk_button_new_with_mnemonic (_ ("_Stop"));
  gtk_widget_set_visible (self->stop, FALSE);
  self->print = gtk_button_new_with_mnemonic (_ ("_Print…"));
  self->close = gtk_button_new_with_mnemonic (_ ("_Close"));
  gtk_widget_set_visible (self->close, FALSE);
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (foot), self->stop);
  gtk_box_append (GTK_BOX (foot), self->close);
  gtk_box_append (GTK_BOX (foot), self->print);
  return foot;
}

static void
yc_print_batch_view_init (YcPrintBatchView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_progress (self), "batch");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_widget_set_parent (create_foot (self), GTK_WIDGET (self));
}

static void
edge_reached_cb (YcPrintBatchView *self)
{
  yc_live_list_load_more (self->certificates);
}

static void
set_up (YcPrintBatchView *self, YcDesk *desk, YcLiveList *certificates)
{
  self->desk = g_object_ref (desk);
  self->certificates = g_object_ref (certificates);
  self->setup = yc_print_setup_new (yc_desk_get_printers (desk), yc_desk_get_print_presets (desk));
  yc_print_setup_set_kind (self->setup, YC_PRINT_KIND_CERTIFICATE);
  self->chooser = YC_BATCH_CHOOSER (yc_batch_chooser_new (G_LIST_MODEL (certificates)));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->chooser), "choose");
  gtk_stack_set_visible_child_name (self->stack, "choose");
  g_signal_connect_swapped (self->chooser, "changed", G_CALLBACK (show_chosen), self);
  g_signal_connect_swapped (self->chooser, "edge-reached", G_CALLBACK (edge_reached_cb), self);
  show_chosen (self);
}

YcPrintBatchView *
yc_print_batch_view_present (GtkWidget *over, YcDesk *desk, YcLiveList *certificates)
{
  YcPrintBatchView *self = g_object_new (YC_TYPE_PRINT_BATCH_VIEW, NULL);

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_LIVE_LIST (certificates), NULL);

  set_up (self, desk, certificates);
  yc_sheet_present (yc_sheet_new (_ ("Print several certificates"), GTK_WIDGET (self)), over);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return self;
}
