/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of a document's problems belong to one control, as @jsonforms/core has it (util/errors.ts):
 * those at its place, but not that a combinator fails, since the controls inside of it show why, and
 * of those inside a combinator only what the control's own schema says.
 */
#include "yc-form-complaints-private.h"

#include <string.h>

#include "yc-json.h"

typedef struct
{
  YcFormComplaint  error;
  char            *pointer;
  gboolean         of_object;     /* its schema is one of an object, or of titled choices */
} Placed;

struct _YcFormComplaints
{
  YcSchemaReport *report;
  GArray         *placed;
  GPtrArray      *combinators;          /* the places where anyOf or oneOf fails; not owned */
};

static void
placed_clear (gpointer data)
{
  Placed *placed = data;

  g_free (placed->pointer);
}

static gboolean
is_one_of (const char        *keyword,
           const char *const *keywords)
{
  return g_strv_contains (keywords, keyword);
}

/* `oneOf` of constants stands for choices with titles. */
static gboolean
is_titled_choices (JsonObject *schema)
{
  JsonArray *members = yc_json_get_array (schema, "oneOf");

  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++)
    {
      JsonObject *member = yc_json_node_get_object (json_array_get_element (members, i));

      if (member == NULL || !json_object_has_member (member, "const"))
        return FALSE;
    }
  return members != NULL;
}

static gboolean
is_of_object (JsonObject *schema)
{
  return g_strcmp0 (yc_json_get_string (schema, "type", NULL), "object") == 0 ||
         yc_json_get_object (schema, "properties") != NULL;
}

/* A name or member that the object may not have, or lacks because of another, is told of it. */
static gboolean
is_about_holder (const YcSchemaProblem *problem)
{
  static const char *const members[] = { "dependentRequired", "propertyNames",
                                         "unevaluatedProperties", "unevaluatedItems", NULL };
  const char *location = yc_schema_problem_get_keyword_location (problem);
  const char *keyword = yc_schema_problem_get_keyword (problem);

  return is_one_of (keyword, members) || strstr (location, "/propertyNames/") != NULL;
}

/* The keyword that lets an array have no more items, told once of the array; NULL for others. What
 * `items` refuses from the first item on is told of each. */
static const char *
find_keyword_of_rest (const YcSchemaProblem *problem)
{
  static const char *const keywords[] = { "additionalItems", "items", "unevaluatedItems" };
  const char *location = yc_schema_problem_get_keyword_location (problem);
  gboolean first = g_str_has_suffix (yc_schema_problem_get_instance_location (problem), "/0");

  if (!g_str_equal (yc_schema_problem_get_keyword (problem), "false"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      g_autofree char *end = g_strdup_printf ("/%s/false", keywords[i]);

      if (g_str_has_suffix (location, end))
        return first && i == 1 ? NULL : keywords[i];
    }
  return NULL;
}

static char *
dup_holder (const YcSchemaProblem *problem)
{
  const char *pointer = yc_schema_problem_get_instance_location (problem);
  const char *slash = strrchr (pointer, '/');

  return slash == NULL ? g_strdup (pointer) : g_strndup (pointer, (gsize) (slash - pointer));
}

static char *
find_place (const YcSchemaProblem *problem)
{
  return is_about_holder (problem)
             ? dup_holder (problem)
             : g_strdup (yc_schema_problem_get_instance_location (problem));
}

static const char *
find_keyword (const YcSchemaProblem *problem)
{
  static const char *const pairs[][2] = {
    { "minContains", "contains" },
    { "maxContains", "contains" },
    { "false", "false schema" },
  };
  const char *keyword = yc_schema_problem_get_keyword (problem);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (g_str_equal (keyword, pairs[i][0]))
        return pairs[i][1];
    }
  return keyword;
}

/* The same schema of the same array refused an item just before; its keyword then, else NULL. */
static const char *
find_told (const YcFormComplaints *self,
           const YcSchemaProblem  *problem,
           const char             *holder)
{
  const YcSchemaProblem *before;
  g_autofree char *holder_before = NULL;
  const Placed *last;

  if (self->placed->len == 0)
    return NULL;
  last = &g_array_index (self->placed, Placed, self->placed->len - 1);
  before = last->error.problem;
  holder_before = dup_holder (before);
  return g_str_equal (holder_before, holder) &&
                 g_str_equal (yc_schema_problem_get_keyword_location (before),
                              yc_schema_problem_get_keyword_location (problem))
             ? last->error.keyword
             : NULL;
}

/* Places what is one item too many; returns FALSE if it is told like others. */
static gboolean
add_rest (YcFormComplaints      *self,
          const YcSchemaProblem *problem)
{
  const char *keyword = find_keyword_of_rest (problem);
  g_autofree char *holder = dup_holder (problem);
  const char *told = keyword == NULL ? NULL : find_told (self, problem, holder);
  Placed placed = { { problem, keyword }, NULL, FALSE };

  if (keyword == NULL || g_strcmp0 (told, "false schema") == 0)
    return FALSE;
  if (told != NULL)
    return TRUE;
  placed.pointer = g_steal_pointer (&holder);
  g_array_append_val (self->placed, placed);
  return TRUE;
}

static void
add_problem (YcFormComplaints      *self,
             const YcSchemaProblem *problem)
{
  static const char *const combinators[] = { "anyOf", "oneOf", NULL };
  static const char *const unseen[] = { "additionalProperties", "allOf", "anyOf", "oneOf", NULL };
  JsonObject *schema = yc_json_node_get_object (yc_schema_problem_get_schema (problem));
  const char *keyword = yc_schema_problem_get_keyword (problem);
  gboolean choices = is_titled_choices (schema);
  Placed placed = { { problem, find_keyword (problem) }, NULL, choices || is_of_object (schema) };

  if (is_one_of (keyword, combinators))
    g_ptr_array_add (self->combinators,
                     (gpointer) yc_schema_problem_get_instance_location (problem));
  if ((is_one_of (keyword, unseen) && !choices) || add_rest (self, problem))
    return;
  placed.pointer = find_place (problem);
  g_array_append_val (self->placed, placed);
}

/* @report is one with branches, or too little is found. */
YcFormComplaints *
yc_form_complaints_new (YcSchemaReport *report)
{
  YcFormComplaints *self = g_new0 (YcFormComplaints, 1);

  self->report = yc_schema_report_ref (report);
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_array_set_clear_func (self->placed, placed_clear);
  self->combinators = g_ptr_array_new ();
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    add_problem (self, yc_schema_report_get_problem (report, i));
  return self;
}

void
yc_form_complaints_free (YcFormComplaints *self)
{
  g_array_unref (self->placed);
  g_ptr_array_unref (self->combinators);
  yc_schema_report_unref (self->report);
  g_free (self);
}

static gboolean
is_inside_combinator (const YcFormComplaints *self,
                      const char             *pointer)
{
  for (guint i = 0; i < self->combinators->len; i++)
    {
      if (g_str_has_prefix (pointer, g_ptr_array_index (self->combinators, i)))
        return TRUE;
    }
  return FALSE;
}

/* The problems of the control at @pointer in the data, whose scope names @schema (nullable):
 * (element-type YcFormComplaint), which live as long as @self. */
GPtrArray *
yc_form_complaints_at (const YcFormComplaints *self,
                       const char             *pointer,
                       JsonNode               *schema)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean inside = is_inside_combinator (self, pointer);

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);

      if (!g_str_equal (placed->pointer, pointer))
        continue;
      if (inside && !placed->of_object &&
          !yc_json_equal (yc_schema_problem_get_schema (placed->error.problem), schema))
        continue;
      g_ptr_array_add (found, (gpointer) &placed->error);
    }
  return found;
}
