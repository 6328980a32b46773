/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists and what they speak of: items, materials, places, other lists, facts that they share. */
#include "yc-catalog-list-version-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-list-world.h"

/* What must be the same wherever a fact is asked. */
static const char *const fact_members[] = {
  "kind", "choices", "minimum", "maximum", "level", "within", "elsewhere",
};

static void
refer (const YcCatalogListVersion *version,
       const char                 *kind,
       const char                 *id,
       const char                 *pointer)
{
  if (id == NULL || yc_catalog_folder_knows (version->check->folder, kind, id))
    return;
  if (g_str_equal (kind, "item"))
    yc_catalog_list_version_tell (version, pointer, _("there is no item “%s”"), id);
  else if (g_str_equal (kind, "replacement"))
    yc_catalog_list_version_tell (version, pointer, _("there is no replacement “%s”"), id);
  else if (g_str_equal (kind, "list"))
    yc_catalog_list_version_tell (version, pointer, _("there is no question list “%s”"), id);
  else
    yc_catalog_list_version_tell (version, pointer, _("there is no place “%s”"), id);
}

static JsonObject *
find_by_id (JsonArray  *array,
            const char *id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = yc_json_node_get_object (json_array_get_element (array, i));

      if (g_strcmp0 (yc_json_get_string (object, "id", NULL), id) == 0)
        return object;
    }
  return NULL;
}

/* An item that has mistakes is not held against the list as well. */
static void
check_materials (const YcCatalogListVersion *version,
                 JsonObject                 *outcome,
                 guint                       index)
{
  JsonObject *item = yc_catalog_check_find (version->check, "item",
                                            yc_json_get_string (outcome, "item", NULL));
  JsonObject *named = yc_json_get_object (outcome, "materials");
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (item == NULL || named == NULL)
    return;
  json_object_iter_init_ordered (&iter, named);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/materials/%s", index, id);
      JsonObject *material = find_by_id (yc_json_get_array (item, "materials"), id);
      const char *variant = yc_json_node_get_string (value);

      if (material == NULL)
        yc_catalog_list_version_tell (version, pointer, _("the item has no material “%s”"), id);
      else if (variant != NULL &&
               find_by_id (yc_json_get_array (material, "variants"), variant) == NULL)
        yc_catalog_list_version_tell (version, pointer, _("the material has no variant “%s”"),
                                      variant);
    }
}

static void
check_outcome (const YcCatalogListVersion *version,
               JsonObject                 *outcome,
               guint                       index)
{
  g_autofree char *item = g_strdup_printf ("/outcomes/%u/item", index);
  g_autofree char *nothing = g_strdup_printf ("/outcomes/%u/nothing", index);
  g_autofree char *place = g_strdup_printf ("/outcomes/%u/channel/place", index);
  g_auto (GStrv) after = yc_json_dup_strv (outcome, "after");

  refer (version, "item", yc_json_get_string (outcome, "item", NULL), item);
  refer (version, "replacement", yc_json_get_string (outcome, "nothing", NULL), nothing);
  refer (version, "place",
         yc_json_get_string (yc_json_get_object (outcome, "channel"), "place", NULL), place);
  for (guint i = 0; after[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/outcomes/%u/after/%u", index, i);

      refer (version, "item", after[i], pointer);
    }
  check_materials (version, outcome, index);
}

static void
check_references (const YcCatalogListVersion *version)
{
  JsonArray *questions = yc_json_get_array (version->json, "questions");
  JsonArray *includes = yc_question_list_get_includes (version->list);
  JsonArray *outcomes = yc_question_list_get_outcomes (version->list);

  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/questions/%u/within", i);

      refer (version, "place",
             yc_json_get_string (json_array_get_object_element (questions, i), "within", NULL),
             pointer);
    }
  for (guint i = 0; i < json_array_get_length (includes); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/include/%u/list", i);

      refer (version, "list",
             yc_json_get_string (json_array_get_object_element (includes, i), "list", NULL),
             pointer);
    }
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    check_outcome (version, json_array_get_object_element (outcomes, i), i);
}

/* That list as it is at the place of @version. */
static const YcCatalogListVersion *
find_there (GPtrArray                  *versions,
            const YcCatalogListVersion *version,
            const char                 *id)
{
  const YcCatalogListVersion *found = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      const YcCatalogListVersion *other = versions->pdata[i];

      if (g_str_equal (other->id, id) &&
          (other->place == NULL || g_strcmp0 (other->place, version->place) == 0))
        found = other;
    }
  return found != NULL && found->list != NULL ? found : NULL;
}

/* Whether going on from @list, lists that include each other lead back to @version. */
static gboolean
leads_back (GPtrArray                  *versions,
            const YcCatalogListVersion *version,
            const char                 *list,
            GHashTable                 *seen)
{
  const YcCatalogListVersion *there = find_there (versions, version, list);
  JsonArray *includes = there != NULL ? yc_question_list_get_includes (there->list) : NULL;

  if (g_str_equal (list, version->id))
    return TRUE;
  if (includes == NULL || !g_hash_table_add (seen, (gpointer) list))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (includes); i++)
    if (leads_back (versions, version,
                    yc_json_get_string (json_array_get_object_element (includes, i), "list", ""),
                    seen))
      return TRUE;
  return FALSE;
}

static void
check_circles (GPtrArray                  *versions,
               const YcCatalogListVersion *version)
{
  JsonArray *includes = yc_question_list_get_includes (version->list);

  for (guint i = 0; i < json_array_get_length (includes); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/include/%u/list", i);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char *list = yc_json_get_string (json_array_get_object_element (includes, i), "list",
                                             "");

      if (leads_back (versions, version, list, seen))
        yc_catalog_list_version_tell (version, pointer, _("“%s” leads back to this list"), list);
    }
}

static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  return a == NULL || b == NULL ? a == b : yc_json_equal (a, b);
}

/* @other: another question for the same fact; @where: the file it is in */
static void
compare_questions (const YcCatalogListVersion *version,
                   guint                       index,
                   JsonObject                 *question,
                   JsonObject                 *other,
                   const char                 *where)
{
  const char *fact = yc_json_get_string (question, "fact", "");

  for (guint i = 0; i < G_N_ELEMENTS (fact_members); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/questions/%u/%s", index, fact_members[i]);

      if (is_same (yc_json_get_member (question, fact_members[i]),
                   yc_json_get_member (other, fact_members[i])))
        continue;
      yc_catalog_list_version_tell (version, pointer,
                                    _("the fact “%s” is asked for otherwise in %s: “%s” differs"),
                                    fact, where, fact_members[i]);
      return;
    }
}

static JsonObject *
find_fact (const YcCatalogListVersion *version,
           const char                 *fact,
           guint                       before)
{
  JsonArray *questions = yc_json_get_array (version->json, "questions");

  for (guint i = 0; i < MIN (before, json_array_get_length (questions)); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      if (g_strcmp0 (yc_json_get_string (question, "fact", NULL), fact) == 0)
        return question;
    }
  return NULL;
}

/* Finds the first question for the same fact, in the lists before this one, else before in it. */
static void
check_fact (GPtrArray                  *versions,
            const YcCatalogListVersion *version,
            JsonObject                 *question,
            guint                       index)
{
  const char *fact = yc_json_get_string (question, "fact", NULL);

  for (guint i = 0; fact != NULL && i < versions->len; i++)
    {
      const YcCatalogListVersion *other = versions->pdata[i];
      JsonObject *asked = NULL;

      if (other->list != NULL && (other == version || !g_str_equal (other->id, version->id)) &&
          find_there (versions, version, other->id) == other)
        asked = find_fact (other, fact, other == version ? index : G_MAXUINT);
      if (asked != NULL)
        compare_questions (version, index, question, asked,
                           yc_catalog_document_get_file (other->document));
      if (asked != NULL || other == version)
        return;
    }
}

/* What is known of a person is known in one way only. */
static void
check_known_fact (const YcCatalogListVersion *version,
                  JsonObject                 *question,
                  guint                       index)
{
  const char *fact = yc_json_get_string (question, "fact", NULL);
  g_autofree char *pointer = g_strdup_printf ("/questions/%u/fact", index);
  gboolean whole;
  g_autoptr (JsonObject) known = fact != NULL ? yc_list_world_find_fact (NULL, fact, &whole) : NULL;
  const char *kind = known != NULL ? yc_json_get_string (known, "kind", "") : NULL;

  if (kind != NULL && !g_str_equal (yc_json_get_string (question, "kind", ""), kind))
    yc_catalog_list_version_tell (version, pointer, _("the fact “%s” is of the kind “%s”"), fact,
                                  kind);
}

void
yc_catalog_check_list_relations (YcCatalogCheck *check,
                                 GPtrArray      *versions)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const YcCatalogListVersion *version = versions->pdata[i];
      JsonArray *questions = yc_json_get_array (version->json, "questions");

      if (version->list == NULL)
        continue;
      check_references (version);
      check_circles (versions, version);
      for (guint j = 0; j < json_array_get_length (questions); j++)
        {
          JsonObject *question = json_array_get_object_element (questions, j);

          check_known_fact (version, question, j);
          check_fact (versions, version, question, j);
        }
    }
}
