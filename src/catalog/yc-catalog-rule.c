/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a JsonLogic rule speaks of, found without working it out. */
#include "yc-catalog-rule-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-logic-reads.h"

static const char *const comparisons[] = {
  "==", "===", "!=", "!==", "<", "<=", ">", ">=", "in", "within", NULL,
};

/* In these the second argument is worked out over each element: its names are the element's. */
static const char *const loops[] = {
  "map", "filter", "reduce", "all", "none", "some", "sum", "count", "min_of", "max_of", NULL,
};

/* An operator's only argument may stand without an array. */
static JsonNode *
get_argument (JsonNode *arguments,
              guint     index)
{
  JsonArray *array = yc_json_node_get_array (arguments);

  if (array == NULL)
    return index == 0 ? arguments : NULL;

  return index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
}

/* The name in {"var": "name"} or {"var": ["name", default]}; %NULL for anything else. */
static const char *
get_var (JsonNode *rule)
{
  const char *operator = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &operator);
  const char *path;

  if (arguments == NULL || !g_str_equal (operator, "var"))
    return NULL;
  path = yc_json_node_get_string (get_argument (arguments, 0));

  return path != NULL && *path != '\0' ? path : NULL;
}

static void
each_missing (const char           *operator,
              JsonNode             *arguments,
              YcCatalogRuleVarFunc  func,
              gpointer              user_data)
{
  JsonNode *names = arguments;
  JsonArray *array;

  if (g_str_equal (operator, "missing_some"))
    names = get_argument (arguments, 1);
  else if (JSON_NODE_HOLDS_ARRAY (arguments) && get_argument (arguments, 0) != NULL &&
           JSON_NODE_HOLDS_ARRAY (get_argument (arguments, 0)))
    names = get_argument (arguments, 0);

  array = yc_json_node_get_array (names);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *path = yc_json_node_get_string (json_array_get_element (array, i));

      if (path != NULL && *path != '\0')
        func (path, user_data);
    }
}

/*
 * yc_catalog_rule_each_var:
 * @rule: (nullable): a rule
 * @func: called for each name
 * @user_data: for @func
 *
 * Finds the names that @rule looks up in its data. Names inside loops over an array are the
 * elements' own and are passed over.
 */
void
yc_catalog_rule_each_var (JsonNode             *rule,
                          YcCatalogRuleVarFunc  func,
                          gpointer              user_data)
{
  const char *operator = NULL;
  JsonNode *arguments = rule != NULL ? yc_logic_get_operation (rule, &operator) : NULL;
  const char *path = rule != NULL ? get_var (rule) : NULL;
  JsonArray *array;

  if (path != NULL)
    func (path, user_data);
  if (arguments == NULL)
    {
      array = yc_json_node_get_array (rule);
      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        yc_catalog_rule_each_var (json_array_get_element (array, i), func, user_data);
      return;
    }
  if (g_str_equal (operator, "missing") || g_str_equal (operator, "missing_some"))
    {
      each_missing (operator, arguments, func, user_data);
      return;
    }

  array = yc_json_node_get_array (arguments);
  if (array == NULL)
    yc_catalog_rule_each_var (arguments, func, user_data);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (i != 1 || !g_strv_contains (loops, operator))
      yc_catalog_rule_each_var (json_array_get_element (array, i), func, user_data);
}

/* Tells of @constant, or of each of its elements. */
static void
tell_constants (const char                *path,
                JsonNode                  *constant,
                YcCatalogRuleConstantFunc  func,
                gpointer                   user_data)
{
  JsonArray *array = yc_json_node_get_array (constant);

  if (array == NULL && !JSON_NODE_HOLDS_OBJECT (constant))
    func (path, constant, user_data);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    tell_constants (path, json_array_get_element (array, i), func, user_data);
}

/*
 * yc_catalog_rule_each_constant:
 * @rule: (nullable): a rule
 * @func: called for each comparison
 * @user_data: for @func
 *
 * Finds what @rule compares a name with: {"==": [{"var": "use"}, "home"]} gives "use" and "home",
 * {"in": [{"var": "use"}, ["home", "shop"]]} gives both words.
 */
void
yc_catalog_rule_each_constant (JsonNode                  *rule,
                               YcCatalogRuleConstantFunc  func,
                               gpointer                   user_data)
{
  const char *operator = NULL;
  JsonNode *arguments = rule != NULL ? yc_logic_get_operation (rule, &operator) : rule;
  JsonArray *array;

  if (arguments == NULL)
    arguments = rule;
  array = arguments != NULL ? yc_json_node_get_array (arguments) : NULL;
  if (array == NULL)
    {
      if (arguments != rule)
        yc_catalog_rule_each_constant (arguments, func, user_data);
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *path = get_var (json_array_get_element (array, i));

      yc_catalog_rule_each_constant (json_array_get_element (array, i), func, user_data);
      if (path == NULL || operator == NULL || !g_strv_contains (comparisons, operator))
        continue;
      for (guint other = 0; other < json_array_get_length (array); other++)
        if (other != i)
          tell_constants (path, json_array_get_element (array, other), func, user_data);
    }
}

static JsonNode *
rename_name (JsonNode   *name,
             const char *prefix,
             const char *except)
{
  const char *path = yc_json_node_get_string (name);
  g_autofree char *kept = g_strconcat (except, ".", NULL);
  g_autofree char *renamed = NULL;

  if (path == NULL || *path == '\0' || g_str_has_prefix (path, kept))
    return yc_json_copy (name);
  renamed = g_strconcat (prefix, path, NULL);
  return yc_json_string_node (renamed);
}

/* Of an array each name, else the only one. */
static JsonNode *
rename_names (JsonNode   *names,
              guint       most,
              const char *prefix,
              const char *except)
{
  JsonArray *array = yc_json_node_get_array (names);
  JsonArray *renamed;

  if (array == NULL)
    return rename_name (names, prefix, except);
  renamed = json_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);

      json_array_add_element (renamed, i < most ? rename_names (name, G_MAXUINT, prefix, except)
                                                : yc_catalog_rule_rename (name, prefix, except));
    }
  return yc_json_array_node (renamed);
}

static JsonNode *
rename_arguments (const char *operator,
                  JsonNode   *arguments,
                  const char *prefix,
                  const char *except)
{
  JsonArray *array = yc_json_node_get_array (arguments);
  JsonArray *renamed;

  if (g_str_equal (operator, "var"))
    return rename_names (arguments, 1, prefix, except);
  if (g_str_equal (operator, "missing") || g_str_equal (operator, "missing_some"))
    return rename_names (arguments, G_MAXUINT, prefix, except);
  if (array == NULL)
    return yc_catalog_rule_rename (arguments, prefix, except);
  renamed = json_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *argument = json_array_get_element (array, i);

      json_array_add_element (renamed, i == 1 && g_strv_contains (loops, operator)
                                         ? yc_json_copy (argument)
                                         : yc_catalog_rule_rename (argument, prefix, except));
    }
  return yc_json_array_node (renamed);
}

JsonNode *
yc_catalog_rule_rename (JsonNode   *rule,
                        const char *prefix,
                        const char *except)
{
  const char *operator = NULL;
  JsonNode *arguments = rule != NULL ? yc_logic_get_operation (rule, &operator) : NULL;
  JsonArray *array = rule != NULL ? yc_json_node_get_array (rule) : NULL;
  JsonObject *renamed;
  JsonArray *copy;

  if (arguments != NULL)
    {
      renamed = json_object_new ();
      json_object_set_member (renamed, operator,
                              rename_arguments (operator, arguments, prefix, except));
      return yc_json_object_node (renamed);
    }
  if (array == NULL)
    return rule != NULL ? yc_json_copy (rule) : NULL;
  copy = json_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, yc_catalog_rule_rename (json_array_get_element (array, i), prefix,
                                                          except));
  return yc_json_array_node (copy);
}
