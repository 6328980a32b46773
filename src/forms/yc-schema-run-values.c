/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on single values: types, numbers, strings. */
#include "yc-schema-run-private.h"

#include <math.h>
#include <string.h>

#include "yc-json.h"
#include "yc-money.h"
#include "yc-schema-number-private.h"

gboolean
yc_schema_run_type (YcSchemaRun        *run,
                    const YcSchemaSpot *spot,
                    const YcSchemaOp   *op)
{
  return (spot->types & op->types) != 0 || yc_schema_fail (run, spot, op);
}

/* Whole fen, and not more than can be written and read as an amount. */
gboolean
yc_schema_run_money (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const YcSchemaOp   *op)
{
  double fen = 0;

  return ((spot->types & YC_SCHEMA_TYPE_INTEGER) != 0 &&
          yc_json_node_get_number (spot->instance, &fen) && fabs (fen) <= YC_MONEY_MAX) ||
         yc_schema_fail (run, spot, op);
}

/* Whether @text is among the texts of @op. */
gboolean
yc_schema_is_text_of (const YcSchemaOp *op,
                      const char       *text)
{
  if (op->by_name != NULL)
    return yc_schema_names_lookup (op->by_name, text) != NULL;
  for (const char *const *one = op->texts; *one != NULL; one++)
    {
      if (strcmp (*one, text) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
yc_schema_run_const (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const YcSchemaOp   *op)
{
  return yc_json_equal (spot->instance, op->value) || yc_schema_fail (run, spot, op);
}

static gboolean
is_value_of (JsonArray *values,
             JsonNode  *instance)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (yc_json_equal (instance, json_array_get_element (values, i)))
        return TRUE;
    }
  return FALSE;
}

gboolean
yc_schema_run_enum (YcSchemaRun        *run,
                    const YcSchemaSpot *spot,
                    const YcSchemaOp   *op)
{
  JsonArray *values = json_node_get_array (op->value);

  if (spot->types == YC_SCHEMA_TYPE_STRING)
    return yc_schema_is_text_of (op, json_node_get_string (spot->instance)) ||
           yc_schema_fail (run, spot, op);
  if (op->only_texts)
    return yc_schema_fail (run, spot, op);
  return yc_schema_spend (run, spot, json_array_get_length (values)) &&
         (is_value_of (values, spot->instance) || yc_schema_fail (run, spot, op));
}

gboolean
yc_schema_run_number (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  YcSchemaNumber number;
  gboolean ok;
  int order;

  yc_schema_number_read (&number, spot->instance);
  if (op->kind == YC_SCHEMA_OP_MULTIPLE_OF)
    return yc_schema_number_multiple (&number, &op->divisor) || yc_schema_fail (run, spot, op);
  order = yc_schema_number_compare (&number, &op->number);
  ok = (op->kind == YC_SCHEMA_OP_MAXIMUM && order <= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM && order < 0) ||
       (op->kind == YC_SCHEMA_OP_MINIMUM && order >= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MINIMUM && order > 0);
  return ok || yc_schema_fail (run, spot, op);
}

/* Whether @text has at least @n characters, without counting more of them. */
gboolean
yc_schema_is_as_long_as (const char *text,
                         guint64     n)
{
  while (n > 0 && *text != '\0')
    {
      text = g_utf8_next_char (text);
      n--;
    }
  return n == 0;
}

gboolean
yc_schema_run_string (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  const char *text = json_node_get_string (spot->instance);
  gboolean ok;

  if (op->kind == YC_SCHEMA_OP_MAX_LENGTH)
    ok = op->limit == G_MAXUINT64 || !yc_schema_is_as_long_as (text, op->limit + 1);
  else if (op->kind == YC_SCHEMA_OP_MIN_LENGTH)
    ok = yc_schema_is_as_long_as (text, op->limit);
  else if (!yc_schema_spend_heavy (run, spot))
    return FALSE;
  else if (op->kind == YC_SCHEMA_OP_PATTERN)
    ok = yc_schema_pattern_matches (op->pattern, text, strlen (text));
  else
    ok = op->format (text);
  return ok || yc_schema_fail (run, spot, op);
}
