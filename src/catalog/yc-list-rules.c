/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a question list as formulas over the answers that make a difference.
 *
 * A rule is taken apart at "and", "or", "!" and "if". What is left speaks of one answer, nearly always,
 * and is worked out for each answer that could matter; of several choices for each combination.
 */
#include "yc-list-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-list-leaf-private.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"

#define MOST_COMBINATIONS 4096u
#define MOST_TESTS 200000u
#define SOME_DAY "2026-01-15"

typedef enum
{
  RAW_CONSTANT,
  RAW_IS_IN,
  RAW_ALL,
  RAW_ANY,
  RAW_NOT,
} RawKind;

/* A rule before it is known which answers are alike. @is_in: by the values of the variable. */
typedef struct
{
  RawKind    kind;
  gboolean   constant;
  guint      variable;
  gboolean  *is_in;
  GPtrArray *parts;
} Raw;

/* @classes: of each value the number of those that are alike; @firsts: of each class a value */
typedef struct
{
  YcListDomain *domain;
  guint        *classes;
  GArray       *firsts;
} Domain;

typedef struct
{
  char  *path;
  guint  domain;
} Variable;

struct _YcListRules
{
  const YcListWorld *world;
  YcQuestionList    *list;
  const char        *today;

  GPtrArray         *whens;
  GPtrArray         *pointers;
  GPtrArray         *domains;
  GPtrArray         *variables;
  guint             *facts;

  GPtrArray         *raws;
  YcFormulas        *formulas;
  GArray            *rules;

  guint              n_tests;
  char              *trouble;
  const char        *trouble_pointer;
};

/* The variables that a rule reads; @lost: that cannot be told. */
typedef struct
{
  YcListRules *self;
  GArray      *variables;
  gboolean     lost;
} Reads;

static void
free_raw (gpointer data)
{
  Raw *raw = data;

  g_free (raw->is_in);
  g_clear_pointer (&raw->parts, g_ptr_array_unref);
  g_free (raw);
}

static void
free_domain (gpointer data)
{
  Domain *domain = data;

  yc_list_domain_free (domain->domain);
  g_free (domain->classes);
  g_clear_pointer (&domain->firsts, g_array_unref);
  g_free (domain);
}

static void
free_variable (gpointer data)
{
  Variable *variable = data;

  g_free (variable->path);
  g_free (variable);
}

static Variable *
get_variable (YcListRules *self,
              guint        index)
{
  return self->variables->pdata[index];
}

static Domain *
get_domain (YcListRules *self,
            guint        variable)
{
  return self->domains->pdata[get_variable (self, variable)->domain];
}

G_GNUC_PRINTF (3, 4)
static void
fail (YcListRules *self,
      guint        rule,
      const char  *format,
      ...)
{
  va_list arguments;

  if (self->trouble != NULL)
    return;
  va_start (arguments, format);
  self->trouble = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->trouble_pointer = self->pointers->pdata[rule];
}

static guint
add_domain (YcListRules *self,
            JsonObject  *question,
            gboolean     whole)
{
  Domain *domain = g_new0 (Domain, 1);

  domain->domain = yc_list_domain_new (question, whole);
  g_ptr_array_add (self->domains, domain);
  return self->domains->len - 1;
}

static guint
add_variable (YcListRules *self,
              const char  *path,
              guint        domain)
{
  Variable *variable = g_new0 (Variable, 1);

  variable->path = g_strdup (path);
  variable->domain = domain;
  g_ptr_array_add (self->variables, variable);
  return self->variables->len - 1;
}

/* "facts.household.kind.more" is "facts.household.kind", "use.more" is "use". */
static gboolean
is_path_of (Variable   *variable,
            const char *path)
{
  gsize length = strlen (variable->path);

  return strncmp (path, variable->path, length) == 0 &&
         (path[length] == '\0' || path[length] == '.');
}

static guint
find_variable (YcListRules *self,
               const char  *path)
{
  for (guint i = 0; i < self->variables->len; i++)
    if (is_path_of (get_variable (self, i), path))
      return i;
  return YC_FORMULA_NO_VARIABLE;
}

typedef struct
{
  const char *path;
  const char *kind;
} Guess;

static void
guess_cb (const char *path,
          JsonNode   *constant,
          gpointer    user_data)
{
  Guess *guess = user_data;

  if (!g_str_equal (path, guess->path))
    return;
  if (json_node_get_value_type (constant) == G_TYPE_BOOLEAN)
    guess->kind = "yes-no";
  else if (yc_json_node_get_number (constant, NULL))
    guess->kind = "number";
}

/* Of a fact that nothing is known of: what the rules compare it with. */
static JsonObject *
guess_question (YcListRules *self,
                const char  *path)
{
  Guess guess = { path, "text" };
  JsonObject *question = json_object_new ();

  for (guint i = 0; i < self->whens->len; i++)
    yc_catalog_rule_each_constant (self->whens->pdata[i], guess_cb, &guess);
  json_object_set_string_member (question, "kind", guess.kind);
  return question;
}

static guint
ensure_fact (YcListRules *self,
             const char  *path,
             JsonObject  *question)
{
  guint variable = find_variable (self, path);
  g_autoptr (JsonObject) found = NULL;
  gboolean whole = FALSE;

  if (variable != YC_FORMULA_NO_VARIABLE)
    return variable;
  found = yc_list_world_find_fact (self->world, path + strlen ("facts."), &whole);
  if (question == NULL && found == NULL)
    found = guess_question (self, path);
  return add_variable (self, path, add_domain (self, question != NULL ? question : found, whole));
}

static void
add_fact_cb (const YcLogicRead *read,
             gpointer           user_data)
{
  g_auto (GStrv) parts = read->path != NULL ? g_strsplit (read->path, ".", 4) : NULL;
  g_autofree char *path = NULL;

  if (parts == NULL || g_strv_length (parts) < 3 || !g_str_equal (parts[0], "facts"))
    return;
  path = g_strjoin (".", parts[0], parts[1], parts[2], NULL);
  ensure_fact (user_data, path, NULL);
}

/* One variable per question; those that tell a fact share its domain, so that an answer that is known
 * is one of theirs. */
static void
add_variables (YcListRules *self)
{
  JsonArray *questions = yc_json_get_array (yc_question_list_get_json (self->list), "questions");
  guint n = json_array_get_length (questions);

  self->facts = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      add_variable (self, yc_json_get_string (question, "id", ""), add_domain (self, question, FALSE));
    }
  for (guint i = 0; i < n; i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      const char *fact = yc_json_get_string (question, "fact", NULL);
      g_autofree char *path = fact != NULL ? g_strconcat ("facts.", fact, NULL) : NULL;

      self->facts[i] = path != NULL ? ensure_fact (self, path, question) : YC_LIST_NO_FACT;
      if (path != NULL)
        get_variable (self, i)->domain = get_variable (self, self->facts[i])->domain;
    }
  for (guint i = 0; i < self->whens->len; i++)
    yc_logic_each_read (self->whens->pdata[i], add_fact_cb, self);
}

static void
add_rule (YcListRules *self,
          const char  *member,
          guint        index,
          JsonNode    *when)
{
  g_ptr_array_add (self->whens, when != NULL ? json_node_ref (when) : NULL);
  g_ptr_array_add (self->pointers, g_strdup_printf ("/%s/%u/when", member, index));
}

static void
add_rules_of (YcListRules *self,
              const char  *member,
              JsonArray   *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_rule (self, member, i,
              yc_json_get_member (json_array_get_object_element (array, i), "when"));
}

static void
add_rules (YcListRules *self)
{
  for (guint i = 0; i < yc_question_list_get_n_questions (self->list); i++)
    {
      g_autoptr (YcQuestion) question =
        g_list_model_get_item (yc_question_list_get_questions (self->list), i);

      add_rule (self, "questions", i, yc_question_get_when (question));
    }
  add_rules_of (self, "include", yc_question_list_get_includes (self->list));
  add_rules_of (self, "outcomes", yc_question_list_get_outcomes (self->list));
}

static void
read_cb (const YcLogicRead *read,
         gpointer           user_data)
{
  Reads *reads = user_data;
  guint variable;

  if (read->base != YC_LOGIC_BASE_DATA || read->path == NULL || *read->path == '\0' ||
      g_str_equal (read->path, "facts"))
    {
      reads->lost = TRUE;
      return;
    }
  variable = find_variable (reads->self, read->path);
  if (variable == YC_FORMULA_NO_VARIABLE)
    return;
  for (guint i = 0; i < reads->variables->len; i++)
    if (g_array_index (reads->variables, guint, i) == variable)
      return;
  g_array_append_val (reads->variables, variable);
}

static GArray *
list_reads (YcListRules *self,
            JsonNode    *rule,
            gboolean    *lost)
{
  Reads reads = { self, g_array_new (FALSE, FALSE, sizeof (guint)), FALSE };

  yc_logic_each_read (rule, read_cb, &reads);
  *lost = reads.lost;
  return reads.variables;
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
test (YcListRules *self,
      JsonNode    *rule,
      JsonObject  *data)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (data));
  YcLogicScene scene = { .today = self->today };
  g_autoptr (JsonNode) result = NULL;

  if (++self->n_tests > MOST_TESTS)
    return FALSE;
  result = yc_logic_apply_in (rule, node, &scene, NULL);
  return result != NULL && yc_logic_truthy (result);
}

static Raw *
new_raw (RawKind kind)
{
  Raw *raw = g_new0 (Raw, 1);

  raw->kind = kind;
  raw->parts = g_ptr_array_new_with_free_func (free_raw);
  return raw;
}

static Raw *
new_constant (gboolean constant)
{
  Raw *raw = new_raw (RAW_CONSTANT);

  raw->constant = constant;
  return raw;
}

/* Works the rule out for each value of the variables from @index on. */
static Raw *
work_out (YcListRules *self,
          JsonNode    *rule,
          GArray      *variables,
          guint        index,
          JsonObject  *data)
{
  guint variable, n;
  YcListDomain *domain;
  Raw *raw;

  if (index == variables->len)
    return new_constant (test (self, rule, data));
  variable = g_array_index (variables, guint, index);
  domain = get_domain (self, variable)->domain;
  n = yc_list_domain_get_n_values (domain);
  raw = new_raw (index + 1 == variables->len ? RAW_IS_IN : RAW_ANY);
  raw->variable = variable;
  raw->is_in = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    {
      set_value (data, get_variable (self, variable)->path, yc_list_domain_get_value (domain, i));
      if (raw->kind == RAW_IS_IN)
        {
          raw->is_in[i] = test (self, rule, data);
        }
      else
        {
          Raw *both = new_raw (RAW_ALL);
          Raw *is = new_raw (RAW_IS_IN);

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

static Raw *
compile_leaf (YcListRules *self,
              JsonNode    *rule)
{
  g_autoptr (JsonObject) data = json_object_new ();
  gboolean lost;
  g_autoptr (GArray) variables = list_reads (self, rule, &lost);

  return work_out (self, rule, variables, 0, data);
}

/* {"if": [a, x, b, y, z]}: a and x, or not a and what is left. */
static Raw *
compile_if (YcListRules *self,
            JsonArray   *arguments,
            guint        index,
            Raw       *(*compile) (YcListRules *self, JsonNode *rule))
{
  guint n = json_array_get_length (arguments);
  Raw *raw = new_raw (RAW_ANY);
  Raw *then, *otherwise, *negation;

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

static Raw *
compile (YcListRules *self,
         JsonNode    *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = yc_list_leaf_take_apart (rule, &tie);
  Raw *raw;

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

/* Whether all answers of all variables together can be tried. */
static gboolean
are_few (YcListRules *self,
         GArray      *variables)
{
  guint combinations = 1;

  for (guint i = 0; i < variables->len; i++)
    {
      YcListDomain *domain = get_domain (self, g_array_index (variables, guint, i))->domain;

      if (variables->len > 1 && !yc_list_domain_is_finite (domain))
        return FALSE;
      if (yc_list_domain_is_finite (domain))
        combinations *= yc_list_domain_get_n_values (domain);
      if (combinations > MOST_COMBINATIONS + 1)
        return FALSE;
    }
  return TRUE;
}

/* Finds what the rules compare numbers, days, texts and places with. */
static void
collect_leaf (YcListRules *self,
              guint        index,
              JsonNode    *rule)
{
  gboolean lost;
  g_autoptr (GArray) variables = list_reads (self, rule, &lost);
  YcListDomain *domain;

  if (lost)
    {
      fail (self, index, _("what this rule looks at cannot be told beforehand"));
      return;
    }
  if (!are_few (self, variables))
    {
      fail (self, index,
            _("this rule cannot be proven: it holds “%s” against another answer"),
            get_variable (self, g_array_index (variables, guint, 0))->path);
      return;
    }
  if (variables->len != 1)
    return;
  domain = get_domain (self, g_array_index (variables, guint, 0))->domain;
  if (!yc_list_domain_is_finite (domain) && !yc_list_leaf_collect (rule, domain, self->today))
    fail (self, index,
          _("this rule cannot be proven: compare “%s” with fixed values, and nothing worked out of it"),
          get_variable (self, g_array_index (variables, guint, 0))->path);
}

static void
collect (YcListRules *self,
         guint        index,
         JsonNode    *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = yc_list_leaf_take_apart (rule, &tie);

  if (tie == YC_LIST_TIE_NONE)
    collect_leaf (self, index, rule);
  for (guint i = 0; arguments != NULL && i < json_array_get_length (arguments); i++)
    collect (self, index, json_array_get_element (arguments, i));
}

/* Numbers the classes from 0 without gaps, after parting those that @is_in (nullable) tells apart. */
static void
number_classes (Domain         *domain,
                const gboolean *is_in)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < yc_list_domain_get_n_values (domain->domain); i++)
    {
      gboolean second = is_in != NULL && is_in[i];
      gpointer key = GUINT_TO_POINTER (domain->classes[i] * 2 + (second ? 1 : 0));
      guint next = g_hash_table_size (numbers);

      if (!g_hash_table_contains (numbers, key))
        g_hash_table_insert (numbers, key, GUINT_TO_POINTER (next));
      domain->classes[i] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
    }
}

/* Tells values apart that @raw tells apart. */
static void
refine (YcListRules *self,
        Raw         *raw)
{
  for (guint i = 0; i < raw->parts->len; i++)
    refine (self, raw->parts->pdata[i]);
  if (raw->kind == RAW_IS_IN)
    number_classes (get_domain (self, raw->variable), raw->is_in);
}

static void
begin_classes (Domain *domain)
{
  guint n = yc_list_domain_get_n_values (domain->domain);

  domain->classes = g_new0 (guint, n);
  for (guint i = 1; i < n; i++)
    domain->classes[i] = yc_list_domain_is_answer (domain->domain, i) ? 1 : 2;
}

static void
end_classes (Domain *domain)
{
  guint n = yc_list_domain_get_n_values (domain->domain);

  number_classes (domain, NULL);
  domain->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (domain->classes[i] == domain->firsts->len)
      g_array_append_val (domain->firsts, i);
}

static YcFormula
translate (YcListRules *self,
           Raw         *raw)
{
  g_autoptr (GArray) parts = NULL;
  Domain *domain;
  g_autofree gboolean *is_in = NULL;

  if (raw->kind == RAW_CONSTANT)
    return raw->constant ? YC_FORMULA_TRUE : YC_FORMULA_FALSE;
  if (raw->kind == RAW_NOT)
    return yc_formulas_not (self->formulas, translate (self, raw->parts->pdata[0]));
  if (raw->kind == RAW_IS_IN)
    {
      domain = get_domain (self, raw->variable);
      is_in = g_new0 (gboolean, domain->firsts->len);
      for (guint i = 0; i < domain->firsts->len; i++)
        is_in[i] = raw->is_in[g_array_index (domain->firsts, guint, i)];
      return yc_formulas_is_in (self->formulas, raw->variable, is_in);
    }
  parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  for (guint i = 0; i < raw->parts->len; i++)
    {
      YcFormula part = translate (self, raw->parts->pdata[i]);

      g_array_append_val (parts, part);
    }
  return raw->kind == RAW_ALL ? yc_formulas_all (self->formulas, parts)
                              : yc_formulas_any (self->formulas, parts);
}

/* That the rule holds though no question that it reads was asked; never for one that reads facts. */
static YcFormula
make_bare (YcListRules *self,
           guint        index)
{
  gboolean lost;
  JsonNode *when = self->whens->pdata[index];
  g_autoptr (GArray) variables = list_reads (self, when, &lost);
  guint n_questions = yc_question_list_get_n_questions (self->list);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));

  g_array_append_val (parts, g_array_index (self->rules, YcFormula, index));
  for (guint i = 0; i < variables->len; i++)
    {
      guint variable = g_array_index (variables, guint, i);
      g_autofree gboolean *is_null = g_new0 (gboolean, yc_list_rules_get_n_classes (self, variable));
      YcFormula part;

      if (variable >= n_questions)
        return YC_FORMULA_FALSE;
      is_null[0] = TRUE;
      part = yc_formulas_is_in (self->formulas, variable, is_null);
      g_array_append_val (parts, part);
    }
  return variables->len > 0 ? yc_formulas_all (self->formulas, parts) : YC_FORMULA_FALSE;
}

static void
add_bare (YcListRules *self)
{
  guint n = self->rules->len;

  for (guint i = 0; i < n; i++)
    {
      YcFormula bare = make_bare (self, i);

      g_array_append_val (self->rules, bare);
    }
}

static void
make_formulas (YcListRules *self)
{
  g_autoptr (GArray) n_values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->variables->len; i++)
    g_array_append_val (n_values, get_domain (self, i)->firsts->len);
  self->formulas = yc_formulas_new (n_values);
  for (guint i = 0; i < self->raws->len; i++)
    {
      YcFormula formula = translate (self, self->raws->pdata[i]);

      g_array_append_val (self->rules, formula);
    }
  if (self->world != NULL && self->world->finds_bare)
    add_bare (self);
}

static void
compile_all (YcListRules *self)
{
  for (guint i = 0; i < self->domains->len; i++)
    begin_classes (self->domains->pdata[i]);
  for (guint i = 0; i < self->whens->len; i++)
    {
      JsonNode *when = self->whens->pdata[i];

      g_ptr_array_add (self->raws, when != NULL ? compile (self, when) : new_constant (TRUE));
      if (self->n_tests > MOST_TESTS)
        {
          fail (self, i, _("the rules of this list are too tangled to be proven"));
          return;
        }
    }
  for (guint i = 0; i < self->raws->len; i++)
    refine (self, self->raws->pdata[i]);
  for (guint i = 0; i < self->domains->len; i++)
    end_classes (self->domains->pdata[i]);
  make_formulas (self);
}

static void
unref_node (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

YcListRules *
yc_list_rules_new (YcQuestionList    *list,
                   const YcListWorld *world)
{
  YcListRules *self = g_new0 (YcListRules, 1);

  self->world = world;
  self->list = g_object_ref (list);
  self->today = world != NULL && world->today != NULL ? world->today : SOME_DAY;
  self->whens = g_ptr_array_new_with_free_func (unref_node);
  self->pointers = g_ptr_array_new_with_free_func (g_free);
  self->domains = g_ptr_array_new_with_free_func (free_domain);
  self->variables = g_ptr_array_new_with_free_func (free_variable);
  self->raws = g_ptr_array_new_with_free_func (free_raw);
  self->rules = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  add_rules (self);
  add_variables (self);
  for (guint i = 0; i < self->whens->len; i++)
    if (self->whens->pdata[i] != NULL)
      collect (self, i, self->whens->pdata[i]);
  if (self->trouble == NULL)
    compile_all (self);
  return self;
}

void
yc_list_rules_free (YcListRules *self)
{
  g_clear_object (&self->list);
  g_ptr_array_unref (self->whens);
  g_ptr_array_unref (self->pointers);
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->raws);
  g_array_unref (self->rules);
  g_clear_pointer (&self->formulas, yc_formulas_free);
  g_free (self->facts);
  g_free (self->trouble);
  g_free (self);
}

const char *
yc_list_rules_get_trouble (YcListRules  *self,
                           const char  **pointer)
{
  *pointer = self->trouble_pointer;
  return self->trouble;
}

YcFormulas *
yc_list_rules_get_formulas (YcListRules *self)
{
  return self->formulas;
}

guint
yc_list_rules_get_n (YcListRules *self)
{
  return self->rules->len;
}

YcFormula
yc_list_rules_get (YcListRules *self,
                   guint        index)
{
  return g_array_index (self->rules, YcFormula, index);
}

guint
yc_list_rules_get_n_variables (YcListRules *self)
{
  return self->variables->len;
}

guint
yc_list_rules_get_fact (YcListRules *self,
                        guint        question)
{
  return self->facts[question];
}

const char *
yc_list_rules_get_name (YcListRules *self,
                        guint        variable)
{
  return get_variable (self, variable)->path;
}

guint
yc_list_rules_get_n_classes (YcListRules *self,
                             guint        variable)
{
  return get_domain (self, variable)->firsts->len;
}

gboolean
yc_list_rules_is_answer (YcListRules *self,
                         guint        variable,
                         guint        class)
{
  Domain *domain = get_domain (self, variable);

  return yc_list_domain_is_answer (domain->domain, g_array_index (domain->firsts, guint, class));
}

gboolean
yc_list_rules_is_always_known (YcListRules *self,
                               guint        variable)
{
  return g_str_equal (get_variable (self, variable)->path, "facts.desk.place");
}

static const char *
find_name (const char *code,
           gpointer    user_data)
{
  YcListRules *self = user_data;

  if (self->world == NULL || self->world->names == NULL)
    return NULL;
  return g_hash_table_lookup (self->world->names, code);
}

char *
yc_list_rules_dup_words (YcListRules    *self,
                         guint           variable,
                         const gboolean *classes,
                         gboolean        first_only)
{
  Domain *domain = get_domain (self, variable);
  guint n = yc_list_domain_get_n_values (domain->domain);
  g_autofree gboolean *chosen = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      chosen[i] = classes[domain->classes[i]];
      if (chosen[i] && first_only)
        return yc_list_domain_dup_example (domain->domain, i, find_name, self);
    }
  return yc_list_domain_dup_words (domain->domain, chosen, find_name, self);
}
