/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scopes, such as "#/properties/home/properties/street". They are paths through a schema: `$ref` is
 * followed at every step, and where a step is missing, `oneOf`, `allOf`, `anyOf`, `then` and `else`
 * are searched in this order, as @jsonforms/core does (util/resolvers.ts, util/path.ts).
 */
#include "yc-form-scope-private.h"

#include <string.h>

#include "yc-form-path-private.h"
#include "yc-json.h"

/* What a search through combinators and references may cost, and how deep it may go: a form with
 * thousands of controls makes as many. More is granted for each step of the scope itself. */
#define MAX_STEPS 128
#define MAX_DEPTH 64
#define MAX_GRANTED 256

/* What is being looked for, and what that is looked for for. */
typedef struct _Quest Quest;

struct _Quest
{
  const Quest *around;
  JsonNode    *schema;
  const char  *path;
};

typedef struct
{
  JsonNode    *root;
  const Quest *quest;
  guint        n_steps;       /* left */
  guint        depth;         /* left */
} Search;

static JsonNode *resolve (Search     *self,
                          JsonNode   *schema,
                          const char *path);

static GStrv
split (const char *path)
{
  GStrv steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      char *step = steps[i];

      steps[i] = yc_form_path_decode (step);
      g_free (step);
    }
  return steps;
}

static JsonNode *
get_child (JsonNode   *node,
           const char *step)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  guint64 index;

  if (object != NULL)
    return json_object_get_member (object, step);
  if (array != NULL && g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT - 1, &index, NULL) &&
      index < json_array_get_length (array))
    return json_array_get_element (array, (guint) index);
  return NULL;
}

static JsonNode *
follow (Search   *self,
        JsonNode *schema)
{
  const char *reference = yc_json_get_string (yc_json_node_get_object (schema), "$ref", NULL);

  return reference == NULL ? schema : resolve (self, self->root, reference);
}

static JsonNode *walk (Search             *self,
                       JsonNode           *schema,
                       const char *const  *steps);

static JsonNode *
walk_parts (Search             *self,
            JsonNode           *parts,
            const char *const  *steps)
{
  JsonArray *array = yc_json_node_get_array (parts);
  JsonNode *found = NULL;

  if (parts != NULL && array == NULL)
    return walk (self, follow (self, parts), steps);
  for (guint i = 0; array != NULL && found == NULL && i < json_array_get_length (array); i++)
    found = walk (self, follow (self, json_array_get_element (array, i)), steps);
  return found;
}

/* What takes nothing is not searched for, as in JSON Forms. */
static gboolean
is_false (JsonNode *schema)
{
  return JSON_NODE_HOLDS_VALUE (schema) && json_node_get_value_type (schema) == G_TYPE_BOOLEAN &&
         !json_node_get_boolean (schema);
}

static JsonNode *
walk_combinators (Search             *self,
                  JsonNode           *schema,
                  const char *const  *steps)
{
  static const char *const names[] = { "oneOf", "allOf", "anyOf", "then", "else" };
  JsonObject *object = yc_json_node_get_object (schema);
  JsonNode *found = NULL;

  for (gsize i = 0; object != NULL && found == NULL && i < G_N_ELEMENTS (names); i++)
    {
      found = walk_parts (self, json_object_get_member (object, names[i]), steps);
      if (found != NULL && is_false (found))
        found = NULL;
    }
  return found;
}

static JsonNode *
walk (Search             *self,
      JsonNode           *schema,
      const char *const  *steps)
{
  JsonNode *found = NULL, *child;

  if (*steps == NULL || schema == NULL)
    return schema;
  if (self->n_steps == 0 || self->depth == 0)
    return NULL;
  self->n_steps--;
  self->depth--;
  while (*steps != NULL && (**steps == '\0' || g_str_equal (*steps, "#")))
    steps++;
  if (*steps == NULL)
    found = schema;
  else if ((child = get_child (schema, *steps)) != NULL)
    found = walk (self, follow (self, child), steps + 1);
  if (found == NULL)
    found = walk_combinators (self, schema, steps);
  self->depth++;
  return found;
}

/* A reference that is needed to follow itself leads nowhere. */
static gboolean
is_sought (const Search *self,
           JsonNode     *schema,
           const char   *path)
{
  for (const Quest *quest = self->quest; quest != NULL; quest = quest->around)
    {
      if (quest->schema == schema && g_str_equal (quest->path, path))
        return TRUE;
    }
  return FALSE;
}

static JsonNode *
seek (Search     *self,
      JsonNode   *schema,
      const char *path)
{
  const Quest quest = { self->quest, schema, path };
  g_auto (GStrv) steps = NULL;
  JsonNode *found;

  if (self->n_steps == 0 || self->depth == 0 || is_sought (self, schema, path))
    return NULL;
  steps = split (path);
  self->n_steps--;
  self->depth--;
  self->quest = &quest;
  found = walk (self, schema, (const char *const *) steps);
  self->quest = quest.around;
  self->depth++;
  return found;
}

static JsonNode *
resolve (Search     *self,
         JsonNode   *schema,
         const char *path)
{
  const char *reference = yc_json_get_string (yc_json_node_get_object (schema), "$ref", NULL);
  JsonNode *base = reference == NULL ? NULL : seek (self, self->root, reference);
  JsonNode *found = base == NULL ? NULL : seek (self, base, path);

  return found == NULL ? seek (self, schema, path) : found;
}

static guint
count_granted (const char *scope)
{
  guint n = 0;

  for (const char *at = scope; *at != '\0' && n < MAX_GRANTED; at++)
    n += *at == '/';
  return n;
}

/* The schema that @scope names, from @schema on, which is @root or a part of it; NULL if there is
 * none. Takes "#", "", and what a `$ref` says as well. */
JsonNode *
yc_form_scope_resolve (JsonNode   *root,
                       JsonNode   *schema,
                       const char *scope)
{
  guint granted = count_granted (scope);
  Search search = { root, NULL, MAX_STEPS + 4 * granted, MAX_DEPTH + 2 * granted };

  return resolve (&search, schema, scope);
}

/* The schema that directly holds the property that @scope names: where its `required` counts. */
JsonNode *
yc_form_scope_find_holder (JsonNode   *root,
                           JsonNode   *schema,
                           const char *scope)
{
  const char *last = strrchr (scope, '/');
  g_autofree char *around = g_strndup (scope, last == NULL ? 0 : (gsize) (last - scope));
  char *before = strrchr (around, '/');

  around[before == NULL ? 0 : before - around] = '\0';
  return yc_form_scope_resolve (root, schema, around);
}

/* The index behind the combinator that @steps may begin with. */
static guint
skip_combinator (char *const *steps,
                 guint        i)
{
  static const char *const numbered[] = { "anyOf", "allOf", "oneOf", NULL };

  while (steps[i] != NULL && steps[i + 1] != NULL)
    {
      if (g_str_equal (steps[i], "then") || g_str_equal (steps[i], "else"))
        i++;
      else if (g_strv_contains (numbered, steps[i]) && g_ascii_isdigit (*steps[i + 1]) &&
               steps[i + 2] != NULL)
        i += 2;
      else
        break;
    }
  return i;
}

/* A scope's step by the rules of a pointer: "a~2" is another way to say "a~02". */
static void
append_step (GString    *pointer,
             const char *step)
{
  g_autofree char *name = yc_form_path_decode (step);
  g_autofree char *encoded = yc_json_pointer_append ("", name);

  g_string_append (pointer, encoded);
}

/* "#/properties/a/allOf/0/properties/b" → "/a/b", the place in the data. */
char *
yc_form_scope_to_pointer (const char *scope)
{
  g_auto (GStrv) steps = g_strsplit (scope, "/", -1);
  GString *pointer = g_string_new (NULL);
  guint i = 0;

  if (steps[0] != NULL && (*steps[0] == '\0' || g_str_equal (steps[0], "#")))
    i = 1;
  while (steps[i] != NULL)
    {
      i = skip_combinator (steps, i);
      if (steps[i] == NULL || steps[i + 1] == NULL)
        break;
      append_step (pointer, steps[i + 1]);
      i += 2;
    }
  return g_string_free (pointer, FALSE);
}

static gboolean
is_member (const char *keyword,
           const char *name)
{
  static const char *const members[] = { "properties", "patternProperties", NULL };
  static const char *const items[] = { "prefixItems", "items", NULL };

  return g_strv_contains (members, keyword) ||
         (g_strv_contains (items, keyword) && g_ascii_isdigit (*name));
}

/* Whether every step of @scope goes to a member or an item: "#/properties/a/title" names something,
 * but no place in the data, nor does "#/properties/list/items". */
gboolean
yc_form_scope_is_place (const char *scope)
{
  g_auto (GStrv) steps = g_strsplit (scope, "/", -1);
  guint i = steps[0] != NULL && (*steps[0] == '\0' || g_str_equal (steps[0], "#")) ? 1 : 0;

  while (steps[i] != NULL && *steps[i] != '\0')
    {
      i = skip_combinator (steps, i);
      if (steps[i + 1] == NULL || !is_member (steps[i], steps[i + 1]))
        return FALSE;
      i += 2;
    }
  return TRUE;
}

/* The last step of @scope, decoded: the property's name. */
char *
yc_form_scope_dup_name (const char *scope)
{
  const char *last = strrchr (scope, '/');

  return yc_form_path_decode (last == NULL ? scope : last + 1);
}
