/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read from a form's schema and layout once, for all rows that need it. */
#include "yc-form-private.h"

#include "yc-form-generator-private.h"
#include "yc-form-scope-private.h"
#include "yc-json.h"
#include "yc-schema.h"

/* The most elements that a form makes: beyond, its schema is taken to be endless. */
#define MAX_ELEMENTS 100000

/* Which fields of @schema must be filled in (none). */
YcFormDemands *
yc_form_find_demands (YcForm   *self,
                      JsonNode *schema)
{
  YcFormDemands *demands = g_hash_table_lookup (self->demands, schema);

  if (demands == NULL)
    {
      demands = yc_form_demands_new (self->schema_node, schema);
      g_hash_table_insert (self->demands, json_node_ref (schema), demands);
    }
  return demands;
}

/* The layout that is made up for @schema (none). */
JsonNode *
yc_form_get_generated (YcForm   *self,
                       JsonNode *schema)
{
  JsonNode *layout = g_hash_table_lookup (self->generated, schema);

  if (layout == NULL)
    {
      layout = yc_form_generate_layout (self->schema_node, schema);
      g_hash_table_insert (self->generated, json_node_ref (schema), layout);
    }
  return layout;
}

static GHashTable *
create_required (JsonNode *schema)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) list = yc_json_dup_strv (yc_json_node_get_object (schema), "required");

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (names, g_strdup (list[i]));
  return names;
}

/* Whether `required` of the schema that directly holds the property of @scope names it. */
gboolean
yc_form_is_required (YcForm     *self,
                     JsonNode   *schema,
                     const char *scope)
{
  JsonNode *holder = yc_form_scope_find_holder (self->schema_node, schema, scope);
  GHashTable *names = holder == NULL ? NULL : g_hash_table_lookup (self->required, holder);
  g_autofree char *name = yc_form_scope_dup_name (scope);

  if (holder == NULL)
    return FALSE;
  if (names == NULL)
    {
      names = create_required (holder);
      g_hash_table_insert (self->required, json_node_ref (holder), names);
    }
  return g_hash_table_contains (names, name);
}

/* What is said of the field of @control at @scope from @schema on (none), NULL for nothing. */
YcFormSpec *
yc_form_find_spec (YcForm     *self,
                   JsonNode   *schema,
                   const char *scope,
                   JsonObject *control)
{
  YcFormSpec *spec = g_hash_table_lookup (self->specs, control);

  if (spec != NULL)
    return spec;
  spec = yc_form_spec_new (self->schema_node, schema, scope, control);
  if (spec != NULL)
    g_hash_table_insert (self->specs, json_object_ref (control), spec);
  return spec;
}

/* The `rule` of a layout's @element (full). */
YcFormRule *
yc_form_find_rule (YcForm      *self,
                   JsonObject  *element,
                   GError     **error)
{
  JsonObject *object = yc_json_get_object (element, "rule");
  YcFormRule *rule = g_hash_table_lookup (self->rules, object);

  if (rule == NULL)
    {
      rule = yc_form_rule_new (object, error);
      if (rule == NULL)
        return NULL;
      g_hash_table_insert (self->rules, json_object_ref (object), rule);
    }
  return yc_form_rule_ref (rule);
}

/* Returns whether there may be one more element. */
gboolean
yc_form_count_element (YcForm *self)
{
  return self->n_elements++ < MAX_ELEMENTS;
}

/* A part of the form's schema by itself, with the definitions of the whole. */
static YcSchema *
compile (YcForm   *self,
         JsonNode *schema)
{
  static const char *const names[] = { "$defs", "definitions" };
  JsonObject *whole = yc_json_node_get_object (self->schema_node);
  JsonNode *resolved = yc_form_schema_resolve (self->schema_node, schema);
  g_autoptr (JsonNode) part = resolved == NULL ? NULL : yc_json_copy (resolved);

  if (yc_json_node_get_object (part) == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (whole != NULL && json_object_has_member (whole, names[i]))
        json_object_set_member (json_node_get_object (part), names[i],
                                json_node_ref (json_object_get_member (whole, names[i])));
    }
  return yc_schema_compile (part, NULL, NULL, NULL);
}

/* A part of the form's schema, to hold data against (none); NULL if it cannot stand by itself. */
YcSchema *
yc_form_find_schema (YcForm   *self,
                     JsonNode *schema)
{
  gpointer found = NULL;

  if (!g_hash_table_lookup_extended (self->schemas, schema, NULL, &found))
    {
      found = compile (self, schema);
      g_hash_table_insert (self->schemas, json_node_ref (schema), found);
    }
  return found;
}

static void
add_property_cb (const char *name,
                 JsonNode   *schema,
                 gpointer    properties)
{
  json_object_set_member (properties, name, json_node_ref (schema));
}

/* What @schema has besides its alternatives: a schema of its properties and those of its `allOf`
 * (none), or NULL. */
JsonNode *
yc_form_get_common (YcForm   *self,
                    JsonNode *schema)
{
  JsonNode *common = g_hash_table_lookup (self->common, schema);
  JsonObject *object;
  JsonObject *properties;

  if (common != NULL || !yc_form_schema_has_properties (self->schema_node, schema))
    return common;
  object = json_object_new ();
  properties = json_object_new ();
  yc_form_schema_each_property (self->schema_node, schema, add_property_cb, properties);
  json_object_set_object_member (object, "properties", properties);
  common = yc_json_object_node (object);
  g_hash_table_insert (self->common, json_node_ref (schema), common);
  return common;
}
