/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line to type into. What is typed goes to the field as it is typed; the text comes back in
 * order only when the field is left, never while somebody types or an input method composes.
 */
#include "yc-form-entry.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"

/* The least; columns and tables give more. */
#define WIDTH_CHARS 6

struct _YcFormEntry
{
  GtkWidget    parent_instance;
  GtkWidget   *entry;
  GtkWidget   *unit;
  YcFormField *field;
};

G_DEFINE_FINAL_TYPE (YcFormEntry, yc_form_entry, GTK_TYPE_WIDGET)

static gboolean
is_format (YcFormEntry *self,
           const char  *format)
{
  return g_strcmp0 (yc_form_field_get_format (self->field), format) == 0;
}

static void
changed_cb (GtkEditable *editable,
            YcFormEntry *self)
{
  yc_form_field_set_text (self->field, gtk_editable_get_text (editable));
}

static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                YcFormEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  const char *text = yc_form_field_get_text (field);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  g_signal_handlers_block_by_func (editable, changed_cb, self);
  gtk_editable_set_text (editable, text);
  g_signal_handlers_unblock_by_func (editable, changed_cb, self);
}

static void
error_notify_cb (YcFormField *field,
                 GParamSpec  *pspec,
                 YcFormEntry *self)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
activate_cb (GtkEntry    *entry,
             YcFormEntry *self)
{
  yc_form_editor_go_on (GTK_WIDGET (self));
}

/* A long text shows its beginning while nobody is typing. */
static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormEntry             *self)
{
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

static void
follow_focus (YcFormEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
set_purpose (YcFormEntry *self)
{
  GtkEntry *entry = GTK_ENTRY (self->entry);

  if (yc_form_field_get_kind (self->field) == YC_FORM_FIELD_DATE)
    gtk_entry_set_placeholder_text (entry, "2026-11-21");
  if (yc_form_field_get_placeholder (self->field) != NULL)
    gtk_entry_set_placeholder_text (entry, yc_form_field_get_placeholder (self->field));
  if (is_format (self, "mobile"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_PHONE);
  if (is_format (self, "email"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_EMAIL);
}

static void
yc_form_entry_dispose (GObject *object)
{
  YcFormEntry *self = YC_FORM_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);
  g_clear_object (&self->field);
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
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
add_unit (YcFormEntry *self)
{
  self->unit = gtk_label_new (yc_form_field_get_unit (self->field));
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

  self->field = g_object_ref (field);
  set_purpose (self);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), compact ? 1 : WIDTH_CHARS);
  if (yc_form_field_get_unit (field) != NULL && !compact)
    add_unit (self);
  text_notify_cb (field, NULL, self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), self, 0);
  error_notify_cb (field, NULL, self);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (self->entry, field, label);
  yc_form_editor_add_keys (self->entry);
  follow_focus (self);
  return GTK_WIDGET (self);
}
