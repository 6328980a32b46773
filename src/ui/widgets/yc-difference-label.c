/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed in a text: what is gone struck through, what is new underlined. */
#include "yc-difference-label.h"

#include "yc-text-difference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer stretches of what stayed are cut to what stands around a change. */
#define KEPT_CHARS 24

static char *
shorten (const char *text, gboolean first, gboolean last)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (length <= (first || last ? 1 : 2) * KEPT_CHARS)
    return g_strdup (text);

  head = first ? g_strdup ("") : g_utf8_substring (text, 0, KEPT_CHARS);
  tail = last ? g_strdup ("") : g_utf8_substring (text, length - KEPT_CHARS, length);

  return g_strconcat (head, "…", tail, NULL);
}

static gboolean
is_ruler (const char *line)
{
  return *line != '\0' && line[strspn (line, "|-: ")] == '\0';
}

/* What a reader sees of CommonMark, roughly: without the lines of tables and the marks of stress. */
static char *
dup_plain (const char *markdown)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_ruler (lines[i]))
      g_string_append_printf (plain, "%s\n", lines[i]);
  g_string_replace (plain, "**", "", 0);
  g_string_replace (plain, "`", "", 0);
  g_string_replace (plain, "|", "", 0);
  g_string_replace (plain, "\n\n", "\n", 0);

  return g_strchomp (g_string_free (g_steal_pointer (&plain), FALSE));
}

static void
write_part (GString *markup, GString *spoken, const YcTextPart *part, const char *text)
{
  /* Thin spaces keep a digit that is gone apart from the one that took its place. */
  static const char *const marks[][2] = {
    { "", "" },
    { "<span alpha=\"75%\" background=\"#c01c28\" bgalpha=\"15%\">\u2009<s>", "</s>\u2009</span>" },
    { "<span background=\"#2ec27e\" bgalpha=\"25%\">\u2009<b><u>", "</u></b>\u2009</span>" },
  };
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "%s%s%s", marks[part->change - 1][0], escaped,
                          marks[part->change - 1][1]);
  if (part->change == YC_TEXT_GONE)
    /* Translators: words that a new version no longer has, for a screen reader. */
    g_string_append_printf (spoken, _ (" [gone: %s] "), text);
  else if (part->change == YC_TEXT_NEW)
    /* Translators: words that a new version has and the one before had not, for a screen reader. */
    g_string_append_printf (spoken, _ (" [new: %s] "), text);
  else
    g_string_append (spoken, text);
}

GtkWidget *
yc_difference_label_new (const char *before, const char *after)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (before != NULL && after != NULL, label);

  old = dup_plain (before);
  new = dup_plain (after);
  parts = yc_text_difference (old, new);
  for (guint i = 0; i < parts->len; i++)
    {
      const YcTextPart *part = parts->pdata[i];
      g_autofree char *text = part->change == YC_TEXT_SAME
                                  ? shorten (part->text, i == 0, i == parts->len - 1)
                                  : g_strdup (part->text);

      write_part (markup, spoken, part, text);
    }
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "difference");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken->str, -1);

  return label;
}
