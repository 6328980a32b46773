/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the table by which characters are taken for one when searching, at build time: width, case,
 * traditional and simplified form. One character becomes one, so that places in folded text are
 * places in the text.
 */
#include <glib.h>
#include <stdio.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define N_CHARACTERS 0x10000
#define PAGE 256
#define LONGEST 32

static gunichar table[N_CHARACTERS];

static gboolean
is_in_plane (gunichar c)
{
  return c < N_CHARACTERS && !(c >= 0xd800 && c <= 0xdfff);
}

/* The character that NFKC makes of @c, when it is only one. */
static gunichar
normalize (gunichar c)
{
  char text[8] = { 0 };
  g_autofree char *normal = NULL;

  g_unichar_to_utf8 (c, text);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (normal == NULL || g_utf8_strlen (normal, -1) != 1 || !is_in_plane (g_utf8_get_char (normal)))
    return c;
  return g_utf8_get_char (normal);
}

static gunichar
simplify (UTransliterator *simplified,
          gunichar         c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[LONGEST] = { (UChar) c };
  int32_t length = 1, limit = 1;

  utrans_transUChars (simplified, text, &length, LONGEST, 0, &limit, &status);
  return U_SUCCESS (status) && length == 1 ? text[0] : c;
}

static gunichar
fold (UTransliterator *simplified,
      gunichar         c)
{
  gunichar lower;

  if (g_unichar_iscntrl (c) || g_unichar_isspace (c))
    return ' ';
  /* ü, with and without a tone, is typed as a v. */
  if (c == 0xfc || c == 0xdc || (c >= 0x1d5 && c <= 0x1dc))
    return 'v';
  if (c == 0x2018 || c == 0x2019)
    return '\'';
  lower = g_unichar_tolower (normalize (c));
  return simplify (simplified, is_in_plane (lower) ? lower : c);
}

static void
fill_table (UTransliterator *simplified)
{
  for (gunichar c = 0; c < N_CHARACTERS; c++)
    table[c] = is_in_plane (c) ? fold (simplified, c) : c;
  /* Until folding again changes nothing: full-width spaces are spaces, and so on. */
  for (gunichar c = 0; c < N_CHARACTERS; c++)
    for (guint i = 0; i < 4; i++)
      table[c] = table[table[c]];
}

static void
print_page (guint number,
            guint page)
{
  printf ("static const guint16 folding_page_%u[] = {\n", number);
  for (guint i = 0; i < PAGE; i++)
    printf ("%u,%c", table[page * PAGE + i], i % 16 == 15 ? '\n' : ' ');
  printf ("};\n");
}

static gboolean
is_unchanged (guint page)
{
  for (guint i = 0; i < PAGE; i++)
    if (table[page * PAGE + i] != page * PAGE + i)
      return FALSE;
  return TRUE;
}

/* Pages in which nothing changes are not there. The hash tells an index made with another table. */
static void
print_table (void)
{
  guint32 hash = 2166136261u;

  for (guint page = 0; page < N_CHARACTERS / PAGE; page++)
    if (!is_unchanged (page))
      print_page (page, page);
  printf ("\nstatic const guint16 *const folding_pages[] = {\n");
  for (guint page = 0; page < N_CHARACTERS / PAGE; page++)
    if (is_unchanged (page))
      printf ("  NULL,\n");
    else
      printf ("  folding_page_%u,\n", page);
  for (guint c = 0; c < N_CHARACTERS; c++)
    hash = (hash ^ table[c]) * 16777619u;
  printf ("};\n\n#define FOLDING_HASH %uu\n", hash);
}

int
main (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[32];
  UTransliterator *simplified;

  u_uastrcpy (id, "Traditional-Simplified");
  simplified = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU: %s", u_errorName (status));
  fill_table (simplified);
  print_table ();
  utrans_close (simplified);
  return 0;
}
