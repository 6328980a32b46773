/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists: their rules make sense, and every way through them leads somewhere. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-paths-private.h"
#include "yc-catalog-rule-private.h"
#include "yc-json.h"
#include "yc-logic.h"

/* More dead ends than this say the same thing. */
#define MAX_DEAD_ENDS 3

typedef struct
{
  YcCatalogCheck *check;
  YcCatalogDocument *document;
  JsonArray *questions;
  guint n_before;
  const char *pointer;
} Rule;

static int
find_question (JsonArray  *questions,
               const char *id)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = yc_json_node_get_object (json_array_get_element (questions, i));

      if (g_strcmp0 (yc_json_get_string (question, "id", NULL), id) == 0)
        return i;
    }

  return -1;
}

static void
check_var_cb (const char *path,
              gpointer    user_data)
{
  Rule *rule = user_data;
  g_autofree char *name = g_strndup (path, strcspn (path, "."));
  int index = find_question (rule->questions, name);

  if (index < 0)
    yc_catalog_check_tell (rule->check, rule->document, rule->pointer,
                           _("there is no question “%s”"), name);
  else if ((guint) index >= rule->n_before)
    yc_catalog_check_tell (rule->check, rule->document, rule->pointer,
                           _("“%s” is asked only later"), name);
}

static gboolean
has_choice (JsonObject *question,
            const char *value)
{
  JsonArray *choices = yc_json_get_array (question, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      JsonObject *choice = yc_json_node_get_object (json_array_get_element (choices, i));

      if (g_strcmp0 (yc_json_get_string (choice, "value", NULL), value) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A word that is no choice makes a comparison that can never hold. */
static void
check_constant_cb (const char *path,
                   JsonNode   *constant,
                   gpointer    user_data)
{
  Rule *rule = user_data;
  int index = find_question (rule->questions, path);
  JsonObject *question;
  const char *value = yc_json_node_get_string (constant);

  if (index < 0 || value == NULL)
    return;
  question = yc_json_node_get_object (json_array_get_element (rule->questions, index));
  if (yc_json_get_array (question, "choices") != NULL && !has_choice (question, value))
    yc_catalog_check_tell (rule->check, rule->document, rule->pointer,
                           _("“%s” is not a choice of “%s”"), value, path);
}

static void
check_rule (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonArray         *questions,
            guint              n_before,
            JsonNode          *node,
            const char        *pointer)
{
  Rule rule = { check, document, questions, n_before, pointer };
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return;
  yc_catalog_rule_each_var (node, check_var_cb, &rule);
  yc_catalog_rule_each_constant (node, check_constant_cb, &rule);
  if (!yc_logic_check (node, &error))
    yc_catalog_check_tell (check, document, pointer, "%s", error->message);
}

static void
check_rules (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonArray         *questions,
             JsonArray         *outcomes)
{
  guint n = json_array_get_length (questions);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *question = yc_json_node_get_object (json_array_get_element (questions, i));
      g_autofree char *pointer = g_strdup_printf ("/questions/%u/when", i);

      check_rule (check, document, questions, i, yc_json_get_member (question, "when"), pointer);
    }
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = yc_json_node_get_object (json_array_get_element (outcomes, i));
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/when", i);

      check_rule (check, document, questions, n, yc_json_get_member (outcome, "when"), pointer);
    }
}

static void
tell_dead_ends (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                YcCatalogPaths    *paths)
{
  guint n = yc_catalog_paths_get_n_dead_ends (paths);

  for (guint i = 0; i < MIN (n, MAX_DEAD_ENDS); i++)
    yc_catalog_check_tell (check, document, "/outcomes", _("these answers lead nowhere: %s"),
                           yc_catalog_paths_get_dead_end (paths, i));
  if (n > MAX_DEAD_ENDS)
    yc_catalog_check_tell (check, document, "/outcomes",
                           g_dngettext (GETTEXT_PACKAGE, "and so does %u other way to answer",
                                        "and so do %u other ways to answer", n - MAX_DEAD_ENDS),
                           n - MAX_DEAD_ENDS);
}

static void
tell_unreached (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                YcCatalogPaths    *paths,
                guint              n_questions,
                guint              n_outcomes)
{
  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/questions/%u", i);

      if (!yc_catalog_paths_asks (paths, i))
        yc_catalog_check_tell (check, document, pointer, _("this question is never asked"));
    }
  for (guint i = 0; i < n_outcomes; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u", i);

      if (!yc_catalog_paths_reaches (paths, i))
        yc_catalog_check_tell (check, document, pointer, _("no answers lead to this outcome"));
    }
}

static void
check_list (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  JsonArray *questions = yc_json_get_array (body, "questions");
  JsonArray *outcomes = yc_json_get_array (body, "outcomes");
  g_autoptr (YcCatalogPaths) paths = NULL;

  if (questions == NULL || outcomes == NULL)
    return;
  check_rules (check, document, questions, outcomes);

  /* Ways through a list with other mistakes would only repeat them in more words. */
  if (yc_catalog_check_has_mistakes (check, document))
    return;

  paths = yc_catalog_paths_walk (questions, outcomes);
  if (!yc_catalog_paths_is_complete (paths))
    yc_catalog_check_warn (check, document, "/questions",
                           _("there are too many ways to answer to try them all"));
  tell_dead_ends (check, document, paths);
  if (yc_catalog_paths_is_complete (paths))
    tell_unreached (check, document, paths, json_array_get_length (questions),
                    json_array_get_length (outcomes));
}

void
yc_catalog_check_lists (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "list", check_list);
}
