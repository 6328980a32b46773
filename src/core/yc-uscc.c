/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unified social credit code of organisations, GB 32100-2015. */
#include "yc-uscc.h"

#include <string.h>

#define LENGTH 18
#define ORGANISATION 8

/* GB 32100-2015, table 2: what the letters stand for; I, O, S, V and Z do not occur. */
static const gint8 LETTERS[] = { 10, 11, 12, 13, 14, 15, 16, 17, -1, 18, 19, 20, 21,
                                 22, -1, 23, 24, 25, -1, 26, 27, -1, 28, 29, 30, -1 };

/* -1 if @c does not occur in a code. */
static int
get_value (char c)
{
  if (g_ascii_isdigit (c))
    return c - '0';
  return g_ascii_isupper (c) ? LETTERS[c - 'A'] : -1;
}

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
  for (guint i = 0; i < LENGTH; i++)
    {
      gboolean area = i >= 2 && i < ORGANISATION;

      if (area ? !g_ascii_isdigit (code[i]) : get_value (code[i]) < 0)
        return FALSE;
    }
  return code[LENGTH] == '\0';
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
      sum += weight * (guint) get_value (code[i]);
      weight = weight * 3 % 31;
    }
  return (sum + (guint) get_value (code[LENGTH - 1])) % 31 == 0;
}

gboolean
yc_uscc_parse (const char *text,
               char       *out)
{
  g_autofree char *plain = NULL;
  const char *code = text;

  g_return_val_if_fail (text != NULL, FALSE);

  /* As it is printed: nothing to be made of it, which saves most of the time. */
  if (!has_shape (text))
    code = plain = to_plain (text);
  if ((plain != NULL && !has_shape (plain)) || !is_organisation (code + ORGANISATION) ||
      !is_checked (code))
    return FALSE;
  if (out != NULL)
    memcpy (out, code, LENGTH + 1);
  return TRUE;
}
