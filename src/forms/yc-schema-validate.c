/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a compiled schema against a document. */
#include "yc-schema-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-schema-number-private.h"

/* Subschemas run on one document; beyond it the schema is hostile. Some 0.3 s of work. */
#define MAX_STEPS 4000000

/* From this many items on, equal ones are looked for by hash. */
#define HASH_ITEMS_FROM 12

/* One step of a path, kept on the stack and written out only when there is something to report. */
typedef struct _Step
{
  const struct _Step *parent;
  const char         *name;       /* NULL for @index */
  guint               index;
} Step;

/* What of an object or array some subschema has looked at, for the unevaluated… keywords. */
typedef struct
{
  GHashTable *names;
  GHashTable *indexes;
  gboolean    all_names;
  gboolean    all_items;
  guint       n_prefix;
} Seen;

typedef struct
{
  YcSchemaReport *report;         /* NULL: stop at the first problem */
  guint           depth;
  guint           steps;
  gboolean        over_limit;
  guint           n_scopes;
  YcSchemaScope  *scopes[YC_SCHEMA_MAX_DEPTH];
} Run;

/* Where a subschema is being run. */
typedef struct
{
  const YcSubschema *schema;
  JsonNode          *instance;    /* NULL: there is none */
  const Step        *instance_path;
  const Step        *keyword_path;
  Seen              *seen;        /* nullable */
} Spot;

typedef gboolean (*RunFunc) (Run              *run,
                             const Spot       *spot,
                             const YcSchemaOp *op);

static gboolean run_subschema (Run               *run,
                               const YcSubschema *schema,
                               JsonNode          *instance,
                               const Step        *instance_path,
                               const Step        *keyword_path,
                               Seen              *seen);

/* Paths */

static void
append_step (GString    *out,
             const Step *step)
{
  if (step == NULL)
    return;
  append_step (out, step->parent);
  g_string_append_c (out, '/');
  if (step->name == NULL)
    {
      g_string_append_printf (out, "%u", step->index);
      return;
    }
  for (const char *at = step->name; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (out, "~0");
      else if (*at == '/')
        g_string_append (out, "~1");
      else
        g_string_append_c (out, *at);
    }
}

static char *
write_path (const Step *step)
{
  GString *out = g_string_new (NULL);

  append_step (out, step);
  return g_string_free (out, FALSE);
}

/* Notes a problem. @name is the member that is missing or too many, if one is. */
static gboolean
report_problem (Run         *run,
                const Spot  *spot,
                const char  *keyword,
                JsonNode    *value,
                const Step  *instance_path,
                const char  *name)
{
  const Step keyword_step = { spot->keyword_path, keyword, 0 };

  if (run->report != NULL)
    yc_schema_report_take (run->report, keyword, write_path (&keyword_step),
                           write_path (instance_path), value, name, spot->schema->message);
  return FALSE;
}

static gboolean
problem (Run              *run,
         const Spot       *spot,
         const YcSchemaOp *op)
{
  return report_problem (run, spot, op->keyword, op->value, spot->instance_path, NULL);
}

/* Whether to go on after a problem, to find more. */
static gboolean
wants_more (Run *run)
{
  return run->report != NULL && !run->over_limit && !yc_schema_report_is_full (run->report);
}

/* What was seen */

static void
seen_clear (Seen *seen)
{
  g_clear_pointer (&seen->names, g_hash_table_unref);
  g_clear_pointer (&seen->indexes, g_hash_table_unref);
}

static void
seen_add_name (Seen       *seen,
               const char *name)
{
  if (seen == NULL || seen->all_names)
    return;
  if (seen->names == NULL)
    seen->names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (seen->names, (gpointer) name);
}

static void
seen_add_index (Seen  *seen,
                guint  index)
{
  if (seen == NULL || seen->all_items)
    return;
  if (seen->indexes == NULL)
    seen->indexes = g_hash_table_new (NULL, NULL);
  g_hash_table_add (seen->indexes, GUINT_TO_POINTER (index));
}

static void
merge_set (GHashTable **into,
           GHashTable  *from,
           GHashFunc    hash,
           GEqualFunc   equal)
{
  GHashTableIter iter;
  gpointer key;

  if (from == NULL)
    return;
  if (*into == NULL)
    *into = g_hash_table_new (hash, equal);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (*into, key);
}

static void
seen_merge (Seen       *into,
            const Seen *from)
{
  merge_set (&into->names, from->names, g_str_hash, g_str_equal);
  merge_set (&into->indexes, from->indexes, NULL, NULL);
  into->all_names |= from->all_names;
  into->all_items |= from->all_items;
  into->n_prefix = MAX (into->n_prefix, from->n_prefix);
}

static gboolean
seen_has_name (const Seen *seen,
               const char *name)
{
  return seen->all_names || (seen->names != NULL && g_hash_table_contains (seen->names, name));
}

static gboolean
seen_has_index (const Seen *seen,
                guint       index)
{
  return seen->all_items || index < seen->n_prefix ||
         (seen->indexes != NULL && g_hash_table_contains (seen->indexes, GUINT_TO_POINTER (index)));
}

/* Values */

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

static gboolean
run_type (Run              *run,
          const Spot       *spot,
          const YcSchemaOp *op)
{
  return (get_types (spot->instance) & op->types) != 0 || problem (run, spot, op);
}

static gboolean
run_const (Run              *run,
           const Spot       *spot,
           const YcSchemaOp *op)
{
  return yc_json_equal (spot->instance, op->value) || problem (run, spot, op);
}

static gboolean
run_enum (Run              *run,
          const Spot       *spot,
          const YcSchemaOp *op)
{
  JsonArray *values = json_node_get_array (op->value);

  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (yc_json_equal (spot->instance, json_array_get_element (values, i)))
        return TRUE;
    }
  return problem (run, spot, op);
}

static gboolean
run_number (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
{
  gboolean ok;
  int order;

  if (!yc_schema_node_is_number (spot->instance))
    return TRUE;
  if (op->kind == YC_SCHEMA_OP_MULTIPLE_OF)
    return yc_schema_number_multiple (spot->instance, op->value) || problem (run, spot, op);
  order = yc_schema_number_compare (spot->instance, op->value);
  ok = (op->kind == YC_SCHEMA_OP_MAXIMUM && order <= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM && order < 0) ||
       (op->kind == YC_SCHEMA_OP_MINIMUM && order >= 0) ||
       (op->kind == YC_SCHEMA_OP_EXCLUSIVE_MINIMUM && order > 0);
  return ok || problem (run, spot, op);
}

static gboolean
run_string (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
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
  return ok || problem (run, spot, op);
}

/* Arrays */

static gboolean
run_count (Run              *run,
           const Spot       *spot,
           const YcSchemaOp *op)
{
  gboolean items = op->kind == YC_SCHEMA_OP_MAX_ITEMS || op->kind == YC_SCHEMA_OP_MIN_ITEMS;
  gboolean most = op->kind == YC_SCHEMA_OP_MAX_ITEMS || op->kind == YC_SCHEMA_OP_MAX_PROPERTIES;
  guint64 count;

  if (items && JSON_NODE_HOLDS_ARRAY (spot->instance))
    count = json_array_get_length (json_node_get_array (spot->instance));
  else if (!items && JSON_NODE_HOLDS_OBJECT (spot->instance))
    count = json_object_get_size (json_node_get_object (spot->instance));
  else
    return TRUE;
  return (most ? count <= op->limit : count >= op->limit) || problem (run, spot, op);
}

static gboolean
equal_nodes (gconstpointer a,
             gconstpointer b)
{
  return yc_json_equal ((JsonNode *) a, (JsonNode *) b);
}

static guint
hash_node (gconstpointer node)
{
  return yc_schema_node_hash ((JsonNode *) node);
}

static gboolean
has_equal_before (JsonArray *array,
                  guint      index)
{
  for (guint i = 0; i < index; i++)
    {
      if (yc_json_equal (json_array_get_element (array, i), json_array_get_element (array, index)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
run_unique (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
{
  g_autoptr (GHashTable) set = NULL;
  JsonArray *array;
  guint n;

  if (op->limit == 0 || !JSON_NODE_HOLDS_ARRAY (spot->instance))
    return TRUE;
  array = json_node_get_array (spot->instance);
  n = json_array_get_length (array);
  if (n >= HASH_ITEMS_FROM)
    set = g_hash_table_new (hash_node, equal_nodes);
  for (guint i = 0; i < n; i++)
    {
      gboolean twice = set == NULL ? has_equal_before (array, i)
                                   : !g_hash_table_add (set, json_array_get_element (array, i));

      if (twice)
        return problem (run, spot, op);
    }
  return TRUE;
}

static gboolean
run_items (Run              *run,
           const Spot       *spot,
           const YcSchemaOp *op)
{
  JsonArray *array;
  gboolean ok = TRUE;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (spot->instance))
    return TRUE;
  array = json_node_get_array (spot->instance);
  n = json_array_get_length (array);
  if (op->schema == NULL)
    n = MIN (n, op->n_list);
  for (guint i = 0; i < n && (ok || wants_more (run)); i++)
    {
      gboolean prefix = i < op->n_list;
      const Step item = { spot->instance_path, NULL, i };
      const Step keyword = { spot->keyword_path, prefix ? "prefixItems" : "items", 0 };
      const Step place = { &keyword, NULL, i };

      ok &= run_subschema (run, prefix ? op->list[i] : op->schema,
                           json_array_get_element (array, i), &item, prefix ? &place : &keyword,
                           NULL);
    }
  if (spot->seen != NULL && op->schema != NULL)
    spot->seen->all_items = TRUE;
  else if (spot->seen != NULL)
    spot->seen->n_prefix = MAX (spot->seen->n_prefix, op->n_list);
  return ok;
}

/* Runs a subschema without reporting. */
static gboolean
try_subschema (Run               *run,
               const YcSubschema *schema,
               const Spot        *spot,
               JsonNode          *instance,
               Seen              *seen)
{
  YcSchemaReport *report = g_steal_pointer (&run->report);
  gboolean ok = run_subschema (run, schema, instance, spot->instance_path, spot->keyword_path, seen);

  run->report = report;
  return ok;
}

static gboolean
run_contains (Run              *run,
              const Spot       *spot,
              const YcSchemaOp *op)
{
  JsonArray *array;
  guint64 n_found = 0;

  if (!JSON_NODE_HOLDS_ARRAY (spot->instance))
    return TRUE;
  array = json_node_get_array (spot->instance);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!try_subschema (run, op->schema, spot, json_array_get_element (array, i), NULL))
        continue;
      n_found++;
      seen_add_index (spot->seen, i);
    }
  if (n_found < op->limit)
    return report_problem (run, spot, n_found == 0 ? "contains" : "minContains", op->value,
                           spot->instance_path, NULL);
  if (n_found > op->limit_max)
    return report_problem (run, spot, "maxContains", op->value, spot->instance_path, NULL);
  return TRUE;
}

static gboolean
run_unevaluated_items (Run              *run,
                       const Spot       *spot,
                       const YcSchemaOp *op)
{
  JsonArray *array;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (spot->instance))
    return TRUE;
  array = json_node_get_array (spot->instance);
  for (guint i = 0; i < json_array_get_length (array) && (ok || wants_more (run)); i++)
    {
      const Step item = { spot->instance_path, NULL, i };
      const Step keyword = { spot->keyword_path, op->keyword, 0 };

      if (!seen_has_index (spot->seen, i))
        ok &= run_subschema (run, op->schema, json_array_get_element (array, i), &item, &keyword,
                             NULL);
    }
  spot->seen->all_items = TRUE;
  return ok;
}

/* Objects */

static gboolean
require_names (Run              *run,
               const Spot       *spot,
               const YcSchemaOp *op,
               JsonObject       *object,
               GStrv             names)
{
  gboolean ok = TRUE;

  for (guint i = 0; names[i] != NULL && (ok || wants_more (run)); i++)
    {
      const Step member = { spot->instance_path, names[i], 0 };

      if (!json_object_has_member (object, names[i]))
        ok = report_problem (run, spot, op->keyword, op->value, &member, names[i]);
    }
  return ok;
}

static gboolean
run_required (Run              *run,
              const Spot       *spot,
              const YcSchemaOp *op)
{
  return !JSON_NODE_HOLDS_OBJECT (spot->instance) ||
         require_names (run, spot, op, json_node_get_object (spot->instance), op->names);
}

static gboolean
run_dependent_required (Run              *run,
                        const Spot       *spot,
                        const YcSchemaOp *op)
{
  JsonObject *object;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (spot->instance))
    return TRUE;
  object = json_node_get_object (spot->instance);
  for (guint i = 0; i < op->n_members && (ok || wants_more (run)); i++)
    {
      if (json_object_has_member (object, op->members[i].name))
        ok &= require_names (run, spot, op, object, op->members[i].names);
    }
  return ok;
}

static gboolean
run_dependent_schemas (Run              *run,
                       const Spot       *spot,
                       const YcSchemaOp *op)
{
  JsonObject *object;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (spot->instance))
    return TRUE;
  object = json_node_get_object (spot->instance);
  for (guint i = 0; i < op->n_members && (ok || wants_more (run)); i++)
    {
      const Step keyword = { spot->keyword_path, op->keyword, 0 };
      const Step place = { &keyword, op->members[i].name, 0 };

      if (!json_object_has_member (object, op->members[i].name))
        continue;
      if (op->members[i].schema == NULL)
        ok &= require_names (run, spot, op, object, op->members[i].names);
      else
        ok &= run_subschema (run, op->members[i].schema, spot->instance, spot->instance_path,
                             &place, spot->seen);
    }
  return ok;
}

static gboolean
run_property_names (Run              *run,
                    const Spot       *spot,
                    const YcSchemaOp *op)
{
  JsonObjectIter iter;
  const char *name;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (spot->instance))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (spot->instance));
  while ((ok || wants_more (run)) && json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autoptr (JsonNode) node = yc_json_string_node (name);
      const Step member = { spot->instance_path, name, 0 };

      if (!try_subschema (run, op->schema, spot, node, NULL))
        ok = report_problem (run, spot, op->keyword, op->value, &member, name);
    }
  return ok;
}

static gboolean
run_member (Run               *run,
            const Spot        *spot,
            const YcSubschema *schema,
            const char        *keyword,
            const char        *place,
            const char        *name,
            JsonNode          *value)
{
  const Step member = { spot->instance_path, name, 0 };
  const Step above = { spot->keyword_path, keyword, 0 };
  const Step below = { &above, place, 0 };

  if (schema->never && run->report != NULL && place == NULL)
    return report_problem (run, spot, keyword, schema->node, &member, name);
  seen_add_name (spot->seen, name);
  return run_subschema (run, schema, value, &member, place == NULL ? &above : &below, NULL);
}

/* What neither `properties` nor `patternProperties` alone can decide, member by member. */
static gboolean
run_all_members (Run              *run,
                 const Spot       *spot,
                 const YcSchemaOp *op,
                 JsonObject       *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, object);
  while ((ok || wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      YcSchemaMember *known = g_hash_table_lookup (op->by_name, name);
      gboolean extra = known == NULL;

      if (known != NULL)
        ok &= run_member (run, spot, known->schema, "properties", name, name, value);
      for (guint i = 0; i < op->n_patterns; i++)
        {
          if (!yc_schema_pattern_matches (op->patterns[i].pattern, name))
            continue;
          extra = FALSE;
          ok &= run_member (run, spot, op->patterns[i].schema, "patternProperties",
                            op->patterns[i].name, name, value);
        }
      if (extra && op->schema != NULL)
        ok &= run_member (run, spot, op->schema, "additionalProperties", NULL, name, value);
    }
  return ok;
}

static gboolean
run_extra_members (Run              *run,
                   const Spot       *spot,
                   const YcSchemaOp *op,
                   JsonObject       *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, object);
  while ((ok || wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!g_hash_table_contains (op->by_name, name))
        ok &= run_member (run, spot, op->schema, "additionalProperties", NULL, name, value);
    }
  return ok;
}

static gboolean
run_properties (Run              *run,
                const Spot       *spot,
                const YcSchemaOp *op)
{
  JsonObject *object;
  gboolean ok = TRUE;
  guint n_known = 0;

  if (!JSON_NODE_HOLDS_OBJECT (spot->instance))
    return TRUE;
  object = json_node_get_object (spot->instance);
  if (op->n_patterns > 0)
    return run_all_members (run, spot, op, object);
  for (guint i = 0; i < op->n_members && (ok || wants_more (run)); i++)
    {
      const char *name = op->members[i].name;
      JsonNode *value = json_object_get_member (object, name);

      if (value == NULL)
        continue;
      n_known++;
      ok &= run_member (run, spot, op->members[i].schema, "properties", name, name, value);
    }
  if (op->schema == NULL || n_known == json_object_get_size (object) || (!ok && !wants_more (run)))
    return ok;
  return run_extra_members (run, spot, op, object) && ok;
}

static gboolean
run_unevaluated_properties (Run              *run,
                            const Spot       *spot,
                            const YcSchemaOp *op)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (spot->instance))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (spot->instance));
  while ((ok || wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!seen_has_name (spot->seen, name))
        ok &= run_member (run, spot, op->schema, op->keyword, NULL, name, value);
    }
  spot->seen->all_names = TRUE;
  return ok;
}

/* In place */

static gboolean
run_in_place (Run               *run,
              const Spot        *spot,
              const YcSubschema *schema,
              const Step        *keyword_path)
{
  return run_subschema (run, schema, spot->instance, spot->instance_path, keyword_path, spot->seen);
}

static gboolean
run_ref (Run              *run,
         const Spot       *spot,
         const YcSchemaOp *op)
{
  const Step keyword = { spot->keyword_path, op->keyword, 0 };

  return run_in_place (run, spot, op->schema, &keyword);
}

/* The outermost resource on the way here that has the anchor decides. */
static gboolean
run_dynamic_ref (Run              *run,
                 const Spot       *spot,
                 const YcSchemaOp *op)
{
  const Step keyword = { spot->keyword_path, op->keyword, 0 };
  const YcSubschema *target = NULL;

  for (guint i = 0; op->anchor != NULL && target == NULL && i < run->n_scopes; i++)
    target = g_hash_table_lookup (run->scopes[i]->dynamic, op->anchor);
  return run_in_place (run, spot, target == NULL ? op->schema : target, &keyword);
}

static gboolean
run_all_of (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
{
  const Step keyword = { spot->keyword_path, op->keyword, 0 };
  gboolean ok = TRUE;

  for (guint i = 0; i < op->n_list && (ok || wants_more (run)); i++)
    {
      const Step place = { &keyword, NULL, i };
      ok &= run_in_place (run, spot, op->list[i], &place);
    }
  return ok;
}

static gboolean
run_any_of (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
{
  gboolean ok = FALSE;

  /* All of them run where somebody wants to know what they have seen. */
  for (guint i = 0; i < op->n_list && (!ok || spot->seen != NULL); i++)
    ok |= try_subschema (run, op->list[i], spot, spot->instance, spot->seen);
  return ok || problem (run, spot, op);
}

static gboolean
run_one_of (Run              *run,
            const Spot       *spot,
            const YcSchemaOp *op)
{
  guint n_valid = 0;

  for (guint i = 0; i < op->n_list && n_valid < 2; i++)
    n_valid += try_subschema (run, op->list[i], spot, spot->instance, spot->seen) ? 1 : 0;
  return n_valid == 1 || problem (run, spot, op);
}

static gboolean
run_not (Run              *run,
         const Spot       *spot,
         const YcSchemaOp *op)
{
  return !try_subschema (run, op->schema, spot, spot->instance, NULL) || problem (run, spot, op);
}

static gboolean
run_if (Run              *run,
        const Spot       *spot,
        const YcSchemaOp *op)
{
  gboolean holds = try_subschema (run, op->schema, spot, spot->instance, spot->seen);
  const Step keyword = { spot->keyword_path, holds ? "then" : "else", 0 };
  const YcSubschema *branch = op->list[holds ? 0 : 1];

  return branch == NULL || run_in_place (run, spot, branch, &keyword);
}

static const RunFunc OPS[] = {
  [YC_SCHEMA_OP_TYPE] = run_type,
  [YC_SCHEMA_OP_CONST] = run_const,
  [YC_SCHEMA_OP_ENUM] = run_enum,
  [YC_SCHEMA_OP_MAXIMUM] = run_number,
  [YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM] = run_number,
  [YC_SCHEMA_OP_MINIMUM] = run_number,
  [YC_SCHEMA_OP_EXCLUSIVE_MINIMUM] = run_number,
  [YC_SCHEMA_OP_MULTIPLE_OF] = run_number,
  [YC_SCHEMA_OP_MAX_LENGTH] = run_string,
  [YC_SCHEMA_OP_MIN_LENGTH] = run_string,
  [YC_SCHEMA_OP_PATTERN] = run_string,
  [YC_SCHEMA_OP_FORMAT] = run_string,
  [YC_SCHEMA_OP_MAX_ITEMS] = run_count,
  [YC_SCHEMA_OP_MIN_ITEMS] = run_count,
  [YC_SCHEMA_OP_UNIQUE_ITEMS] = run_unique,
  [YC_SCHEMA_OP_MAX_PROPERTIES] = run_count,
  [YC_SCHEMA_OP_MIN_PROPERTIES] = run_count,
  [YC_SCHEMA_OP_REQUIRED] = run_required,
  [YC_SCHEMA_OP_DEPENDENT_REQUIRED] = run_dependent_required,
  [YC_SCHEMA_OP_PROPERTY_NAMES] = run_property_names,
  [YC_SCHEMA_OP_PROPERTIES] = run_properties,
  [YC_SCHEMA_OP_ITEMS] = run_items,
  [YC_SCHEMA_OP_CONTAINS] = run_contains,
  [YC_SCHEMA_OP_DEPENDENT_SCHEMAS] = run_dependent_schemas,
  [YC_SCHEMA_OP_REF] = run_ref,
  [YC_SCHEMA_OP_DYNAMIC_REF] = run_dynamic_ref,
  [YC_SCHEMA_OP_ALL_OF] = run_all_of,
  [YC_SCHEMA_OP_ANY_OF] = run_any_of,
  [YC_SCHEMA_OP_ONE_OF] = run_one_of,
  [YC_SCHEMA_OP_NOT] = run_not,
  [YC_SCHEMA_OP_IF] = run_if,
  [YC_SCHEMA_OP_UNEVALUATED_ITEMS] = run_unevaluated_items,
  [YC_SCHEMA_OP_UNEVALUATED_PROPERTIES] = run_unevaluated_properties,
};

/* A value that is not there fails what asks for a certain value and passes the rest, as layouts'
 * conditions need it. */
static gboolean
run_without_instance (Run              *run,
                      const Spot       *spot,
                      const YcSchemaOp *op)
{
  if (op->kind <= YC_SCHEMA_OP_ENUM)
    return problem (run, spot, op);
  if (op->kind >= YC_SCHEMA_OP_REF && op->kind <= YC_SCHEMA_OP_IF)
    return OPS[op->kind](run, spot, op);
  return TRUE;
}

static gboolean
run_ops (Run        *run,
         const Spot *spot)
{
  const YcSubschema *schema = spot->schema;
  gboolean ok = TRUE;

  for (guint i = 0; i < schema->n_ops && (ok || wants_more (run)); i++)
    {
      const YcSchemaOp *op = &schema->ops[i];

      ok &= spot->instance == NULL ? run_without_instance (run, spot, op)
                                   : OPS[op->kind](run, spot, op);
    }
  return ok;
}

static gboolean
check_limits (Run        *run,
              const Spot *spot)
{
  if (run->depth < YC_SCHEMA_MAX_DEPTH && ++run->steps < MAX_STEPS && !run->over_limit)
    return TRUE;
  if (!run->over_limit)
    report_problem (run, spot, "x-limit", NULL, spot->instance_path, NULL);
  run->over_limit = TRUE;
  return FALSE;
}

static gboolean
run_subschema (Run               *run,
               const YcSubschema *schema,
               JsonNode          *instance,
               const Step        *instance_path,
               const Step        *keyword_path,
               Seen              *seen)
{
  Seen own = { 0 };
  Spot spot = { schema, instance, instance_path, keyword_path, NULL };
  guint n_scopes = run->n_scopes;
  gboolean ok;

  if (!check_limits (run, &spot))
    return FALSE;
  if (schema->never)
    return report_problem (run, &spot, "false", schema->node, instance_path, NULL);
  if (n_scopes == 0 || run->scopes[n_scopes - 1] != schema->scope)
    run->scopes[run->n_scopes++] = schema->scope;
  if (seen != NULL || schema->collects)
    spot.seen = &own;
  run->depth++;
  ok = run_ops (run, &spot);
  run->depth--;
  run->n_scopes = n_scopes;
  if (ok && seen != NULL)
    seen_merge (seen, &own);
  seen_clear (&own);
  return ok;
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
  Run run;

  g_return_val_if_fail (self != NULL, FALSE);

  run.report = report;
  run.depth = 0;
  run.steps = 0;
  run.over_limit = FALSE;
  run.n_scopes = 0;
  return run_subschema (&run, self->root, instance, NULL, NULL, NULL);
}
