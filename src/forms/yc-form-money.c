/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: whole fen in the data, yuan with two decimals for people. */
#include "yc-form-money-private.h"

#include "yc-json.h"
#include "yc-money.h"

/* The fen that @text means; NULL if it is no amount. */
JsonNode *
yc_form_money_read (const char *text)
{
  gint64 fen;

  if (!yc_money_parse (text, &fen))
    return NULL;
  return json_node_init_int (json_node_alloc (), fen);
}

/* "1,234.50"; NULL if @value is not a whole number of fen. */
char *
yc_form_money_write (JsonNode *value)
{
  double number;

  if (!yc_json_node_get_number (value, &number) || number > YC_MONEY_MAX ||
      number < -YC_MONEY_MAX || (double) (gint64) number != number)
    return NULL;
  return yc_money_format ((gint64) number);
}
