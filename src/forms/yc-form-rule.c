/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout's rule with its condition: a schema for a value, a value, or AND/OR of others. */
#include "yc-form-rule-private.h"

#include "yc-form-spec-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-schema.h"

#define MAX_DEPTH 32

typedef enum
{
  CONDITION_SCHEMA = 1,
  CONDITION_LEAF,
  CONDITION_AND,
  CONDITION_OR,
} ConditionKind;

typedef struct
{
  ConditionKind  kind;
  char          *pointer;
  YcSchema      *schema;
  JsonNode      *expected;
  GPtrArray     *parts;
  gboolean       fail_when_undefined;
} Condition;

struct _YcFormRule
{
  YcFormEffect  effect;
  Condition    *condition;
};

static void
condition_free (gpointer data)
{
  Condition *self = data;

  g_free (self->pointer);
  g_clear_pointer (&self->schema, yc_schema_unref);
  g_clear_pointer (&self->expected, json_node_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

static Condition *
fail (Condition   *self,
      const char  *words,
      GError     **error)
{
  g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LAYOUT, words);
  condition_free (self);
  return NULL;
}

static Condition *condition_new (JsonObject  *object,
                                 guint        depth,
                                 GError     **error);

static Condition *
read_parts (Condition   *self,
            JsonObject  *object,
            guint        depth,
            GError     **error)
{
  JsonArray *conditions = yc_json_get_array (object, "conditions");

  if (conditions == NULL || depth == 0)
    return fail (self, "the condition needs “conditions”, not nested too deeply", error);
  self->parts = g_ptr_array_new_with_free_func (condition_free);
  for (guint i = 0; i < json_array_get_length (conditions); i++)
    {
      Condition *part = condition_new (
          yc_json_node_get_object (json_array_get_element (conditions, i)), depth - 1, error);

      if (part == NULL)
        {
          condition_free (self);
          return NULL;
        }
      g_ptr_array_add (self->parts, part);
    }
  return self;
}

static Condition *
read_leaf (Condition   *self,
           JsonObject  *object,
           GError     **error)
{
  JsonNode *expected = json_object_get_member (object, "expectedValue");

  if (expected == NULL)
    return fail (self, "the condition needs an “expectedValue”", error);
  self->expected = json_node_ref (expected);
  return self;
}

static Condition *
read_schema (Condition   *self,
             JsonObject  *object,
             GError     **error)
{
  JsonNode *schema = json_object_get_member (object, "schema");

  if (schema == NULL)
    return fail (self, "the condition needs a “schema”", error);
  self->schema = yc_schema_compile (schema, NULL, NULL, error);
  self->fail_when_undefined = yc_json_get_boolean (object, "failWhenUndefined", FALSE);
  if (self->schema != NULL)
    return self;
  condition_free (self);
  return NULL;
}

static Condition *
condition_new (JsonObject  *object,
               guint        depth,
               GError     **error)
{
  Condition *self = g_new0 (Condition, 1);
  const char *type = yc_json_get_string (object, "type", "SCHEMA");
  const char *scope = yc_json_get_string (object, "scope", NULL);

  if (object == NULL)
    return fail (self, "the condition must be an object", error);
  if (g_str_equal (type, "AND") || g_str_equal (type, "OR"))
    {
      self->kind = g_str_equal (type, "AND") ? CONDITION_AND : CONDITION_OR;
      return read_parts (self, object, depth, error);
    }
  if (scope == NULL || *scope != '#')
    return fail (self, "the condition needs a “scope” that begins with #", error);
  self->pointer = yc_form_scope_to_pointer (scope);
  self->kind = g_str_equal (type, "LEAF") ? CONDITION_LEAF : CONDITION_SCHEMA;
  return self->kind == CONDITION_LEAF ? read_leaf (self, object, error)
                                      : read_schema (self, object, error);
}

static gboolean
condition_holds (const Condition *self,
                 JsonNode        *data)
{
  JsonNode *value = self->pointer == NULL ? NULL : yc_json_pointer_get (data, self->pointer);

  switch (self->kind)
    {
    case CONDITION_SCHEMA:
      return !(value == NULL && self->fail_when_undefined) &&
             yc_schema_validate (self->schema, value, NULL);
    case CONDITION_LEAF:
      return value != NULL && yc_json_equal (value, self->expected);
    case CONDITION_AND:
    case CONDITION_OR:
      for (guint i = 0; i < self->parts->len; i++)
        {
          gboolean holds = condition_holds (g_ptr_array_index (self->parts, i), data);

          if (holds == (self->kind == CONDITION_OR))
            return holds;
        }
      return self->kind == CONDITION_AND;
    default:
      g_assert_not_reached ();
    }
}

static YcFormEffect
read_effect (const char *text)
{
  static const char *const effects[] = { "SHOW", "HIDE", "ENABLE", "DISABLE" };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      if (g_strcmp0 (text, effects[i]) == 0)
        return YC_FORM_EFFECT_SHOW + i;
    }
  return 0;
}

/* Reads a layout element's `rule`. The caller puts the place before the error's message. */
YcFormRule *
yc_form_rule_new (JsonObject  *rule,
                  GError     **error)
{
  YcFormEffect effect = read_effect (yc_json_get_string (rule, "effect", NULL));
  Condition *condition;
  YcFormRule *self;

  if (effect == 0)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LAYOUT,
                           "the effect must be SHOW, HIDE, ENABLE or DISABLE");
      return NULL;
    }
  condition = condition_new (yc_json_get_object (rule, "condition"), MAX_DEPTH, error);
  if (condition == NULL)
    return NULL;
  self = g_new0 (YcFormRule, 1);
  self->effect = effect;
  self->condition = condition;
  return self;
}

void
yc_form_rule_free (YcFormRule *self)
{
  condition_free (self->condition);
  g_free (self);
}

YcFormEffect
yc_form_rule_get_effect (YcFormRule *self)
{
  return self->effect;
}

/* Whether the rule's condition is met by the form's @data. */
gboolean
yc_form_rule_holds (YcFormRule *self,
                    JsonNode   *data)
{
  return condition_holds (self->condition, data);
}
