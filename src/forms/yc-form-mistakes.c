/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the rules of a form's schema, found before anybody fills it. */
#include "yc-form-mistakes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-checks-private.h"
#include "yc-form-formulas-private.h"
#include "yc-form-survey-private.h"
#include "yc-json.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"

typedef struct
{
  GPtrArray        *mistakes;
  JsonNode         *schema;
  const YcFormPath *scope;
  const char       *where;
  GHashTable       *told;       /* places that were told of this rule */
} Search;

static void
mistake_free (gpointer data)
{
  YcFormMistake *self = data;

  g_free (self->pointer);
  g_free (self->message);
  g_free (self);
}

static void
tell (GPtrArray  *mistakes,
      const char *pointer,
      char       *message)
{
  YcFormMistake *self = g_new0 (YcFormMistake, 1);

  self->pointer = g_strdup (pointer);
  self->message = message;
  g_ptr_array_add (mistakes, self);
}

static char *
describe_missing (const YcFormPath *path)
{
  g_autofree char *pointer = yc_form_path_to_pointer (path);

  return g_strdup_printf (_ ("the form has no field “%s”"), pointer);
}

static void
read_cb (const YcLogicRead *read,
         gpointer           user_data)
{
  Search *search = user_data;
  guint levels = read->base == YC_LOGIC_BASE_OUTER ? read->levels : 0;
  guint n = read->base == YC_LOGIC_BASE_FORM ? 0 : yc_form_path_get_scope (search->scope, levels);
  g_autoptr (GPtrArray) path = yc_form_path_copy (search->scope, n);
  g_autofree char *pointer = NULL;

  if (read->path == NULL || *read->path == '\0')
    return;
  yc_form_path_add_dotted (path, read->path);
  pointer = yc_form_path_to_pointer (path);
  if (yc_form_schema_knows (search->schema, path) ||
      !g_hash_table_add (search->told, g_steal_pointer (&pointer)))
    return;
  tell (search->mistakes, search->where, describe_missing (path));
}

static void
check_rule (GPtrArray        *mistakes,
            JsonNode         *schema,
            JsonNode         *rule,
            const YcFormPath *scope,
            const char       *where)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { mistakes, schema, scope, where, told };
  g_autoptr (GError) error = NULL;

  if (!yc_logic_check (rule, &error))
    tell (mistakes, where, g_strdup (error->message));
  yc_logic_each_read (rule, read_cb, &search);
}

/* Loops are told of each formula in them. */
static void
check_loops (GPtrArray *mistakes,
             GPtrArray *formulas)
{
  g_autoptr (YcFormReads) reads = yc_form_formulas_index (formulas);
  g_autoptr (GPtrArray) loops =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) sorted = yc_form_formulas_sort (formulas, reads, loops);

  for (guint i = 0; i < loops->len; i++)
    {
      GPtrArray *loop = g_ptr_array_index (loops, i);
      const YcFormFormula *first = g_ptr_array_index (loop, 0);
      g_autofree char *words = yc_form_formulas_describe_loop (loop);

      tell (mistakes, first->where, g_strdup_printf (_ ("this depends on itself: %s"), words));
    }
}

static void
check_formulas (GPtrArray *mistakes,
                JsonNode  *schema)
{
  g_autoptr (GPtrArray) formulas = yc_form_formulas_find (schema);

  for (guint i = 0; i < formulas->len; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (formulas, i);

      check_rule (mistakes, schema, formula->rule, formula->target, formula->where);
    }
  if (formulas->len > YC_FORM_MAX_FORMULAS)
    tell (mistakes, "",
          g_strdup_printf (_ ("more than %u fields are computed"), YC_FORM_MAX_FORMULAS));
  else
    check_loops (mistakes, formulas);
}

static void
check_check (GPtrArray         *mistakes,
             JsonNode          *schema,
             const YcFormCheck *check)
{
  g_autofree char *rule = g_strconcat (check->where, "/rule", NULL);
  g_autofree char *at = g_strconcat (check->where, "/at", NULL);

  if (check->rule == NULL || check->message == NULL || check->at == NULL)
    tell (mistakes, check->where,
          g_strdup (_ ("a check needs “rule”, “message” and “at”")));
  if (check->rule != NULL)
    check_rule (mistakes, schema, check->rule, check->scope, rule);
  if (check->at != NULL && !yc_form_schema_knows (schema, check->at))
    tell (mistakes, at, describe_missing (check->at));
}

/* An earlier case has the fields that this form has. */
static void
check_source (GPtrArray  *mistakes,
              JsonNode   *schema,
              JsonNode   *source,
              const char *where)
{
  static const char earlier[] = "/earlier";
  const char *text = yc_json_node_get_string (source);
  JsonArray *array = yc_json_node_get_array (source);
  g_autoptr (GPtrArray) path = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/%u", where, i);

      if (yc_json_node_get_string (json_array_get_element (array, i)) != NULL)
        check_source (mistakes, schema, json_array_get_element (array, i), below);
    }
  if (text == NULL || !g_str_has_prefix (text, earlier))
    return;
  path = yc_form_path_from_pointer (text + strlen (earlier));
  if (!yc_form_schema_knows (schema, path))
    tell (mistakes, where, describe_missing (path));
}

static void
source_cb (const YcFormPlace *place,
           gpointer           user_data)
{
  Search *search = user_data;
  JsonNode *source = yc_json_get_member (place->schema, "x-source");
  g_autofree char *where = g_strconcat (place->pointer, "/x-source", NULL);

  if (source != NULL)
    check_source (search->mistakes, search->schema, source, where);
}

/**
 * yc_form_find_mistakes:
 * @schema: a form's schema, which may be anything
 *
 * Finds calculations, checks and sources that cannot work: unknown operators, fields that do not exist,
 * loops, messages that belong nowhere. In bounded time, whatever @schema is.
 *
 * Returns: (transfer full) (element-type YcFormMistake): the mistakes, calculations first
 */
GPtrArray *
yc_form_find_mistakes (JsonNode *schema)
{
  GPtrArray *mistakes = g_ptr_array_new_with_free_func (mistake_free);
  g_autoptr (GPtrArray) checks = NULL;
  Search search = { mistakes, schema, NULL, NULL, NULL };

  g_return_val_if_fail (schema != NULL, mistakes);

  check_formulas (mistakes, schema);
  checks = yc_form_checks_find (schema);
  for (guint i = 0; i < checks->len; i++)
    check_check (mistakes, schema, g_ptr_array_index (checks, i));
  yc_form_survey (schema, source_cb, &search);
  return mistakes;
}
