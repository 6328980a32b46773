/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether any value can meet several schemas at once. Says no only where that is sure: what it does
 * not know, such as a pattern, excludes nothing. */
#include "yc-form-lint-private.h"

#include <math.h>

#include "yc-form-schema-private.h"
#include "yc-json.h"

#define MAX_DEPTH 8
#define MAX_PARTS 64
#define ALL_TYPES ((1u << 7) - 1)

typedef struct
{
  JsonObject *object;
  gboolean    own;        /* of the form's schema, where its references are followed */
} Part;

typedef struct
{
  YcFormLint *lint;
  GArray     *parts;
  GPtrArray  *tests;      /* YcSchema: those that are schemas of their own */
  gboolean    never;      /* one of them takes nothing */
  guint       depth;
} Conflict;

static gboolean is_excluded (YcFormLint       *lint,
                             const GPtrArray  *own,
                             const GPtrArray  *others,
                             guint             depth);

static gboolean
is_false (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         !json_node_get_boolean (node);
}

/* Adds a schema and those that it is said to meet as well. */
static void
add (Conflict *self,
     JsonNode *schema,
     gboolean  own,
     guint     depth)
{
  JsonNode *target = own ? yc_form_schema_resolve (self->lint->schema, schema) : schema;
  const Part part = { yc_json_node_get_object (schema), own };
  JsonArray *more = yc_json_get_array (part.object, "allOf");

  self->never |= is_false (schema);
  if (part.object == NULL || depth == 0 || self->parts->len >= MAX_PARTS)
    return;
  g_array_append_val (self->parts, part);
  if (target != NULL && target != schema)
    add (self, target, own, depth - 1);
  for (guint i = 0; more != NULL && i < json_array_get_length (more); i++)
    add (self, json_array_get_element (more, i), own, depth - 1);
}

/* Types */

static guint
read_type (const char *type)
{
  static const struct
  {
    const char *name;
    guint       types;
  } names[] = {
    { "null", YC_FORM_TYPE_NULL },       { "boolean", YC_FORM_TYPE_BOOLEAN },
    { "integer", YC_FORM_TYPE_INTEGER }, { "number", YC_FORM_TYPE_INTEGER | YC_FORM_TYPE_NUMBER },
    { "string", YC_FORM_TYPE_STRING },   { "array", YC_FORM_TYPE_ARRAY },
    { "object", YC_FORM_TYPE_OBJECT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (type, names[i].name) == 0)
        return names[i].types;
    }
  return ALL_TYPES;
}

static guint
read_types (JsonObject *schema)
{
  JsonArray *several = yc_json_get_array (schema, "type");
  guint types = 0;

  if (several == NULL)
    return read_type (yc_json_get_string (schema, "type", NULL));
  for (guint i = 0; i < json_array_get_length (several); i++)
    types |= read_type (yc_json_node_get_string (json_array_get_element (several, i)));
  return types;
}

static guint
find_types (Conflict *self)
{
  guint types = ALL_TYPES;

  for (guint i = 0; i < self->parts->len; i++)
    types &= read_types (g_array_index (self->parts, Part, i).object);
  return types;
}

/* Values that are listed */

static gboolean
lists (JsonObject *schema,
       JsonNode   *value)
{
  JsonArray *values = yc_json_get_array (schema, "enum");

  if (json_object_has_member (schema, "const") &&
      !yc_json_equal (json_object_get_member (schema, "const"), value))
    return FALSE;
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      if (yc_json_equal (json_array_get_element (values, i), value))
        return TRUE;
    }
  return values == NULL;
}

static guint
find_type (JsonNode *value)
{
  if (JSON_NODE_HOLDS_OBJECT (value))
    return YC_FORM_TYPE_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (value))
    return YC_FORM_TYPE_ARRAY;
  if (JSON_NODE_HOLDS_NULL (value))
    return YC_FORM_TYPE_NULL;
  if (yc_json_node_get_string (value) != NULL)
    return YC_FORM_TYPE_STRING;
  if (json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return YC_FORM_TYPE_BOOLEAN;
  return floor (json_node_get_double (value)) == json_node_get_double (value)
             ? YC_FORM_TYPE_INTEGER
             : YC_FORM_TYPE_NUMBER;
}

static gboolean
takes (Conflict *self,
       JsonNode *value)
{
  if ((find_types (self) & find_type (value)) == 0)
    return FALSE;
  for (guint i = 0; i < self->tests->len; i++)
    {
      if (!yc_schema_validate (self->tests->pdata[i], value, NULL))
        return FALSE;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (!lists (g_array_index (self->parts, Part, i).object, value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
takes_one (Conflict  *self,
           JsonArray *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (takes (self, json_array_get_element (values, i)))
        return TRUE;
    }
  return FALSE;
}

/* Every list names a value that all others take. */
static gboolean
lists_agree (Conflict *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      JsonObject *schema = g_array_index (self->parts, Part, i).object;
      JsonArray *values = yc_json_get_array (schema, "enum");

      if (json_object_has_member (schema, "const") &&
          !takes (self, json_object_get_member (schema, "const")))
        return FALSE;
      if (values != NULL && !takes_one (self, values))
        return FALSE;
    }
  return TRUE;
}

/* Bounds */

static double
find_bound (Conflict   *self,
            const char *keyword,
            gboolean    lower)
{
  double bound = lower ? -INFINITY : INFINITY;

  for (guint i = 0; i < self->parts->len; i++)
    {
      double value = yc_json_get_double (g_array_index (self->parts, Part, i).object, keyword, bound);

      bound = lower ? MAX (bound, value) : MIN (bound, value);
    }
  return bound;
}

static gboolean
bounds_exclude (Conflict   *self,
                const char *minimum,
                const char *maximum)
{
  return find_bound (self, minimum, TRUE) > find_bound (self, maximum, FALSE);
}

static gboolean
numbers_exclude (Conflict *self)
{
  double above = find_bound (self, "exclusiveMinimum", TRUE);
  double below = find_bound (self, "exclusiveMaximum", FALSE);

  return bounds_exclude (self, "minimum", "maximum") ||
         find_bound (self, "minimum", TRUE) >= below ||
         above >= find_bound (self, "maximum", FALSE) || above >= below;
}

/* Members */

static gboolean
member_excluded (Conflict   *self,
                 const char *name)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      JsonObject *properties = yc_json_get_object (part->object, "properties");

      if (properties != NULL && json_object_has_member (properties, name))
        g_ptr_array_add (part->own ? own : others, json_object_get_member (properties, name));
    }
  return own->len + others->len > 0 && is_excluded (self->lint, own, others, self->depth - 1);
}

static gboolean
members_exclude (Conflict *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      JsonArray *names =
          yc_json_get_array (g_array_index (self->parts, Part, i).object, "required");

      for (guint k = 0; names != NULL && k < json_array_get_length (names); k++)
        {
          const char *name = yc_json_node_get_string (json_array_get_element (names, k));

          if (name != NULL && member_excluded (self, name))
            return TRUE;
        }
    }
  return FALSE;
}

/* Alternatives */

static gboolean
all_excluded (Conflict        *self,
              const Part      *part,
              JsonArray       *members,
              const GPtrArray *own,
              const GPtrArray *others)
{
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      g_autoptr (GPtrArray) with = g_ptr_array_copy ((GPtrArray *) (part->own ? own : others),
                                                     NULL, NULL);

      g_ptr_array_set_free_func (with, NULL);
      g_ptr_array_add (with, json_array_get_element (members, i));
      if (!is_excluded (self->lint, part->own ? with : own, part->own ? others : with,
                        self->depth - 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
alternatives_exclude (Conflict        *self,
                      const GPtrArray *own,
                      const GPtrArray *others)
{
  static const char *const keywords[] = { "anyOf", "oneOf" };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      for (gsize k = 0; k < G_N_ELEMENTS (keywords); k++)
        {
          JsonArray *members = yc_json_get_array (part->object, keywords[k]);

          if (members != NULL && all_excluded (self, part, members, own, others))
            return TRUE;
        }
    }
  return FALSE;
}

/* All */

static GPtrArray *
compile_all (const GPtrArray *schemas)
{
  GPtrArray *compiled = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_schema_unref);

  for (guint i = 0; i < schemas->len; i++)
    {
      YcSchema *schema = yc_schema_compile (schemas->pdata[i], NULL, NULL, NULL);

      if (schema != NULL)
        g_ptr_array_add (compiled, schema);
    }
  return compiled;
}

static gboolean
has_type_left (Conflict *self)
{
  guint types = find_types (self);

  return (types & (YC_FORM_TYPE_NULL | YC_FORM_TYPE_BOOLEAN)) != 0 ||
         ((types & (YC_FORM_TYPE_INTEGER | YC_FORM_TYPE_NUMBER)) != 0 && !numbers_exclude (self)) ||
         ((types & YC_FORM_TYPE_STRING) != 0 && !bounds_exclude (self, "minLength", "maxLength")) ||
         ((types & YC_FORM_TYPE_ARRAY) != 0 && !bounds_exclude (self, "minItems", "maxItems")) ||
         ((types & YC_FORM_TYPE_OBJECT) != 0 && !members_exclude (self));
}

static gboolean
is_excluded (YcFormLint      *lint,
             const GPtrArray *own,
             const GPtrArray *others,
             guint            depth)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GPtrArray) tests = NULL;
  Conflict self = { lint, parts, NULL, FALSE, depth };

  if (depth == 0 || lint->n_asked++ >= YC_FORM_LINT_MAX_ASKED)
    return FALSE;
  self.tests = tests = compile_all (others);
  for (guint i = 0; i < own->len; i++)
    add (&self, own->pdata[i], TRUE, MAX_DEPTH);
  for (guint i = 0; i < others->len; i++)
    add (&self, others->pdata[i], FALSE, MAX_DEPTH);
  return self.never || !lists_agree (&self) || !has_type_left (&self) ||
         alternatives_exclude (&self, own, others);
}

/* Whether no value can meet @own, a schema of the form, and all of @others (JsonNode), which are
 * schemas of their own. */
gboolean
yc_form_lint_excludes (YcFormLint      *self,
                       JsonNode        *own,
                       const GPtrArray *others)
{
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  g_ptr_array_add (ours, own);
  return is_excluded (self, ours, others, MAX_DEPTH);
}
