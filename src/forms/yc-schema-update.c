/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a report up to date after one change: runs only what the change can touch. */
#include "yc-schema-update-private.h"

#include <string.h>

#include "yc-json.h"

typedef struct
{
  YcSchemaRun      run;
  GPtrArray       *changed;     /* nullable */
  GStrv            tokens;      /* of the place that was changed */
  guint            n_tokens;
} Update;

/* A subschema on the way to the change. */
typedef struct
{
  YcSchemaSpot spot;
  guint        level;           /* how many tokens lead to the instance */
} Stop;

static void update_schema (Update             *self,
                           const YcSubschema  *schema,
                           JsonNode           *instance,
                           guint               level,
                           const YcSchemaStep *instance_path,
                           const YcSchemaStep *keyword_path);

static void
forget (Update             *self,
        const YcSchemaStep *keyword_path,
        const YcSchemaStep *instance_path)
{
  g_autofree char *keyword = yc_schema_write_path (keyword_path);
  g_autofree char *instance = yc_schema_write_path (instance_path);

  yc_schema_report_remove (self->run.report, keyword, instance, self->changed);
}

/* Runs a subschema anew and replaces all that it had to say. */
static void
rerun_schema (Update             *self,
              const YcSubschema  *schema,
              JsonNode           *instance,
              const YcSchemaStep *instance_path,
              const YcSchemaStep *keyword_path)
{
  forget (self, keyword_path, instance_path);
  yc_schema_run (&self->run, schema, instance, instance_path, keyword_path, NULL);
}

/* The keywords under which @op's problems stand, NULL at the end. */
static const char *const *
get_keywords (const YcSchemaOp *op)
{
  static const char *const branches[] = { "if", "then", "else", NULL };
  static const char *const contains[] = { "contains", "minContains", "maxContains", NULL };

  if (op->kind == YC_SCHEMA_OP_IF)
    return branches;
  if (op->kind == YC_SCHEMA_OP_CONTAINS)
    return contains;
  return NULL;
}

static void
rerun_op (Update           *self,
          const Stop       *stop,
          const YcSchemaOp *op)
{
  const char *const own[] = { op->keyword, NULL };
  const char *const *keywords = get_keywords (op);

  for (const char *const *name = keywords == NULL ? own : keywords; *name != NULL; name++)
    {
      const YcSchemaStep keyword = { stop->spot.keyword_path, *name, 0 };
      forget (self, &keyword, stop->spot.instance_path);
    }
  yc_schema_run_op (&self->run, &stop->spot, op);
}

static void
update_required (Update           *self,
                 const Stop       *stop,
                 const YcSchemaOp *op)
{
  const char *name = self->tokens[stop->level];
  const YcSchemaStep keyword = { stop->spot.keyword_path, op->keyword, 0 };
  const YcSchemaStep member = { stop->spot.instance_path, name, 0 };
  JsonObject *object = yc_json_node_get_object (stop->spot.instance);

  if (object == NULL || !g_strv_contains ((const char *const *) op->names, name))
    return;
  forget (self, &keyword, &member);
  if (!json_object_has_member (object, name))
    yc_schema_report_at (&self->run, &stop->spot, op->keyword, op->value, &member, name);
}

static void
update_member (Update            *self,
               const Stop        *stop,
               const YcSubschema *schema,
               const char        *keyword,
               const char        *place)
{
  const char *name = self->tokens[stop->level];
  JsonObject *object = json_node_get_object (stop->spot.instance);
  JsonNode *value = json_object_get_member (object, name);
  const YcSchemaStep member = { stop->spot.instance_path, name, 0 };
  const YcSchemaStep above = { stop->spot.keyword_path, keyword, 0 };
  const YcSchemaStep below = { &above, place, 0 };

  if (stop->level + 1 < self->n_tokens && value != NULL)
    {
      update_schema (self, schema, value, stop->level + 1, &member,
                     place == NULL ? &above : &below);
      return;
    }
  forget (self, place == NULL ? &above : &below, &member);
  if (value != NULL)
    yc_schema_run_member (&self->run, &stop->spot, schema, keyword, place, name, value);
}

static void
update_properties (Update           *self,
                   const Stop       *stop,
                   const YcSchemaOp *op)
{
  const char *name = self->tokens[stop->level];
  const YcSchemaMember *known = yc_schema_names_lookup (op->by_name, name);
  gboolean extra = known == NULL;

  if (!JSON_NODE_HOLDS_OBJECT (stop->spot.instance))
    return;
  if (known != NULL)
    update_member (self, stop, known->schema, "properties", name);
  for (guint i = 0; i < op->n_patterns; i++)
    {
      if (!yc_schema_pattern_matches (op->patterns[i].pattern, name, strlen (name)))
        continue;
      extra = FALSE;
      update_member (self, stop, op->patterns[i].schema, "patternProperties",
                     op->patterns[i].name);
    }
  if (extra && op->schema != NULL)
    update_member (self, stop, op->schema, "additionalProperties", NULL);
}

/* Only for changes inside an item: where rows come and go, the whole array is the place. */
static void
update_items (Update           *self,
              const Stop       *stop,
              const YcSchemaOp *op)
{
  JsonArray *array = yc_json_node_get_array (stop->spot.instance);
  guint64 index;

  if (array == NULL)
    return;
  if (!g_ascii_string_to_unsigned (self->tokens[stop->level], 10, 0, G_MAXUINT, &index, NULL) ||
      index >= json_array_get_length (array) || stop->level + 1 == self->n_tokens)
    {
      rerun_op (self, stop, op);
    }
  else if (index < op->n_list || op->schema != NULL)
    {
      gboolean prefix = index < op->n_list;
      const YcSchemaStep item = { stop->spot.instance_path, NULL, (guint) index };
      const YcSchemaStep keyword = { stop->spot.keyword_path,
                                     prefix ? op->item_keywords[0] : op->item_keywords[1], 0 };
      const YcSchemaStep place = { &keyword, NULL, (guint) index };

      update_schema (self, prefix ? op->list[index] : op->schema,
                     json_array_get_element (array, (guint) index), stop->level + 1, &item,
                     prefix ? &place : &keyword);
    }
}

static void
update_in_place (Update             *self,
                 const Stop         *stop,
                 const YcSubschema  *schema,
                 const YcSchemaStep *keyword_path)
{
  update_schema (self, schema, stop->spot.instance, stop->level, stop->spot.instance_path,
                 keyword_path);
}

static void
update_all_of (Update           *self,
               const Stop       *stop,
               const YcSchemaOp *op)
{
  const YcSchemaStep keyword = { stop->spot.keyword_path, op->keyword, 0 };

  for (guint i = 0; i < op->n_list; i++)
    {
      const YcSchemaStep place = { &keyword, NULL, i };
      update_in_place (self, stop, op->list[i], &place);
    }
}

/* Whether the change can have made another branch the one that counts. */
static gboolean
turns (Update           *self,
       const Stop       *stop,
       const YcSchemaOp *op)
{
  return !JSON_NODE_HOLDS_OBJECT (stop->spot.instance) ||
         yc_schema_report_wants_branches (self->run.report) ||
         yc_schema_reaches (op->schema, self->tokens[stop->level]);
}

static void
update_if (Update           *self,
           const Stop       *stop,
           const YcSchemaOp *op)
{
  YcSchemaStep keyword = { stop->spot.keyword_path, NULL, 0 };
  const YcSubschema *branch;
  gboolean holds;

  if (JSON_NODE_HOLDS_OBJECT (stop->spot.instance) &&
      !yc_schema_op_reaches (op, self->tokens[stop->level]))
    return;
  if (turns (self, stop, op))
    {
      rerun_op (self, stop, op);
      return;
    }
  holds = yc_schema_try (&self->run, op->schema, &stop->spot, stop->spot.instance, NULL);
  branch = op->list[holds ? 0 : 1];
  keyword.name = holds ? "then" : "else";
  if (branch != NULL)
    update_in_place (self, stop, branch, &keyword);
}

static void
update_ref (Update           *self,
            const Stop       *stop,
            const YcSchemaOp *op)
{
  const YcSchemaStep keyword = { stop->spot.keyword_path, op->keyword, 0 };

  update_in_place (self, stop, op->schema, &keyword);
}

static void
update_nothing (Update           *self,
                const Stop       *stop,
                const YcSchemaOp *op)
{
}

static void
update_other (Update           *self,
              const Stop       *stop,
              const YcSchemaOp *op)
{
  if (!JSON_NODE_HOLDS_OBJECT (stop->spot.instance) ||
      yc_schema_op_reaches (op, self->tokens[stop->level]))
    rerun_op (self, stop, op);
}

typedef void (*UpdateFunc) (Update           *self,
                            const Stop       *stop,
                            const YcSchemaOp *op);

/* What can do with less than running again as a whole if it looks at the member at all. */
static const UpdateFunc UPDATES[] = {
  [YC_SCHEMA_OP_TYPE] = update_nothing,
  [YC_SCHEMA_OP_REQUIRED] = update_required,
  [YC_SCHEMA_OP_PROPERTIES] = update_properties,
  [YC_SCHEMA_OP_ITEMS] = update_items,
  [YC_SCHEMA_OP_REF] = update_ref,
  [YC_SCHEMA_OP_ALL_OF] = update_all_of,
  [YC_SCHEMA_OP_IF] = update_if,
};

static void
update_op (Update           *self,
           const Stop       *stop,
           const YcSchemaOp *op)
{
  UpdateFunc func = (guint) op->kind < G_N_ELEMENTS (UPDATES) ? UPDATES[op->kind] : NULL;

  (func == NULL ? update_other : func) (self, stop, op);
}

static void
update_schema (Update             *self,
               const YcSubschema  *schema,
               JsonNode           *instance,
               guint               level,
               const YcSchemaStep *instance_path,
               const YcSchemaStep *keyword_path)
{
  Stop stop = { { schema, instance, yc_schema_get_types (instance), instance_path, keyword_path,
                  NULL },
                level };
  guint n_scopes = self->run.n_scopes;

  if (level == self->n_tokens || schema->collects || instance == NULL)
    {
      rerun_schema (self, schema, instance, instance_path, keyword_path);
      return;
    }
  if (schema->never || !yc_schema_enter (&self->run, &stop.spot))
    return;
  for (guint i = 0; i < schema->n_ops && !self->run.over_limit; i++)
    update_op (self, &stop, &schema->ops[i]);
  yc_schema_leave (&self->run, n_scopes);
}

/* The tokens of @pointer, unescaped. */
GStrv
yc_schema_split_pointer (const char *pointer)
{
  GStrv tokens = g_strsplit (*pointer == '/' ? pointer + 1 : pointer, "/", -1);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      char *out = tokens[i];

      for (const char *at = tokens[i]; *at != '\0'; at++)
        {
          gboolean escape = at[0] == '~' && (at[1] == '0' || at[1] == '1');

          *out++ = !escape ? *at : at[1] == '0' ? '~' : '/';
          at += escape ? 1 : 0;
        }
      *out = '\0';
    }
  return tokens;
}

static gboolean
validate_whole (YcSchema       *self,
                JsonNode       *instance,
                YcSchemaReport *report,
                GPtrArray      *changed)
{
  yc_schema_report_remove (report, "", "", NULL);
  if (changed != NULL)
    {
      g_ptr_array_set_size (changed, 0);
      g_ptr_array_add (changed, g_strdup (""));
    }
  return yc_schema_validate (self, instance, report);
}

/**
 * yc_schema_update_report:
 * @self: a schema
 * @instance: the document as it is now
 * @pointer: the outermost place in @instance that was changed, or where a value was added or
 *   removed; where rows were added, removed or moved, their array
 * @report: what yc_schema_validate() and this function have said of @instance so far
 * @changed: (nullable) (element-type utf8): gets the instance locations, owned, at which problems
 *   came or went, some of them perhaps twice; %NULL where nobody asks
 *
 * Brings @report up to date by running only those parts of the schema that look at what was
 * changed. New problems stand at the end. Where that cannot be told (`@report` has a limit and
 * has reached it, or the bounds of validation were met), everything is run again, and @changed has
 * only "". Any thread, without locks.
 *
 * Returns: %TRUE if @instance is valid
 */
gboolean
yc_schema_update_report (YcSchema       *self,
                         JsonNode       *instance,
                         const char     *pointer,
                         YcSchemaReport *report,
                         GPtrArray      *changed)
{
  g_auto (GStrv) tokens = NULL;
  Update update;

  g_return_val_if_fail (self != NULL && instance != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL && report != NULL, FALSE);

  if (*pointer == '\0' || yc_schema_report_is_full (report) || yc_schema_report_is_cut (report))
    return validate_whole (self, instance, report, changed);
  tokens = yc_schema_split_pointer (pointer);
  yc_schema_run_init (&update.run, self->root, report);
  update.changed = changed;
  update.tokens = tokens;
  update.n_tokens = g_strv_length (tokens);
  yc_schema_report_keep (report, self);
  yc_schema_report_begin (report);
  update_schema (&update, self->root, instance, 0, NULL, NULL);
  yc_schema_report_set_n_steps (report, update.run.steps);
  if (update.run.over_limit || yc_schema_report_is_full (report))
    return validate_whole (self, instance, report, changed);
  yc_schema_report_add_changed (report, changed);
  return yc_schema_report_is_valid (report);
}
