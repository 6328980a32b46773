/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much goes into a text field, and the words when somebody pastes or types more. What is too
 * long is not put in at all: half of a text would look like the whole of it. What stood in the
 * field stays, also what was selected.
 */
#include "yc-text-limit.h"

#include <glib/gi18n-lib.h>

/* Characters that a field takes which the program fills by itself, as with an older draft. */
#define MOST_FILLED 10000

struct _YcTextLimit
{
  GObject    parent_instance;
  GtkWidget *text;              /* not owned: a GtkText or a GtkTextView, which owns this */
  guint      most;
  guint      spare;
  guint      n_user_actions;
  char      *words;
};

typedef enum
{
  PROP_WORDS = 1,
} YcTextLimitProperty;

static GParamSpec *properties[PROP_WORDS + 1];

G_DEFINE_FINAL_TYPE (YcTextLimit, yc_text_limit, G_TYPE_OBJECT)

static GQuark
limit_quark (void)
{
  return g_quark_from_static_string ("yc-text-limit");
}

static void
set_words (YcTextLimit *self,
           char        *words)
{
  g_autofree char *before = g_steal_pointer (&self->words);

  self->words = words;
  if (g_strcmp0 (before, words) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
forget_words (YcTextLimit *self)
{
  set_words (self, NULL);
}

/* The text, of one line or of several */

static GtkTextBuffer *
get_buffer (YcTextLimit *self)
{
  return GTK_IS_TEXT_VIEW (self->text) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text))
                                       : NULL;
}

static gboolean
is_editable (YcTextLimit *self)
{
  return GTK_IS_TEXT_VIEW (self->text) ? gtk_text_view_get_editable (GTK_TEXT_VIEW (self->text))
                                       : gtk_editable_get_editable (GTK_EDITABLE (self->text));
}

static guint
count_all (YcTextLimit *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  return buffer != NULL ? (guint) gtk_text_buffer_get_char_count (buffer)
                        : gtk_entry_buffer_get_length (
                              gtk_text_get_buffer (GTK_TEXT (self->text)));
}

static guint
count_selected (YcTextLimit *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter begin, finish;
  int start, end;

  if (buffer == NULL)
    return gtk_editable_get_selection_bounds (GTK_EDITABLE (self->text), &start, &end)
               ? (guint) (end - start)
               : 0;
  if (!gtk_text_buffer_get_selection_bounds (buffer, &begin, &finish))
    return 0;
  return (guint) (gtk_text_iter_get_offset (&finish) - gtk_text_iter_get_offset (&begin));
}

/* A cell of a sheet or a line of a letter comes with its end of line. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString *joined = g_string_sized_new (strlen (text));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, line);
    }
  return g_string_free (joined, FALSE);
}

static void
put_in (YcTextLimit *self,
        const char  *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  int position;

  if (buffer == NULL)
    {
      gtk_editable_delete_selection (GTK_EDITABLE (self->text));
      position = gtk_editable_get_position (GTK_EDITABLE (self->text));
      gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (self->text), position);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->text),
                                      gtk_text_buffer_get_insert (buffer));
}

/* Pasting */

static void
refuse_pasted (YcTextLimit *self,
               glong        n_pasted)
{
  gtk_widget_error_bell (self->text);
  set_words (self,
             /* Translators: how many characters were to be pasted, how many the field takes. */
             g_strdup_printf (_ ("Nothing was pasted: the copied text has %'ld characters, this "
                                 "field takes at most %'u. What stood here is kept."),
                              n_pasted, self->most));
}

static void
take_pasted (YcTextLimit *self,
             const char  *pasted)
{
  g_autofree char *line = get_buffer (self) == NULL ? join_lines (pasted) : NULL;
  const char *text = line != NULL ? line : pasted;
  glong n_pasted = g_utf8_strlen (text, -1);

  forget_words (self);
  if ((gulong) n_pasted + count_all (self) - count_selected (self) > self->most + self->spare)
    refuse_pasted (self, n_pasted);
  else
    put_in (self, text);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) text = user_data;
  YcTextLimit *self = yc_text_limit_find (text);
  g_autofree char *pasted =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self == NULL || !is_editable (self))
    return;
  if (pasted == NULL)
    gtk_widget_error_bell (text);
  else
    take_pasted (self, pasted);
}

/* Instead of the widget, which would take out what is selected before it looks. */
static void
paste_cb (GtkWidget   *text,
          YcTextLimit *self)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  if (is_editable (self))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, pasted_cb,
                                   g_object_ref (text));
}

/* Whatever else comes in: typed, dropped, pasted by the middle button */

static void
refuse_more (YcTextLimit *self)
{
  gtk_widget_error_bell (self->text);
  set_words (self, g_strdup_printf (ngettext ("This field takes at most %'u character.",
                                              "This field takes at most %'u characters.",
                                              self->most),
                                    self->most));
}

static void
insert_text_cb (GtkEditable *editable,
                const char  *text,
                int          length,
                int         *position,
                YcTextLimit *self)
{
  gulong n_after = (gulong) g_utf8_strlen (text, length) + count_all (self);

  if (n_after <= self->most + self->spare ||
      (n_after <= MOST_FILLED && !gtk_widget_has_focus (self->text)))
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  refuse_more (self);
}

static void
begin_user_action_cb (YcTextLimit *self)
{
  self->n_user_actions++;
}

static void
end_user_action_cb (YcTextLimit *self)
{
  self->n_user_actions--;
}

static void
buffer_insert_text_cb (GtkTextBuffer *buffer,
                       GtkTextIter   *where,
                       const char    *text,
                       int            length,
                       YcTextLimit   *self)
{
  gulong n_after = (gulong) g_utf8_strlen (text, length) + count_all (self);

  if (n_after <= self->most + self->spare || self->n_user_actions == 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  refuse_more (self);
}

static void
yc_text_limit_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YcTextLimit *self = YC_TEXT_LIMIT (object);

  switch ((YcTextLimitProperty) property_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_text_limit_finalize (GObject *object)
{
  g_free (YC_TEXT_LIMIT (object)->words);

  G_OBJECT_CLASS (yc_text_limit_parent_class)->finalize (object);
}

static void
yc_text_limit_class_init (YcTextLimitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yc_text_limit_get_property;
  object_class->finalize = yc_text_limit_finalize;

  /**
   * YcTextLimit:words:
   *
   * What was not put in and why, translated; %NULL for nothing, and again as soon as the text
   * changes or the field is left.
   */
  properties[PROP_WORDS] =
      g_param_spec_string ("words", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_text_limit_init (YcTextLimit *self)
{
}

static void
follow_buffer (YcTextLimit   *self,
               GtkTextBuffer *buffer)
{
  g_signal_connect_object (buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (buffer_insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (forget_words), self, G_CONNECT_SWAPPED);
}

static void
follow_text (YcTextLimit *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = get_buffer (self);

  g_signal_connect_object (self->text, "paste-clipboard", G_CALLBACK (paste_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (forget_words), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  if (buffer != NULL)
    {
      follow_buffer (self, buffer);
      return;
    }
  g_signal_connect_object (self->text, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (forget_words), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
get_text (GtkWidget *field)
{
  return GTK_IS_TEXT_VIEW (field) || GTK_IS_TEXT (field)
             ? field
             : GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));
}

/**
 * yc_text_limit_attach:
 * @field: a #GtkEntry or a #GtkTextView
 * @most: how many characters belong into it: the schema's maxLength, what the service takes
 * @spare: how many more can be put in, to be shortened there; whoever checks the field tells
 *
 * Keeps more than @most and @spare characters out of @field. Text for one line is pasted without
 * its ends of line. What the program itself puts in is not kept out, as far as a draft of an older
 * form could hold it.
 *
 * Returns: (transfer none): the limit, which lives as long as @field
 */
YcTextLimit *
yc_text_limit_attach (GtkWidget *field,
                      guint      most,
                      guint      spare)
{
  YcTextLimit *self = g_object_new (YC_TYPE_TEXT_LIMIT, NULL);

  self->text = get_text (field);
  self->most = most;
  self->spare = spare;
  g_object_set_qdata_full (G_OBJECT (self->text), limit_quark (), self, g_object_unref);
  follow_text (self);
  return self;
}

/**
 * yc_text_limit_find:
 * @field: a #GtkEntry, #GtkText or #GtkTextView
 *
 * Returns: (transfer none) (nullable): its limit
 */
YcTextLimit *
yc_text_limit_find (GtkWidget *field)
{
  return g_object_get_qdata (G_OBJECT (get_text (field)), limit_quark ());
}

/**
 * yc_text_limit_get_words:
 * @self: a limit
 *
 * Returns: (nullable): what was not put in and why
 */
const char *
yc_text_limit_get_words (YcTextLimit *self)
{
  g_return_val_if_fail (YC_IS_TEXT_LIMIT (self), NULL);

  return self->words;
}

static void
show_words_cb (YcTextLimit *self,
               GParamSpec  *pspec,
               GtkLabel    *label)
{
  gtk_label_set_text (label, self->words != NULL ? self->words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), self->words != NULL);
}

/**
 * yc_text_limit_show_in:
 * @self: a limit
 * @label: a label beside the field, seen only while there is something to say
 */
void
yc_text_limit_show_in (YcTextLimit *self,
                       GtkLabel    *label)
{
  g_return_if_fail (YC_IS_TEXT_LIMIT (self));

  g_signal_connect_object (self, "notify::words", G_CALLBACK (show_words_cb), label, 0);
  show_words_cb (self, NULL, label);
}
