/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operators of JsonLogic whose arguments are worked out before they are called. */
#include "yc-logic-private.h"

#include "yc-json.h"

#include <math.h>
#include <string.h>

static JsonNode *
argument (JsonNode **args,
          guint      n,
          guint      index)
{
  return index < n ? args[index] : NULL;
}

static JsonNode *
apply_equal (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  return yc_logic_boolean (yc_logic_loosely_equal (run, argument (args, n, 0),
                                                   argument (args, n, 1)));
}

static JsonNode *
apply_not_equal (YcLogicRun  *run,
                 JsonNode   **args,
                 guint        n,
                 JsonNode    *data)
{
  return yc_logic_boolean (!yc_logic_loosely_equal (run, argument (args, n, 0),
                                                    argument (args, n, 1)));
}

static JsonNode *
apply_strict_equal (YcLogicRun  *run,
                    JsonNode   **args,
                    guint        n,
                    JsonNode    *data)
{
  return yc_logic_boolean (yc_logic_strictly_equal (argument (args, n, 0),
                                                    argument (args, n, 1)));
}

static JsonNode *
apply_strict_not_equal (YcLogicRun  *run,
                        JsonNode   **args,
                        guint        n,
                        JsonNode    *data)
{
  return yc_logic_boolean (!yc_logic_strictly_equal (argument (args, n, 0),
                                                     argument (args, n, 1)));
}

/* -1, 0 or 1, or 2 when the two cannot be compared. */
static int
compare (JsonNode *a,
         JsonNode *b)
{
  const char *text_a = yc_json_node_get_string (a), *text_b = yc_json_node_get_string (b);
  double number_a, number_b;

  if (text_a != NULL && text_b != NULL)
    {
      int order = strcmp (text_a, text_b);

      return (order > 0) - (order < 0);
    }
  number_a = yc_logic_to_number (a);
  number_b = yc_logic_to_number (b);
  if (isnan (number_a) || isnan (number_b))
    return 2;
  return (number_a > number_b) - (number_a < number_b);
}

static JsonNode *
apply_less (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  return yc_logic_boolean (compare (argument (args, n, 0), argument (args, n, 1)) == -1 &&
                           (n < 3 || compare (args[1], args[2]) == -1));
}

static gboolean
is_less_or_equal (JsonNode *a,
                  JsonNode *b)
{
  int order = compare (a, b);

  return order == -1 || order == 0;
}

static JsonNode *
apply_less_or_equal (YcLogicRun  *run,
                     JsonNode   **args,
                     guint        n,
                     JsonNode    *data)
{
  return yc_logic_boolean (is_less_or_equal (argument (args, n, 0), argument (args, n, 1)) &&
                           (n < 3 || is_less_or_equal (args[1], args[2])));
}

static JsonNode *
apply_greater (YcLogicRun  *run,
               JsonNode   **args,
               guint        n,
               JsonNode    *data)
{
  return yc_logic_boolean (compare (argument (args, n, 1), argument (args, n, 0)) == -1);
}

static JsonNode *
apply_greater_or_equal (YcLogicRun  *run,
                        JsonNode   **args,
                        guint        n,
                        JsonNode    *data)
{
  return yc_logic_boolean (is_less_or_equal (argument (args, n, 1), argument (args, n, 0)));
}

static JsonNode *
apply_not (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  return yc_logic_boolean (!yc_logic_truthy (argument (args, n, 0)));
}

static JsonNode *
apply_cast (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  return yc_logic_boolean (yc_logic_truthy (argument (args, n, 0)));
}

static JsonNode *
apply_add (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += yc_logic_parse_float (run, args[i]);
  return yc_logic_number (sum);
}

static JsonNode *
apply_multiply (YcLogicRun  *run,
                JsonNode   **args,
                guint        n,
                JsonNode    *data)
{
  double product = n > 0 ? 1 : NAN;

  for (guint i = 0; i < n; i++)
    product *= yc_logic_parse_float (run, args[i]);
  return yc_logic_number (product);
}

static JsonNode *
apply_subtract (YcLogicRun  *run,
                JsonNode   **args,
                guint        n,
                JsonNode    *data)
{
  double first = yc_logic_to_number (argument (args, n, 0));

  return yc_logic_number (n == 1 ? -first : first - yc_logic_to_number (argument (args, n, 1)));
}

static JsonNode *
apply_divide (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  return yc_logic_number (yc_logic_to_number (argument (args, n, 0)) /
                          yc_logic_to_number (argument (args, n, 1)));
}

static JsonNode *
apply_modulo (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  return yc_logic_number (fmod (yc_logic_to_number (argument (args, n, 0)),
                                yc_logic_to_number (argument (args, n, 1))));
}

/* The largest of the arguments times @sign, times @sign again: the smallest for -1. */
static JsonNode *
find_extreme (JsonNode **args,
              guint      n,
              int        sign)
{
  double extreme = -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double number = sign * yc_logic_to_number (args[i]);

      if (isnan (number))
        return yc_logic_null ();
      extreme = MAX (extreme, number);
    }
  return yc_logic_number (sign * extreme);
}

static JsonNode *
apply_max (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  return find_extreme (args, n, 1);
}

static JsonNode *
apply_min (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  return find_extreme (args, n, -1);
}

static JsonNode *
apply_in (YcLogicRun  *run,
          JsonNode   **args,
          guint        n,
          JsonNode    *data)
{
  JsonArray *array = yc_json_node_get_array (argument (args, n, 1));
  const char *string = yc_json_node_get_string (argument (args, n, 1));
  g_autofree char *part = NULL;

  if (string != NULL)
    {
      part = yc_logic_to_string (run, argument (args, n, 0));
      return part != NULL ? yc_logic_boolean (strstr (string, part) != NULL) : NULL;
    }
  if (array == NULL)
    return yc_logic_boolean (FALSE);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (yc_logic_strictly_equal (argument (args, n, 0), json_array_get_element (array, i)))
      return yc_logic_boolean (TRUE);
  return yc_logic_spend (run, json_array_get_length (array)) ? yc_logic_boolean (FALSE) : NULL;
}

static JsonNode *
apply_cat (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *part = yc_logic_to_string (run, args[i]);

      if (part == NULL)
        return NULL;
      g_string_append (text, part);
    }
  return yc_json_string_node (text->str);
}

/* Characters are counted, where JavaScript counts UTF-16 units. */
static JsonNode *
apply_substr (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  g_autofree char *text = yc_logic_to_string (run, argument (args, n, 0));
  g_autofree char *part = NULL;
  double length, start, count;

  if (text == NULL)
    return NULL;
  length = (double) g_utf8_strlen (text, -1);
  start = n > 1 ? trunc (yc_logic_to_number (args[1])) : 0;
  start = isnan (start) ? 0 : start;
  start = CLAMP (start < 0 ? length + start : start, 0, length);
  count = n > 2 ? trunc (yc_logic_to_number (args[2])) : length;
  count = isnan (count) ? 0 : count;
  count = CLAMP (count < 0 ? length - start + count : count, 0, length - start);

  part = g_utf8_substring (text, (glong) start, (glong) (start + count));
  return yc_json_string_node (part);
}

static JsonNode *
apply_merge (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  g_autoptr (JsonArray) merged = json_array_new ();

  for (guint i = 0; i < n; i++)
    {
      JsonArray *array = yc_json_node_get_array (args[i]);
      guint length = array != NULL ? json_array_get_length (array) : 1;

      if (!yc_logic_spend (run, length))
        return NULL;
      for (guint j = 0; j < length; j++)
        {
          JsonNode *element = array != NULL ? json_array_get_element (array, j) : args[i];

          json_array_add_element (merged, json_node_ref (element));
        }
    }
  return yc_json_array_node (g_steal_pointer (&merged));
}

static JsonNode *
apply_var (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  g_autofree char *path = yc_logic_to_string (run, argument (args, n, 0));
  JsonNode *found;

  if (path == NULL)
    return NULL;
  found = yc_logic_look_up (data, path);
  if (found == NULL && n > 1)
    found = args[1];
  return found != NULL ? json_node_ref (found) : yc_logic_null ();
}

static gboolean
add_if_missing (YcLogicRun *run,
                JsonArray  *missing,
                JsonNode   *name,
                JsonNode   *data)
{
  g_autofree char *path = yc_logic_to_string (run, name);
  JsonNode *found;

  if (path == NULL)
    return FALSE;
  found = yc_logic_look_up (data, path);
  if (yc_json_node_is_null (found) || g_strcmp0 (yc_json_node_get_string (found), "") == 0)
    json_array_add_element (missing, json_node_ref (name));
  return TRUE;
}

static JsonNode *
apply_missing (YcLogicRun  *run,
               JsonNode   **args,
               guint        n,
               JsonNode    *data)
{
  g_autoptr (JsonArray) missing = json_array_new ();
  JsonArray *names = yc_json_node_get_array (argument (args, n, 0));
  guint length = names != NULL ? json_array_get_length (names) : n;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *name = names != NULL ? json_array_get_element (names, i) : args[i];

      if (!yc_logic_spend (run, 1) || !add_if_missing (run, missing, name, data))
        return NULL;
    }
  return yc_json_array_node (g_steal_pointer (&missing));
}

static JsonNode *
apply_missing_some (YcLogicRun  *run,
                    JsonNode   **args,
                    guint        n,
                    JsonNode    *data)
{
  JsonArray *names = yc_json_node_get_array (argument (args, n, 1));
  g_autoptr (JsonNode) missing = NULL;
  double there;

  if (names == NULL)
    return yc_json_array_node (json_array_new ());
  missing = apply_missing (run, args + 1, 1, data);
  if (missing == NULL)
    return NULL;

  there = json_array_get_length (names);
  there -= json_array_get_length (json_node_get_array (missing));
  if (there >= yc_logic_to_number (args[0]))
    return yc_json_array_node (json_array_new ());
  return g_steal_pointer (&missing);
}

/* Nothing is logged: data may be personal. */
static JsonNode *
apply_log (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  return n > 0 ? json_node_ref (args[0]) : yc_logic_null ();
}

static const YcLogicOperator operators[] = {
  { "==", apply_equal },
  { "equal", apply_equal },
  { "!=", apply_not_equal },
  { "notEqual", apply_not_equal },
  { "===", apply_strict_equal },
  { "strictEqual", apply_strict_equal },
  { "!==", apply_strict_not_equal },
  { "strictNotEqual", apply_strict_not_equal },
  { "<", apply_less },
  { "less", apply_less },
  { "<=", apply_less_or_equal },
  { "lessOrEqual", apply_less_or_equal },
  { ">", apply_greater },
  { "greater", apply_greater },
  { ">=", apply_greater_or_equal },
  { "greaterOrEqual", apply_greater_or_equal },
  { "!", apply_not },
  { "not", apply_not },
  { "!!", apply_cast },
  { "booleanCasting", apply_cast },
  { "+", apply_add },
  { "add", apply_add },
  { "*", apply_multiply },
  { "multiply", apply_multiply },
  { "-", apply_subtract },
  { "substract", apply_subtract },
  { "/", apply_divide },
  { "divide", apply_divide },
  { "%", apply_modulo },
  { "modulo", apply_modulo },
  { "max", apply_max },
  { "min", apply_min },
  { "in", apply_in },
  { "cat", apply_cat },
  { "substr", apply_substr },
  { "merge", apply_merge },
  { "var", apply_var },
  { "missing", apply_missing },
  { "missing_some", apply_missing_some },
  { "log", apply_log },
};

const YcLogicOperator *
yc_logic_find_operator (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strcmp (operators[i].name, name) == 0)
      return &operators[i];
  if (yc_logic_find_lazy (name) != NULL)
    return yc_logic_find_lazy (name);
  if (yc_logic_find_rows (name) != NULL)
    return yc_logic_find_rows (name);
  if (yc_logic_find_places (name) != NULL)
    return yc_logic_find_places (name);
  return yc_logic_find_date (name);
}
