/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: whole fen in the data, yuan on screen, Chinese capitals on paper. */
#include "yc-money.h"

#include <string.h>

#define MAX_WHOLE_DIGITS 13

static const char *const DIGITS[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
static const char *const PLACES[] = { "", "拾", "佰", "仟" };
static const char *const GROUPS[] = { "", "万", "亿", "万" };

/* Half-width, without white space and the separators of Chinese typing. */
static char *
to_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x3002)
        g_string_append_c (plain, '.');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static const char *
skip_signs (const char *at,
            gboolean   *negative)
{
  *negative = *at == '-' || g_str_has_prefix (at, "−");
  if (*negative || *at == '+')
    at = g_utf8_next_char (at);
  if (g_str_has_prefix (at, "¥"))
    at = g_utf8_next_char (at);
  return at;
}

/* Digits with commas between them. */
static gboolean
take_whole (const char **at,
            gint64      *whole)
{
  const char *start = *at;
  guint n = 0;

  *whole = 0;
  for (; g_ascii_isdigit (**at) || (**at == ',' && *at > start); (*at)++)
    {
      if (**at == ',')
        continue;
      if (++n > MAX_WHOLE_DIGITS)
        return FALSE;
      *whole = *whole * 10 + g_ascii_digit_value (**at);
    }
  return n > 0 && (*at)[-1] != ',';
}

/* At most two digits after the point, as fen. */
static gboolean
take_fraction (const char **at,
               gint64      *fen)
{
  *fen = 0;
  if (**at != '.')
    return TRUE;
  (*at)++;
  for (guint i = 0; i < 2; i++)
    {
      *fen *= 10;
      if (g_ascii_isdigit (**at))
        *fen += g_ascii_digit_value (*(*at)++);
      else if (i == 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
yc_money_parse (const char *text,
                gint64     *fen)
{
  g_autofree char *plain = NULL;
  gint64 whole, fraction;
  gboolean negative;
  const char *at;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fen != NULL, FALSE);

  plain = to_plain (text);
  at = skip_signs (plain, &negative);
  if (!take_whole (&at, &whole) || !take_fraction (&at, &fraction))
    return FALSE;
  if (g_str_has_prefix (at, "元"))
    at = g_utf8_next_char (at);
  if (*at != '\0' || whole * 100 + fraction > YC_MONEY_MAX)
    return FALSE;
  *fen = negative ? -(whole * 100 + fraction) : whole * 100 + fraction;
  return TRUE;
}

char *
yc_money_format (gint64 fen)
{
  guint64 amount = fen < 0 ? -(guint64) fen : (guint64) fen;
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, amount / 100);
  GString *text = g_string_new (fen < 0 ? "-" : NULL);
  gsize length = strlen (whole);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  g_string_append_printf (text, ".%02u", (guint) (amount % 100));
  return g_string_free (text, FALSE);
}

/* One group of four digits, none of them asked for before the first one that counts. */
static void
append_group (GString *text,
              guint    group,
              gboolean zero)
{
  static const guint weights[] = { 1, 10, 100, 1000 };

  for (int place = 3; place >= 0; place--)
    {
      guint digit = group / weights[place] % 10;

      if (digit == 0)
        {
          zero |= text->len > 0;
          continue;
        }
      if (zero)
        g_string_append (text, DIGITS[0]);
      zero = FALSE;
      g_string_append (text, DIGITS[digit]);
      g_string_append (text, PLACES[place]);
    }
}

/* 壹拾万柒仟 needs no 零, as its thousands are there; 壹亿零壹仟 does, as a whole group is not. */
static void
append_yuan (GString *text,
             guint64  yuan)
{
  static const guint64 weights[] = { 1, 10000, 100000000, G_GUINT64_CONSTANT (1000000000000) };
  gboolean zero = FALSE;

  for (int i = 3; i >= 0; i--)
    {
      guint group = (guint) (yuan / weights[i] % 10000);

      if (group > 0)
        append_group (text, group, zero);
      zero = group == 0 && text->len > 0;
      /* 万亿 keeps its 亿 although the group of 亿 itself is empty. */
      if (group > 0 || (i == 2 && text->len > 0))
        g_string_append (text, GROUPS[i]);
    }
}

static void
append_fractions (GString  *text,
                  guint     fen,
                  gboolean  zero)
{
  guint jiao = fen / 10;

  fen %= 10;
  if (jiao > 0)
    g_string_append_printf (text, "%s%s角", zero ? DIGITS[0] : "", DIGITS[jiao]);
  if (fen > 0)
    g_string_append_printf (text, "%s%s分", jiao == 0 && text->len > 0 ? DIGITS[0] : "",
                            DIGITS[fen]);
  else
    g_string_append (text, "整");
}

char *
yc_money_to_capital (gint64 fen)
{
  guint64 amount = fen < 0 ? -(guint64) fen : (guint64) fen;
  g_autoptr (GString) text = g_string_new (NULL);

  if (amount == 0)
    return g_strdup ("零元整");
  append_yuan (text, amount / 100);
  if (amount >= 100)
    g_string_append (text, "元");
  append_fractions (text, (guint) (amount % 100), amount >= 100 && amount / 100 % 10 == 0);
  if (fen < 0)
    g_string_prepend (text, "负");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
