/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: our own operators over the rows of a repeating group, and from a row to what is around
 * it. */
#include "yc-logic-private.h"

#include "yc-json.h"

#include <math.h>
#include <string.h>

/* What each row gives: the result of the second argument, or the element itself. */
static GPtrArray *
evaluate_rows (YcLogicRun  *run,
               JsonNode   **args,
               guint        n,
               JsonNode    *data)
{
  g_autoptr (GPtrArray) elements = yc_logic_elements (run, args, n, data);
  g_autoptr (GPtrArray) values = NULL;

  if (elements == NULL)
    return NULL;
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  for (guint i = 0; i < elements->len; i++)
    {
      JsonNode *element = elements->pdata[i];
      JsonNode *value = n > 1 ? yc_logic_evaluate (run, args[1], element) : json_node_ref (element);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }
  return g_steal_pointer (&values);
}

/* Cells that are still empty, or hold no number, count for nothing. */
static gboolean
get_number (JsonNode *value,
            double   *number)
{
  if (yc_json_node_is_null (value) || yc_json_node_get_array (value) != NULL ||
      g_strcmp0 (yc_json_node_get_string (value), "") == 0)
    return FALSE;
  *number = yc_logic_to_number (value);
  return !isnan (*number);
}

static JsonNode *
apply_sum (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  g_autoptr (GPtrArray) values = evaluate_rows (run, args, n, data);
  double sum = 0, number;

  for (guint i = 0; values != NULL && i < values->len; i++)
    if (get_number (values->pdata[i], &number))
      sum += number;
  return values != NULL ? yc_logic_number (sum) : NULL;
}

static JsonNode *
apply_count (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  g_autoptr (GPtrArray) values = evaluate_rows (run, args, n, data);
  guint count = 0;

  for (guint i = 0; values != NULL && i < values->len; i++)
    count += n < 2 || yc_logic_truthy (values->pdata[i]);
  return values != NULL ? yc_logic_number (count) : NULL;
}

/* Numbers are held against numbers, and days, as other texts, against texts. */
static gboolean
is_beyond (JsonNode *value,
           JsonNode *best,
           int       sign)
{
  const char *text = yc_json_node_get_string (value);
  double number, other;

  if (best == NULL)
    return text != NULL ? *text != '\0' : get_number (value, &number);
  if (text != NULL && yc_json_node_get_string (best) != NULL)
    return *text != '\0' && sign * strcmp (text, yc_json_node_get_string (best)) > 0;
  return get_number (value, &number) && get_number (best, &other) && sign * (number - other) > 0;
}

static JsonNode *
find_best (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data,
           int          sign)
{
  g_autoptr (GPtrArray) values = evaluate_rows (run, args, n, data);
  JsonNode *best = NULL;

  if (values == NULL)
    return NULL;
  for (guint i = 0; i < values->len; i++)
    if (is_beyond (values->pdata[i], best, sign))
      best = values->pdata[i];
  return best != NULL ? json_node_ref (best) : yc_logic_null ();
}

static JsonNode *
apply_min_of (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  return find_best (run, args, n, data, -1);
}

static JsonNode *
apply_max_of (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  return find_best (run, args, n, data, 1);
}

static JsonNode *
look_up (YcLogicRun  *run,
         JsonNode   **args,
         guint        n,
         JsonNode    *data)
{
  g_autoptr (JsonNode) path = n > 0 ? yc_logic_evaluate (run, args[0], data) : NULL;
  g_autofree char *text = path != NULL ? yc_logic_to_string (run, path) : NULL;
  JsonNode *found;

  if (text == NULL)
    return n > 0 ? NULL : yc_logic_null ();
  found = *text != '\0' ? yc_logic_look_up (data, text) : data;
  if (found != NULL)
    return json_node_ref (found);
  return n > 1 ? yc_logic_evaluate (run, args[1], data) : yc_logic_null ();
}

static JsonNode *
apply_form (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  JsonNode *form = run->scene != NULL ? run->scene->form : NULL;

  return look_up (run, args, n, form != NULL ? form : data);
}

/* The third argument says how many rows out; without it, one. */
static JsonNode *
apply_outer (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  double level = n > 2 ? yc_logic_to_number (args[2]) : 1;
  const YcLogicScene *scene = run->scene;

  if (scene == NULL || !(level >= 1 && level <= scene->n_around))
    return yc_logic_null ();
  return look_up (run, args, n, scene->around[(guint) level - 1]);
}

static JsonNode *
apply_row (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  if (run->scene == NULL || run->scene->row == 0)
    return yc_logic_null ();
  return yc_logic_number (run->scene->row);
}

static const YcLogicOperator row_operators[] = {
  { "sum", apply_sum, TRUE },
  { "count", apply_count, TRUE },
  { "min_of", apply_min_of, TRUE },
  { "max_of", apply_max_of, TRUE },
  { "form", apply_form, TRUE },
  { "outer", apply_outer, TRUE },
  { "row", apply_row, TRUE },
};

const YcLogicOperator *
yc_logic_find_rows (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_operators); i++)
    if (strcmp (row_operators[i].name, name) == 0)
      return &row_operators[i];
  return NULL;
}
