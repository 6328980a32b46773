/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: whole fen in the data, yuan with two decimals for people. */
#include "yc-form-money-private.h"

#include <string.h>

#include "yc-json.h"

/* 90 trillion yuan: what a double still tells apart to the fen. */
#define MAX_FEN G_GINT64_CONSTANT (9000000000000000)

/* "12.3" → 1230; FALSE for what is no amount or has parts of a fen. */
static gboolean
read_fen (const char *text,
          gint64     *fen)
{
  gsize whole = strspn (text, "0123456789");
  const char *fraction = text[whole] == '.' ? text + whole + 1 : "";
  gsize n_fraction = strspn (fraction, "0123456789");
  g_autofree char *digits = NULL;

  if (whole == 0 || n_fraction > 2 || fraction[n_fraction] != '\0' ||
      (*fraction == '\0' && text[whole] != '\0'))
    return FALSE;
  digits = g_strdup_printf ("%.*s%s%s", (int) whole, text, fraction,
                            n_fraction == 0 ? "00" : n_fraction == 1 ? "0" : "");
  return g_ascii_string_to_signed (digits, 10, 0, MAX_FEN, fen, NULL);
}

/*
 * The fen that @text means, which is plain (half-width, without spaces and grouping) but may have
 * the sign or the name of the yuan; NULL if it is no amount.
 */
JsonNode *
yc_form_money_read (const char *text)
{
  static const char *const before[] = { "¥", "\xef\xbf\xa5", "CNY", "RMB" };
  gboolean negative = *text == '-';
  g_autofree char *amount = NULL;
  gint64 fen;

  text += *text == '-' || *text == '+';
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    text += g_str_has_prefix (text, before[i]) ? strlen (before[i]) : 0;
  amount = g_strdup (text);
  if (g_str_has_suffix (amount, "元"))
    amount[strlen (amount) - strlen ("元")] = '\0';
  if (!read_fen (amount, &fen))
    return NULL;
  return json_node_init_int (json_node_alloc (), negative ? -fen : fen);
}

/* "1234.50"; NULL if @value is not a whole number of fen. */
char *
yc_form_money_write (JsonNode *value)
{
  double number;
  gint64 fen;

  if (!yc_json_node_get_number (value, &number) || number > MAX_FEN || number < -MAX_FEN)
    return NULL;
  fen = json_node_get_value_type (value) == G_TYPE_INT64 ? json_node_get_int (value)
                                                         : (gint64) number;
  if (json_node_get_value_type (value) != G_TYPE_INT64 && (double) fen != number)
    return NULL;
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", fen < 0 ? "-" : "", ABS (fen) / 100,
                          (int) (ABS (fen) % 100));
}
