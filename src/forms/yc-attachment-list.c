/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All attachments in a form's data, found by the form's schema. */
#include "yc-attachment-list.h"

#include "yc-json.h"

/* Data are never deeper (the strict JSON gate takes 128), and a schema can refer to itself. */
#define MAX_DEPTH 160
#define MAX_PLACES 2000
/* A schema can also multiply itself without going deeper. */
#define MAX_STEPS 200000

typedef struct
{
  JsonNode   *root;
  GPtrArray  *places;
  GHashTable *pointers;
  guint       n_steps;
} Walk;

static void walk (Walk       *self,
                  JsonNode   *schema,
                  JsonNode   *data,
                  const char *pointer,
                  guint       depth);

static void
place_free (YcAttachmentPlace *place)
{
  g_free (place->pointer);
  json_node_unref (place->node);
  yc_attachment_rules_clear (&place->rules);
  g_free (place);
}

static void
add_place (Walk       *self,
           JsonNode   *schema,
           JsonNode   *data,
           const char *pointer)
{
  YcAttachmentPlace *place;

  if (yc_json_node_is_null (data) || self->places->len >= MAX_PLACES ||
      g_hash_table_contains (self->pointers, pointer))
    return;
  place = g_new0 (YcAttachmentPlace, 1);
  place->pointer = g_strdup (pointer);
  place->node = json_node_ref (data);
  yc_attachment_read_rules (self->root, schema, &place->rules);
  g_ptr_array_add (self->places, place);
  g_hash_table_add (self->pointers, place->pointer);
}

static void
walk_properties (Walk       *self,
                 JsonObject *schema,
                 JsonObject *data,
                 const char *pointer,
                 guint       depth)
{
  JsonObject *properties = yc_json_get_object (schema, "properties");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (properties == NULL)
    return;
  json_object_iter_init_ordered (&iter, data);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);
      JsonNode *property = yc_json_get_member (properties, name);

      if (property != NULL)
        walk (self, property, value, below, depth);
    }
}

static void
walk_items (Walk       *self,
            JsonObject *schema,
            JsonArray  *data,
            const char *pointer,
            guint       depth)
{
  JsonNode *items = yc_json_get_member (schema, "items");

  for (guint i = 0; items != NULL && i < json_array_get_length (data); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", pointer, i);

      walk (self, items, json_array_get_element (data, i), below, depth);
    }
}

static void
walk_applicators (Walk       *self,
                  JsonObject *schema,
                  JsonNode   *data,
                  const char *pointer,
                  guint       depth)
{
  static const char *const several[] = { "allOf", "anyOf", "oneOf" };
  static const char *const one[] = { "then", "else" };
  const char *reference = yc_json_get_string (schema, "$ref", NULL);

  if (reference != NULL && *reference == '#')
    walk (self, yc_json_pointer_get (self->root, reference + 1), data, pointer, depth);
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    {
      JsonArray *parts = yc_json_get_array (schema, several[i]);

      for (guint j = 0; parts != NULL && j < json_array_get_length (parts); j++)
        walk (self, json_array_get_element (parts, j), data, pointer, depth);
    }
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    walk (self, yc_json_get_member (schema, one[i]), data, pointer, depth);
}

static void
walk (Walk       *self,
      JsonNode   *schema,
      JsonNode   *data,
      const char *pointer,
      guint       depth)
{
  JsonObject *object = yc_json_node_get_object (schema);

  if (object == NULL || depth >= MAX_DEPTH || self->n_steps++ >= MAX_STEPS)
    return;
  if (g_strcmp0 (yc_json_get_string (object, "format", NULL), YC_ATTACHMENT_FORMAT) == 0)
    {
      add_place (self, schema, data, pointer);
      return;
    }
  if (yc_json_node_get_object (data) != NULL)
    walk_properties (self, object, yc_json_node_get_object (data), pointer, depth + 1);
  if (yc_json_node_get_array (data) != NULL)
    walk_items (self, object, yc_json_node_get_array (data), pointer, depth + 1);
  walk_applicators (self, object, data, pointer, depth + 1);
}

GPtrArray *
yc_attachment_list_find (JsonNode *schema,
                         JsonNode *data)
{
  g_autoptr (GHashTable) pointers = g_hash_table_new (g_str_hash, g_str_equal);
  Walk self = { .root = schema, .pointers = pointers };

  self.places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  if (data != NULL)
    walk (&self, schema, data, "", 0);
  return self.places;
}
