/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule that is about rows is worked out once for each row: these are the rows. */
#include "yc-form-instances-private.h"

#include <string.h>

#include "yc-json.h"

typedef struct
{
  const YcFormPath   *scope;
  guint               n_steps;
  const YcFormPath   *place;
  guint               n_shared;
  YcFormInstanceFunc  func;
  gpointer            user_data;
} Walk;

static void step_into (const Walk           *walk,
                       guint                 index,
                       const YcFormInstance *at,
                       JsonNode             *node);

/* @node is the row @number, from 0, of a list at @at's pointer. */
static void
enter_row (const Walk           *walk,
           guint                 index,
           const YcFormInstance *at,
           JsonNode             *node,
           guint                 number)
{
  g_autofree char *pointer = g_strdup_printf ("%s/%u", at->pointer, number);
  YcFormInstance row = { pointer, node, { NULL }, MIN (at->n_around + 1, YC_FORM_MAX_AROUND),
                         number + 1 };

  row.around[0] = at->object;
  memcpy (row.around + 1, at->around, (row.n_around - 1) * sizeof (JsonNode *));
  step_into (walk, index + 1, &row, node);
}

static void
enter_rows (const Walk           *walk,
            guint                 index,
            const YcFormInstance *at,
            JsonNode             *node)
{
  JsonArray *array = yc_json_node_get_array (node);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  guint64 only;

  if (index < walk->n_shared && yc_form_path_get (walk->place, index) != NULL)
    {
      if (g_ascii_string_to_unsigned (yc_form_path_get (walk->place, index), 10, 0, G_MAXUINT - 1,
                                      &only, NULL) && only < n)
        enter_row (walk, index, at, json_array_get_element (array, (guint) only), (guint) only);
      return;
    }
  for (guint i = 0; i < n; i++)
    enter_row (walk, index, at, json_array_get_element (array, i), i);
}

static void
step_into (const Walk           *walk,
           guint                 index,
           const YcFormInstance *at,
           JsonNode             *node)
{
  YcFormInstance below = *at;
  g_autofree char *pointer = NULL;
  JsonObject *object = yc_json_node_get_object (node);
  const char *step;

  if (index == walk->n_steps)
    {
      walk->func (at, walk->user_data);
      return;
    }
  step = yc_form_path_get (walk->scope, index);
  if (step == NULL)
    {
      enter_rows (walk, index, at, node);
      return;
    }
  if (object == NULL || !json_object_has_member (object, step))
    return;
  pointer = yc_json_pointer_append (at->pointer, step);
  below.pointer = pointer;
  step_into (walk, index + 1, &below, json_object_get_member (object, step));
}

/*
 * Calls @func for each row of @data that the first @n_steps of @scope lead to; of these only those
 * that begin with the first @n_shared steps of @place.
 */
void
yc_form_instances_each (const YcFormPath   *scope,
                        guint               n_steps,
                        JsonNode           *data,
                        const YcFormPath   *place,
                        guint               n_shared,
                        YcFormInstanceFunc  func,
                        gpointer            user_data)
{
  Walk walk = { scope, n_steps, place, n_shared, func, user_data };
  YcFormInstance form = { "", data, { NULL }, 0, 0 };

  step_into (&walk, 0, &form, data);
}
