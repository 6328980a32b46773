/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where, how and, of a further sheet, why something is printed: the one place for all of it. */
#include "yc-print-dialog.h"

#include "yc-print-kind.h"
#include "yc-printer-chooser.h"
#include "yc-reprint-reason.h"
#include "yc-sheet.h"

#include <glib/gi18n-lib.h>

#define WIDTH 440

struct _YcPrintDialog
{
  GtkWidget parent_instance;

  GtkWidget        *box;
  YcReprintReason  *reason; /* nullable */
  YcPrinterChooser *chooser;
  GtkCheckButton   *remember; /* nullable: nobody is asked */
  GtkWidget        *print;

  YcPrintSetup      *setup;
  YcPrintDialogFlags flags;
};

enum
{
  PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintDialog, yc_print_dialog, GTK_TYPE_WIDGET)

static void
update (YcPrintDialog *self)
{
  gtk_widget_set_sensitive (self->print,
                            yc_print_setup_get_ready (self->setup) &&
                              (self->reason == NULL ||
                               yc_reprint_reason_get (self->reason) != 0));
}

static void
close_sheet (YcPrintDialog *self)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET);

  if (sheet != NULL)
    yc_sheet_close (YC_SHEET (sheet));
}

static gboolean
is_to_remember (YcPrintDialog *self)
{
  return (self->flags & YC_PRINT_DIALOG_REMEMBER) != 0 ||
         (self->remember != NULL && gtk_check_button_get_active (self->remember));
}

static void
print_cb (YcPrintDialog *self)
{
  g_autoptr (YcPrintDialog) keep = g_object_ref (self);

  yc_printer_chooser_commit (self->chooser);
  if (!gtk_widget_get_sensitive (self->print))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (is_to_remember (self))
    yc_print_setup_remember (self->setup);
  close_sheet (self);
  if ((self->flags & YC_PRINT_DIALOG_REMEMBER) == 0)
    g_signal_emit (self, signals[PRINT], 0);
}

static gboolean
takes_enter_itself (YcPrintDialog *self, GtkWidget *focus)
{
  return focus != NULL && (gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN) != NULL ||
                           (GTK_IS_BUTTON (focus) && focus != self->print));
}

static guint
get_digit (guint key)
{
  gunichar character = gdk_keyval_to_unicode (key);

  return g_unichar_isdigit (character) ? (guint) g_unichar_digit_value (character) : 0;
}

/* Enter prints wherever it does nothing else, and a digit chooses the reason. */
static gboolean
key_pressed_cb (YcPrintDialog *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      if (takes_enter_itself (self, focus))
        return GDK_EVENT_PROPAGATE;
      print_cb (self);
      return GDK_EVENT_STOP;
    }
  return self->reason != NULL && !GTK_IS_TEXT (focus) &&
         yc_reprint_reason_choose (self->reason, get_digit (key));
}

static gboolean
yc_print_dialog_grab_focus (GtkWidget *widget)
{
  YcPrintDialog *self = YC_PRINT_DIALOG (widget);

  if (self->reason != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  return gtk_widget_grab_focus (self->print) ||
         gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
yc_print_dialog_dispose (GObject *object)
{
  YcPrintDialog *self = YC_PRINT_DIALOG (object);

  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (yc_print_dialog_parent_class)->dispose (object);
}

static void
yc_print_dialog_class_init (YcPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_print_dialog_dispose;
  widget_class->grab_focus = yc_print_dialog_grab_focus;
  signals[PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "printdialog");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
append_remember (YcPrintDialog *self)
{
  /* Translators: %s: Certificates, Notices, Forms, Labels, Other papers */
  g_autofree char *words =
    g_strdup_printf (_ ("%s: print all like this from now on"),
                     yc_print_kind_get_title (yc_print_setup_get_kind (self->setup)));
  GtkWidget *label = gtk_label_new (words);

  self->remember = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_check_button_set_child (self->remember, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remember), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->remember));
}

static void
append_button (YcPrintDialog *self)
{
  gboolean only_remembers = (self->flags & YC_PRINT_DIALOG_REMEMBER) != 0;

  self->print = gtk_button_new_with_label (only_remembers ? _ ("Remember") : _ ("Print"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->print);
}

static void
build (YcPrintDialog *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  if (self->flags & YC_PRINT_DIALOG_FURTHER)
    {
      self->reason = YC_REPRINT_REASON (yc_reprint_reason_new ());
      g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update), self);
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->reason));
    }
  self->chooser = YC_PRINTER_CHOOSER (yc_printer_chooser_new ());
  yc_printer_chooser_set_setup (self->chooser, self->setup);
  yc_printer_chooser_set_with_pages (self->chooser,
                                     (self->flags & YC_PRINT_DIALOG_WITH_PAGES) != 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->chooser));
  if ((self->flags & (YC_PRINT_DIALOG_REMEMBER | YC_PRINT_DIALOG_ONCE)) == 0)
    append_remember (self);
  append_button (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
yc_print_dialog_init (YcPrintDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

YcPrintDialog *
yc_print_dialog_present (GtkWidget *over, YcPrintSetup *setup, YcPrintDialogFlags flags)
{
  YcPrintDialog *self = g_object_new (YC_TYPE_PRINT_DIALOG, NULL);
  const char *title = flags & YC_PRINT_DIALOG_FURTHER ? _ ("Print once more") : _ ("Print settings");

  g_return_val_if_fail (GTK_IS_WIDGET (over), self);
  g_return_val_if_fail (YC_IS_PRINT_SETUP (setup), self);

  self->setup = g_object_ref (setup);
  self->flags = flags;
  build (self);
  g_signal_connect_swapped (setup, "changed", G_CALLBACK (update), self);
  update (self);
  yc_sheet_present (yc_sheet_new (title, GTK_WIDGET (self)), over);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return self;
}

YcPrintReason
yc_print_dialog_get_reason (YcPrintDialog *self)
{
  g_return_val_if_fail (YC_IS_PRINT_DIALOG (self), 0);

  return self->reason != NULL ? yc_reprint_reason_get (self->reason) : 0;
}

const char *
yc_print_dialog_get_note (YcPrintDialog *self)
{
  g_return_val_if_fail (YC_IS_PRINT_DIALOG (self), NULL);

  return self->reason != NULL ? yc_reprint_reason_get_note (self->reason) : NULL;
}
