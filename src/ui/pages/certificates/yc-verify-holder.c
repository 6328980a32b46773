/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose certificate it is by the words on the sheet, to be compared with its QR code: a code can be
 * copied onto another sheet, but not for another person. */
#include "yc-verify-holder.h"

#include "yc-children.h"
#include "yc-direct-typing.h"

#include <glib/gi18n-lib.h>

struct _YcVerifyHolder
{
  GtkWidget parent_instance;

  GtkEditable *name;
  GtkEditable *id_number;
};

enum
{
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVerifyHolder, yc_verify_holder, GTK_TYPE_WIDGET)

static void
compare_cb (YcVerifyHolder *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

/* From the name to the number: the next thing to be typed. */
static void
name_entered_cb (YcVerifyHolder *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->id_number));
}

static GtkEditable *
create_entry (YcVerifyHolder *self, const char *label, GCallback entered)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "activate", entered, self);
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  return GTK_EDITABLE (entry);
}

static void
yc_verify_holder_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_verify_holder_parent_class)->dispose (object);
}

static void
yc_verify_holder_class_init (YcVerifyHolderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_verify_holder_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[COMPARE] = g_signal_new ("compare", YC_TYPE_VERIFY_HOLDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_verify_holder_init (YcVerifyHolder *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Co_mpare"));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->name = create_entry (self, _ ("Name on the sheet"), G_CALLBACK (name_entered_cb));
  self->id_number = create_entry (self, _ ("ID number on the sheet"), G_CALLBACK (compare_cb));
  yc_direct_typing_use (GTK_ENTRY (self->id_number), GTK_INPUT_PURPOSE_FREE_FORM);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (compare_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

GtkWidget *
yc_verify_holder_new (void)
{
  return g_object_new (YC_TYPE_VERIFY_HOLDER, NULL);
}

void
yc_verify_holder_clear (YcVerifyHolder *self)
{
  g_return_if_fail (YC_IS_VERIFY_HOLDER (self));

  gtk_editable_set_text (self->name, "");
  gtk_editable_set_text (self->id_number, "");
}

const char *
yc_verify_holder_get_name (YcVerifyHolder *self)
{
  g_return_val_if_fail (YC_IS_VERIFY_HOLDER (self), NULL);

  return gtk_editable_get_text (self->name);
}

const char *
yc_verify_holder_get_id_number (YcVerifyHolder *self)
{
  g_return_val_if_fail (YC_IS_VERIFY_HOLDER (self), NULL);

  return gtk_editable_get_text (self->id_number);
}
