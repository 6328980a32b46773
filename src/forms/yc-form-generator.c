/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes up a layout for a schema without one, as JSON Forms' generateDefaultUISchema() does: a
 * control for each property. Unlike there, an object whose combinators only add conditions still
 * gets a control for each of its own properties and of those that `allOf` adds.
 */
#include "yc-form-generator-private.h"

#include "yc-form-schema-private.h"
#include "yc-json.h"

static void
add_control (JsonArray  *elements,
             const char *scope)
{
  JsonObject *control = json_object_new ();

  json_object_set_string_member (control, "type", "Control");
  json_object_set_string_member (control, "scope", scope);
  json_array_add_object_element (elements, control);
}

typedef struct
{
  JsonArray *elements;
} Generation;

static void
add_property_cb (const char *name,
                 JsonNode   *schema,
                 gpointer    user_data)
{
  Generation *generation = user_data;
  g_autofree char *scope = yc_json_pointer_append ("#/properties", name);

  add_control (generation->elements, scope);
}

/* The layout for @schema, a part of @root, with scopes from it on (full). */
JsonNode *
yc_form_generate_layout (JsonNode *root,
                         JsonNode *schema)
{
  JsonObject *layout = json_object_new ();
  Generation generation = { json_array_new () };

  if (yc_form_schema_is_alternatives (root, schema) || !yc_form_schema_has_properties (root, schema))
    add_control (generation.elements, "#");
  else
    yc_form_schema_each_property (root, schema, add_property_cb, &generation);
  json_object_set_string_member (layout, "type", "VerticalLayout");
  json_object_set_array_member (layout, "elements", generation.elements);
  return yc_json_object_node (layout);
}
