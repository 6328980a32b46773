/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that asks for a certificate's file. */
#include "yc-verify-file.h"

#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcVerifyFile
{
  GtkWidget parent_instance;

  /* NULL unless it is open. */
  GtkNativeDialog *chooser;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVerifyFile, yc_verify_file, GTK_TYPE_WIDGET)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
response_cb (GtkNativeDialog *dialog, int response, YcVerifyFile *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                             : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, file);
}

static void
choose_cb (YcVerifyFile *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
    _ ("Certificate to verify"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL));
  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (self->chooser);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
yc_verify_file_dispose (GObject *object)
{
  g_clear_object (&YC_VERIFY_FILE (object)->chooser);
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_verify_file_parent_class)->dispose (object);
}

static void
yc_verify_file_class_init (YcVerifyFileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_verify_file_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", YC_TYPE_VERIFY_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
yc_verify_file_init (YcVerifyFile *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open a PDF…"));
  GtkWidget *words = gtk_label_new (_ ("or drop the file here"));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  gtk_widget_add_css_class (words, "field-title");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

GtkWidget *
yc_verify_file_new (void)
{
  return g_object_new (YC_TYPE_VERIFY_FILE, NULL);
}
