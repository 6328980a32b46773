/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate on its pre-printed form: looked at with the form under the words, then printed, moved as
 * this printer and tray need it. */
#include "yc-overprint-view.h"

#include "yc-calibration-view.h"
#include "yc-calibration-words.h"
#include "yc-children.h"
#include "yc-desk-print.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-json.h"
#include "yc-overprint-paper.h"
#include "yc-preview-view.h"
#include "yc-print-dialog.h"
#include "yc-print-state-line.h"
#include "yc-print-summary.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_WIDTH 560
#define PREVIEW_HEIGHT 420
#define SIDE_WIDTH 280

struct _YcOverprintView
{
  GtkWidget parent_instance;

  YcPreviewView    *preview;
  YcPrintSummary   *summary;
  GtkLabel         *adjusted;
  GtkWidget        *print;
  GtkWidget        *adjust;
  YcPrintStateLine *state_line;

  YcDesk              *desk;
  YcIssuedCertificate *certificate;
  JsonObject          *template_;
  YcPrintSetup        *setup;
  YcPrintRun          *run;
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (YcOverprintView, yc_overprint_view, GTK_TYPE_WIDGET)

static const char *
get_serial (YcOverprintView *self)
{
  return yc_issued_certificate_get_serial (self->certificate);
}

static gboolean
find_calibration (YcOverprintView *self, YcCalibration *calibration)
{
  YcPrinter *printer = yc_print_setup_get_printer (self->setup);

  *calibration = (YcCalibration){ 0 };
  return printer != NULL &&
         yc_calibrations_find (yc_desk_get_calibrations (self->desk), yc_printer_get_name (printer),
                               yc_print_setup_get_source (self->setup),
                               yc_json_get_string (self->template_, "id", ""), calibration);
}

static void
show_adjusted (YcOverprintView *self)
{
  YcCalibration calibration;
  gboolean found = find_calibration (self, &calibration);
  g_autofree char *words = yc_calibration_words_describe (&calibration);

  gtk_label_set_text (self->adjusted,
                      found ? words
                            : _ ("This printer and tray were not adjusted to the form yet."));
}

static gboolean
is_under_way (YcOverprintView *self)
{
  return self->run != NULL && !yc_print_run_get_final (self->run);
}

static void
show_setup (YcOverprintView *self)
{
  gtk_widget_set_sensitive (self->adjust, yc_print_setup_get_ready (self->setup));
  gtk_widget_set_sensitive (self->print, !is_under_way (self));
  show_adjusted (self);
}

static void
show_run (YcOverprintView *self)
{
  YcPrinter *printer = yc_printers_find (yc_desk_get_printers (self->desk),
                                         yc_print_run_get_printer (self->run));

  yc_print_state_line_show (self->state_line, yc_print_run_get_state (self->run),
                            printer != NULL ? yc_printer_get_info (printer) : NULL,
                            yc_print_run_get_detail (self->run),
                            yc_print_run_get_advice (self->run));
  show_setup (self);
}

static void
set_run (YcOverprintView *self, YcPrintRun *run)
{
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  if (run == NULL)
    return;
  g_signal_connect_swapped (run, "notify", G_CALLBACK (show_run), self);
  show_run (self);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcOverprintView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = yc_desk_print_finish (YC_DESK (source), result, &error);

  if (run != NULL)
    set_run (self, run);
  else
    yc_print_state_line_show_error (self->state_line, yc_error_words_title (error),
                                    yc_error_words_way_out (error));
}

static void
start (YcOverprintView *self, YcPrintDialog *dialog)
{
  g_autoptr (YcPrintOptions) options = yc_print_setup_create_options (self->setup, NULL);
  g_autofree char *path = NULL;
  YcCalibration calibration;

  find_calibration (self, &calibration);
  path = yc_overprint_paper_write_path (get_serial (self), &calibration);
  yc_print_state_line_show (self->state_line, YC_PRINT_RUN_ASKED, NULL, NULL, NULL);
  yc_desk_print_async (self->desk,
                       &(YcPrintRequest){
                         .kind = YC_PRINT_KIND_CERTIFICATE,
                         .case_id = yc_issued_certificate_get_case_id (self->certificate),
                         .serial = get_serial (self),
                         .title = yc_issued_certificate_get_title (self->certificate),
                         .sheet_path = path,
                         .printer = yc_print_setup_get_printer (self->setup),
                         .options = options,
                         .reason = yc_print_dialog_get_reason (dialog),
                         .note = yc_print_dialog_get_note (dialog),
                       },
                       NULL, printed_cb, g_object_ref (self));
}

/* A sheet of it may be out already, on the form or on plain paper. */
static gboolean
is_further (YcOverprintView *self)
{
  return yc_issued_certificate_get_n_prints (self->certificate) > 0 ||
         yc_desk_find_print_run (self->desk, get_serial (self)) != NULL;
}

/* The form's paper is not that of all certificates. */
static void
print_cb (YcOverprintView *self)
{
  YcPrintDialogFlags flags =
    YC_PRINT_DIALOG_ONCE | (is_further (self) ? YC_PRINT_DIALOG_FURTHER : 0);
  YcPrintDialog *dialog = yc_print_dialog_present (GTK_WIDGET (self), self->setup, flags);

  g_signal_connect_object (dialog, "print", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
}

static void
adjust_cb (YcOverprintView *self)
{
  yc_calibration_view_present (GTK_WIDGET (self), self->desk, self->setup, self->template_);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcOverprintView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_cancel_finish (YC_PRINT_RUN (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
cancel_cb (YcOverprintView *self)
{
  if (self->run != NULL)
    yc_print_run_cancel_async (self->run, NULL, cancelled_cb, g_object_ref (self));
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcOverprintView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yc_print_run_resolve_finish (YC_PRINT_RUN (source), result, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
resolve_cb (YcOverprintView *self, gboolean came_out)
{
  if (self->run != NULL)
    yc_print_run_resolve_async (self->run, came_out, NULL, resolved_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcOverprintView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_overprint_paper_load_finish (YC_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf != NULL)
    yc_preview_view_set_pdf (self->preview, pdf, YC_DOCUMENT_OURS);
  else
    yc_preview_view_set_error (self->preview, yc_error_words_title (error),
                               yc_error_words_way_out (error));
}

static void
load (YcOverprintView *self)
{
  yc_preview_view_set_loading (self->preview);
  yc_overprint_paper_load_async (self->desk, get_serial (self), self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

static gboolean
yc_overprint_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_OVERPRINT_VIEW (widget)->print);
}

static void
yc_overprint_view_dispose (GObject *object)
{
  YcOverprintView *self = YC_OVERPRINT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_run (self, NULL);
  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (yc_desk_get_calibrations (self->desk), self);
  yc_children_remove (GTK_WIDGET (self));
  g_clear_pointer (&self->template_, json_object_unref);
  g_clear_object (&self->setup);
  g_clear_object (&self->certificate);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_overprint_view_parent_class)->dispose (object);
}

static void
yc_overprint_view_class_init (YcOverprintViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_overprint_view_dispose;
  widget_class->grab_focus = yc_overprint_view_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "overprint");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
append_label (GtkWidget *side, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (side), label);
  return GTK_LABEL (label);
}

static GtkWidget *
append_button (YcOverprintView *self, GtkWidget *side, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (side), button);
  return button;
}

static GtkWidget *
create_side (YcOverprintView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_size_request (side, SIDE_WIDTH, -1);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  append_label (side, _ ("Put the pre-printed form into the tray. Only the words are printed."));
  self->summary = YC_PRINT_SUMMARY (yc_print_summary_new ());
  g_signal_connect_swapped (self->summary, "settings", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->summary));
  self->adjusted = append_label (side, NULL);
  self->print = append_button (self, side, _ ("_Print…"), G_CALLBACK (print_cb));
  gtk_widget_add_css_class (self->print, "suggested-action");
  self->adjust = append_button (self, side, _ ("_Adjust the printer…"), G_CALLBACK (adjust_cb));
  self->state_line = YC_PRINT_STATE_LINE (yc_print_state_line_new ());
  g_signal_connect_swapped (self->state_line, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->state_line, "resolved", G_CALLBACK (resolve_cb), self);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->state_line));
  return side;
}

static void
yc_overprint_view_init (YcOverprintView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->preview = YC_PREVIEW_VIEW (yc_preview_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  g_signal_connect_swapped (self->preview, "retry", G_CALLBACK (load), self);
  gtk_widget_set_parent (GTK_WIDGET (self->preview), GTK_WIDGET (self));
  gtk_widget_set_parent (create_side (self), GTK_WIDGET (self));
}

/* The form's paper, whatever certificates are printed on otherwise. */
static void
set_up (YcOverprintView *self, YcDesk *desk)
{
  const char *size = yc_overprint_paper_get_size (self->template_);

  self->desk = g_object_ref (desk);
  self->setup = yc_print_setup_new (yc_desk_get_printers (desk), yc_desk_get_print_presets (desk));
  yc_print_setup_set_kind (self->setup, YC_PRINT_KIND_CERTIFICATE);
  if (size != NULL)
    yc_print_setup_set_paper (self->setup, size);
  yc_print_setup_set_fit (self->setup, FALSE);
  yc_print_summary_set_setup (self->summary, self->setup);
  g_signal_connect_swapped (self->setup, "changed", G_CALLBACK (show_setup), self);
  g_signal_connect_swapped (yc_desk_get_calibrations (desk), "changed", G_CALLBACK (show_adjusted),
                            self);
  show_setup (self);
  load (self);
}

YcOverprintView *
yc_overprint_view_present (GtkWidget *over, YcDesk *desk, YcIssuedCertificate *certificate)
{
  JsonObject *template_;
  YcOverprintView *self;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (certificate), NULL);

  template_ = yc_overprint_paper_find (desk, yc_issued_certificate_get_serial (certificate));
  if (template_ == NULL)
    return NULL;
  self = g_object_new (YC_TYPE_OVERPRINT_VIEW, NULL);
  self->template_ = json_object_ref (template_);
  self->certificate = g_object_ref (certificate);
  set_up (self, desk);
  yc_sheet_present (yc_sheet_new (_ ("Print on the pre-printed form"), GTK_WIDGET (self)), over);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return self;
}
