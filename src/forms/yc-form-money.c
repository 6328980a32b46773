/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: whole fen in the data, yuan with two decimals for people. */
#include "yc-form-money-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-money.h"
#include "yc-schema-report-private.h"

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

/* What is wrong with an amount, in yuan where the schema speaks of fen; NULL where its own words
 * or the usual ones do. */
char *
yc_form_money_describe (const YcSchemaProblem *problem)
{
  static const struct
  {
    const char *keyword;
    const char *words;
  } bounds[] = {
    { "maximum", N_ ("Must not be more than %s") },
    { "exclusiveMaximum", N_ ("Must be less than %s") },
    { "minimum", N_ ("Must not be less than %s") },
    { "exclusiveMinimum", N_ ("Must be more than %s") },
    { "multipleOf", N_ ("Must be a multiple of %s") },
  };
  g_autofree char *limit = NULL;

  if (problem->words != NULL)
    return NULL;
  if (g_str_equal (problem->keyword, "type"))
    return g_strdup (_ ("Must be an amount with at most two decimals"));
  limit = problem->value == NULL ? NULL : yc_form_money_write (problem->value);
  for (gsize i = 0; limit != NULL && i < G_N_ELEMENTS (bounds); i++)
    {
      g_auto (GStrv) parts = NULL;

      if (!g_str_equal (bounds[i].keyword, problem->keyword))
        continue;
      parts = g_strsplit (_ (bounds[i].words), "%s", 2);
      return g_strjoinv (limit, parts);
    }
  return NULL;
}
