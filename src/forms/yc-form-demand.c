/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which fields must be filled in, always or under a condition. The validator reports them once they
 * are missing; the mark beside a title has to be there before and afterwards as well.
 */
#include "yc-form-demand-private.h"

#include "yc-form-overlap-private.h"
#include "yc-schema-places-private.h"
#include "yc-form-schema-private.h"
#include "yc-json.h"
#include "yc-schema.h"

#define MAX_DEPTH 16
/* What may be looked through: references can make a small schema endless. */
#define MAX_SCHEMAS 5000

typedef struct
{
  char      *object;        /* pointer of the object that the condition is about */
  YcSchema  *condition;     /* or */
  char      *trigger;       /* the name of a member that is there */
  GStrv      then;
  GStrv      otherwise;
  GPtrArray *reads;
} Demand;

struct _YcFormDemands
{
  GPtrArray  *list;
  GHashTable *always;       /* the places of what is demanded without a condition */
  guint       n_schemas;
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
  g_ptr_array_unref (self->reads);
  g_free (self);
}

static Demand *
demand_new (const char *object)
{
  Demand *demand = g_new0 (Demand, 1);

  demand->object = g_strdup (object);
  demand->reads = g_ptr_array_new_with_free_func (g_free);
  return demand;
}

/* A condition that cannot be compiled by itself, such as one with references, demands nothing: the
 * validator still knows it. */
static void
add_condition (YcFormDemands *self,
               JsonObject    *schema,
               const char    *pointer)
{
  JsonNode *condition = json_object_get_member (schema, "if");
  JsonObject *then = yc_json_get_object (schema, "then");
  JsonObject *otherwise = yc_json_get_object (schema, "else");
  Demand *demand;

  if (condition == NULL || (yc_json_get_array (then, "required") == NULL &&
                            yc_json_get_array (otherwise, "required") == NULL))
    return;
  demand = demand_new (pointer);
  demand->then = yc_json_dup_strv (then, "required");
  demand->otherwise = yc_json_dup_strv (otherwise, "required");
  demand->condition = yc_schema_compile (condition, NULL, NULL, NULL);
  yc_schema_find_places (condition, pointer, demand->reads);
  if (demand->condition != NULL)
    g_ptr_array_add (self->list, demand);
  else
    demand_free (demand);
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

/* @keyword: "dependentRequired", or draft 7's "dependencies", which may have schemas as well */
static void
add_dependents (YcFormDemands *self,
                JsonObject    *schema,
                const char    *keyword,
                const char    *pointer)
{
  JsonObject *dependents = yc_json_get_object (schema, keyword);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (dependents == NULL)
    return;
  json_object_iter_init_ordered (&iter, dependents);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      Demand *demand;

      if (!JSON_NODE_HOLDS_ARRAY (node))
        continue;
      demand = demand_new (pointer);
      demand->trigger = g_strdup (name);
      demand->then = yc_json_dup_strv (dependents, name);
      g_ptr_array_add (demand->reads, yc_json_pointer_append (pointer, name));
      g_ptr_array_add (self->list, demand);
    }
}

static void find_demands (YcFormDemands *self,
                          JsonNode      *root,
                          JsonNode      *schema,
                          const char    *pointer,
                          guint          depth);

static void
find_in_members (YcFormDemands *self,
                 JsonNode      *root,
                 JsonObject    *members,
                 const char    *pointer,
                 guint          depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      find_demands (self, root, member, below, depth - 1);
    }
}

static void
find_demands (YcFormDemands *self,
              JsonNode      *root,
              JsonNode      *schema,
              const char    *pointer,
              guint          depth)
{
  JsonObject *object = yc_json_node_get_object (yc_form_schema_resolve (root, schema));
  JsonObject *members = yc_json_get_object (object, "properties");
  JsonArray *parts = yc_json_get_array (object, "allOf");

  if (object == NULL || depth == 0 || self->n_schemas++ >= MAX_SCHEMAS)
    return;
  add_required (self, object, pointer);
  add_dependents (self, object, "dependentRequired", pointer);
  add_dependents (self, object, "dependencies", pointer);
  add_condition (self, object, pointer);
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    find_demands (self, root, json_array_get_element (parts, i), pointer, depth - 1);
  if (members != NULL)
    find_in_members (self, root, members, pointer, depth);
}

/* Finds the conditions in @schema, a part of @root, but not those of rows in it. References inside
 * of an `if` are not followed. */
YcFormDemands *
yc_form_demands_new (JsonNode *root,
                     JsonNode *schema)
{
  YcFormDemands *self = g_rc_box_new0 (YcFormDemands);

  self->list = g_ptr_array_new_with_free_func (demand_free);
  self->always = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_demands (self, root, schema, "", MAX_DEPTH);
  return self;
}

YcFormDemands *
yc_form_demands_ref (YcFormDemands *self)
{
  return g_rc_box_acquire (self);
}

static void
demands_clear (gpointer data)
{
  YcFormDemands *self = data;

  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->always);
}

void
yc_form_demands_unref (YcFormDemands *self)
{
  g_rc_box_release_full (self, demands_clear);
}

/* Whether a change at @changed, a pointer from the base on, can change what is demanded. */
gboolean
yc_form_demands_look_at (YcFormDemands *self,
                         const char    *changed)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      Demand *demand = self->list->pdata[i];

      for (guint k = 0; k < demand->reads->len; k++)
        {
          if (yc_form_overlap (demand->reads->pdata[k], changed))
            return TRUE;
        }
    }
  return FALSE;
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
same_places (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer place;

  if (a == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      if (!g_hash_table_contains (b, place))
        return FALSE;
    }
  return TRUE;
}

/* Works out what @data (nullable), which are at the base, demand; returns whether that differs from
 * @demanded, which it replaces. */
gboolean
yc_form_demands_run (YcFormDemands  *self,
                     JsonNode       *data,
                     GHashTable    **demanded)
{
  g_autoptr (GHashTable) before = g_steal_pointer (demanded);

  *demanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; data != NULL && i < self->list->len; i++)
    {
      Demand *demand = g_ptr_array_index (self->list, i);
      JsonNode *object = yc_json_pointer_get (data, demand->object);
      GStrv names;

      if (object == NULL || !JSON_NODE_HOLDS_OBJECT (object))
        continue;
      names = demand_holds (demand, object) ? demand->then : demand->otherwise;
      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        g_hash_table_add (*demanded, yc_json_pointer_append (demand->object, names[k]));
    }
  return !same_places (before, *demanded);
}

gboolean
yc_form_demands_has (YcFormDemands *self,
                     GHashTable    *demanded,
                     const char    *place)
{
  return g_hash_table_contains (self->always, place) ||
         (demanded != NULL && g_hash_table_contains (demanded, place));
}
