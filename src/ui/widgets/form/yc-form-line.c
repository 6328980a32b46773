/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The entry of one line that most editors have, tied to its field. What is typed goes to the field
 * as it is typed; the text comes back in order only when the field is left, never while somebody
 * types or an input method composes. Long numbers are set in groups by the distance between their
 * characters alone: what is copied out of the entry has no spaces in it.
 */
#include "yc-form-line.h"

#include "yc-form-editor.h"

/* The least; columns and tables give more. */
#define WIDTH_CHARS 6
#define GROUP_GAP 6

/* Where gaps stand in the numbers of a format: after so many characters. */
static const struct
{
  const char *format;
  guint8      ends[5];
} GROUPS[] = {
  { "id-number", { 6, 10, 14 } },
  { "uscc", { 4, 8, 12, 16 } },
  { "mobile", { 3, 7 } },
};

static GQuark
showing_quark (void)
{
  return g_quark_from_static_string ("yc-form-line-showing");
}

/**
 * yc_form_line_is_showing:
 * @line: an entry
 *
 * Returns: whether its text changes because the field's did, and nobody typed
 */
gboolean
yc_form_line_is_showing (GtkWidget *line)
{
  return g_object_get_qdata (G_OBJECT (line), showing_quark ()) != NULL;
}

static void
changed_cb (GtkEditable *editable,
            YcFormField *field)
{
  if (!yc_form_line_is_showing (GTK_WIDGET (editable)))
    yc_form_field_set_text (field, gtk_editable_get_text (editable));
}

static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                GtkEditable *editable)
{
  const char *text = yc_form_field_get_text (field);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  g_object_set_qdata (G_OBJECT (editable), showing_quark (), editable);
  gtk_editable_set_text (editable, text);
  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (editable))))
    gtk_editable_set_position (editable, -1);
  g_object_set_qdata (G_OBJECT (editable), showing_quark (), NULL);
}

static void
error_notify_cb (YcFormField *field,
                 GParamSpec  *pspec,
                 GtkWidget   *line)
{
  if (yc_form_field_get_error (field) != NULL)
    gtk_widget_add_css_class (line, "error");
  else
    gtk_widget_remove_css_class (line, "error");
}

/* A long text shows its beginning while nobody is typing. */
static void
leave_cb (GtkEventControllerFocus *controller,
          GtkEditable             *editable)
{
  gtk_editable_set_position (editable, 0);
}

static void
set_groups (GtkEntry   *entry,
            const char *format)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (GROUPS); i++)
    {
      for (guint at = 0; g_strcmp0 (GROUPS[i].format, format) == 0 && GROUPS[i].ends[at] > 0; at++)
        {
          PangoAttribute *gap = pango_attr_letter_spacing_new (GROUP_GAP * PANGO_SCALE);

          gap->start_index = GROUPS[i].ends[at] - 1;
          gap->end_index = GROUPS[i].ends[at];
          pango_attr_list_insert (attributes, gap);
        }
    }
  gtk_entry_set_attributes (entry, attributes);
}

static void
apply_format (GtkEntry   *entry,
              const char *format)
{
  if (format == NULL)
    return;
  set_groups (entry, format);
  if (g_str_equal (format, "mobile"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_PHONE);
  if (g_str_equal (format, "email"))
    gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_EMAIL);
}

static void
follow (GtkWidget   *line,
        YcFormField *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (line, "changed", G_CALLBACK (changed_cb), field, 0);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), line, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (error_notify_cb), line, 0);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), line);
  gtk_widget_add_controller (line, focus);
}

/**
 * yc_form_line_new:
 * @field: what is filled in
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * The caller says what Enter does ("activate").
 *
 * Returns: an entry
 */
GtkWidget *
yc_form_line_new (YcFormField *field,
                  const char  *label,
                  gboolean     compact)
{
  GtkWidget *line = gtk_entry_new ();

  gtk_widget_set_hexpand (line, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (line), compact ? 1 : WIDTH_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (line), yc_form_field_get_placeholder (field));
  apply_format (GTK_ENTRY (line), yc_form_field_get_format (field));
  text_notify_cb (field, NULL, GTK_EDITABLE (line));
  follow (line, field);
  error_notify_cb (field, NULL, line);
  gtk_editable_set_editable (GTK_EDITABLE (line), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (line, field, label);
  yc_form_editor_add_keys (line);
  return line;
}

/**
 * yc_form_line_add_icon:
 * @line: an entry
 * @icon_name: what stands at its end
 * @words: what a press on it does
 * @callback: called with @data, of the signal "icon-press"
 * @data: for @callback
 */
void
yc_form_line_add_icon (GtkWidget  *line,
                       const char *icon_name,
                       const char *words,
                       GCallback   callback,
                       gpointer    data)
{
  GtkEntry *entry = GTK_ENTRY (line);

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, icon_name);
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, words);
  g_signal_connect (entry, "icon-press", callback, data);
}
