/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which places in the data a schema looks at, so that what depends on it is worked out again only
 * when one of them changes. A schema about some members of an object looks at these; of all else
 * it is taken to look at everything below its place.
 */
#include "yc-schema-places-private.h"

#include "yc-json.h"

#define MAX_DEPTH 16
#define MAX_PLACES 64

typedef struct
{
  GPtrArray *pointers;
  gboolean   known;
} Places;

static void collect (Places      *self,
                     JsonNode   *schema,
                     const char *pointer,
                     guint       depth);

static void
add (Places      *self,
     const char *pointer)
{
  if (self->pointers->len < MAX_PLACES)
    g_ptr_array_add (self->pointers, g_strdup (pointer));
  else
    self->known = FALSE;
}

static void
collect_members (Places      *self,
                 JsonNode   *node,
                 const char *pointer)
{
  JsonObject *members = yc_json_node_get_object (node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *schema;

  if (members == NULL)
    return;
  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &name, &schema))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      add (self, below);
    }
}

static void
collect_names (Places      *self,
               JsonNode   *node,
               const char *pointer)
{
  JsonArray *names = yc_json_node_get_array (node);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      const char *name = yc_json_node_get_string (json_array_get_element (names, i));
      g_autofree char *below = yc_json_pointer_append (pointer, name == NULL ? "" : name);

      add (self, below);
    }
}

static void
collect_parts (Places      *self,
               JsonNode   *node,
               const char *pointer,
               guint       depth)
{
  JsonArray *parts = yc_json_node_get_array (node);

  if (parts == NULL)
    collect (self, node, pointer, depth);
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    collect (self, json_array_get_element (parts, i), pointer, depth);
}

static void
collect_keyword (Places      *self,
                 const char *keyword,
                 JsonNode   *value,
                 const char *pointer,
                 guint       depth)
{
  static const char *const silent[] = { "title", "description", "$comment", "type", NULL };
  static const char *const parts[] = { "allOf", "anyOf", "oneOf", "not",
                                       "if",    "then",  "else",  NULL };

  if (g_strv_contains (silent, keyword))
    return;
  if (g_str_equal (keyword, "properties"))
    collect_members (self, value, pointer);
  else if (g_str_equal (keyword, "required"))
    collect_names (self, value, pointer);
  else if (g_strv_contains (parts, keyword))
    collect_parts (self, value, pointer, depth - 1);
  else
    self->known = FALSE;
}

static void
collect (Places      *self,
         JsonNode   *schema,
         const char *pointer,
         guint       depth)
{
  JsonObject *object = yc_json_node_get_object (schema);
  JsonObjectIter iter;
  const char *keyword;
  JsonNode *value;

  if (object == NULL || depth == 0)
    {
      self->known = FALSE;
      return;
    }
  json_object_iter_init (&iter, object);
  while (self->known && json_object_iter_next (&iter, &keyword, &value))
    collect_keyword (self, keyword, value, pointer, depth);
}

/* Adds what @schema looks at if it is held against what is at @pointer. */
void
yc_schema_find_places (JsonNode   *schema,
                         const char *pointer,
                         GPtrArray  *pointers)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  Places places = { own, TRUE };

  collect (&places, schema, pointer, MAX_DEPTH);
  if (!places.known || own->len == 0)
    g_ptr_array_add (pointers, g_strdup (pointer));
  else
    g_ptr_array_extend_and_steal (pointers, g_steal_pointer (&own));
}
