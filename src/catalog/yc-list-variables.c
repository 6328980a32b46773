/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of a question list read: its questions and facts, and which of their answers no rule
 * tells apart. */
#include "yc-list-variables-private.h"

#include <string.h>

#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-logic-reads.h"

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

struct _YcListVariables
{
  const YcListWorld *world;
  GPtrArray         *whens;
  GPtrArray         *domains;
  GPtrArray         *variables;
  guint             *facts;
};

/* The variables that a rule reads; @lost: that cannot be told. */
typedef struct
{
  YcListVariables *self;
  GArray          *variables;
  gboolean         lost;
} Reads;

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
get_variable (YcListVariables *self,
              guint            index)
{
  return self->variables->pdata[index];
}

static Domain *
get_domain (YcListVariables *self,
            guint            variable)
{
  return self->domains->pdata[get_variable (self, variable)->domain];
}

static guint
add_domain (YcListVariables *self,
            JsonObject      *question,
            gboolean         whole)
{
  Domain *domain = g_new0 (Domain, 1);

  domain->domain = yc_list_domain_new (question, whole);
  g_ptr_array_add (self->domains, domain);
  return self->domains->len - 1;
}

static guint
add_variable (YcListVariables *self,
              const char      *path,
              guint            domain)
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
find_variable (YcListVariables *self,
               const char      *path)
{
  for (guint i = 0; i < self->variables->len; i++)
    if (is_path_of (get_variable (self, i), path))
      return i;
  return YC_LIST_NO_VARIABLE;
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
guess_question (YcListVariables *self,
                const char      *path)
{
  Guess guess = { path, "text" };
  JsonObject *question = json_object_new ();

  for (guint i = 0; i < self->whens->len; i++)
    yc_catalog_rule_each_constant (self->whens->pdata[i], guess_cb, &guess);
  json_object_set_string_member (question, "kind", guess.kind);
  return question;
}

static guint
ensure_fact (YcListVariables *self,
             const char      *path,
             JsonObject      *question)
{
  guint variable = find_variable (self, path);
  g_autoptr (JsonObject) found = NULL;
  gboolean whole = FALSE;

  if (variable != YC_LIST_NO_VARIABLE)
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
add_variables (YcListVariables *self,
               JsonArray       *questions)
{
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
  if (variable == YC_LIST_NO_VARIABLE)
    return;
  for (guint i = 0; i < reads->variables->len; i++)
    if (g_array_index (reads->variables, guint, i) == variable)
      return;
  g_array_append_val (reads->variables, variable);
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

YcListVariables *
yc_list_variables_new (YcQuestionList    *list,
                       GPtrArray         *whens,
                       const YcListWorld *world)
{
  YcListVariables *self = g_new0 (YcListVariables, 1);

  self->world = world;
  self->whens = g_ptr_array_ref (whens);
  self->domains = g_ptr_array_new_with_free_func (free_domain);
  self->variables = g_ptr_array_new_with_free_func (free_variable);
  add_variables (self, yc_json_get_array (yc_question_list_get_json (list), "questions"));
  return self;
}

void
yc_list_variables_free (YcListVariables *self)
{
  g_ptr_array_unref (self->whens);
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->variables);
  g_free (self->facts);
  g_free (self);
}

guint
yc_list_variables_get_n (YcListVariables *self)
{
  return self->variables->len;
}

const char *
yc_list_variables_get_path (YcListVariables *self,
                            guint            variable)
{
  return get_variable (self, variable)->path;
}

YcListDomain *
yc_list_variables_get_domain (YcListVariables *self,
                              guint            variable)
{
  return get_domain (self, variable)->domain;
}

guint
yc_list_variables_get_fact (YcListVariables *self,
                            guint            question)
{
  return self->facts[question];
}

GArray *
yc_list_variables_list_reads (YcListVariables *self,
                              JsonNode        *rule,
                              gboolean        *lost)
{
  Reads reads = { self, g_array_new (FALSE, FALSE, sizeof (guint)), FALSE };

  yc_logic_each_read (rule, read_cb, &reads);
  *lost = reads.lost;
  return reads.variables;
}

void
yc_list_variables_begin_classes (YcListVariables *self)
{
  for (guint i = 0; i < self->domains->len; i++)
    begin_classes (self->domains->pdata[i]);
}

void
yc_list_variables_part (YcListVariables *self,
                        guint            variable,
                        const gboolean  *is_in)
{
  number_classes (get_domain (self, variable), is_in);
}

void
yc_list_variables_end_classes (YcListVariables *self)
{
  for (guint i = 0; i < self->domains->len; i++)
    end_classes (self->domains->pdata[i]);
}

guint
yc_list_variables_get_n_classes (YcListVariables *self,
                                 guint            variable)
{
  return get_domain (self, variable)->firsts->len;
}

guint
yc_list_variables_get_first (YcListVariables *self,
                             guint            variable,
                             guint            class)
{
  return g_array_index (get_domain (self, variable)->firsts, guint, class);
}

static const char *
find_name (const char *code,
           gpointer    user_data)
{
  YcListVariables *self = user_data;

  if (self->world == NULL || self->world->names == NULL)
    return NULL;
  return g_hash_table_lookup (self->world->names, code);
}

char *
yc_list_variables_dup_words (YcListVariables *self,
                             guint            variable,
                             const gboolean  *classes,
                             gboolean         first_only)
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
