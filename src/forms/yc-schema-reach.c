/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which members of an object a part of a schema looks at, as far as it can be told in a moment. */
#include "yc-schema-update-private.h"

#include <string.h>

/* Subschemas looked into for one answer; beyond it the answer is yes. */
#define MAX_STEPS 2000

typedef struct
{
  const char *name;
  guint       n_steps;
} Search;

static gboolean search_schema (Search            *search,
                               const YcSubschema *schema);

static gboolean
search_properties (Search           *search,
                   const YcSchemaOp *op)
{
  if (op->schema != NULL || yc_schema_names_lookup (op->by_name, search->name) != NULL)
    return TRUE;
  for (guint i = 0; i < op->n_patterns; i++)
    {
      if (yc_schema_pattern_matches (op->patterns[i].pattern, search->name, strlen (search->name)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
search_dependents (Search           *search,
                   const YcSchemaOp *op)
{
  for (guint i = 0; i < op->n_members; i++)
    {
      const YcSchemaMember *member = &op->members[i];

      if (g_str_equal (member->name, search->name) ||
          (member->names != NULL &&
           g_strv_contains ((const char *const *) member->names, search->name)) ||
          search_schema (search, member->schema))
        return TRUE;
    }
  return FALSE;
}

static gboolean
search_list (Search           *search,
             const YcSchemaOp *op)
{
  for (guint i = 0; i < op->n_list; i++)
    {
      if (search_schema (search, op->list[i]))
        return TRUE;
    }
  return search_schema (search, op->schema);
}

static gboolean
search_op (Search           *search,
           const YcSchemaOp *op)
{
  switch (op->kind)
    {
    case YC_SCHEMA_OP_CONST:
    case YC_SCHEMA_OP_ENUM:
    case YC_SCHEMA_OP_MAX_PROPERTIES:
    case YC_SCHEMA_OP_MIN_PROPERTIES:
    case YC_SCHEMA_OP_PROPERTY_NAMES:
    case YC_SCHEMA_OP_DYNAMIC_REF:
    case YC_SCHEMA_OP_UNEVALUATED_PROPERTIES:
      return TRUE;
    case YC_SCHEMA_OP_REQUIRED:
      return g_strv_contains ((const char *const *) op->names, search->name);
    case YC_SCHEMA_OP_PROPERTIES:
      return search_properties (search, op);
    case YC_SCHEMA_OP_DEPENDENT_REQUIRED:
    case YC_SCHEMA_OP_DEPENDENT_SCHEMAS:
      return search_dependents (search, op);
    case YC_SCHEMA_OP_REF:
    case YC_SCHEMA_OP_ALL_OF:
    case YC_SCHEMA_OP_ANY_OF:
    case YC_SCHEMA_OP_ONE_OF:
    case YC_SCHEMA_OP_NOT:
    case YC_SCHEMA_OP_IF:
      return search_list (search, op);
    case YC_SCHEMA_OP_TYPE:
    case YC_SCHEMA_OP_MAXIMUM:
    case YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM:
    case YC_SCHEMA_OP_MINIMUM:
    case YC_SCHEMA_OP_EXCLUSIVE_MINIMUM:
    case YC_SCHEMA_OP_MULTIPLE_OF:
    case YC_SCHEMA_OP_MONEY:
    case YC_SCHEMA_OP_MAX_LENGTH:
    case YC_SCHEMA_OP_MIN_LENGTH:
    case YC_SCHEMA_OP_PATTERN:
    case YC_SCHEMA_OP_FORMAT:
    case YC_SCHEMA_OP_MAX_ITEMS:
    case YC_SCHEMA_OP_MIN_ITEMS:
    case YC_SCHEMA_OP_UNIQUE_ITEMS:
    case YC_SCHEMA_OP_ITEMS:
    case YC_SCHEMA_OP_CONTAINS:
    case YC_SCHEMA_OP_UNEVALUATED_ITEMS:
    default:
      return FALSE;
    }
}

static gboolean
search_schema (Search            *search,
               const YcSubschema *schema)
{
  if (schema == NULL)
    return FALSE;
  if (++search->n_steps > MAX_STEPS)
    return TRUE;
  for (guint i = 0; i < schema->n_ops; i++)
    {
      if (search_op (search, &schema->ops[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether what @op says of an object may depend on its member @name. */
gboolean
yc_schema_op_reaches (const YcSchemaOp *op,
                      const char       *name)
{
  Search search = { name, 0 };

  return search_op (&search, op);
}

/* Likewise for a whole subschema. */
gboolean
yc_schema_reaches (const YcSubschema *schema,
                   const char        *name)
{
  Search search = { name, 0 };

  return search_schema (&search, schema);
}
