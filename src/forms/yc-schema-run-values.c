/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on single values: types, numbers, strings. */
#include "yc-schema-run-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-schema-number-private.h"

static YcSchemaTypes
get_types (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return YC_SCHEMA_TYPE_OBJECT;
    case JSON_NODE_ARRAY:
      return YC_SCHEMA_TYPE_ARRAY;
    case JSON_NODE_NULL:
      return YC_SCHEMA_TYPE_NULL;
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (yc_schema_node_is_string (node))
    return YC_SCHEMA_TYPE_STRING;
  if (yc_schema_node_is_integer (node))
    return YC_SCHEMA_TYPE_INTEGER | YC_SCHEMA_TYPE_NUMBER;
  if (yc_schema_node_is_number (node))
    return YC_SCHEMA_TYPE_NUMBER;
  return YC_SCHEMA_TYPE_BOOLEAN;
}

gboolean
yc_schema_run_type (YcSchemaRun        *run,
                    const YcSchemaSpot *spot,
                    const YcSchemaOp   *op)
{
  return (get_types (spot->instance) & op->types) != 0 || yc_schema_fail (run, spot, op);
}

gboolean
yc_schema_run_const (YcSchemaRun        *run,
                     const YcSchemaSpot *spot,
                     const YcSchemaOp   *op)
{
  return yc_json_equal (spot->instance, op->value) || yc_schema_fail (run, spot, op);
}

gboolean
yc_schema_run_enum (YcSchemaRun        *run,
                    const YcSchemaSpot *spot,
                    const YcSchemaOp   *op)
{
  JsonArray *values = json_node_get_array (op->value);

  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (yc_json_equal (spot->instance, json_array_get_element (values, i)))
        return TRUE;
    }
  return yc_schema_fail (run, spot, op);
}

gboolean
yc_schema_run_number (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  gboolean ok;
  int order;

  if (!yc_schema_node_is_number (spot->instance))
    return TRUE;
  if (op->kind == YC_SCHEMA_OP_MULTIPLE_OF)
    return yc_schema_number_multiple (spot->instance, op->value) || yc_schema_fail (run, spot, op);
  order = yc_schema_number_compare (spot->instance, op->value);
  ok = (op->kind == YC_SCHEMA_OP_MAXIMUM && order <= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM && order < 0) ||
       (op->kind == YC_SCHEMA_OP_MINIMUM && order >= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MINIMUM && order > 0);
  return ok || yc_schema_fail (run, spot, op);
}

gboolean
yc_schema_run_string (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  const char *text;
  gboolean ok;

  if (!yc_schema_node_is_string (spot->instance))
    return TRUE;
  text = json_node_get_string (spot->instance);
  if (op->kind == YC_SCHEMA_OP_MAX_LENGTH)
    ok = strlen (text) <= op->limit || (guint64) g_utf8_strlen (text, -1) <= op->limit;
  else if (op->kind == YC_SCHEMA_OP_MIN_LENGTH)
    ok = (guint64) g_utf8_strlen (text, -1) >= op->limit;
  else if (op->kind == YC_SCHEMA_OP_PATTERN)
    ok = yc_schema_pattern_matches (op->pattern, text);
  else
    ok = op->format (text);
  return ok || yc_schema_fail (run, spot, op);
}
