/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line to type into, with the unit behind it. */
#include "yc-form-entry.h"

#include "yc-form-editor.h"
#include "yc-form-line.h"

struct _YcFormEntry
{
  GtkWidget    parent_instance;
  GtkWidget   *line;
  GtkWidget   *unit;            /* nullable */
};

G_DEFINE_FINAL_TYPE (YcFormEntry, yc_form_entry, GTK_TYPE_WIDGET)

static void
activate_cb (GtkEntry    *entry,
             YcFormEntry *self)
{
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
yc_form_entry_dispose (GObject *object)
{
  YcFormEntry *self = YC_FORM_ENTRY (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);
  G_OBJECT_CLASS (yc_form_entry_parent_class)->dispose (object);
}

static void
yc_form_entry_class_init (YcFormEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_entry_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formentry");
}

static void
yc_form_entry_init (YcFormEntry *self)
{
}

static void
add_unit (YcFormEntry *self,
          const char  *unit)
{
  self->unit = gtk_label_new (unit);
  gtk_widget_add_css_class (self->unit, "unit");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
}

/**
 * yc_form_entry_new:
 * @field: what is filled in
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Returns: an entry
 */
GtkWidget *
yc_form_entry_new (YcFormField *field,
                   const char  *label,
                   gboolean     compact)
{
  YcFormEntry *self = g_object_new (YC_TYPE_FORM_ENTRY, NULL);

  self->line = yc_form_line_new (field, label, compact);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  g_signal_connect (self->line, "activate", G_CALLBACK (activate_cb), self);
  if (yc_form_field_get_unit (field) != NULL && !compact)
    add_unit (self, yc_form_field_get_unit (field));
  return GTK_WIDGET (self);
}
