/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a compiled schema against a document. */
#include "yc-schema-run-private.h"

#include <time.h>

/* Subschemas run on one document; beyond it the schema is hostile. Some 0.3 s of work. */
#define MAX_STEPS 1500000
/* What patterns and formats may take of the thread's own time, which a busy machine does not use
 * up. */
#define MAX_NANOSECONDS 300000000

/* A place where the bounds were met is told by its first steps. */
#define MAX_TOLD_STEPS 8

/* Runs a subschema without reporting. */
gboolean
yc_schema_try (YcSchemaRun        *run,
               const YcSubschema  *schema,
               const YcSchemaSpot *spot,
               JsonNode           *instance,
               YcSchemaSeen       *seen)
{
  YcSchemaReport *report = g_steal_pointer (&run->report);
  gboolean ok =
      yc_schema_run (run, schema, instance, spot->instance_path, spot->keyword_path, seen);

  run->report = report;
  return ok;
}

/* Runs a subschema that need not hold. A report that wants branches hears of its problems, until
 * the caller takes them back. */
gboolean
yc_schema_run_branch (YcSchemaRun        *run,
                      const YcSubschema  *schema,
                      JsonNode           *instance,
                      const YcSchemaStep *instance_path,
                      const YcSchemaStep *keyword_path,
                      YcSchemaSeen       *seen)
{
  YcSchemaReport *report = run->report;
  gboolean ok;

  if (report != NULL &&
      (!yc_schema_report_wants_branches (report) || yc_schema_report_is_full (report)))
    run->report = NULL;
  ok = yc_schema_run (run, schema, instance, instance_path, keyword_path, seen);
  run->report = report;
  return ok;
}

static const YcSchemaRunFunc OPS[] = {
  [YC_SCHEMA_OP_TYPE] = yc_schema_run_type,
  [YC_SCHEMA_OP_CONST] = yc_schema_run_const,
  [YC_SCHEMA_OP_ENUM] = yc_schema_run_enum,
  [YC_SCHEMA_OP_MAXIMUM] = yc_schema_run_number,
  [YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM] = yc_schema_run_number,
  [YC_SCHEMA_OP_MINIMUM] = yc_schema_run_number,
  [YC_SCHEMA_OP_EXCLUSIVE_MINIMUM] = yc_schema_run_number,
  [YC_SCHEMA_OP_MULTIPLE_OF] = yc_schema_run_number,
  [YC_SCHEMA_OP_MONEY] = yc_schema_run_money,
  [YC_SCHEMA_OP_MAX_LENGTH] = yc_schema_run_string,
  [YC_SCHEMA_OP_MIN_LENGTH] = yc_schema_run_string,
  [YC_SCHEMA_OP_PATTERN] = yc_schema_run_string,
  [YC_SCHEMA_OP_FORMAT] = yc_schema_run_string,
  [YC_SCHEMA_OP_MAX_ITEMS] = yc_schema_run_count,
  [YC_SCHEMA_OP_MIN_ITEMS] = yc_schema_run_count,
  [YC_SCHEMA_OP_UNIQUE_ITEMS] = yc_schema_run_unique,
  [YC_SCHEMA_OP_MAX_PROPERTIES] = yc_schema_run_count,
  [YC_SCHEMA_OP_MIN_PROPERTIES] = yc_schema_run_count,
  [YC_SCHEMA_OP_REQUIRED] = yc_schema_run_required,
  [YC_SCHEMA_OP_DEPENDENT_REQUIRED] = yc_schema_run_dependent_required,
  [YC_SCHEMA_OP_PROPERTY_NAMES] = yc_schema_run_property_names,
  [YC_SCHEMA_OP_PROPERTIES] = yc_schema_run_properties,
  [YC_SCHEMA_OP_ITEMS] = yc_schema_run_items,
  [YC_SCHEMA_OP_CONTAINS] = yc_schema_run_contains,
  [YC_SCHEMA_OP_DEPENDENT_SCHEMAS] = yc_schema_run_dependent_schemas,
  [YC_SCHEMA_OP_REF] = yc_schema_run_ref,
  [YC_SCHEMA_OP_DYNAMIC_REF] = yc_schema_run_dynamic_ref,
  [YC_SCHEMA_OP_ALL_OF] = yc_schema_run_all_of,
  [YC_SCHEMA_OP_ANY_OF] = yc_schema_run_any_of,
  [YC_SCHEMA_OP_ONE_OF] = yc_schema_run_one_of,
  [YC_SCHEMA_OP_NOT] = yc_schema_run_not,
  [YC_SCHEMA_OP_IF] = yc_schema_run_if,
  [YC_SCHEMA_OP_UNEVALUATED_ITEMS] = yc_schema_run_unevaluated_items,
  [YC_SCHEMA_OP_UNEVALUATED_PROPERTIES] = yc_schema_run_unevaluated_properties,
};

/* A value that is not there fails what asks for a certain value and passes the rest, as layouts'
 * conditions need it. */
static gboolean
run_without_instance (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op)
{
  if (op->kind <= YC_SCHEMA_OP_ENUM)
    return yc_schema_fail (run, spot, op);
  if (op->kind >= YC_SCHEMA_OP_REF && op->kind <= YC_SCHEMA_OP_IF)
    return OPS[op->kind](run, spot, op);
  return TRUE;
}

gboolean
yc_schema_run_op (YcSchemaRun        *run,
                  const YcSchemaSpot *spot,
                  const YcSchemaOp   *op)
{
  if (spot->types == 0)
    return run_without_instance (run, spot, op);
  return (op->applies & spot->types) == 0 || OPS[op->kind](run, spot, op);
}

static gboolean
run_ops (YcSchemaRun        *run,
         const YcSchemaSpot *spot)
{
  const YcSubschema *schema = spot->schema;
  gboolean ok = TRUE;

  for (guint i = 0; i < schema->n_ops && (ok || yc_schema_wants_more (run)); i++)
    ok &= yc_schema_run_op (run, spot, &schema->ops[i]);
  return ok;
}

static YcSchemaTypes
get_value_types (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return YC_SCHEMA_TYPE_STRING;
  if (type == G_TYPE_INT64)
    return YC_SCHEMA_TYPE_INTEGER | YC_SCHEMA_TYPE_NUMBER;
  if (type != G_TYPE_DOUBLE)
    return YC_SCHEMA_TYPE_BOOLEAN;
  return YC_SCHEMA_TYPE_NUMBER |
         (yc_schema_node_is_integer (node) ? YC_SCHEMA_TYPE_INTEGER : 0);
}

/* Of @node; 0 for %NULL. */
YcSchemaTypes
yc_schema_get_types (JsonNode *node)
{
  if (node == NULL)
    return 0;
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
      return get_value_types (node);
    }
}

/* The first steps of a path that may go round in circles. */
static const YcSchemaStep *
shorten (const YcSchemaStep *path)
{
  guint n = 0;

  for (const YcSchemaStep *step = path; step != NULL; step = step->parent)
    n++;
  for (; n > MAX_TOLD_STEPS; n--)
    path = path->parent;
  return path;
}

static gboolean
give_up (YcSchemaRun        *run,
         const YcSchemaSpot *spot)
{
  if (!run->over_limit && run->report != NULL)
    {
      YcSchemaSpot told = *spot;

      told.keyword_path = shorten (spot->keyword_path);
      yc_schema_report_at (run, &told, "x-limit", NULL, spot->instance_path, NULL);
    }
  run->over_limit = TRUE;
  return FALSE;
}

static gint64
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Counts @n steps of work; %FALSE when there were too many. */
gboolean
yc_schema_spend (YcSchemaRun        *run,
                 const YcSchemaSpot *spot,
                 guint               n)
{
  run->steps += n;
  return run->steps < MAX_STEPS || give_up (run, spot);
}

gboolean
yc_schema_look_at_time (YcSchemaRun        *run,
                        const YcSchemaSpot *spot)
{
  if (run->start == 0)
    run->start = get_thread_time ();
  return get_thread_time () - run->start < MAX_NANOSECONDS || give_up (run, spot);
}

static gboolean
check_limits (YcSchemaRun        *run,
              const YcSchemaSpot *spot)
{
  if (run->depth < YC_SCHEMA_MAX_DEPTH && ++run->steps < MAX_STEPS && !run->over_limit)
    return TRUE;
  return give_up (run, spot);
}

/* Goes one subschema deeper; %FALSE beyond the bounds. */
gboolean
yc_schema_enter (YcSchemaRun        *run,
                 const YcSchemaSpot *spot)
{
  if (!check_limits (run, spot))
    return FALSE;
  if (run->n_scopes == 0 || run->scopes[run->n_scopes - 1] != spot->schema->scope)
    run->scopes[run->n_scopes++] = spot->schema->scope;
  run->depth++;
  return TRUE;
}

/* Back to where there were @n_scopes. */
void
yc_schema_leave (YcSchemaRun *run,
                 guint        n_scopes)
{
  run->depth--;
  run->n_scopes = n_scopes;
}

gboolean
yc_schema_run (YcSchemaRun        *run,
               const YcSubschema  *schema,
               JsonNode           *instance,
               const YcSchemaStep *instance_path,
               const YcSchemaStep *keyword_path,
               YcSchemaSeen       *seen)
{
  YcSchemaSeen own = { 0 };
  YcSchemaSpot spot = { schema, instance, 0, instance_path, keyword_path, NULL };
  guint n_scopes = run->n_scopes;
  gboolean ok;

  if (schema->leaf && run->report == NULL && instance != NULL && !schema->never)
    return yc_schema_run_leaf (run, schema, instance);
  spot.types = yc_schema_get_types (instance);
  if (schema->never)
    return yc_schema_report_at (run, &spot, "false", schema->node, instance_path, NULL);
  if (schema->leaf)
    {
      run->steps++;
      return run_ops (run, &spot);
    }
  if (!yc_schema_enter (run, &spot))
    return FALSE;
  if (seen != NULL || schema->collects)
    spot.seen = &own;
  ok = run_ops (run, &spot);
  yc_schema_leave (run, n_scopes);
  if (ok && seen != NULL)
    yc_schema_seen_merge (seen, &own);
  yc_schema_seen_clear (&own);
  return ok;
}

void
yc_schema_run_init (YcSchemaRun       *run,
                    const YcSubschema *root,
                    YcSchemaReport    *report)
{
  run->root = root;
  run->report = report;
  run->depth = 0;
  run->steps = 0;
  run->n_heavy = 0;
  run->start = 0;
  run->over_limit = FALSE;
  run->n_scopes = 0;
}

/**
 * yc_schema_validate:
 * @self: a schema
 * @instance: (nullable): a document; %NULL stands for a value that is not there, which fails
 *   `type`, `const` and `enum` and passes everything else
 * @report: (nullable): where problems are added; without one, the first problem ends the work
 *
 * Holds @instance against the schema. Time and depth are bounded: a schema or document beyond the
 * bounds is invalid with the keyword "x-limit". Any thread, without locks.
 *
 * Returns: %TRUE if @instance is valid
 */
gboolean
yc_schema_validate (YcSchema       *self,
                    JsonNode       *instance,
                    YcSchemaReport *report)
{
  YcSchemaRun run;
  gboolean valid;

  g_return_val_if_fail (self != NULL, FALSE);

  yc_schema_run_init (&run, self->root, report);
  if (report != NULL)
    yc_schema_report_keep (report, self);
  valid = yc_schema_run (&run, self->root, instance, NULL, NULL, NULL);
  if (report != NULL)
    yc_schema_report_set_n_steps (report, run.steps);
  if (run.over_limit && report != NULL && !yc_schema_report_is_cut (report))
    yc_schema_report_take (report, "x-limit", g_strdup (""), g_strdup (""), NULL, NULL, NULL);
  /* What was not looked at to the end may have made `not` hold. */
  return valid && !run.over_limit;
}
