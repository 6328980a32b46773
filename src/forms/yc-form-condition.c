/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a layout's rule depends on: a schema for a value, a value, or AND/OR of others. What is no
 * condition holds, as in JSON Forms.
 */
#include "yc-form-condition-private.h"

#include "yc-schema-places-private.h"
#include "yc-form-scope-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-logic.h"
#include "yc-schema.h"

#define MAX_DEPTH 64

typedef enum
{
  CONDITION_UNKNOWN = 1,
  CONDITION_SCHEMA,
  CONDITION_LEAF,
  CONDITION_AND,
  CONDITION_OR,
} ConditionKind;

struct _YcFormCondition
{
  ConditionKind  kind;
  char          *pointer;       /* from the base on */
  JsonNode      *schema_node;
  YcSchema      *schema;
  JsonNode      *expected;
  GPtrArray     *parts;
  gboolean       fail_when_undefined;
};

void
yc_form_condition_free (YcFormCondition *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->schema_node, json_node_unref);
  g_clear_pointer (&self->schema, yc_schema_unref);
  g_clear_pointer (&self->expected, json_node_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

static YcFormCondition *condition_new (JsonObject  *object,
                                       guint        depth,
                                       GError     **error);

static gboolean
read_parts (YcFormCondition  *self,
            JsonObject       *object,
            guint             depth,
            GError          **error)
{
  JsonArray *conditions = yc_json_get_array (object, "conditions");

  if (conditions == NULL || depth == 0)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LAYOUT,
                           "the condition needs “conditions”, not nested too deeply");
      return FALSE;
    }
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_form_condition_free);
  for (guint i = 0; i < json_array_get_length (conditions); i++)
    {
      YcFormCondition *part = condition_new (
          yc_json_node_get_object (json_array_get_element (conditions, i)), depth - 1, error);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (self->parts, part);
    }
  return TRUE;
}

static gboolean
read_schema (YcFormCondition  *self,
             JsonObject       *object,
             GError          **error)
{
  self->schema_node = json_node_ref (json_object_get_member (object, "schema"));
  self->schema = yc_schema_compile (self->schema_node, NULL, NULL, error);
  self->fail_when_undefined = yc_logic_truthy (yc_json_get_member (object, "failWhenUndefined"));
  return self->schema != NULL;
}

static void
read_leaf (YcFormCondition *self,
           JsonObject      *object)
{
  JsonNode *expected = json_object_get_member (object, "expectedValue");

  self->expected = expected == NULL ? NULL : json_node_ref (expected);
}

static ConditionKind
find_kind (JsonObject *object)
{
  const char *type = yc_json_get_string (object, "type", "");

  if (g_str_equal (type, "AND"))
    return CONDITION_AND;
  if (g_str_equal (type, "OR"))
    return CONDITION_OR;
  if (g_str_equal (type, "LEAF"))
    return CONDITION_LEAF;
  return object != NULL && json_object_has_member (object, "schema") ? CONDITION_SCHEMA
                                                                     : CONDITION_UNKNOWN;
}

static YcFormCondition *
condition_new (JsonObject  *object,
               guint        depth,
               GError     **error)
{
  g_autoptr (YcFormCondition) self = g_new0 (YcFormCondition, 1);
  gboolean read = TRUE;

  self->kind = find_kind (object);
  self->pointer = yc_form_scope_to_pointer (yc_json_get_string (object, "scope", ""));
  if (self->kind == CONDITION_AND || self->kind == CONDITION_OR)
    read = read_parts (self, object, depth, error);
  else if (self->kind == CONDITION_SCHEMA)
    read = read_schema (self, object, error);
  else if (self->kind == CONDITION_LEAF)
    read_leaf (self, object);
  return read ? g_steal_pointer (&self) : NULL;
}

/* Reads a rule's `condition`. YC_FORMS_ERROR_LAYOUT and what yc_schema_compile() says. */
YcFormCondition *
yc_form_condition_new (JsonObject  *object,
                       GError     **error)
{
  return condition_new (object, MAX_DEPTH, error);
}

static JsonNode *
read_value (YcFormCondition *self,
            JsonNode        *data,
            const char      *base)
{
  g_autofree char *pointer = NULL;

  if (*base == '\0')
    return yc_json_pointer_get (data, self->pointer);
  pointer = g_strconcat (base, self->pointer, NULL);
  return yc_json_pointer_get (data, pointer);
}

/* Objects and arrays are never the same, nothing is the same as nothing. */
static gboolean
is_expected (YcFormCondition *self,
             JsonNode        *value)
{
  if (self->expected == NULL || value == NULL)
    return self->expected == NULL && value == NULL;
  return !JSON_NODE_HOLDS_OBJECT (value) && !JSON_NODE_HOLDS_ARRAY (value) &&
         yc_json_equal (value, self->expected);
}

static gboolean
parts_hold (YcFormCondition *self,
            JsonNode        *data,
            const char      *base)
{
  gboolean any = self->kind == CONDITION_OR;

  for (guint i = 0; i < self->parts->len; i++)
    {
      if (yc_form_condition_holds (self->parts->pdata[i], data, base) == any)
        return any;
    }
  return !any;
}

/* Whether @data meet the condition, whose scopes are relative to @base. */
gboolean
yc_form_condition_holds (YcFormCondition *self,
                         JsonNode        *data,
                         const char      *base)
{
  JsonNode *value;

  switch (self->kind)
    {
    case CONDITION_AND:
    case CONDITION_OR:
      return parts_hold (self, data, base);
    case CONDITION_LEAF:
      return is_expected (self, read_value (self, data, base));
    case CONDITION_SCHEMA:
      value = read_value (self, data, base);
      return !(value == NULL && self->fail_when_undefined) &&
             yc_schema_validate (self->schema, value, NULL);
    case CONDITION_UNKNOWN:
    default:
      return TRUE;
    }
}

/* Adds the places, from the base on, that the condition looks at. */
void
yc_form_condition_list_reads (YcFormCondition *self,
                              GPtrArray       *pointers)
{
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    yc_form_condition_list_reads (self->parts->pdata[i], pointers);
  if (self->kind == CONDITION_LEAF)
    g_ptr_array_add (pointers, g_strdup (self->pointer));
  else if (self->kind == CONDITION_SCHEMA)
    yc_schema_find_places (self->schema_node, self->pointer, pointers);
}
