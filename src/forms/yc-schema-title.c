/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a problem's field is called: the title nearest to the keyword, after all references. */
#include "yc-schema-private.h"
#include "yc-schema-report-private.h"

#include "yc-json.h"

/* How many schemas may stand in each other's place on the way to a title. */
#define MAX_IN_PLACE 10

typedef struct
{
  const YcSubschema *schema;
  const char        *title;     /* of the place in the document */
} Walk;

static const char *
get_own_title (const YcSubschema *schema)
{
  return yc_json_get_string (yc_json_node_get_object (schema->node), "title", NULL);
}

static const YcSchemaOp *
find_op (const YcSubschema *schema,
         YcSchemaOpKind     kind)
{
  for (guint i = 0; i < schema->n_ops; i++)
    {
      if (schema->ops[i].kind == kind)
        return &schema->ops[i];
    }
  return NULL;
}

/* The title of a schema, or of what it refers to. */
static const char *
find_title (const YcSubschema *schema)
{
  for (guint i = 0; schema != NULL && i < MAX_IN_PLACE; i++)
    {
      const YcSchemaOp *ref = find_op (schema, YC_SCHEMA_OP_REF);
      const char *title = get_own_title (schema);

      if (title != NULL)
        return title;
      schema = ref == NULL ? NULL : ref->schema;
    }
  return NULL;
}

static const YcSubschema *
find_member (const YcSchemaMember *members,
             guint                 n_members,
             const char           *name)
{
  for (guint i = 0; i < n_members; i++)
    {
      if (g_strcmp0 (members[i].name, name) == 0)
        return members[i].schema;
    }
  return NULL;
}

static const YcSubschema *
get_element (const YcSchemaOp *op,
             const char       *index)
{
  guint64 i;

  return op->n_list > 0 && index != NULL &&
                 g_ascii_string_to_unsigned (index, 10, 0, op->n_list - 1, &i, NULL)
             ? op->list[i]
             : NULL;
}

/* Down into the members of an object: another place of the document. */
static void
enter_members (Walk               *walk,
               const char         *keyword,
               const char *const **at)
{
  const YcSchemaOp *op = find_op (walk->schema, YC_SCHEMA_OP_PROPERTIES);
  gboolean patterns = g_str_equal (keyword, "patternProperties");

  walk->schema = NULL;
  if (op != NULL && g_str_equal (keyword, "additionalProperties"))
    walk->schema = op->schema;
  else if (op != NULL && **at != NULL)
    walk->schema = find_member (patterns ? op->patterns : op->members,
                                patterns ? op->n_patterns : op->n_members, *(*at)++);
  walk->title = NULL;
}

/* Likewise into the items of an array. */
static void
enter_items (Walk               *walk,
             const char         *keyword,
             const char *const **at)
{
  const YcSchemaOp *op = find_op (walk->schema, YC_SCHEMA_OP_ITEMS);
  gboolean rest = op != NULL && g_strcmp0 (keyword, op->item_keywords[1]) == 0;

  walk->schema = op == NULL ? NULL : rest ? op->schema : get_element (op, *(*at)++);
  walk->title = NULL;
}

/* Into a schema that speaks of the same place, and may leave the title to the one around it. */
static void
enter_in_place (Walk               *walk,
                const char         *keyword,
                const char *const **at)
{
  const YcSubschema *inner = NULL;

  for (guint i = 0; inner == NULL && i < walk->schema->n_ops; i++)
    {
      const YcSchemaOp *op = &walk->schema->ops[i];

      if (op->kind == YC_SCHEMA_OP_IF && g_str_equal (keyword, "then"))
        inner = op->list[0];
      else if (op->kind == YC_SCHEMA_OP_IF && g_str_equal (keyword, "else"))
        inner = op->list[1];
      else if (!g_str_equal (op->keyword, keyword))
        continue;
      else if (op->kind == YC_SCHEMA_OP_DEPENDENT_SCHEMAS)
        inner = find_member (op->members, op->n_members, *(*at)++);
      else if (op->n_list > 0)
        inner = get_element (op, *(*at)++);
      else
        inner = op->schema;
    }
  walk->schema = inner;
}

static void
enter (Walk               *walk,
       const char *const **at)
{
  static const char *const members[] = { "properties", "patternProperties",
                                         "additionalProperties", NULL };
  static const char *const items[] = { "prefixItems", "items", "additionalItems", NULL };
  const char *keyword = *(*at)++;

  if (g_strv_contains (members, keyword))
    enter_members (walk, keyword, at);
  else if (g_strv_contains (items, keyword))
    enter_items (walk, keyword, at);
  else
    enter_in_place (walk, keyword, at);
  if (walk->schema != NULL && get_own_title (walk->schema) != NULL)
    walk->title = get_own_title (walk->schema);
}

/**
 * yc_schema_problem_dup_title:
 * @problem: a problem
 *
 * Returns: (transfer full) (nullable): the title that the schema gives to the place of the problem,
 *   or to the member that is missing; %NULL if it gives none
 */
char *
yc_schema_problem_dup_title (const YcSchemaProblem *problem)
{
  g_auto (GStrv) tokens = NULL;
  const char *const *at;
  Walk walk;

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->schema == NULL)
    return NULL;
  if (problem->name != NULL)
    {
      const YcSchemaOp *op = find_op (problem->schema, YC_SCHEMA_OP_PROPERTIES);

      return op == NULL ? NULL
                        : g_strdup (find_title (find_member (op->members, op->n_members,
                                                             problem->name)));
    }
  tokens = yc_schema_split_pointer (problem->keyword_location);
  walk.schema = problem->root;
  walk.title = get_own_title (problem->root);
  for (at = (const char *const *) tokens; *at != NULL && at[1] != NULL && walk.schema != NULL;)
    enter (&walk, &at);
  return g_strdup (walk.title);
}
