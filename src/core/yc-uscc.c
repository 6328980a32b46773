/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unified social credit code of organisations, GB 32100-2015. */
#include "yc-uscc.h"

#include <string.h>

#define LENGTH 18
#define ORGANISATION 8

/* GB 32100-2015, table 2: a character's value is its place here. */
static const char ALPHABET[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* Capitals and digits in half width, without white space. */
static char *
to_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded =
      g_str_is_ascii (valid) ? g_strdup (valid) : g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_unichar (plain, g_unichar_toupper (g_utf8_get_char (at)));
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
has_shape (const char *code)
{
  return strlen (code) == LENGTH && strspn (code, ALPHABET) == LENGTH &&
         strspn (code + 2, "0123456789") >= 6;
}

/* GB 11714: eight characters and a check character modulo 11. */
static gboolean
is_organisation (const char *code)
{
  static const guint weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  guint sum = 0, check;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (g_ascii_isdigit (code[i]) ? (guint) (code[i] - '0')
                                                   : (guint) (code[i] - 'A') + 10);
  check = (11 - sum % 11) % 11;
  return code[8] == (check == 10 ? 'X' : (char) ('0' + check));
}

/* GB 32100-2015, 5: the weights are the powers of 3 modulo 31. */
static gboolean
is_checked (const char *code)
{
  guint sum = 0, weight = 1;

  for (guint i = 0; i < LENGTH - 1; i++)
    {
      sum += weight * (guint) (strchr (ALPHABET, code[i]) - ALPHABET);
      weight = weight * 3 % 31;
    }
  return code[LENGTH - 1] == ALPHABET[(31 - sum % 31) % 31];
}

gboolean
yc_uscc_parse (const char *text,
               char       *out)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  code = to_plain (text);
  if (!has_shape (code) || !is_organisation (code + ORGANISATION) || !is_checked (code))
    return FALSE;
  if (out != NULL)
    memcpy (out, code, LENGTH + 1);
  return TRUE;
}
