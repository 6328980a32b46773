/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: the evaluator, its bounds, and the operators that decide what is worked out at all. */
#include "yc-logic-private.h"

#include "yc-core-error.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 128

/* In values looked at, made or copied; some tenths of a second at worst. */
#define MAX_WORK 1000000

static gpointer
fail (YcLogicRun *run,
      const char *message)
{
  if (run->error != NULL && *run->error == NULL)
    {
      g_set_error_literal (run->error, YC_CORE_ERROR, YC_CORE_ERROR_LOGIC, _ (message));
      run->left = run->work;
    }
  run->work = 0;
  return NULL;
}

gboolean
yc_logic_spend (YcLogicRun *run,
                gsize       work)
{
  if (work >= run->work)
    run->work = 0;
  if (run->work == 0)
    return fail (run, N_ ("The rule is too much work")) != NULL;
  run->work -= work;
  return TRUE;
}

/* Spends one for every value inside @value, shared ones as often as they appear, so that whatever
 * passes can be copied, written and freed.
 */
static gboolean
weigh (YcLogicRun *run,
       JsonNode   *value,
       guint       depth)
{
  JsonArray *array = yc_json_node_get_array (value);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  if (depth > MAX_DEPTH)
    return fail (run, N_ ("The rule builds something too deep")) != NULL;
  if (!yc_logic_spend (run, 1))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!weigh (run, json_array_get_element (array, i), depth + 1))
      return FALSE;
  if (yc_json_node_get_object (value) != NULL)
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (value));
      while (json_object_iter_next (&iter, NULL, &member))
        if (!weigh (run, member, depth + 1))
          return FALSE;
    }
  return TRUE;
}

gboolean
yc_logic_weigh (YcLogicRun *run,
                JsonNode   *value)
{
  return weigh (run, value, 0);
}

static JsonNode *
get_part (JsonNode   *value,
          const char *name)
{
  JsonArray *array = yc_json_node_get_array (value);
  guint64 index;

  if (array == NULL)
    return value != NULL && JSON_NODE_HOLDS_OBJECT (value)
             ? json_object_get_member (json_node_get_object (value), name)
             : NULL;
  if (!g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= json_array_get_length (array))
    return NULL;
  return json_array_get_element (array, (guint) index);
}

/* Answers (transfer none) what @path, with points between its steps, leads to in @data. */
JsonNode *
yc_logic_look_up (JsonNode   *data,
                  const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && data != NULL; i++)
    data = get_part (data, steps[i]);
  return data;
}

static const YcLogicOperator *
find_rule (JsonNode    *rule,
           const char **name,
           JsonNode   **values)
{
  JsonObjectIter iter;

  if (yc_json_node_get_object (rule) == NULL ||
      json_object_get_size (json_node_get_object (rule)) != 1)
    return NULL;
  json_object_iter_init (&iter, json_node_get_object (rule));
  json_object_iter_next (&iter, name, values);
  return yc_logic_find_operator (*name);
}

/* The arguments of an operator; one that is no array stands for an array of one. */
static GPtrArray *
list_arguments (JsonNode *values)
{
  GPtrArray *args = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonArray *array = yc_json_node_get_array (values);

  if (array == NULL)
    g_ptr_array_add (args, json_node_ref (values));
  else
    for (guint i = 0; i < json_array_get_length (array); i++)
      g_ptr_array_add (args, json_node_ref (json_array_get_element (array, i)));
  return args;
}

static gboolean
evaluate_each (YcLogicRun *run,
               GPtrArray  *values,
               JsonNode   *data)
{
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (JsonNode) value = values->pdata[i];

      values->pdata[i] = yc_logic_evaluate (run, value, data);
      if (values->pdata[i] == NULL)
        {
          values->pdata[i] = yc_logic_null ();
          return FALSE;
        }
    }
  return TRUE;
}

static JsonNode *
evaluate_array (YcLogicRun *run,
                JsonNode   *rule,
                JsonNode   *data)
{
  g_autoptr (GPtrArray) values = list_arguments (rule);
  g_autoptr (JsonArray) array = json_array_sized_new (values->len);

  if (!evaluate_each (run, values, data))
    return NULL;
  for (guint i = 0; i < values->len; i++)
    json_array_add_element (array, json_node_ref (values->pdata[i]));
  return yc_json_array_node (g_steal_pointer (&array));
}

static JsonNode *
call_operator (YcLogicRun            *run,
               const YcLogicOperator *operator,
               JsonNode              *values,
               JsonNode              *data)
{
  g_autoptr (GPtrArray) args = list_arguments (values);
  g_autoptr (JsonNode) result = NULL;

  if (!operator->lazy && !evaluate_each (run, args, data))
    return NULL;
  result = operator->function (run, (JsonNode **) args->pdata, args->len, data);
  return run->work > 0 ? g_steal_pointer (&result) : NULL;
}

static JsonNode *
evaluate (YcLogicRun *run,
          JsonNode   *rule,
          JsonNode   *data)
{
  const YcLogicOperator *operator;
  const char *name = NULL;
  JsonNode *values;

  if (yc_json_node_get_array (rule) != NULL)
    return evaluate_array (run, rule, data);

  operator = find_rule (rule, &name, &values);
  if (name == NULL)
    return json_node_ref (rule);
  if (operator == NULL)
    return fail (run, N_ ("The rule has an unknown operator"));
  return call_operator (run, operator, values, data);
}

JsonNode *
yc_logic_evaluate (YcLogicRun *run,
                   JsonNode   *rule,
                   JsonNode   *data)
{
  JsonNode *result;

  if (run->depth == MAX_DEPTH)
    return fail (run, N_ ("The rule is too deep"));
  if (!yc_logic_spend (run, 1))
    return NULL;

  run->depth++;
  result = evaluate (run, rule, data);
  run->depth--;
  return result;
}

static JsonNode *
apply_if (YcLogicRun  *run,
          JsonNode   **args,
          guint        n,
          JsonNode    *data)
{
  guint i;

  for (i = 0; i + 1 < n; i += 2)
    {
      g_autoptr (JsonNode) condition = yc_logic_evaluate (run, args[i], data);

      if (condition == NULL)
        return NULL;
      if (yc_logic_truthy (condition))
        return yc_logic_evaluate (run, args[i + 1], data);
    }
  return i < n ? yc_logic_evaluate (run, args[i], data) : yc_logic_null ();
}

/* The first argument whose truth is @stop, or else the last one. */
static JsonNode *
find_first (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data,
            gboolean     stop)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) value = yc_logic_evaluate (run, args[i], data);

      if (value == NULL || i + 1 == n || !yc_logic_truthy (value) == !stop)
        return g_steal_pointer (&value);
    }
  return yc_logic_null ();
}

static JsonNode *
apply_and (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  return find_first (run, args, n, data, FALSE);
}

static JsonNode *
apply_or (YcLogicRun  *run,
          JsonNode   **args,
          guint        n,
          JsonNode    *data)
{
  return find_first (run, args, n, data, TRUE);
}

/* Works out the array that @args begin with; empty when it is none, NULL on error. */
GPtrArray *
yc_logic_elements (YcLogicRun  *run,
                   JsonNode   **args,
                   guint        n,
                   JsonNode    *data)
{
  g_autoptr (JsonNode) array = NULL;

  if (n == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  array = yc_logic_evaluate (run, args[0], data);
  if (array == NULL)
    return NULL;
  if (yc_json_node_get_array (array) == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  return list_arguments (array);
}

static JsonNode *
evaluate_body (YcLogicRun  *run,
               JsonNode   **args,
               guint        n,
               JsonNode    *element)
{
  return n > 1 ? yc_logic_evaluate (run, args[1], element) : yc_logic_null ();
}

static JsonNode *
apply_map (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  g_autoptr (GPtrArray) elements = yc_logic_elements (run, args, n, data);
  g_autoptr (JsonArray) results = json_array_new ();

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      JsonNode *result = evaluate_body (run, args, n, elements->pdata[i]);

      if (result == NULL)
        return NULL;
      json_array_add_element (results, result);
    }
  return elements != NULL ? yc_json_array_node (g_steal_pointer (&results)) : NULL;
}

/* The elements for which the second argument is true, and how many there were. */
static JsonArray *
select_elements (YcLogicRun  *run,
                 JsonNode   **args,
                 guint        n,
                 JsonNode    *data,
                 guint       *length)
{
  g_autoptr (GPtrArray) elements = yc_logic_elements (run, args, n, data);
  g_autoptr (JsonArray) selected = json_array_new ();

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    {
      g_autoptr (JsonNode) result = evaluate_body (run, args, n, elements->pdata[i]);

      if (result == NULL)
        return NULL;
      if (yc_logic_truthy (result))
        json_array_add_element (selected, json_node_ref (elements->pdata[i]));
    }
  if (elements == NULL)
    return NULL;
  *length = elements->len;
  return g_steal_pointer (&selected);
}

static JsonNode *
apply_filter (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  guint length;
  g_autoptr (JsonArray) selected = select_elements (run, args, n, data, &length);

  return selected != NULL ? yc_json_array_node (g_steal_pointer (&selected)) : NULL;
}

static JsonNode *
apply_all (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  guint length;
  g_autoptr (JsonArray) selected = select_elements (run, args, n, data, &length);

  if (selected == NULL)
    return NULL;
  return yc_logic_boolean (length > 0 && json_array_get_length (selected) == length);
}

static JsonNode *
apply_none (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  guint length;
  g_autoptr (JsonArray) selected = select_elements (run, args, n, data, &length);

  return selected != NULL ? yc_logic_boolean (json_array_get_length (selected) == 0) : NULL;
}

static JsonNode *
apply_some (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  guint length;
  g_autoptr (JsonArray) selected = select_elements (run, args, n, data, &length);

  return selected != NULL ? yc_logic_boolean (json_array_get_length (selected) > 0) : NULL;
}

static JsonNode *
reduce_one (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *current,
            JsonNode    *accumulator)
{
  g_autoptr (JsonObject) pair = json_object_new ();
  g_autoptr (JsonNode) data = NULL;
  g_autoptr (JsonNode) result = NULL;

  json_object_set_member (pair, "current", json_node_ref (current));
  json_object_set_member (pair, "accumulator", json_node_ref (accumulator));
  data = yc_json_object_node (g_steal_pointer (&pair));
  result = evaluate_body (run, args, n, data);
  if (result == NULL || !yc_logic_weigh (run, result))
    return NULL;
  return g_steal_pointer (&result);
}

static JsonNode *
apply_reduce (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  g_autoptr (GPtrArray) elements = yc_logic_elements (run, args, n, data);
  g_autoptr (JsonNode) accumulator = NULL;

  if (elements == NULL)
    return NULL;
  accumulator = n > 2 ? yc_logic_evaluate (run, args[2], data) : yc_logic_null ();
  for (guint i = 0; accumulator != NULL && i < elements->len; i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&accumulator);

      accumulator = reduce_one (run, args, n, elements->pdata[i], before);
    }
  return g_steal_pointer (&accumulator);
}

static const YcLogicOperator lazy_operators[] = {
  { "if", apply_if, TRUE },
  { "?:", apply_if, TRUE },
  { "and", apply_and, TRUE },
  { "or", apply_or, TRUE },
  { "map", apply_map, TRUE },
  { "filter", apply_filter, TRUE },
  { "reduce", apply_reduce, TRUE },
  { "all", apply_all, TRUE },
  { "none", apply_none, TRUE },
  { "some", apply_some, TRUE },
};

const YcLogicOperator *
yc_logic_find_lazy (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lazy_operators); i++)
    if (strcmp (lazy_operators[i].name, name) == 0)
      return &lazy_operators[i];
  return NULL;
}

JsonNode *
yc_logic_apply (JsonNode  *rule,
                JsonNode  *data,
                GError   **error)
{
  return yc_logic_apply_in (rule, data, NULL, error);
}

static gsize
get_budget (const YcLogicScene *scene)
{
  return scene != NULL && scene->work != NULL ? MIN (*scene->work, MAX_WORK) : MAX_WORK;
}

static void
charge (const YcLogicScene *scene,
        const YcLogicRun   *run,
        gsize               given)
{
  if (scene != NULL && scene->work != NULL)
    *scene->work -= MIN (*scene->work, given - MAX (run->work, run->left));
}

JsonNode *
yc_logic_apply_in (JsonNode            *rule,
                   JsonNode            *data,
                   const YcLogicScene  *scene,
                   GError             **error)
{
  g_autoptr (GError) local = NULL;
  gsize given = get_budget (scene);
  YcLogicRun run = { 0, given, &local, scene, 0 };
  g_autoptr (JsonNode) nothing = yc_logic_null ();
  g_autoptr (JsonNode) result = NULL;
  gboolean done;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result = yc_logic_evaluate (&run, rule != NULL ? rule : nothing, data != NULL ? data : nothing);
  done = result != NULL && yc_logic_weigh (&run, result);
  charge (scene, &run, given);
  if (done)
    return yc_json_copy (result);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
yc_logic_test (JsonNode  *rule,
               JsonNode  *data,
               GError   **error)
{
  g_autoptr (JsonNode) result = NULL;

  if (rule == NULL)
    return TRUE;
  result = yc_logic_apply (rule, data, error);
  return result != NULL && yc_logic_truthy (result);
}

static gboolean
check_rule (JsonNode  *rule,
            guint      depth,
            GError   **error)
{
  const char *name = NULL;
  JsonNode *values = rule;

  if (depth > MAX_DEPTH)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_LOGIC, _ ("The rule is too deep"));
      return FALSE;
    }
  if (find_rule (rule, &name, &values) == NULL && name != NULL)
    {
      g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_LOGIC, _ ("Unknown operator “%s”"),
                   name);
      return FALSE;
    }
  if (yc_json_node_get_array (values) != NULL)
    {
      JsonArray *array = json_node_get_array (values);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!check_rule (json_array_get_element (array, i), depth + 1, error))
          return FALSE;
      return TRUE;
    }
  return name == NULL || check_rule (values, depth + 1, error);
}

gboolean
yc_logic_check (JsonNode  *rule,
                GError   **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return rule == NULL || check_rule (rule, 0, error);
}
