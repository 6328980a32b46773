/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ways through a question list: a finite search over the answers that could matter.
 *
 * A choice has its values, yes-no has two. Of numbers, dates and words only those matter that a
 * rule compares with, their neighbours, and the ends of the range: between them no rule changes its
 * mind.
 */
#include "yc-catalog-paths-private.h"

#include <math.h>

#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-logic.h"

#define MAX_PATHS 20000u
#define MAX_KEPT_DEAD_ENDS 16u

/* All sets of up to so many choices are tried; of more, each alone and all together. */
#define MAX_SET_CHOICES 5u

struct _YcCatalogPaths
{
  JsonArray *questions;
  JsonArray *outcomes;
  GPtrArray *candidates;
  gboolean *asked;
  gboolean *reached;
  GPtrArray *dead_ends;
  guint n_dead_ends;
  guint n_paths;
};

typedef struct
{
  const char *question;
  GPtrArray *values;
} Constants;

static JsonObject *
get_object (JsonArray *array,
            guint      index)
{
  return yc_json_node_get_object (json_array_get_element (array, index));
}

static void
add_value (GPtrArray *values,
           JsonNode  *value)
{
  for (guint i = 0; i < values->len; i++)
    if (yc_json_equal (values->pdata[i], value))
      {
        json_node_unref (value);
        return;
      }

  g_ptr_array_add (values, value);
}

static JsonNode *
number_node (double number)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_double (node, number);
  return node;
}

static void
add_in_range (GPtrArray  *values,
              JsonObject *question,
              double      number)
{
  if (number >= yc_json_get_double (question, "minimum", -HUGE_VAL) &&
      number <= yc_json_get_double (question, "maximum", HUGE_VAL))
    add_value (values, number_node (number));
}

static void
collect_constant_cb (const char *path,
                     JsonNode   *constant,
                     gpointer    user_data)
{
  Constants *constants = user_data;

  if (g_strcmp0 (path, constants->question) == 0)
    g_ptr_array_add (constants->values, json_node_ref (constant));
}

/* What any rule of the list compares the question with. */
static GPtrArray *
collect_constants (YcCatalogPaths *self,
                   const char     *question)
{
  g_autoptr (GPtrArray) values = NULL;
  Constants constants = { .question = question };
  JsonArray *arrays[] = { self->questions, self->outcomes };

  values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  constants.values = values;
  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    for (guint i = 0; i < json_array_get_length (arrays[a]); i++)
      yc_catalog_rule_each_constant (yc_json_get_member (get_object (arrays[a], i), "when"),
                                     collect_constant_cb, &constants);

  return g_steal_pointer (&values);
}

static void
add_numbers (GPtrArray  *values,
             JsonObject *question,
             GPtrArray  *constants)
{
  double number = yc_json_get_double (question, "minimum", 0);

  add_in_range (values, question, number);
  add_in_range (values, question, yc_json_get_double (question, "maximum", number + 1));
  for (guint i = 0; i < constants->len; i++)
    if (yc_json_node_get_number (constants->pdata[i], &number))
      for (int step = -1; step <= 1; step++)
        add_in_range (values, question, number + step);
}

static void
add_words (GPtrArray *values,
           GPtrArray *constants,
           JsonNode  *any)
{
  add_value (values, any);
  for (guint i = 0; i < constants->len; i++)
    if (yc_json_node_get_string (constants->pdata[i]) != NULL)
      add_value (values, json_node_ref (constants->pdata[i]));
}

static void
add_choices (GPtrArray  *values,
             JsonObject *question)
{
  JsonArray *choices = yc_json_get_array (question, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      const char *value = yc_json_get_string (get_object (choices, i), "value", NULL);

      if (value != NULL)
        add_value (values, yc_json_string_node (value));
    }
}

static JsonNode *
set_node (GPtrArray *singles,
          guint64    members)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < singles->len; i++)
    if ((members >> i) & 1)
      json_array_add_element (array, json_node_ref (singles->pdata[i]));

  return yc_json_array_node (array);
}

static void
add_sets (GPtrArray  *values,
          JsonObject *question)
{
  g_autoptr (GPtrArray) singles = NULL;
  guint64 all;

  singles = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  add_choices (singles, question);
  all = (G_GUINT64_CONSTANT (1) << MIN (singles->len, 63)) - 1;
  if (singles->len <= MAX_SET_CHOICES)
    for (guint64 members = 1; members <= all; members++)
      g_ptr_array_add (values, set_node (singles, members));
  else
    for (guint i = 0; i <= singles->len; i++)
      g_ptr_array_add (values, set_node (singles, i < singles->len ? G_GUINT64_CONSTANT (1) << i
                                                                   : all));
}

static void
add_yes_no (GPtrArray *values)
{
  for (int i = 0; i < 2; i++)
    {
      JsonNode *node = json_node_new (JSON_NODE_VALUE);

      json_node_set_boolean (node, i == 1);
      g_ptr_array_add (values, node);
    }
}

/* The answers that could make a difference. */
static GPtrArray *
list_candidates (YcCatalogPaths *self,
                 JsonObject     *question)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  const char *kind = yc_json_get_string (question, "kind", "");
  g_autoptr (GPtrArray) constants = NULL;

  constants = collect_constants (self, yc_json_get_string (question, "id", ""));
  if (g_str_equal (kind, "choice"))
    add_choices (values, question);
  else if (g_str_equal (kind, "choices"))
    add_sets (values, question);
  else if (g_str_equal (kind, "yes-no"))
    add_yes_no (values);
  else if (g_str_equal (kind, "number"))
    add_numbers (values, question, constants);
  else if (g_str_equal (kind, "date"))
    add_words (values, constants, yc_json_string_node ("2000-01-01"));
  else
    add_words (values, constants, yc_json_string_node ("…"));

  return values;
}

static gboolean
holds (JsonObject *object,
       JsonNode   *answers)
{
  JsonNode *rule = yc_json_get_member (object, "when");

  return rule == NULL || yc_logic_test (rule, answers, NULL);
}

static void
keep_dead_end (YcCatalogPaths *self,
               JsonNode       *answers)
{
  self->n_dead_ends++;
  if (self->dead_ends->len < MAX_KEPT_DEAD_ENDS)
    g_ptr_array_add (self->dead_ends, yc_json_write (answers));
}

static void
finish_path (YcCatalogPaths *self,
             JsonNode       *answers)
{
  gboolean led = FALSE;

  self->n_paths++;
  for (guint i = 0; i < json_array_get_length (self->outcomes); i++)
    if (holds (get_object (self->outcomes, i), answers))
      {
        self->reached[i] = TRUE;
        led = TRUE;
      }
  if (!led)
    keep_dead_end (self, answers);
}

static void
walk (YcCatalogPaths *self,
      guint           index,
      JsonNode       *answers)
{
  JsonObject *question;
  const char *id;
  GPtrArray *candidates;

  if (self->n_paths >= MAX_PATHS)
    return;
  if (index == json_array_get_length (self->questions))
    {
      finish_path (self, answers);
      return;
    }

  question = get_object (self->questions, index);
  id = yc_json_get_string (question, "id", "");
  if (!holds (question, answers))
    {
      walk (self, index + 1, answers);
      return;
    }

  self->asked[index] = TRUE;
  candidates = g_ptr_array_index (self->candidates, index);
  for (guint i = 0; i < candidates->len; i++)
    {
      json_object_set_member (json_node_get_object (answers), id,
                              json_node_ref (candidates->pdata[i]));
      walk (self, index + 1, answers);
    }
  json_object_remove_member (json_node_get_object (answers), id);
}

/*
 * yc_catalog_paths_walk:
 * @questions: a list's questions
 * @outcomes: its outcomes
 *
 * Tries all ways to answer, up to some 20,000.
 *
 * Returns: (transfer full): what was found
 */
YcCatalogPaths *
yc_catalog_paths_walk (JsonArray *questions,
                       JsonArray *outcomes)
{
  YcCatalogPaths *self = g_new0 (YcCatalogPaths, 1);
  g_autoptr (JsonNode) answers = yc_json_object_node (json_object_new ());
  guint n = json_array_get_length (questions);

  self->questions = json_array_ref (questions);
  self->outcomes = json_array_ref (outcomes);
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->asked = g_new0 (gboolean, n);
  self->reached = g_new0 (gboolean, json_array_get_length (outcomes));
  self->dead_ends = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->candidates, list_candidates (self, get_object (questions, i)));

  walk (self, 0, answers);

  return self;
}

void
yc_catalog_paths_free (YcCatalogPaths *self)
{
  json_array_unref (self->questions);
  json_array_unref (self->outcomes);
  g_ptr_array_unref (self->candidates);
  g_ptr_array_unref (self->dead_ends);
  g_free (self->asked);
  g_free (self->reached);
  g_free (self);
}

/* Whether all ways were tried. */
gboolean
yc_catalog_paths_is_complete (const YcCatalogPaths *self)
{
  return self->n_paths < MAX_PATHS;
}

guint
yc_catalog_paths_get_n_paths (const YcCatalogPaths *self)
{
  return self->n_paths;
}

/* Whether some answers make the list ask @question. */
gboolean
yc_catalog_paths_asks (const YcCatalogPaths *self,
                       guint                 question)
{
  return self->asked[question];
}

/* Whether some answers lead to @outcome. */
gboolean
yc_catalog_paths_reaches (const YcCatalogPaths *self,
                          guint                 outcome)
{
  return self->reached[outcome];
}

/* How many ways to answer lead to no outcome at all. */
guint
yc_catalog_paths_get_n_dead_ends (const YcCatalogPaths *self)
{
  return self->n_dead_ends;
}

/* The answers of such a way as JSON; only the first sixteen are kept. */
const char *
yc_catalog_paths_get_dead_end (const YcCatalogPaths *self,
                               guint                 index)
{
  return g_ptr_array_index (self->dead_ends, index);
}
