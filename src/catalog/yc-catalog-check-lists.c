/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists: their rules make sense. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-list-version-private.h"
#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-place-code.h"
#include "yc-question.h"

typedef struct
{
  const YcCatalogListVersion *version;
  const YcListWorld *world;
  JsonArray *questions;
  guint n_before;
  const char *pointer;
} Rule;

static int
find_question (JsonArray  *questions,
               const char *id)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    if (g_strcmp0 (yc_json_get_string (json_array_get_object_element (questions, i), "id", NULL),
                   id) == 0)
      return (int) i;

  return -1;
}

/* "facts.household.kind" → "household.kind"; NULL for an answer of the list's own. */
static const char *
get_fact (const char *path)
{
  return g_str_has_prefix (path, "facts.") ? path + strlen ("facts.") : NULL;
}

static void
check_var_cb (const char *path,
              gpointer    user_data)
{
  Rule *rule = user_data;
  g_autofree char *name = g_strndup (path, strcspn (path, "."));
  int index = find_question (rule->questions, name);
  g_autoptr (JsonObject) known = NULL;
  gboolean whole;

  if (g_str_equal (name, "facts"))
    {
      if (get_fact (path) != NULL)
        known = yc_list_world_find_fact (rule->world, get_fact (path), &whole);
      if (known == NULL)
        yc_catalog_list_version_tell (rule->version, rule->pointer,
                                      _("no question tells the fact “%s”"), path);
    }
  else if (index < 0)
    yc_catalog_list_version_tell (rule->version, rule->pointer, _("there is no question “%s”"),
                                  name);
  else if ((guint) index >= rule->n_before)
    yc_catalog_list_version_tell (rule->version, rule->pointer, _("“%s” is asked only later"),
                                  name);
}

static gboolean
has_choice (JsonArray  *choices,
            const char *value)
{
  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    if (g_strcmp0 (yc_json_get_string (json_array_get_object_element (choices, i), "value", NULL),
                   value) == 0)
      return TRUE;

  return FALSE;
}

/* Places of this city must be there; of those elsewhere the catalog knows nothing. */
static gboolean
is_missing_place (Rule       *rule,
                  const char *code)
{
  YcCatalogFolder *folder = rule->version->check->folder;
  const char *city = yc_catalog_folder_get_place (folder);

  if (g_str_equal (code, YC_QUESTION_ELSEWHERE))
    return FALSE;
  if (!yc_place_code_is_valid (code))
    return TRUE;
  return yc_place_code_is_within (code, city) && !yc_catalog_folder_knows (folder, "place", code);
}

/* A word that is no choice makes a comparison that can never hold. */
static void
check_constant_cb (const char *path,
                   JsonNode   *constant,
                   gpointer    user_data)
{
  Rule *rule = user_data;
  int index = find_question (rule->questions, path);
  g_autoptr (JsonObject) question = NULL;
  const char *value = yc_json_node_get_string (constant);
  gboolean whole;

  if (index >= 0)
    question = json_object_ref (json_array_get_object_element (rule->questions, index));
  else if (get_fact (path) != NULL)
    question = yc_list_world_find_fact (rule->world, get_fact (path), &whole);
  if (question == NULL || value == NULL)
    return;
  if (yc_json_get_array (question, "choices") != NULL &&
      !has_choice (yc_json_get_array (question, "choices"), value))
    yc_catalog_list_version_tell (rule->version, rule->pointer,
                                  _("“%s” is not a choice of “%s”"), value, path);
  if (g_str_equal (yc_json_get_string (question, "kind", ""), "place") &&
      is_missing_place (rule, value))
    yc_catalog_list_version_tell (rule->version, rule->pointer, _("there is no place “%s”"), value);
}

static void
check_rule (const YcCatalogListVersion *version,
            const YcListWorld          *world,
            guint                       n_before,
            JsonNode                   *node,
            const char                 *member,
            guint                       index,
            const char                 *name)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%u/%s", member, index, name);
  Rule rule = { version, world, yc_json_get_array (version->json, "questions"), n_before, pointer };

  if (node == NULL)
    return;
  yc_catalog_rule_each_var (node, check_var_cb, &rule);
  yc_catalog_rule_each_constant (node, check_constant_cb, &rule);
}

static void
check_rules_of (const YcCatalogListVersion *version,
                const YcListWorld          *world,
                const char                 *member,
                JsonArray                  *array)
{
  static const char *const rules[] = { "when", "from" };

  for (guint i = 0; i < json_array_get_length (array); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
      check_rule (version, world, G_MAXUINT,
                  yc_json_get_member (json_array_get_object_element (array, i), rules[j]), member, i,
                  rules[j]);
}

static void
check_rules (const YcCatalogListVersion *version,
             const YcListWorld          *world)
{
  GListModel *questions = yc_question_list_get_questions (version->list);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      check_rule (version, world, i, yc_question_get_when (question), "questions", i, "when");
    }
  check_rules_of (version, world, "include", yc_question_list_get_includes (version->list));
  check_rules_of (version, world, "outcomes", yc_question_list_get_outcomes (version->list));
}

static void
add_fact_questions (GHashTable *facts,
                    JsonArray  *questions)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      const char *fact = yc_json_get_string (question, "fact", NULL);

      if (fact != NULL && !g_hash_table_contains (facts, fact))
        g_hash_table_insert (facts, g_strdup (fact), json_object_ref (question));
    }
}

static GHashTable *
collect_facts (GPtrArray *versions)
{
  GHashTable *facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) json_object_unref);

  for (guint i = 0; i < versions->len; i++)
    {
      const YcCatalogListVersion *version = versions->pdata[i];

      if (version->list != NULL)
        add_fact_questions (facts, yc_json_get_array (version->json, "questions"));
    }
  return facts;
}

static void
add_name (YcCatalogCheck    *check,
          GHashTable        *names,
          YcCatalogDocument *document)
{
  JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));

  if (g_str_equal (yc_catalog_document_get_kind (document), "place"))
    g_hash_table_insert (names, g_strdup (yc_catalog_document_get_id (document)),
                         g_strdup (yc_json_get_string (body, "name", "")));
}

static GHashTable *
collect_names (YcCatalogCheck *check)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (check->folder); i++)
    add_name (check, names, yc_catalog_folder_get_document (check->folder, i));
  return names;
}

/* Ways through a list with other mistakes would only repeat them in more words. */
static void
prove_all (GPtrArray         *versions,
           const YcListWorld *world)
{
  g_autoptr (GHashTable) index = yc_catalog_list_versions_index (versions);

  for (guint i = 0; i < versions->len; i++)
    {
      const YcCatalogListVersion *version = versions->pdata[i];
      g_autoptr (GPtrArray) contexts = NULL;

      if (!yc_catalog_list_version_is_sound (version))
        continue;
      contexts = yc_catalog_list_contexts_new (version, versions, index);
      yc_catalog_list_version_prove (version, world, contexts);
    }
}

void
yc_catalog_check_lists (YcCatalogCheck *check)
{
  g_autoptr (GPtrArray) versions = yc_catalog_list_versions_new (check);
  g_autoptr (GHashTable) facts = collect_facts (versions);
  g_autoptr (GHashTable) names = collect_names (check);
  YcListWorld world = { .facts = facts, .names = names, .is_proof = TRUE };

  yc_catalog_check_list_relations (check, versions);
  for (guint i = 0; i < versions->len; i++)
    {
      const YcCatalogListVersion *version = versions->pdata[i];

      if (version->list != NULL)
        check_rules (version, &world);
    }
  prove_all (versions, &world);
}
