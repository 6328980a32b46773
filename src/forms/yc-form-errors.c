/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of a document's problems belong to one control, as @jsonforms/core has it (util/errors.ts):
 * those at its place, but not that a combinator fails, since the controls inside of it show why, and
 * of those inside a combinator only what the control's own schema says.
 */
#include "yc-form-errors-private.h"

#include <string.h>

#include "yc-json.h"

typedef struct
{
  const YcSchemaProblem *problem;
  char                  *pointer;
  gboolean               of_object;     /* its schema is one of an object, or of titled choices */
} Placed;

struct _YcFormErrors
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

/* A name or member that the object may not have is told of the object. */
static gboolean
is_about_holder (const YcSchemaProblem *problem)
{
  static const char *const members[] = { "propertyNames", "unevaluatedProperties",
                                         "unevaluatedItems", NULL };
  const char *location = yc_schema_problem_get_keyword_location (problem);
  const char *keyword = yc_schema_problem_get_keyword (problem);

  return is_one_of (keyword, members) || strstr (location, "/propertyNames/") != NULL ||
         (g_str_equal (keyword, "false") && (g_str_has_suffix (location, "/items/false") ||
                                             g_str_has_suffix (location, "/unevaluatedItems/false")));
}

static char *
find_place (const YcSchemaProblem *problem)
{
  char *pointer = g_strdup (yc_schema_problem_get_instance_location (problem));
  char *slash = is_about_holder (problem) ? strrchr (pointer, '/') : NULL;

  if (slash != NULL)
    *slash = '\0';
  return pointer;
}

static void
add_problem (YcFormErrors          *self,
             const YcSchemaProblem *problem)
{
  static const char *const combinators[] = { "anyOf", "oneOf", NULL };
  static const char *const unseen[] = { "additionalProperties", "allOf", "anyOf", "oneOf", NULL };
  JsonObject *schema = yc_json_node_get_object (yc_schema_problem_get_schema (problem));
  const char *keyword = yc_schema_problem_get_keyword (problem);
  gboolean choices = is_titled_choices (schema);
  Placed placed = { problem, NULL, choices || is_of_object (schema) };

  if (is_one_of (keyword, combinators))
    g_ptr_array_add (self->combinators,
                     (gpointer) yc_schema_problem_get_instance_location (problem));
  if (is_one_of (keyword, unseen) && !choices)
    return;
  placed.pointer = find_place (problem);
  g_array_append_val (self->placed, placed);
}

/* @report is one with branches, or too little is found. */
YcFormErrors *
yc_form_errors_new (YcSchemaReport *report)
{
  YcFormErrors *self = g_new0 (YcFormErrors, 1);

  self->report = yc_schema_report_ref (report);
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_array_set_clear_func (self->placed, placed_clear);
  self->combinators = g_ptr_array_new ();
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    add_problem (self, yc_schema_report_get_problem (report, i));
  return self;
}

void
yc_form_errors_free (YcFormErrors *self)
{
  g_array_unref (self->placed);
  g_ptr_array_unref (self->combinators);
  yc_schema_report_unref (self->report);
  g_free (self);
}

static gboolean
is_inside_combinator (const YcFormErrors *self,
                      const char         *pointer)
{
  for (guint i = 0; i < self->combinators->len; i++)
    {
      if (g_str_has_prefix (pointer, g_ptr_array_index (self->combinators, i)))
        return TRUE;
    }
  return FALSE;
}

/* The problems of the control at @pointer in the data, whose scope names @schema (nullable):
 * (element-type YcSchemaProblem), which live as long as the report. */
GPtrArray *
yc_form_errors_at (const YcFormErrors *self,
                   const char         *pointer,
                   JsonNode           *schema)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean inside = is_inside_combinator (self, pointer);

  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);

      if (!g_str_equal (placed->pointer, pointer))
        continue;
      if (inside && !placed->of_object &&
          !yc_json_equal (yc_schema_problem_get_schema (placed->problem), schema))
        continue;
      g_ptr_array_add (found, (gpointer) placed->problem);
    }
  return found;
}
