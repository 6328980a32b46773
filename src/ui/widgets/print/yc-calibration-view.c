/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adjusts a printer and its tray to a form: a sheet with a cross is printed and measured, and the two numbers
 * are typed. */
#include "yc-calibration-view.h"

#include "yc-calibration-words.h"
#include "yc-children.h"
#include "yc-desk-print.h"
#include "yc-dialogs.h"
#include "yc-direct-typing.h"
#include "yc-json.h"
#include "yc-overprint-paper.h"
#include "yc-paper-program.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 460

struct _YcCalibrationView
{
  GtkWidget parent_instance;

  GtkWidget *print;
  GtkEntry  *left;
  GtkEntry  *top;
  GtkLabel  *words;
  GtkWidget *save;

  YcDesk       *desk;
  YcPrintSetup *setup;
  JsonObject   *template_;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcCalibrationView, yc_calibration_view, GTK_TYPE_WIDGET)

static gboolean
read_both (YcCalibrationView *self, YcCalibration *calibration)
{
  return yc_calibration_words_read (gtk_editable_get_text (GTK_EDITABLE (self->left)),
                                    &calibration->x) &&
         yc_calibration_words_read (gtk_editable_get_text (GTK_EDITABLE (self->top)),
                                    &calibration->y);
}

static void
show (YcCalibrationView *self)
{
  YcCalibration calibration;
  gboolean good = read_both (self, &calibration);
  g_autofree char *words = good ? yc_calibration_words_describe (&calibration) : NULL;
  gboolean begun = *gtk_editable_get_text (GTK_EDITABLE (self->left)) != '\0' ||
                   *gtk_editable_get_text (GTK_EDITABLE (self->top)) != '\0';

  gtk_widget_set_sensitive (self->save, good);
  if (good)
    gtk_label_set_text (self->words, words);
  else
    gtk_label_set_text (self->words,
                        begun ? _ ("Type both numbers in millimetres, from 0 to 40, such as 20.5.")
                              : "");
}

/* Who types a number already must not have it chosen and written over. */
static void
lead_to_numbers (YcCalibrationView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || (!gtk_widget_is_ancestor (focus, GTK_WIDGET (self->left)) &&
                        !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->top))))
    gtk_widget_grab_focus (GTK_WIDGET (self->left));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCalibrationView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrintRun) run = yc_desk_print_finish (YC_DESK (source), result, &error);

  gtk_widget_set_sensitive (self->print, TRUE);
  if (run == NULL)
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
  else
    lead_to_numbers (self);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcCalibrationView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = yc_paper_program_set_finish (result, &error);
  g_autoptr (YcPrintOptions) options = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf == NULL)
    {
      gtk_widget_set_sensitive (self->print, TRUE);
      yc_dialogs_toast_error (GTK_WIDGET (self), error);
      return;
    }
  options = yc_print_setup_create_options (self->setup, NULL);
  yc_desk_print_async (self->desk,
                       &(YcPrintRequest){
                         .kind = YC_PRINT_KIND_OTHER,
                         .title = _ ("Calibration sheet"),
                         .pdf = pdf,
                         .printer = yc_print_setup_get_printer (self->setup),
                         .options = options,
                       },
                       NULL, printed_cb, g_object_ref (self));
}

static void
print_cb (YcCalibrationView *self)
{
  g_autoptr (GBytes) request = yc_overprint_paper_write_calibration (self->template_);

  gtk_widget_set_sensitive (self->print, FALSE);
  yc_paper_program_set_async ("certificate", "calibration", request, self->cancellable, set_cb,
                              g_object_ref (self));
}

static void
close_sheet (YcCalibrationView *self)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET);

  if (sheet != NULL)
    yc_sheet_close (YC_SHEET (sheet));
}

static void
save_cb (YcCalibrationView *self)
{
  YcPrinter *printer = yc_print_setup_get_printer (self->setup);
  YcCalibration calibration;

  if (printer == NULL || !read_both (self, &calibration))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  yc_calibrations_set (yc_desk_get_calibrations (self->desk), yc_printer_get_name (printer),
                       yc_print_setup_get_source (self->setup),
                       yc_json_get_string (self->template_, "id", ""), &calibration);
  close_sheet (self);
}

static gboolean
yc_calibration_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_CALIBRATION_VIEW (widget)->print);
}

static void
yc_calibration_view_dispose (GObject *object)
{
  YcCalibrationView *self = YC_CALIBRATION_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  yc_children_remove (GTK_WIDGET (self));
  g_clear_pointer (&self->template_, json_object_unref);
  g_clear_object (&self->setup);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_calibration_view_parent_class)->dispose (object);
}

static void
yc_calibration_view_class_init (YcCalibrationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_calibration_view_dispose;
  widget_class->grab_focus = yc_calibration_view_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "calibration");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
append_label (YcCalibrationView *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* Enter saves: the numbers are the last that is typed. */
static GtkEntry *
append_entry (YcCalibrationView *self, const char *words)
{
  GtkWidget *label = append_label (self, words);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "20.0");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  yc_direct_typing_use (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save_cb), self);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return GTK_ENTRY (entry);
}

static GtkWidget *
append_button (YcCalibrationView *self, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
yc_calibration_view_init (YcCalibrationView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  append_label (self, _ ("1. Put plain paper of the form’s size into the tray and print the sheet."));
  self->print = append_button (self, _ ("_Print the calibration sheet"), G_CALLBACK (print_cb));
  append_label (self, _ ("2. Measure with a ruler where the middle of the cross is."));
  self->left = append_entry (self, _ ("From the left edge, mm"));
  self->top = append_entry (self, _ ("From the upper edge, mm"));
  self->words = GTK_LABEL (append_label (self, NULL));
  self->save = append_button (self, _ ("_Save"), G_CALLBACK (save_cb));
  gtk_widget_add_css_class (self->save, "suggested-action");
  show (self);
}

YcCalibrationView *
yc_calibration_view_present (GtkWidget *over, YcDesk *desk, YcPrintSetup *setup,
                             JsonObject *template_)
{
  YcCalibrationView *self = g_object_new (YC_TYPE_CALIBRATION_VIEW, NULL);

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_PRINT_SETUP (setup), NULL);

  self->desk = g_object_ref (desk);
  self->setup = g_object_ref (setup);
  self->template_ = json_object_ref (template_);
  yc_sheet_present (yc_sheet_new (_ ("Adjust the printer to the form"), GTK_WIDGET (self)), over);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return self;
}
