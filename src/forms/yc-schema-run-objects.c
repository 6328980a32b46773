/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operations on objects. */
#include "yc-schema-run-private.h"

#include <string.h>

#include "yc-json.h"

/* Looking up a name costs less than running a subschema. */
#define LOOKUPS_PER_STEP 4
/* Where an object has so many times fewer members than the schema knows, it is gone through; going
 * through a full one is slower, as the values lie in memory in another order. */
#define SPARSE 4

static gboolean
require_names (YcSchemaRun        *run,
               const YcSchemaSpot *spot,
               const YcSchemaOp   *op,
               JsonObject         *object,
               const char *const  *names)
{
  gboolean ok = TRUE;
  guint i = 0;

  for (; names[i] != NULL && (ok || yc_schema_wants_more (run)); i++)
    {
      const YcSchemaStep member = { spot->instance_path, names[i], 0 };

      if (!json_object_has_member (object, names[i]))
        ok = yc_schema_report_at (run, spot, op->keyword, op->value, &member, names[i]);
    }
  return yc_schema_spend (run, spot, i / LOOKUPS_PER_STEP) && ok;
}

gboolean
yc_schema_run_required (YcSchemaRun        *run,
                        const YcSchemaSpot *spot,
                        const YcSchemaOp   *op)
{
  JsonObject *object = json_node_get_object (spot->instance);

  if (run->report != NULL || spot->seen != NULL || op->texts == NULL)
    return require_names (run, spot, op, object, (const char *const *) op->names);
  return op->texts[0] == NULL || require_names (run, spot, op, object, op->texts);
}

gboolean
yc_schema_run_dependent_required (YcSchemaRun        *run,
                                  const YcSchemaSpot *spot,
                                  const YcSchemaOp   *op)
{
  JsonObject *object;
  gboolean ok = TRUE;

  object = json_node_get_object (spot->instance);
  for (guint i = 0; i < op->n_members && (ok || yc_schema_wants_more (run)); i++)
    {
      if (json_object_has_member (object, op->members[i].name))
        ok &= require_names (run, spot, op, object,
                             (const char *const *) op->members[i].names);
    }
  return ok;
}

gboolean
yc_schema_run_dependent_schemas (YcSchemaRun        *run,
                                 const YcSchemaSpot *spot,
                                 const YcSchemaOp   *op)
{
  JsonObject *object;
  gboolean ok = TRUE;

  object = json_node_get_object (spot->instance);
  for (guint i = 0; i < op->n_members && (ok || yc_schema_wants_more (run)); i++)
    {
      const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };
      const YcSchemaStep place = { &keyword, op->members[i].name, 0 };

      if (!json_object_has_member (object, op->members[i].name))
        continue;
      if (op->members[i].schema == NULL)
        ok &= require_names (run, spot, op, object,
                             (const char *const *) op->members[i].names);
      else
        ok &= yc_schema_run (run, op->members[i].schema, spot->instance, spot->instance_path,
                             &place, spot->seen);
    }
  return ok;
}

gboolean
yc_schema_run_property_names (YcSchemaRun        *run,
                              const YcSchemaSpot *spot,
                              const YcSchemaOp   *op)
{
  JsonObjectIter iter;
  const char *name;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (spot->instance));
  while ((ok || yc_schema_wants_more (run)) && json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autoptr (JsonNode) node = yc_json_string_node (name);
      const YcSchemaStep member = { spot->instance_path, name, 0 };

      const YcSchemaStep keyword = { spot->keyword_path, op->keyword, 0 };

      if (!yc_schema_run_branch (run, op->schema, node, &member, &keyword, NULL))
        ok = yc_schema_report_at (run, spot, op->keyword, op->value, &member, name);
    }
  return ok;
}

/* Runs @schema, which stands under @keyword and @place (nullable), on one member. */
gboolean
yc_schema_run_member (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSubschema  *schema,
                      const char         *keyword,
                      const char         *place,
                      const char         *name,
                      JsonNode           *value)
{
  const YcSchemaStep member = { spot->instance_path, name, 0 };
  const YcSchemaStep above = { spot->keyword_path, keyword, 0 };
  const YcSchemaStep below = { &above, place, 0 };

  if (schema->never && run->report != NULL && place == NULL)
    return yc_schema_report_at (run, spot, keyword, schema->node, &member, name);
  yc_schema_seen_add_name (spot->seen, name);
  return yc_schema_run (run, schema, value, &member, place == NULL ? &above : &below, NULL);
}

/* What has a name among the patterns, or none at all. */
static gboolean
run_other_member (YcSchemaRun        *run,
                  const YcSchemaSpot *spot,
                  const YcSchemaOp   *op,
                  const char         *name,
                  JsonNode           *value,
                  gboolean            extra)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < op->n_patterns && (ok || yc_schema_wants_more (run)); i++)
    {
      if (!yc_schema_spend_heavy (run, spot))
        return FALSE;
      if (!yc_schema_pattern_matches (op->patterns[i].pattern, name, strlen (name)))
        continue;
      extra = FALSE;
      ok &= yc_schema_run_member (run, spot, op->patterns[i].schema, "patternProperties",
                                  op->patterns[i].name, name, value);
    }
  if (extra && op->schema != NULL && (ok || yc_schema_wants_more (run)))
    ok &= yc_schema_run_member (run, spot, op->schema, "additionalProperties", NULL, name, value);
  return ok;
}

/* What neither `properties` nor `patternProperties` alone can decide, member by member. */
static gboolean
run_all_members (YcSchemaRun        *run,
                 const YcSchemaSpot *spot,
                 const YcSchemaOp   *op,
                 JsonObject         *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, object);
  while ((ok || yc_schema_wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      const YcSchemaMember *known = yc_schema_names_lookup (op->by_name, name);

      if (known != NULL)
        ok &= yc_schema_run_member (run, spot, known->schema, "properties", name, name, value);
      if (ok || yc_schema_wants_more (run))
        ok &= run_other_member (run, spot, op, name, value, known == NULL);
    }
  return ok;
}

static gboolean
run_extra_members (YcSchemaRun        *run,
                   const YcSchemaSpot *spot,
                   const YcSchemaOp   *op,
                   JsonObject         *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, object);
  while ((ok || yc_schema_wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (yc_schema_names_lookup (op->by_name, name) == NULL)
        ok &= yc_schema_run_member (run, spot, op->schema, "additionalProperties", NULL, name,
                                    value);
    }
  return ok;
}

static gboolean
run_quietly (YcSchemaRun       *run,
             const YcSubschema *schema,
             JsonNode          *value)
{
  if (schema->leaf && !schema->never)
    return yc_schema_run_leaf (run, schema, value);
  return yc_schema_run (run, schema, value, NULL, NULL, NULL);
}

/* Where nobody wants a report or to know what was seen, `required` is settled on the way. */
static gboolean
run_known_members (YcSchemaRun      *run,
                   const YcSchemaOp *op,
                   JsonObject       *object,
                   guint            *n_known)
{
  for (guint i = 0; i < op->n_members; i++)
    {
      const YcSchemaMember *member = &op->members[i];
      JsonNode *value = json_object_get_member (object, member->name);

      *n_known += value == NULL ? 0 : 1;
      if (value == NULL ? member->required : !run_quietly (run, member->schema, value))
        return FALSE;
    }
  return TRUE;
}

/* The same for an object that has little of what the schema knows. */
static gboolean
run_few_members (YcSchemaRun      *run,
                 const YcSchemaOp *op,
                 JsonObject       *object,
                 guint            *n_known)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  guint n_required = 0;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const YcSchemaMember *known = yc_schema_names_lookup (op->by_name, name);

      if (known == NULL)
        continue;
      *n_known += 1;
      n_required += known->required ? 1 : 0;
      if (!run_quietly (run, known->schema, value))
        return FALSE;
    }
  return n_required == op->n_required;
}

static gboolean
run_members_quietly (YcSchemaRun      *run,
                     const YcSchemaOp *op,
                     JsonObject       *object,
                     guint            *n_known)
{
  if (json_object_get_size (object) < op->n_members / SPARSE)
    return run_few_members (run, op, object, n_known);
  return run_known_members (run, op, object, n_known);
}

static gboolean
report_known_members (YcSchemaRun        *run,
                      const YcSchemaSpot *spot,
                      const YcSchemaOp   *op,
                      JsonObject         *object,
                      guint              *n_known)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < op->n_members && (ok || yc_schema_wants_more (run)); i++)
    {
      const char *name = op->members[i].name;
      JsonNode *value = json_object_get_member (object, name);

      if (value == NULL)
        continue;
      *n_known += 1;
      ok &= yc_schema_run_member (run, spot, op->members[i].schema, "properties", name, name,
                                  value);
    }
  return ok;
}

gboolean
yc_schema_run_properties (YcSchemaRun        *run,
                          const YcSchemaSpot *spot,
                          const YcSchemaOp   *op)
{
  JsonObject *object;
  gboolean ok = TRUE;
  guint n_known = 0;

  object = json_node_get_object (spot->instance);
  if (op->n_patterns > 0)
    return run_all_members (run, spot, op, object);
  ok = run->report == NULL && spot->seen == NULL
           ? run_members_quietly (run, op, object, &n_known)
           : report_known_members (run, spot, op, object, &n_known);
  if (!yc_schema_spend (run, spot, op->n_members / LOOKUPS_PER_STEP))
    return FALSE;
  if (op->schema == NULL || n_known == json_object_get_size (object) ||
      (!ok && !yc_schema_wants_more (run)))
    return ok;
  return run_extra_members (run, spot, op, object) && ok;
}

gboolean
yc_schema_run_unevaluated_properties (YcSchemaRun        *run,
                                      const YcSchemaSpot *spot,
                                      const YcSchemaOp   *op)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  gboolean ok = TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (spot->instance));
  while ((ok || yc_schema_wants_more (run)) && json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!yc_schema_seen_has_name (spot->seen, name))
        ok &= yc_schema_run_member (run, spot, op->schema, op->keyword, NULL, name, value);
    }
  spot->seen->all_names = TRUE;
  return ok;
}
