/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form asks a schema for, with `$ref` followed and `allOf` merged. */
#include "yc-form-schema-private.h"

#include "yc-form-scope-private.h"
#include "yc-json.h"

/* How deep `allOf` in `allOf` is looked through, and how many of its parts. */
#define MAX_DEPTH 8
#define MAX_PARTS 500

/* Called for the schema and each part of its `allOf`, until it returns FALSE. */
typedef gboolean (*PartFunc) (JsonObject *part,
                              gpointer    user_data);

typedef struct
{
  JsonNode *root;
  PartFunc  func;
  gpointer  user_data;
  guint     n_parts;
} Parts;

/* Follows `$ref` inside the document. NULL if it leads nowhere or in a circle. */
JsonNode *
yc_form_schema_resolve (JsonNode *root,
                        JsonNode *schema)
{
  JsonObject *object = yc_json_node_get_object (schema);
  const char *reference;

  if (object == NULL || !json_object_has_member (object, "$ref"))
    return schema;
  reference = yc_json_get_string (object, "$ref", NULL);
  for (guint i = 0; reference != NULL && schema != NULL && i < MAX_DEPTH; i++)
    {
      schema = yc_form_scope_resolve (root, root, reference);
      reference = yc_json_get_string (yc_json_node_get_object (schema), "$ref", NULL);
    }
  return reference == NULL ? schema : NULL;
}

static gboolean
each_part (Parts    *self,
           JsonNode *schema,
           guint     depth)
{
  JsonObject *object = yc_json_node_get_object (yc_form_schema_resolve (self->root, schema));
  JsonArray *parts = yc_json_get_array (object, "allOf");

  if (object == NULL || self->n_parts++ >= MAX_PARTS)
    return TRUE;
  if (!self->func (object, self->user_data))
    return FALSE;
  for (guint i = 0; parts != NULL && depth > 0 && i < json_array_get_length (parts); i++)
    {
      if (!each_part (self, json_array_get_element (parts, i), depth - 1))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const char *keyword;
  JsonNode   *found;
} Lookup;

static gboolean
lookup_cb (JsonObject *part,
           gpointer    user_data)
{
  Lookup *lookup = user_data;

  lookup->found = json_object_get_member (part, lookup->keyword);
  return lookup->found == NULL;
}

/* The first value of @keyword, in the schema itself or in its `allOf`. */
JsonNode *
yc_form_schema_get (JsonNode   *root,
                    JsonNode   *schema,
                    const char *keyword)
{
  JsonObject *object = yc_json_node_get_object (schema);
  Lookup lookup = { keyword, NULL };
  Parts parts = { root, lookup_cb, &lookup, 0 };

  /* Most schemas of fields have neither and are asked a lot. */
  if (object != NULL && !json_object_has_member (object, "$ref") &&
      !json_object_has_member (object, "allOf"))
    return json_object_get_member (object, keyword);
  each_part (&parts, schema, MAX_DEPTH);
  return lookup.found;
}

/* Whether @node, what a keyword says, is @name or a list that has it. */
gboolean
yc_form_schema_names (JsonNode   *node,
                      const char *name)
{
  JsonArray *names = yc_json_node_get_array (node);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      if (g_strcmp0 (yc_json_node_get_string (json_array_get_element (names, i)), name) == 0)
        return TRUE;
    }
  return g_strcmp0 (yc_json_node_get_string (node), name) == 0;
}

gboolean
yc_form_schema_has_type (JsonObject *schema,
                         const char *type)
{
  return yc_form_schema_names (yc_json_get_member (schema, "type"), type);
}

static YcFormTypes
read_type (const char *name)
{
  static const char *const names[] = { "null",   "boolean", "integer", "number",
                                       "string", "array",   "object" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        return 1 << i;
    }
  return 0;
}

/* The types that are said, else the one that the keywords stand for. */
YcFormTypes
yc_form_schema_get_types (JsonNode *root,
                          JsonNode *schema)
{
  JsonNode *node = yc_form_schema_get (root, schema, "type");
  JsonArray *names = yc_json_node_get_array (node);
  YcFormTypes types = read_type (yc_json_node_get_string (node));

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    types |= read_type (yc_json_node_get_string (json_array_get_element (names, i)));
  if (node != NULL)
    return types;
  if (yc_form_schema_get (root, schema, "properties") != NULL)
    return YC_FORM_TYPE_OBJECT;
  return yc_form_schema_get (root, schema, "items") != NULL ? YC_FORM_TYPE_ARRAY : 0;
}

gboolean
yc_form_schema_has_properties (JsonNode *root,
                               JsonNode *schema)
{
  return yc_form_schema_get (root, schema, "properties") != NULL;
}

typedef struct
{
  YcFormPropertyFunc  func;
  gpointer            user_data;
  GHashTable         *seen;
} Properties;

static gboolean
properties_cb (JsonObject *part,
               gpointer    user_data)
{
  Properties *self = user_data;
  JsonObject *properties = yc_json_get_object (part, "properties");
  JsonObjectIter iter;
  const char *name;
  JsonNode *schema;

  if (properties == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &name, &schema))
    {
      if (g_hash_table_add (self->seen, (gpointer) name))
        self->func (name, schema, self->user_data);
    }
  return TRUE;
}

/* Calls @func for each property once, in the order of the schema. */
void
yc_form_schema_each_property (JsonNode           *root,
                              JsonNode           *schema,
                              YcFormPropertyFunc  func,
                              gpointer            user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Properties properties = { func, user_data, seen };
  Parts parts = { root, properties_cb, &properties, 0 };

  each_part (&parts, schema, MAX_DEPTH);
}

/* The members of `oneOf`, else of `anyOf`, without that for null; NULL if there is neither. */
GPtrArray *
yc_form_schema_list_options (JsonNode *root,
                             JsonNode *schema,
                             gboolean *nullable)
{
  JsonArray *members = yc_json_node_get_array (yc_form_schema_get (root, schema, "oneOf"));
  GPtrArray *options;

  if (members == NULL)
    members = yc_json_node_get_array (yc_form_schema_get (root, schema, "anyOf"));
  if (members == NULL || json_array_get_length (members) == 0)
    return NULL;
  options = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonNode *member = json_array_get_element (members, i);
      JsonNode *type = yc_form_schema_get (root, member, "type");

      if (g_strcmp0 (yc_json_node_get_string (type), "null") == 0)
        *nullable = TRUE;
      else
        g_ptr_array_add (options, member);
    }
  return options;
}

static void
note_name_cb (const char *name,
              JsonNode   *schema,
              gpointer    user_data)
{
  g_hash_table_add (user_data, (gpointer) name);
}

/* Whether an option has a field that the schema around it has not. */
static gboolean
adds_fields (JsonNode   *root,
             JsonNode   *option,
             GHashTable *known)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;

  yc_form_schema_each_property (root, option, note_name_cb, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (known, name))
        return TRUE;
    }
  return FALSE;
}

/* Whether one of several sets of fields is to be chosen. Options that add no field to the schema
 * around them are conditions. */
gboolean
yc_form_schema_is_alternatives (JsonNode *root,
                                JsonNode *schema)
{
  gboolean nullable = FALSE, found = FALSE;
  g_autoptr (GPtrArray) options = yc_form_schema_list_options (root, schema, &nullable);
  g_autoptr (GHashTable) known = NULL;

  if (options == NULL || options->len < 2)
    return FALSE;
  known = g_hash_table_new (g_str_hash, g_str_equal);
  yc_form_schema_each_property (root, schema, note_name_cb, known);
  for (guint i = 0; !found && i < options->len; i++)
    found = adds_fields (root, options->pdata[i], known);
  return found;
}

typedef struct
{
  JsonNode   *root;
  JsonObject *object;
  guint       n;
} Known;

static void
count_known_cb (const char *name,
                JsonNode   *schema,
                gpointer    user_data)
{
  Known *known = user_data;
  JsonNode *member = json_object_get_member (known->object, name);
  JsonNode *constant = yc_form_schema_get (known->root, schema, "const");

  if (member != NULL && (constant == NULL || yc_json_equal (constant, member)))
    known->n++;
}

/* How many members of @object the schema has as properties, with the same value where it must. */
guint
yc_form_schema_count_known (JsonNode   *root,
                            JsonNode   *schema,
                            JsonObject *object)
{
  Known known = { root, object, 0 };

  yc_form_schema_each_property (root, schema, count_known_cb, &known);
  return known.n;
}
