/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named conditions of a question list, put in where rules call them: {"is": "NAME"}. */
#include "yc-named-rules-private.h"

#include "yc-core-error.h"
#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-logic.h"

#include <glib/gi18n-lib.h>

/* A few lines could call each other into millions of values. */
#define MOST_VALUES 4000
#define MOST_DEPTH 128

struct _YcNamedRules
{
  GHashTable *rules;
};

/* One rule that is being written out: how many values it has so far. */
typedef struct
{
  YcNamedRules  *names;
  guint          values;
  guint          depth;
  GError       **error;
} Expansion;

static JsonNode *
fail (Expansion  *run,
      const char *message)
{
  if (*run->error == NULL)
    g_set_error_literal (run->error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG, message);
  return NULL;
}

/* The name in {"is": "NAME"}; NULL for anything else. */
static const char *
get_name (JsonNode *node)
{
  JsonObject *object = yc_json_node_get_object (node);

  if (object == NULL || json_object_get_size (object) != 1)
    return NULL;
  return yc_json_get_string (object, "is", NULL);
}

static JsonNode *
look_up (Expansion  *run,
         const char *name)
{
  g_autofree char *message = NULL;
  JsonNode *rule = run->names != NULL ? g_hash_table_lookup (run->names->rules, name) : NULL;

  if (rule != NULL)
    return rule;
  /* Translators: a named condition of a question list */
  message = g_strdup_printf (_("there is no condition “%s” before this one"), name);
  return fail (run, message);
}

/* What stands in the names' own rules is written out already. */
static JsonNode *
expand (Expansion *run,
        JsonNode  *node)
{
  const char *name = get_name (node);
  g_autoptr (JsonNode) result = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *child;

  if (name != NULL)
    node = look_up (run, name);
  if (node == NULL)
    return NULL;
  if (++run->values > MOST_VALUES || ++run->depth > MOST_DEPTH)
    return fail (run, _("with its conditions written out the rule is too long"));

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      result = yc_json_object_node (json_object_new ());
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &key, &child))
        {
          child = expand (run, child);
          if (child == NULL)
            return NULL;
          json_object_set_member (json_node_get_object (result), key, child);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      result = yc_json_array_node (json_array_new ());
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          child = expand (run, json_array_get_element (json_node_get_array (node), i));
          if (child == NULL)
            return NULL;
          json_array_add_element (json_node_get_array (result), child);
        }
    }
  else
    {
      result = yc_json_copy (node);
    }
  run->depth--;
  return g_steal_pointer (&result);
}

static JsonNode *
expand_rule (YcNamedRules  *self,
             JsonNode      *rule,
             const char    *member,
             GError       **error)
{
  g_autoptr (GError) local = NULL;
  Expansion run = { .names = self, .error = &local };
  g_autoptr (JsonNode) result = expand (&run, rule);

  if (result == NULL || !yc_logic_check (result, &local))
    {
      yc_document_fail (error, member, local->message);
      return NULL;
    }
  return g_steal_pointer (&result);
}

YcNamedRules *
yc_named_rules_new (JsonObject  *conditions,
                    GError     **error)
{
  g_autoptr (YcNamedRules) self = g_new0 (YcNamedRules, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *rule;

  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) json_node_unref);
  if (conditions == NULL)
    return g_steal_pointer (&self);
  json_object_iter_init_ordered (&iter, conditions);
  while (json_object_iter_next_ordered (&iter, &name, &rule))
    {
      rule = expand_rule (self, rule, name, error);
      if (rule == NULL)
        return NULL;
      g_hash_table_insert (self->rules, g_strdup (name), rule);
    }
  return g_steal_pointer (&self);
}

void
yc_named_rules_free (YcNamedRules *self)
{
  g_hash_table_unref (self->rules);
  g_free (self);
}

static gboolean
expand_member (YcNamedRules  *self,
               JsonObject    *object,
               const char    *member,
               GError       **error)
{
  JsonNode *rule = yc_json_get_member (object, member);

  if (rule == NULL)
    return TRUE;
  rule = expand_rule (self, rule, member, error);
  if (rule != NULL)
    json_object_set_member (object, member, rule);
  return rule != NULL;
}

JsonObject *
yc_named_rules_expand (YcNamedRules  *self,
                       JsonObject    *object,
                       GError       **error)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));
  g_autoptr (JsonNode) copy = yc_json_copy (node);

  if (!expand_member (self, json_node_get_object (copy), "when", error) ||
      !expand_member (self, json_node_get_object (copy), "from", error))
    return NULL;
  return json_object_ref (json_node_get_object (copy));
}
