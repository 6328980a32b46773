/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which fields must be filled in, always or under a condition. The validator reports them once they
 * are missing; the mark beside a title has to be there before and afterwards as well.
 */
#include "yc-form-demand-private.h"

#include "yc-form-spec-private.h"
#include "yc-json.h"
#include "yc-schema.h"

#define MAX_DEPTH 16

typedef struct
{
  char      *object;        /* pointer of the object that the condition is about */
  YcSchema  *condition;     /* or */
  char      *trigger;       /* the name of a member that is there */
  GStrv      then;
  GStrv      otherwise;
} Demand;

struct _YcFormDemands
{
  GPtrArray  *list;
  GHashTable *always;       /* the pointers of what is demanded without a condition */
  GHashTable *pointers;     /* of what is demanded as things stand */
};

static void
demand_free (gpointer data)
{
  Demand *self = data;

  g_free (self->object);
  g_free (self->trigger);
  g_clear_pointer (&self->condition, yc_schema_unref);
  g_clear_pointer (&self->then, g_strfreev);
  g_clear_pointer (&self->otherwise, g_strfreev);
  g_free (self);
}

static Demand *
demand_add (YcFormDemands *self,
            const char    *object)
{
  Demand *demand = g_new0 (Demand, 1);

  demand->object = g_strdup (object);
  g_ptr_array_add (self->list, demand);
  return demand;
}

static gboolean
add_condition (YcFormDemands  *self,
               JsonObject     *schema,
               const char     *pointer,
               GError        **error)
{
  JsonNode *condition = json_object_get_member (schema, "if");
  JsonObject *then = yc_json_get_object (schema, "then");
  JsonObject *otherwise = yc_json_get_object (schema, "else");
  Demand *demand;

  if (condition == NULL || (then == NULL && otherwise == NULL))
    return TRUE;
  demand = demand_add (self, pointer);
  demand->then = yc_json_dup_strv (then, "required");
  demand->otherwise = yc_json_dup_strv (otherwise, "required");
  demand->condition = yc_schema_compile (condition, NULL, NULL, error);
  return demand->condition != NULL;
}

static void
add_required (YcFormDemands *self,
              JsonObject    *schema,
              const char    *pointer)
{
  JsonArray *names = yc_json_get_array (schema, "required");

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      const char *name = yc_json_node_get_string (json_array_get_element (names, i));

      if (name != NULL)
        g_hash_table_add (self->always, yc_json_pointer_append (pointer, name));
    }
}

static void
add_dependents (YcFormDemands *self,
                JsonObject    *schema,
                const char    *pointer)
{
  JsonObject *dependents = yc_json_get_object (schema, "dependentRequired");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (dependents == NULL)
    return;
  json_object_iter_init_ordered (&iter, dependents);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      Demand *demand = demand_add (self, pointer);

      demand->trigger = g_strdup (name);
      demand->then = yc_json_dup_strv (dependents, name);
    }
}

static gboolean find_demands (YcFormDemands  *self,
                              JsonNode       *root,
                              JsonNode       *schema,
                              const char     *pointer,
                              guint           depth,
                              GError        **error);

static gboolean
find_in_members (YcFormDemands  *self,
                 JsonNode       *root,
                 JsonObject     *members,
                 const char     *pointer,
                 guint           depth,
                 GError        **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      if (!find_demands (self, root, member, below, depth - 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_demands (YcFormDemands  *self,
              JsonNode       *root,
              JsonNode       *schema,
              const char     *pointer,
              guint           depth,
              GError        **error)
{
  JsonObject *object = yc_json_node_get_object (yc_form_schema_resolve (root, schema));
  JsonObject *members = yc_json_get_object (object, "properties");
  JsonArray *parts = yc_json_get_array (object, "allOf");

  if (object == NULL || depth == 0)
    return TRUE;
  add_required (self, object, pointer);
  add_dependents (self, object, pointer);
  if (!add_condition (self, object, pointer, error))
    return FALSE;
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      if (!find_demands (self, root, json_array_get_element (parts, i), pointer, depth - 1, error))
        return FALSE;
    }
  return members == NULL || find_in_members (self, root, members, pointer, depth, error);
}

/* Finds the conditions in @schema, a form's. References inside of an `if` are not followed. */
YcFormDemands *
yc_form_demands_new (JsonNode  *schema,
                     GError   **error)
{
  g_autoptr (YcFormDemands) self = g_new0 (YcFormDemands, 1);

  self->list = g_ptr_array_new_with_free_func (demand_free);
  self->always = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pointers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!find_demands (self, schema, schema, "", MAX_DEPTH, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
yc_form_demands_free (YcFormDemands *self)
{
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->always);
  g_hash_table_unref (self->pointers);
  g_free (self);
}

static gboolean
demand_holds (const Demand *self,
              JsonNode     *object)
{
  if (self->condition != NULL)
    return yc_schema_validate (self->condition, object, NULL);
  return json_object_has_member (json_node_get_object (object), self->trigger);
}

static gboolean
same_pointers (GHashTable *a,
               GHashTable *b)
{
  GHashTableIter iter;
  gpointer pointer;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &pointer, NULL))
    {
      if (!g_hash_table_contains (b, pointer))
        return FALSE;
    }
  return TRUE;
}

/* Works out what @data demand; returns whether that differs from before. */
gboolean
yc_form_demands_run (YcFormDemands *self,
                     JsonNode      *data)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->pointers);

  self->pointers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->list->len; i++)
    {
      Demand *demand = g_ptr_array_index (self->list, i);
      JsonNode *object = yc_json_pointer_get (data, demand->object);
      GStrv names;

      if (object == NULL || !JSON_NODE_HOLDS_OBJECT (object))
        continue;
      names = demand_holds (demand, object) ? demand->then : demand->otherwise;
      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        g_hash_table_add (self->pointers, yc_json_pointer_append (demand->object, names[k]));
    }
  return !same_pointers (before, self->pointers);
}

gboolean
yc_form_demands_has (YcFormDemands *self,
                     const char    *pointer)
{
  return g_hash_table_contains (self->always, pointer) ||
         g_hash_table_contains (self->pointers, pointer);
}
