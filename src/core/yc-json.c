/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways around in a JSON tree that do not mind what stands there. */
#include "yc-json.h"

#include <math.h>
#include <string.h>

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_same_integer (double value,
                 gint64 integer)
{
  return fabs (value) < 0x1p63 && value == trunc (value) && (gint64) value == integer;
}

static gboolean
equal_scalars (JsonNode *a,
               JsonNode *b)
{
  GType type = json_node_get_value_type (a), other = json_node_get_value_type (b);

  if (type == G_TYPE_INT64 && other == G_TYPE_DOUBLE)
    return is_same_integer (json_node_get_double (b), json_node_get_int (a));
  if (type == G_TYPE_DOUBLE && other == G_TYPE_INT64)
    return is_same_integer (json_node_get_double (a), json_node_get_int (b));
  if (type != other)
    return FALSE;
  if (type == G_TYPE_INT64)
    return json_node_get_int (a) == json_node_get_int (b);
  if (type == G_TYPE_DOUBLE)
    return json_node_get_double (a) == json_node_get_double (b);
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (a) == json_node_get_boolean (b);
  return g_strcmp0 (json_node_get_string (a), json_node_get_string (b)) == 0;
}

static gboolean
equal_arrays (JsonArray *a,
              JsonArray *b)
{
  guint length = json_array_get_length (a);

  if (length != json_array_get_length (b))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!yc_json_equal (json_array_get_element (a, i), json_array_get_element (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
equal_objects (JsonObject *a,
               JsonObject *b)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;
  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, &value))
    if (!json_object_has_member (b, name) ||
        !yc_json_equal (value, json_object_get_member (b, name)))
      return FALSE;
  return TRUE;
}

gboolean
yc_json_equal (JsonNode *a,
               JsonNode *b)
{
  JsonNodeType type = a == NULL ? JSON_NODE_NULL : json_node_get_node_type (a);
  JsonNodeType other = b == NULL ? JSON_NODE_NULL : json_node_get_node_type (b);

  if (a == b)
    return TRUE;
  if (type != other)
    return FALSE;
  switch (type)
    {
    case JSON_NODE_OBJECT:
      return equal_objects (json_node_get_object (a), json_node_get_object (b));
    case JSON_NODE_ARRAY:
      return equal_arrays (json_node_get_array (a), json_node_get_array (b));
    case JSON_NODE_VALUE:
      return equal_scalars (a, b);
    case JSON_NODE_NULL:
    default:
      return TRUE;
    }
}

const char *
yc_json_get_string (JsonObject *object,
                    const char *name,
                    const char *fallback)
{
  const char *string = yc_json_node_get_string (yc_json_get_member (object, name));

  return string != NULL ? string : fallback;
}

gint64
yc_json_get_int (JsonObject *object,
                 const char *name,
                 gint64      fallback)
{
  JsonNode *node = yc_json_get_member (object, name);

  if (holds (node, G_TYPE_INT64))
    return json_node_get_int (node);
  if (holds (node, G_TYPE_DOUBLE))
    {
      double value = json_node_get_double (node);

      if (fabs (value) < 0x1p63 && value == trunc (value))
        return (gint64) value;
    }
  return fallback;
}

double
yc_json_get_double (JsonObject *object,
                    const char *name,
                    double      fallback)
{
  double number;

  if (yc_json_node_get_number (yc_json_get_member (object, name), &number))
    return number;
  return fallback;
}

gboolean
yc_json_get_boolean (JsonObject *object,
                     const char *name,
                     gboolean    fallback)
{
  JsonNode *node = yc_json_get_member (object, name);

  return holds (node, G_TYPE_BOOLEAN) ? json_node_get_boolean (node) : fallback;
}

JsonObject *
yc_json_get_object (JsonObject *object,
                    const char *name)
{
  return yc_json_node_get_object (yc_json_get_member (object, name));
}

JsonArray *
yc_json_get_array (JsonObject *object,
                   const char *name)
{
  return yc_json_node_get_array (yc_json_get_member (object, name));
}

JsonNode *
yc_json_get_member (JsonObject *object,
                    const char *name)
{
  JsonNode *node;

  g_return_val_if_fail (name != NULL, NULL);

  node = object != NULL ? json_object_get_member (object, name) : NULL;
  return yc_json_node_is_null (node) ? NULL : node;
}

GStrv
yc_json_dup_strv (JsonObject *object,
                  const char *name)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array = yc_json_get_array (object, name);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      const char *string = yc_json_node_get_string (json_array_get_element (array, i));

      if (string != NULL)
        g_strv_builder_add (strings, string);
    }
  return g_strv_builder_end (strings);
}

JsonObject *
yc_json_node_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
yc_json_node_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
yc_json_node_get_string (JsonNode *node)
{
  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

gboolean
yc_json_node_get_number (JsonNode *node,
                         double   *number)
{
  double value;

  if (holds (node, G_TYPE_INT64))
    value = (double) json_node_get_int (node);
  else if (holds (node, G_TYPE_DOUBLE))
    value = json_node_get_double (node);
  else
    return FALSE;

  if (number != NULL)
    *number = value;
  return TRUE;
}

gboolean
yc_json_node_is_null (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node);
}

JsonNode *
yc_json_object_node (JsonObject *object)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

JsonNode *
yc_json_array_node (JsonArray *array)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

JsonNode *
yc_json_string_node (const char *text)
{
  JsonNode *node = json_node_alloc ();

  return text != NULL ? json_node_init_string (node, text) : json_node_init_null (node);
}

void
yc_json_set_text (JsonObject *object,
                  const char *name,
                  const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonNode *
copy_object (JsonObject *object)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, yc_json_copy (value));
  return yc_json_object_node (g_steal_pointer (&copy));
}

static JsonNode *
copy_array (JsonArray *array)
{
  guint length = json_array_get_length (array);
  g_autoptr (JsonArray) copy = json_array_sized_new (length);

  for (guint i = 0; i < length; i++)
    json_array_add_element (copy, yc_json_copy (json_array_get_element (array, i)));
  return yc_json_array_node (g_steal_pointer (&copy));
}

JsonNode *
yc_json_copy (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return copy_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return copy_array (json_node_get_array (node));
  return json_node_copy (node);
}

gboolean
yc_json_copy_member (JsonObject *to,
                     JsonObject *from,
                     const char *name)
{
  JsonNode *node = json_object_get_member (from, name);

  if (node != NULL)
    json_object_set_member (to, name, yc_json_copy (node));
  return node != NULL;
}

void
yc_json_copy_or_null (JsonObject *to,
                      JsonObject *from,
                      const char *name)
{
  if (!yc_json_copy_member (to, from, name))
    json_object_set_null_member (to, name);
}
