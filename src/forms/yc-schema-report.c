/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a document, problem by problem. The words are in yc-schema-message.c. */
#include "yc-schema-report-private.h"
#include "yc-schema-private.h"

#include <string.h>

#include "yc-json.h"

/* Nobody reads more, and a hostile document could have as many as memory holds. */
#define MAX_PROBLEMS 100000

struct _YcSchemaReport
{
  gatomicrefcount  ref_count;
  GPtrArray       *problems;
  guint            max_problems;
  gboolean         branches;
  guint            edition;
  guint64          n_steps;
  GPtrArray       *schemas;     /* keeps alive what problems point into */
};

G_DEFINE_BOXED_TYPE (YcSchemaReport,
                     yc_schema_report,
                     yc_schema_report_ref,
                     yc_schema_report_unref)

static void
problem_free (YcSchemaProblem *problem)
{
  g_free (problem->keyword_location);
  g_free (problem->instance_location);
  g_free (problem->name);
  g_free (problem->words);
  g_clear_pointer (&problem->value, json_node_unref);
  g_clear_pointer (&problem->parameters, json_node_unref);
  g_free (problem);
}

/**
 * yc_schema_report_new:
 * @max_problems: how many problems to collect before validation stops; 0 for all of them, up to
 *   100,000
 *
 * Returns: (transfer full): an empty report, for one thread at a time
 */
YcSchemaReport *
yc_schema_report_new (guint max_problems)
{
  YcSchemaReport *self = g_new0 (YcSchemaReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->schemas = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_schema_unref);
  self->max_problems = max_problems == 0 ? MAX_PROBLEMS : max_problems;
  return self;
}

/**
 * yc_schema_report_set_branches:
 * @self: a report
 * @branches: whether to tell them
 *
 * Whether the problems inside of `anyOf`, `oneOf`, `contains` and `propertyNames` that fail are
 * told beside the keyword's own, and an `if` whose `then` or `else` fails as well. Off at first: a
 * clerk has no use for what is wrong with alternatives that were not meant.
 */
void
yc_schema_report_set_branches (YcSchemaReport *self,
                               gboolean        branches)
{
  g_return_if_fail (self != NULL);

  self->branches = branches;
}

gboolean
yc_schema_report_wants_branches (const YcSchemaReport *self)
{
  return self->branches;
}

/* How many problems there are, to go back to. @self is nullable. */
guint
yc_schema_report_mark (const YcSchemaReport *self)
{
  return self == NULL ? 0 : self->problems->len;
}

/* Forgets what was told since yc_schema_report_mark() gave @mark. @self is nullable. */
void
yc_schema_report_take_back (YcSchemaReport *self,
                            guint           mark)
{
  if (self != NULL && self->problems->len > mark)
    g_ptr_array_set_size (self->problems, (int) mark);
}

/* Keeps @schema, which is run for this report. */
void
yc_schema_report_keep (YcSchemaReport *self,
                       YcSchema       *schema)
{
  guint n = self->schemas->len;

  if (n == 0 || g_ptr_array_index (self->schemas, n - 1) != schema)
    g_ptr_array_add (self->schemas, yc_schema_ref (schema));
}

/* The subschema in which the keyword of the latest problem stands, and the root of the schema, one
 * that is kept. */
void
yc_schema_report_set_schema (YcSchemaReport    *self,
                             const YcSubschema *schema,
                             const YcSubschema *root)
{
  YcSchemaProblem *latest = g_ptr_array_index (self->problems, self->problems->len - 1);

  latest->schema = schema;
  latest->root = root;
}

/**
 * yc_schema_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
YcSchemaReport *
yc_schema_report_ref (YcSchemaReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * yc_schema_report_unref:
 * @self: (transfer full): a report
 *
 * Lets go of a report and, with the last one, of its problems.
 */
void
yc_schema_report_unref (YcSchemaReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->schemas);
  g_free (self);
}

void
yc_schema_report_take (YcSchemaReport *self,
                       const char     *keyword,
                       char           *keyword_location,
                       char           *instance_location,
                       JsonNode       *value,
                       const char     *name,
                       const char     *words)
{
  YcSchemaProblem *problem = g_new0 (YcSchemaProblem, 1);

  problem->keyword = keyword;
  problem->keyword_location = keyword_location;
  problem->instance_location = instance_location;
  problem->value = value == NULL ? NULL : json_node_ref (value);
  problem->name = g_strdup (name);
  problem->words = g_strdup (words);
  problem->edition = self->edition;
  g_ptr_array_add (self->problems, problem);
}

gboolean
yc_schema_report_is_full (const YcSchemaReport *self)
{
  return self->problems->len >= self->max_problems;
}

/* Whether the bounds of validation ended the work, so that problems may be missing. */
gboolean
yc_schema_report_is_cut (const YcSchemaReport *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const YcSchemaProblem *problem = g_ptr_array_index (self->problems, i);

      if (g_str_equal (problem->keyword, "x-limit"))
        return TRUE;
    }
  return FALSE;
}

/* From here on problems are new ones. */
void
yc_schema_report_begin (YcSchemaReport *self)
{
  self->edition++;
}

static gboolean
is_at_or_below (const char *location,
                const char *place)
{
  gsize length = strlen (place);

  return strncmp (location, place, length) == 0 &&
         (location[length] == '\0' || location[length] == '/');
}

/* Removes what was found by what is at or below @keyword_location at or below @instance_location.
 */
void
yc_schema_report_remove (YcSchemaReport *self,
                         const char     *keyword_location,
                         const char     *instance_location,
                         GPtrArray      *changed)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      YcSchemaProblem *problem = g_ptr_array_index (self->problems, i);

      if (!is_at_or_below (problem->instance_location, instance_location) ||
          !is_at_or_below (problem->keyword_location, keyword_location))
        {
          self->problems->pdata[n_kept++] = problem;
          continue;
        }
      if (changed != NULL)
        g_ptr_array_add (changed, g_strdup (problem->instance_location));
      problem_free (problem);
    }
  self->problems->len = n_kept;
}

gboolean
yc_schema_report_get_branches (YcSchemaReport *self)
{
  return self->branches;
}

/* Removes what was found with @keyword. */
void
yc_schema_report_withdraw (YcSchemaReport *self,
                           const char     *keyword)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      YcSchemaProblem *problem = g_ptr_array_index (self->problems, i);

      if (g_str_equal (problem->keyword, keyword))
        problem_free (problem);
      else
        self->problems->pdata[n_kept++] = problem;
    }
  self->problems->len = n_kept;
}

/* Adds the locations of new problems to @changed. */
void
yc_schema_report_add_changed (const YcSchemaReport *self,
                              GPtrArray            *changed)
{
  for (guint i = 0; changed != NULL && i < self->problems->len; i++)
    {
      const YcSchemaProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->edition == self->edition)
        g_ptr_array_add (changed, g_strdup (problem->instance_location));
    }
}

/**
 * yc_schema_report_is_valid:
 * @self: a report
 *
 * Returns: %TRUE if there are no problems in it
 */
gboolean
yc_schema_report_is_valid (const YcSchemaReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->problems->len == 0;
}

void
yc_schema_report_set_n_steps (YcSchemaReport *self,
                              guint64         n_steps)
{
  self->n_steps = n_steps;
}

/**
 * yc_schema_report_get_n_steps:
 * @self: a report
 *
 * Returns: how many subschemas and keywords were looked at when it was made or last brought up to
 *   date: what the work was, whatever machine did it
 */
guint64
yc_schema_report_get_n_steps (const YcSchemaReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_steps;
}

/**
 * yc_schema_report_get_n_problems:
 * @self: a report
 *
 * Returns: how many problems were found
 */
guint
yc_schema_report_get_n_problems (const YcSchemaReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->problems->len;
}

/**
 * yc_schema_report_get_problem:
 * @self: a report
 * @index: from 0
 *
 * Returns: (transfer none): the problem, which lives as long as the report
 */
const YcSchemaProblem *
yc_schema_report_get_problem (const YcSchemaReport *self,
                              guint                 index)
{
  g_return_val_if_fail (self != NULL && index < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, index);
}

/**
 * yc_schema_problem_get_keyword:
 * @problem: a problem
 *
 * Returns: the keyword that failed, such as "minLength"; "false" for the schema that nothing
 *   satisfies; "x-limit" if the bounds on depth and time were reached
 */
const char *
yc_schema_problem_get_keyword (const YcSchemaProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->keyword;
}

/**
 * yc_schema_problem_get_keyword_location:
 * @problem: a problem
 *
 * Returns: a JSON Pointer into the schema, through references, ending with the keyword
 */
const char *
yc_schema_problem_get_keyword_location (const YcSchemaProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->keyword_location;
}

/**
 * yc_schema_problem_dup_absolute_location:
 * @problem: a problem
 *
 * Returns: (transfer full) (nullable): the keyword's place as the URI of its schema resource with a
 *   JSON Pointer, after all references; %NULL for problems that no schema told
 */
char *
yc_schema_problem_dup_absolute_location (const YcSchemaProblem *problem)
{
  g_autofree char *location = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->schema == NULL)
    return NULL;
  location = yc_subschema_dup_location (problem->schema);
  if (g_str_equal (problem->keyword, "false"))
    return g_steal_pointer (&location);
  return g_strconcat (location, "/", problem->keyword, NULL);
}

/**
 * yc_schema_problem_get_schema:
 * @problem: a problem
 *
 * Returns: (transfer none) (nullable): the schema object that the keyword stands in
 */
JsonNode *
yc_schema_problem_get_schema (const YcSchemaProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->schema == NULL ? NULL : problem->schema->node;
}

/**
 * yc_schema_problem_get_instance_location:
 * @problem: a problem
 *
 * Returns: a JSON Pointer into the document. For a member that is missing or too many, the place
 *   of that member rather than of the object around it, so that it leads to the field.
 */
const char *
yc_schema_problem_get_instance_location (const YcSchemaProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  return problem->instance_location;
}

/**
 * yc_schema_problem_get_parameters:
 * @problem: a problem
 *
 * Returns: (transfer none): an object with `value`, the keyword's value in the schema, and `name`,
 *   the member that is missing or too many, each only if there is one
 */
JsonNode *
yc_schema_problem_get_parameters (const YcSchemaProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  if (problem->parameters == NULL)
    {
      JsonObject *object = json_object_new ();

      if (problem->value != NULL)
        json_object_set_member (object, "value", json_node_ref (problem->value));
      if (problem->name != NULL)
        json_object_set_string_member (object, "name", problem->name);
      ((YcSchemaProblem *) problem)->parameters = yc_json_object_node (object);
    }
  return problem->parameters;
}
