/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The short way for most of what a document has: a single value under a schema without subschemas,
 * where nobody wants a report. Says what running the operations one by one would say.
 */
#include "yc-schema-run-private.h"

#include <string.h>

/* A value that was looked into once. */
typedef struct
{
  JsonNode       *node;
  YcSchemaTypes   types;
  const char     *text;         /* of a string */
  gsize           n_bytes;
  YcSchemaNumber  number;       /* of a number */
} Value;

static void
read_value (Value    *value,
            JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  value->node = node;
  if (type == G_TYPE_STRING)
    {
      value->types = YC_SCHEMA_TYPE_STRING;
      value->text = json_node_get_string (node);
      value->n_bytes = strlen (value->text);
    }
  else if (type == G_TYPE_INT64)
    {
      value->types = YC_SCHEMA_TYPE_INTEGER | YC_SCHEMA_TYPE_NUMBER;
      value->number.whole = TRUE;
      value->number.integer = json_node_get_int (node);
    }
  else
    {
      value->types = yc_schema_get_types (node);
      if ((value->types & YC_SCHEMA_TYPE_NUMBER) != 0)
        yc_schema_number_read (&value->number, node);
    }
}

static gboolean
has_length (const Value      *value,
            const YcSchemaOp *op)
{
  /* A character takes one byte to four. */
  if (op->kind == YC_SCHEMA_OP_MAX_LENGTH)
    return value->n_bytes <= op->limit || !yc_schema_is_as_long_as (value->text, op->limit + 1);
  if (value->n_bytes < op->limit)
    return FALSE;
  return op->limit <= 1 || value->n_bytes / 4 >= op->limit ||
         yc_schema_is_as_long_as (value->text, op->limit);
}

static gboolean
is_within (const Value      *value,
           const YcSchemaOp *op)
{
  int order = yc_schema_number_compare (&value->number, &op->number);

  return (op->kind == YC_SCHEMA_OP_MAXIMUM && order <= 0) ||
         (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM && order < 0) ||
         (op->kind == YC_SCHEMA_OP_MINIMUM && order >= 0) ||
         (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MINIMUM && order > 0);
}

static gboolean
run_other (YcSchemaRun       *run,
           const YcSubschema *schema,
           const YcSchemaOp  *op,
           const Value       *value)
{
  const YcSchemaSpot spot = { schema, value->node, value->types, NULL, NULL, NULL };

  return yc_schema_run_op (run, &spot, op);
}

static gboolean
holds (YcSchemaRun       *run,
       const YcSubschema *schema,
       const YcSchemaOp  *op,
       const Value       *value)
{
  if (op->kind == YC_SCHEMA_OP_TYPE)
    return (value->types & op->types) != 0;
  if ((op->applies & value->types) == 0)
    return TRUE;
  if (op->kind <= YC_SCHEMA_OP_ENUM && value->types == YC_SCHEMA_TYPE_STRING)
    return yc_schema_is_text_of (op, value->text);
  if (op->kind >= YC_SCHEMA_OP_MAXIMUM && op->kind <= YC_SCHEMA_OP_EXCLUSIVE_MINIMUM)
    return is_within (value, op);
  if (op->kind == YC_SCHEMA_OP_MULTIPLE_OF)
    return yc_schema_number_multiple (&value->number, &op->divisor);
  if (op->kind == YC_SCHEMA_OP_MAX_LENGTH || op->kind == YC_SCHEMA_OP_MIN_LENGTH)
    return has_length (value, op);
  if (op->kind == YC_SCHEMA_OP_PATTERN)
    return yc_schema_spend_heavy (run, NULL) &&
           yc_schema_pattern_matches (op->pattern, value->text, value->n_bytes);
  if (op->kind == YC_SCHEMA_OP_FORMAT)
    return yc_schema_spend_heavy (run, NULL) && op->format (value->text);
  return run_other (run, schema, op, value);
}

/* @schema is a leaf and @run has no report. */
gboolean
yc_schema_run_leaf (YcSchemaRun       *run,
                    const YcSubschema *schema,
                    JsonNode          *node)
{
  Value value;

  run->steps++;
  read_value (&value, node);
  for (guint i = 0; i < schema->n_ops; i++)
    {
      if (!holds (run, schema, &schema->ops[i], &value))
        return FALSE;
    }
  return TRUE;
}
