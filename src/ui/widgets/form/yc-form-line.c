/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The entry of one line that most editors have, tied to its field. What is typed goes to the field
 * as it is typed; the text comes back in order only when the field is left, never while somebody
 * types or an input method composes. Long numbers stand in groups as long as nobody is in the
 * entry: the field's text, and what is copied out of the entry, have no spaces in them.
 */
#include "yc-form-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-direct-typing.h"
#include "yc-form-editor.h"

/* The least; columns and tables give more. */
#define WIDTH_CHARS 6

/* Of what is expected, in widths of a digit and with room for an icon. */
#define NUMBER_CHARS 9
#define DATE_CHARS 14
#define MONEY_CHARS 18

/* Where gaps stand in the numbers of a format: after so many characters. */
static const struct
{
  const char *format;
  guint8      length;
  guint8      ends[5];
} GROUPS[] = {
  { "id-number", 18, { 6, 10, 14 } },
  { "uscc", 18, { 4, 8, 12, 16 } },
  { "mobile", 11, { 3, 7 } },
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

static GQuark
typing_quark (void)
{
  return g_quark_from_static_string ("yc-form-line-typing");
}

/* "44010619800101001X" → "440106 1980 0101 001X" */
static char *
dup_grouped (const char   *text,
             const guint8 *ends)
{
  GString *grouped = g_string_new (text);

  for (guint i = 0; ends[i] > 0; i++)
    g_string_insert_c (grouped, ends[i] + i, ' ');
  return g_string_free (grouped, FALSE);
}

static char *
dup_shown (YcFormField *field,
           gboolean     typing)
{
  const char *text = yc_form_field_get_text (field);
  const char *format = yc_form_field_get_format (field);

  for (gsize i = 0; !typing && i < G_N_ELEMENTS (GROUPS); i++)
    {
      if (g_strcmp0 (GROUPS[i].format, format) == 0 && strlen (text) == GROUPS[i].length &&
          g_str_is_ascii (text) && strchr (text, ' ') == NULL)
        return dup_grouped (text, GROUPS[i].ends);
    }
  return g_strdup (text);
}

static GQuark
compact_quark (void)
{
  return g_quark_from_static_string ("yc-form-line-compact");
}

/* The column of a table has no room for gaps. */
static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                GtkEditable *editable)
{
  gboolean typing = g_object_get_qdata (G_OBJECT (editable), typing_quark ()) != NULL;
  gboolean compact = g_object_get_qdata (G_OBJECT (editable), compact_quark ()) != NULL;
  g_autofree char *text = dup_shown (field, typing || compact);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  g_object_set_qdata (G_OBJECT (editable), showing_quark (), editable);
  gtk_editable_set_text (editable, text);
  if (typing)
    gtk_editable_set_position (editable, -1);
  g_object_set_qdata (G_OBJECT (editable), showing_quark (), NULL);
}

static void
enter_cb (GtkEventControllerFocus *controller,
          YcFormField             *field)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_object_set_qdata (G_OBJECT (line), typing_quark (), line);
  text_notify_cb (field, NULL, GTK_EDITABLE (line));
}

/* A long text shows its beginning while nobody is typing. */
static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormField             *field)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_object_set_qdata (G_OBJECT (line), typing_quark (), NULL);
  text_notify_cb (field, NULL, GTK_EDITABLE (line));
  gtk_editable_set_position (GTK_EDITABLE (line), 0);
}

static GtkInputPurpose
get_purpose (YcFormField *field)
{
  const char *format = yc_form_field_get_format (field);

  if (g_strcmp0 (format, "mobile") == 0)
    return GTK_INPUT_PURPOSE_PHONE;
  if (g_strcmp0 (format, "email") == 0)
    return GTK_INPUT_PURPOSE_EMAIL;
  return yc_form_field_get_kind (field) == YC_FORM_FIELD_TEXT ? GTK_INPUT_PURPOSE_FREE_FORM
                                                              : GTK_INPUT_PURPOSE_NUMBER;
}

/* What a value of the field takes, in widths of a digit; 0 for as much as there is. */
static int
get_expected_width (YcFormField *field)
{
  const char *format = yc_form_field_get_format (field);

  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
      return NUMBER_CHARS;
    case YC_FORM_FIELD_MONEY:
      return MONEY_CHARS;
    case YC_FORM_FIELD_DATE:
      return DATE_CHARS;
    case YC_FORM_FIELD_TEXT:
      if (g_strcmp0 (format, "time") == 0)
        return NUMBER_CHARS;
      return g_strcmp0 (format, "date-time") == 0 || g_strcmp0 (format, "mobile") == 0 ? DATE_CHARS + 4
                                                                                       : 0;
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_YES_NO:
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      return 0;
    }
}

/* As long as what belongs in it, so that one sees what is asked. */
static void
set_width (GtkWidget   *line,
           YcFormField *field,
           gboolean     compact)
{
  int width = compact ? 0 : get_expected_width (field);

  gtk_editable_set_width_chars (GTK_EDITABLE (line), compact ? 1 : MAX (width, WIDTH_CHARS));
  gtk_widget_set_hexpand (line, width == 0);
  if (width > 0)
    gtk_widget_set_halign (line, GTK_ALIGN_START);
}

static void
peek_cb (GtkEntry             *entry,
         GtkEntryIconPosition  position,
         gpointer              user_data)
{
  gboolean shown = !gtk_entry_get_visibility (entry);

  gtk_entry_set_visibility (entry, shown);
  gtk_entry_set_icon_from_icon_name (entry, position, shown ? "view-conceal-symbolic"
                                                            : "view-reveal-symbolic");
}

static void
follow (GtkWidget   *line,
        YcFormField *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (line, "changed", G_CALLBACK (changed_cb), field, 0);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), line, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), field, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), field, 0);
  gtk_widget_add_controller (line, focus);
}

/**
 * yc_form_line_mask:
 * @line: an entry
 *
 * Makes it one for a secret, which is not read over the shoulder nor learned by an input method.
 */
void
yc_form_line_mask (GtkWidget *line)
{
  if (!gtk_entry_get_visibility (GTK_ENTRY (line)))
    return;
  gtk_entry_set_visibility (GTK_ENTRY (line), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (line), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_entry_set_input_hints (GTK_ENTRY (line), GTK_INPUT_HINT_PRIVATE);
  yc_form_line_add_icon (line, "view-reveal-symbolic", _ ("Show or hide"), G_CALLBACK (peek_cb),
                         NULL);
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

  if (compact)
    g_object_set_qdata (G_OBJECT (line), compact_quark (), line);
  set_width (line, field, compact);
  gtk_entry_set_placeholder_text (GTK_ENTRY (line), yc_form_field_get_placeholder (field));
  if (yc_form_field_get_ascii (field))
    yc_direct_typing_use (GTK_ENTRY (line), get_purpose (field));
  text_notify_cb (field, NULL, GTK_EDITABLE (line));
  follow (line, field);
  gtk_editable_set_editable (GTK_EDITABLE (line), !yc_form_field_get_read_only (field));
  yc_form_editor_prepare (line, field, label);
  yc_form_editor_add_keys (line);
  if (yc_form_field_get_write_only (field))
    yc_form_line_mask (line);
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
