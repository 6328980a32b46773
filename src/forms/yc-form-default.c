/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What new data begin with: defaults, and constants where there is no choice. */
#include "yc-form-private.h"

#include "yc-json.h"

#define MAX_DEPTH 8

typedef struct
{
  YcForm     *form;
  JsonObject *object;
  gboolean    constants;
  guint       depth;
} Beginning;

static JsonNode *create (YcForm   *self,
                         JsonNode *schema,
                         gboolean  constants,
                         guint     depth);

static void
begin_property_cb (const char *name,
                   JsonNode   *schema,
                   gpointer    user_data)
{
  Beginning *beginning = user_data;
  JsonNode *value = create (beginning->form, schema, beginning->constants, beginning->depth - 1);

  if (value != NULL)
    json_object_set_member (beginning->object, name, value);
}

static JsonNode *
create (YcForm   *self,
        JsonNode *schema,
        gboolean  constants,
        guint     depth)
{
  JsonNode *root = self->schema_node;
  JsonNode *value = yc_form_schema_get (root, schema, "default");
  g_autoptr (JsonObject) object = NULL;
  Beginning beginning = { self, NULL, constants, depth };

  if (value == NULL && constants)
    value = yc_form_schema_get (root, schema, "const");
  if (value != NULL)
    return JSON_NODE_HOLDS_NULL (value) ? NULL : yc_json_copy (value);
  if (depth == 0 || !yc_form_schema_has_properties (root, schema))
    return NULL;
  beginning.object = object = json_object_new ();
  yc_form_schema_each_property (root, schema, begin_property_cb, &beginning);
  return json_object_get_size (object) == 0 ? NULL
                                            : yc_json_object_node (g_steal_pointer (&object));
}

/* The defaults for a value of @schema (full), NULL if it has none. */
JsonNode *
yc_form_create_default (YcForm   *self,
                        JsonNode *schema)
{
  return create (self, schema, FALSE, MAX_DEPTH);
}

typedef struct
{
  JsonObject *from;
  JsonObject *to;
} Sharing;

static void
share_cb (const char *name,
          JsonNode   *schema,
          gpointer    user_data)
{
  Sharing *sharing = user_data;
  JsonNode *member = json_object_get_member (sharing->from, name);

  if (member != NULL)
    json_object_set_member (sharing->to, name, yc_json_copy (member));
}

/* What an alternative begins with (full, nullable): its constants and defaults, and of @before
 * (nullable) what @common (nullable) names. */
JsonNode *
yc_form_create_begin (YcForm   *self,
                      JsonNode *schema,
                      JsonNode *common,
                      JsonNode *before)
{
  g_autoptr (JsonNode) value = create (self, schema, TRUE, MAX_DEPTH);
  Sharing sharing = { yc_json_node_get_object (before), NULL };

  if (value == NULL)
    value = yc_json_object_node (json_object_new ());
  sharing.to = yc_json_node_get_object (value);
  if (common != NULL && sharing.from != NULL && sharing.to != NULL)
    yc_form_schema_each_property (self->schema_node, common, share_cb, &sharing);
  if (sharing.to != NULL && json_object_get_size (sharing.to) == 0)
    return NULL;
  return g_steal_pointer (&value);
}
