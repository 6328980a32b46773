/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A title from the name of a property: "first_name" and "firstName" become "First Name". The words
 * are found as lodash's startCase() finds them, which JSON Forms uses; the pattern is lodash's own
 * without its emoji.
 */
#include "yc-form-title-private.h"

#include <string.h>

#define BREAK                                                                                      \
  "[\\x{ac}\\x{b1}\\x{d7}\\x{f7}\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x{bf}"                    \
  "\\x{2000}-\\x{206f} \\t\\v\\f\\x{a0}\\x{feff}\\n\\r\\x{2028}\\x{2029}\\x{1680}\\x{180e}"        \
  "\\x{202f}\\x{205f}\\x{3000}]"
#define LOWER "[a-z\\x{df}-\\x{f6}\\x{f8}-\\x{ff}]"
#define UPPER "[A-Z\\x{c0}-\\x{d6}\\x{d8}-\\x{de}]"
#define MISC                                                                                       \
  "[^\\x{ac}\\x{b1}\\x{d7}\\x{f7}\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x{bf}"                   \
  "\\x{2000}-\\x{206f} \\t\\v\\f\\x{a0}\\x{feff}\\n\\r\\x{2028}\\x{2029}\\x{1680}\\x{180e}"        \
  "\\x{202f}\\x{205f}\\x{3000}0-9\\x{2700}-\\x{27bf}a-z\\x{df}-\\x{f6}\\x{f8}-\\x{ff}"             \
  "A-Z\\x{c0}-\\x{d6}\\x{d8}-\\x{de}]"
#define MISC_LOWER "(?:" LOWER "|" MISC ")"
#define MISC_UPPER "(?:" UPPER "|" MISC ")"

static const char WORD[] =
    UPPER "?" LOWER "+(?=" BREAK "|" UPPER "|$)|"
    MISC_UPPER "+(?=" BREAK "|" UPPER MISC_LOWER "|$)|"
    UPPER "?" MISC_LOWER "+|" UPPER "+|"
    "[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\\b|[a-z_])|"
    "[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\\b|[A-Z_])|[0-9]+|[\\x{2700}-\\x{27bf}]";

static GRegex *
get_pattern (void)
{
  static GRegex *pattern;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new (WORD, G_REGEX_OPTIMIZE, 0, NULL));
  return pattern;
}

/* Letters that are no others with an accent: what lodash's deburr() makes of them. */
static const char *
find_plain (gunichar c)
{
  static const struct
  {
    gunichar    letter;
    const char *plain;
  } letters[] = {
    { 0xc6, "Ae" },  { 0xd0, "D" },   { 0xd8, "O" },   { 0xde, "Th" },  { 0xdf, "ss" },
    { 0xe6, "ae" },  { 0xf0, "d" },   { 0xf8, "o" },   { 0xfe, "th" },  { 0x110, "D" },
    { 0x111, "d" },  { 0x126, "H" },  { 0x127, "h" },  { 0x131, "i" },  { 0x132, "IJ" },
    { 0x133, "ij" }, { 0x138, "k" },  { 0x13f, "L" },  { 0x140, "l" },  { 0x141, "L" },
    { 0x142, "l" },  { 0x149, "n" },  { 0x14a, "N" },  { 0x14b, "n" },  { 0x152, "Oe" },
    { 0x153, "oe" }, { 0x166, "T" },  { 0x167, "t" },  { 0x17f, "s" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == c)
        return letters[i].plain;
    }
  return NULL;
}

/* Letters without their accents, apostrophes taken out. */
static char *
simplify (const char *name)
{
  g_autofree char *apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  GString *text = g_string_new (NULL);

  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *plain = find_plain (c);

      if (plain != NULL)
        g_string_append (text, plain);
      else if (c != '\'' && c != 0x2019 && !(c >= 0x300 && c <= 0x36f))
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static void
append_word (GString    *title,
             const char *word)
{
  if (title->len > 0)
    g_string_append_c (title, ' ');
  g_string_append_unichar (title, g_unichar_toupper (g_utf8_get_char (word)));
  g_string_append (title, g_utf8_next_char (word));
}

/* "a2b" → "A 2 B"; "" for what has no word. */
char *
yc_form_title_from_name (const char *name)
{
  g_autofree char *simple = simplify (name);
  g_autoptr (GMatchInfo) match = NULL;
  GString *title = g_string_new (NULL);

  for (g_regex_match (get_pattern (), simple, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      append_word (title, word);
    }
  return g_string_free (title, FALSE);
}
