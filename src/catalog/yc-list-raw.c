/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule worked out over every answer that could matter, before it is known which answers are alike.
 *
 * A rule is taken apart at "and", "or", "!" and "if". What is left speaks of one answer, nearly always,
 * and is worked out for each answer that could matter; of several choices for each combination.
 */
#include "yc-list-raw-private.h"

#include "yc-json.h"
#include "yc-list-leaf-private.h"
#include "yc-logic.h"

#define MOST_TESTS 200000u

typedef enum
{
  RAW_CONSTANT,
  RAW_IS_IN,
  RAW_ALL,
  RAW_ANY,
  RAW_NOT,
} RawKind;

/* @is_in: by the values of the variable. */
struct _YcListRaw
{
  RawKind    kind;
  gboolean   constant;
  guint      variable;
  gboolean  *is_in;
  GPtrArray *parts;
};

void
yc_list_raw_free (YcListRaw *raw)
{
  g_free (raw->is_in);
  g_clear_pointer (&raw->parts, g_ptr_array_unref);
  g_free (raw);
}

static void
set_value (JsonObject *data,
           const char *path,
           JsonNode   *value)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 3);
  JsonObject *object = data;

  for (guint i = 0; parts[i + 1] != NULL; i++)
    {
      if (yc_json_get_object (object, parts[i]) == NULL)
        json_object_set_object_member (object, parts[i], json_object_new ());
      object = yc_json_get_object (object, parts[i]);
    }
  json_object_set_member (object, parts[g_strv_length (parts) - 1], json_node_copy (value));
}

static gboolean
test (YcListCompiler *self,
      JsonNode       *rule,
      JsonObject     *data)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (data));
  YcLogicScene scene = { .today = self->today };
  g_autoptr (JsonNode) result = NULL;

  if (++self->n_tests > MOST_TESTS)
    return FALSE;
  result = yc_logic_apply_in (rule, node, &scene, NULL);
  return result != NULL && yc_logic_truthy (result);
}

static YcListRaw *
new_raw (RawKind kind)
{
  YcListRaw *raw = g_new0 (YcListRaw, 1);

  raw->kind = kind;
  raw->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_list_raw_free);
  return raw;
}

static YcListRaw *
new_constant (gboolean constant)
{
  YcListRaw *raw = new_raw (RAW_CONSTANT);

  raw->constant = constant;
  return raw;
}

/* Works the rule out for each value of the variables from @index on. */
static YcListRaw *
work_out (YcListCompiler *self,
          JsonNode       *rule,
          GArray         *variables,
          guint           index,
          JsonObject     *data)
{
  guint variable, n;
  YcListDomain *domain;
  YcListRaw *raw;

  if (index == variables->len)
    return new_constant (test (self, rule, data));
  variable = g_array_index (variables, guint, index);
  domain = yc_list_variables_get_domain (self->variables, variable);
  n = yc_list_domain_get_n_values (domain);
  raw = new_raw (index + 1 == variables->len ? RAW_IS_IN : RAW_ANY);
  raw->variable = variable;
  raw->is_in = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      set_value (data, yc_list_variables_get_path (self->variables, variable), yc_list_domain_get_value (domain, i));
      if (raw->kind == RAW_IS_IN)
        {
          raw->is_in[i] = test (self, rule, data);
        }
      else
        {
          YcListRaw *both = new_raw (RAW_ALL);
          YcListRaw *is = new_raw (RAW_IS_IN);

          is->variable = variable;
          is->is_in = g_new0 (gboolean, n);
          is->is_in[i] = TRUE;
          g_ptr_array_add (both->parts, is);
          g_ptr_array_add (both->parts, work_out (self, rule, variables, index + 1, data));
          g_ptr_array_add (raw->parts, both);
        }
    }
  return raw;
}

static YcListRaw *
compile_leaf (YcListCompiler *self,
              JsonNode       *rule)
{
  g_autoptr (JsonObject) data = json_object_new ();
  gboolean lost;
  g_autoptr (GArray) variables = yc_list_variables_list_reads (self->variables, rule, &lost);

  return work_out (self, rule, variables, 0, data);
}

/* {"if": [a, x, b, y, z]}: a and x, or not a and what is left. */
static YcListRaw *
compile_if (YcListCompiler *self,
            JsonArray   *arguments,
            guint        index,
            YcListRaw  *(*compile) (YcListCompiler *self, JsonNode *rule))
{
  guint n = json_array_get_length (arguments);
  YcListRaw *raw = new_raw (RAW_ANY);
  YcListRaw *then, *otherwise, *negation;

  if (index + 1 >= n)
    {
      if (index < n)
        g_ptr_array_add (raw->parts, compile (self, json_array_get_element (arguments, index)));
      return raw;
    }
  then = new_raw (RAW_ALL);
  g_ptr_array_add (then->parts, compile (self, json_array_get_element (arguments, index)));
  g_ptr_array_add (then->parts, compile (self, json_array_get_element (arguments, index + 1)));
  otherwise = new_raw (RAW_ALL);
  negation = new_raw (RAW_NOT);
  g_ptr_array_add (negation->parts, compile (self, json_array_get_element (arguments, index)));
  g_ptr_array_add (otherwise->parts, negation);
  g_ptr_array_add (otherwise->parts, compile_if (self, arguments, index + 2, compile));
  g_ptr_array_add (raw->parts, then);
  g_ptr_array_add (raw->parts, otherwise);
  return raw;
}

static YcListRaw *
compile (YcListCompiler *self,
         JsonNode       *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = yc_list_leaf_take_apart (rule, &tie);
  YcListRaw *raw;

  if (++self->n_tests > MOST_TESTS)
    return new_constant (FALSE);
  if (tie == YC_LIST_TIE_NONE)
    return compile_leaf (self, rule);
  if (tie == YC_LIST_TIE_IF)
    return compile_if (self, arguments, 0, compile);
  raw = new_raw (tie == YC_LIST_TIE_ALL ? RAW_ALL : tie == YC_LIST_TIE_NOT ? RAW_NOT : RAW_ANY);
  for (guint i = 0; i < json_array_get_length (arguments); i++)
    g_ptr_array_add (raw->parts, compile (self, json_array_get_element (arguments, i)));
  return raw;
}

void
yc_list_raw_refine (YcListRaw       *self,
                    YcListVariables *variables)
{
  for (guint i = 0; i < self->parts->len; i++)
    yc_list_raw_refine (self->parts->pdata[i], variables);
  if (self->kind == RAW_IS_IN)
    yc_list_variables_part (variables, self->variable, self->is_in);
}

static YcFormula
translate_set (YcListRaw       *self,
               YcListVariables *variables,
               YcFormulas      *formulas)
{
  guint n = yc_list_variables_get_n_classes (variables, self->variable);
  g_autofree gboolean *is_in = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    is_in[i] = self->is_in[yc_list_variables_get_first (variables, self->variable, i)];
  return yc_formulas_is_in (formulas, self->variable, is_in);
}

YcFormula
yc_list_raw_translate (YcListRaw       *self,
                       YcListVariables *variables,
                       YcFormulas      *formulas)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));

  if (self->kind == RAW_CONSTANT)
    return self->constant ? YC_FORMULA_TRUE : YC_FORMULA_FALSE;
  if (self->kind == RAW_IS_IN)
    return translate_set (self, variables, formulas);
  for (guint i = 0; i < self->parts->len; i++)
    {
      YcFormula part = yc_list_raw_translate (self->parts->pdata[i], variables, formulas);

      g_array_append_val (parts, part);
    }
  if (self->kind == RAW_NOT)
    return yc_formulas_not (formulas, g_array_index (parts, YcFormula, 0));
  return self->kind == RAW_ALL ? yc_formulas_all (formulas, parts)
                               : yc_formulas_any (formulas, parts);
}

YcListRaw *
yc_list_raw_compile (YcListCompiler *compiler,
                     JsonNode       *rule)
{
  return rule != NULL ? compile (compiler, rule) : new_constant (TRUE);
}

gboolean
yc_list_compiler_gave_up (const YcListCompiler *self)
{
  return self->n_tests > MOST_TESTS;
}
