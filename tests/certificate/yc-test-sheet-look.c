/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at a sheet's pages with other programs' eyes. */
#include "yc-test-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

char *
yc_test_sheet_join (const char *text)
{
  GString *joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (joined, g_utf8_get_char (p));

  return g_string_free (joined, FALSE);
}

guint
yc_test_sheet_count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}

/* Runs @line, in which %s stands for the path of the sheet. Returns what it prints. */
static char *
run_shell (GBytes *pdf, const char *line)
{
  g_autofree char *folder = g_dir_make_tmp ("yc-look-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_auto (GStrv) parts = g_strsplit (line, "%s", -1);
  g_autofree char *script = g_strjoinv (path, parts);
  const char *const arguments[] = { "sh", "-c", script, NULL };
  g_autofree char *cleaning = g_strdup_printf ("rm -r %s", folder);
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), &error));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);
  g_spawn_command_line_sync (cleaning, NULL, NULL, NULL, NULL);

  return output;
}

char *
yc_test_sheet_read_code (GBytes *pdf)
{
  return g_strchomp (run_shell (pdf, "pdftoppm -r 150 -gray -f 1 -l 1 -singlefile %s %s.page && "
                                     "zbarimg --quiet --raw -Sdisable -Sqrcode.enable "
                                     "%s.page.pgm 2>/dev/null"));
}

double
yc_test_sheet_find_word (GBytes *pdf, const char *word)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-bbox", TRUE);
  g_autofree char *end = g_strdup_printf ("\">%s</word>", word);
  const char *at = strstr (text, end);
  const char *start;

  g_assert_nonnull (at);
  start = g_strrstr_len (text, at - text, "xMin=\"");

  return g_ascii_strtod (start + strlen ("xMin=\""), NULL);
}

char *
yc_test_sheet_find_font (GBytes *pdf, const char *words)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftohtml",
                                             "-xml -i -fontfullname -stdout", FALSE);
  const char *at = strstr (text, words);
  const char *id = at != NULL ? g_strrstr_len (text, at - text, "font=\"") : NULL;
  g_autofree char *spec = NULL;
  const char *family;

  if (id == NULL)
    g_error ("“%s” is not in one font in:\n%s", words, text);
  spec = g_strdup_printf ("<fontspec id=\"%d\"", (int) g_ascii_strtoll (id + 6, NULL, 10));
  family = strstr (text, spec);
  g_assert_nonnull (family);
  family = strstr (family, "family=\"");

  return g_strndup (family, (gsize) (strchr (family, '>') - family));
}

static gunichar
get_last (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  return last != NULL ? g_utf8_get_char (last) : 0;
}

static void
check_line (const char *line)
{
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>|\\s", 0, 0, NULL);
  g_autofree char *words = g_regex_replace_literal (tags, line, -1, 0, "", 0, NULL);

  if (*words == '\0')
    return;
  if (g_utf8_strchr ("，。、；：？！）》」』”’", -1, g_utf8_get_char (words)) != NULL)
    g_error ("A line begins with what closes: %s", words);
  if (g_utf8_strchr ("（《「『“‘", -1, get_last (words)) != NULL)
    g_error ("A line ends with what opens: %s", words);
}

void
yc_test_sheet_check_line_ends (GBytes *pdf)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-bbox-layout", TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "<line ", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 10);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *start = strchr (lines[i], '>');
      const char *end = strstr (lines[i], "</line>");
      g_autofree char *line = g_strndup (start + 1, (gsize) (end - start - 1));

      check_line (line);
    }
}

void
yc_test_sheet_save (GBytes *pdf, const char *name)
{
  const char *folder = g_getenv ("YC_PICTURES");
  g_autofree char *clean = g_strcanon (g_strdup (name), G_CSET_a_2_z G_CSET_A_2_Z "0123456789", '-');
  g_autofree char *path = folder != NULL ? g_build_filename (folder, clean, NULL) : NULL;
  g_autofree char *line = NULL;

  if (path == NULL)
    return;
  g_mkdir_with_parents (folder, 0755);
  line = g_strdup_printf ("cp %%s %s.pdf && pdftoppm -r 80 -png %%s %s", path, path);
  g_free (run_shell (pdf, line));
}
