/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a certificate is printed once more: one of a list by its digit, with the clerk's own words. */
#include "yc-reprint-reason.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARACTERS 200

struct _YcReprintReason
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkWidget   *choices[YC_N_PRINT_REASONS];
  GtkEditable *note;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcReprintReason, yc_reprint_reason, GTK_TYPE_WIDGET)

static void
changed_cb (YcReprintReason *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (YcReprintReason *self, GtkCheckButton *choice)
{
  if (!gtk_check_button_get_active (choice))
    return;
  if (GTK_WIDGET (choice) == self->choices[YC_PRINT_REASON_OTHER - 1])
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  changed_cb (self);
}

static gboolean
yc_reprint_reason_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_REPRINT_REASON (widget)->choices[0]);
}

static void
yc_reprint_reason_dispose (GObject *object)
{
  YcReprintReason *self = YC_REPRINT_REASON (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_reprint_reason_parent_class)->dispose (object);
}

static void
yc_reprint_reason_class_init (YcReprintReasonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_reprint_reason_dispose;
  widget_class->grab_focus = yc_reprint_reason_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
append_choices (YcReprintReason *self)
{
  for (guint i = 0; i < YC_N_PRINT_REASONS; i++)
    {
      g_autofree char *words =
        g_strdup_printf ("%u  %s", i + 1, yc_print_reason_get_title ((YcPrintReason) (i + 1)));

      self->choices[i] = gtk_check_button_new_with_label (words);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->choices[i]),
                                    GTK_CHECK_BUTTON (self->choices[0]));
      g_signal_connect_swapped (self->choices[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->box), self->choices[i]);
    }
}

static void
append_note (YcReprintReason *self)
{
  GtkWidget *note = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (note), _ ("Your own words, if they are needed"));
  gtk_entry_set_max_length (GTK_ENTRY (note), MOST_CHARACTERS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your own words to the reason"), -1);
  g_signal_connect_swapped (note, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), note);
  self->note = GTK_EDITABLE (note);
}

static void
yc_reprint_reason_init (YcReprintReason *self)
{
  const char *words = _ ("Why is it printed once more?");
  GtkWidget *heading = gtk_label_new (words);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  append_choices (self);
  append_note (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
yc_reprint_reason_new (void)
{
  return g_object_new (YC_TYPE_REPRINT_REASON, NULL);
}

YcPrintReason
yc_reprint_reason_get (YcReprintReason *self)
{
  g_return_val_if_fail (YC_IS_REPRINT_REASON (self), 0);

  for (YcPrintReason i = YC_PRINT_REASON_FAULT; i < YC_PRINT_REASON_OTHER; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->choices[i - 1])))
      return i;
  return gtk_check_button_get_active (
           GTK_CHECK_BUTTON (self->choices[YC_PRINT_REASON_OTHER - 1])) &&
           yc_reprint_reason_get_note (self) != NULL
         ? YC_PRINT_REASON_OTHER
         : 0;
}

const char *
yc_reprint_reason_get_note (YcReprintReason *self)
{
  const char *note;

  g_return_val_if_fail (YC_IS_REPRINT_REASON (self), NULL);

  note = gtk_editable_get_text (self->note);
  return note[strspn (note, " ")] != '\0' ? note : NULL;
}

gboolean
yc_reprint_reason_choose (YcReprintReason *self, guint number)
{
  g_return_val_if_fail (YC_IS_REPRINT_REASON (self), FALSE);

  if (number < 1 || number > YC_N_PRINT_REASONS)
    return FALSE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->choices[number - 1]), TRUE);
  if (number != YC_PRINT_REASON_OTHER)
    gtk_widget_grab_focus (self->choices[number - 1]);
  return TRUE;
}
