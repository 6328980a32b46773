/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question lists and what they speak of: items, materials, places, other lists, facts that they share. */
#include "yc-catalog-list-version-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-list-world.h"
#include "yc-question-outcome.h"

/* Circles of more lists than that are not looked for. */
#define MOST_LISTS 1000u

/* @versions: by list, or list@place; @asking: for each fact the first lists that ask for it */
typedef struct
{
  GHashTable *versions;
  GHashTable *asking;
} Relations;

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
  const char *id = NULL;
  YcOutcomeKind kind = yc_question_outcome_get_kind (outcome, &id);
  g_autofree char *what = g_strdup_printf ("/outcomes/%u/%s", index,
                                           yc_outcome_kind_get_word (kind));
  g_autofree char *place = g_strdup_printf ("/outcomes/%u/channel/place", index);
  g_auto (GStrv) after = yc_json_dup_strv (outcome, "after");

  refer (version, kind == YC_OUTCOME_NOTHING ? "replacement" : "item", id, what);
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

/* Adds the lists that @id includes and that were not seen; whether one of them is @version. */
static gboolean
follow (Relations                  *self,
        const YcCatalogListVersion *version,
        const char                 *id,
        GPtrArray                  *lists,
        GHashTable                 *seen)
{
  const YcCatalogListVersion *there = yc_catalog_list_versions_find (self->versions, id, version->place);
  JsonArray *includes = there != NULL ? yc_question_list_get_includes (there->list) : NULL;

  for (guint i = 0; includes != NULL && i < json_array_get_length (includes); i++)
    {
      const char *list = yc_json_get_string (json_array_get_object_element (includes, i), "list",
                                             "");

      if (g_str_equal (list, version->id))
        return TRUE;
      if (g_hash_table_add (seen, (gpointer) list))
        g_ptr_array_add (lists, (gpointer) list);
    }
  return FALSE;
}

/* Whether going on from @list, lists that include each other lead back to @version. */
static gboolean
leads_back (Relations                  *self,
            const YcCatalogListVersion *version,
            const char                 *list)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (g_str_equal (list, version->id))
    return TRUE;
  g_ptr_array_add (lists, (gpointer) list);
  for (guint i = 0; i < lists->len && i < MOST_LISTS; i++)
    if (follow (self, version, lists->pdata[i], lists, seen))
      return TRUE;
  return FALSE;
}

static void
check_circles (Relations                  *self,
               const YcCatalogListVersion *version)
{
  JsonArray *includes = yc_question_list_get_includes (version->list);

  for (guint i = 0; i < json_array_get_length (includes); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/include/%u/list", i);
      const char *list = yc_json_get_string (json_array_get_object_element (includes, i), "list",
                                             "");

      if (leads_back (self, version, list))
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

/* Held against the first question for the same fact: before it in the list, else in another list as it
 * is at the same place. */
static void
check_fact (Relations                  *self,
            const YcCatalogListVersion *version,
            JsonObject                 *question,
            guint                       index)
{
  const char *fact = yc_json_get_string (question, "fact", NULL);
  const YcCatalogListVersion *other = version;
  GPtrArray *asking = fact != NULL ? g_hash_table_lookup (self->asking, fact) : NULL;
  JsonObject *asked = fact != NULL ? find_fact (version, fact, index) : NULL;

  for (guint i = 0; asking != NULL && asked == NULL && i < asking->len; i++)
    {
      other = asking->pdata[i];
      if (!g_str_equal (other->id, version->id))
        other = yc_catalog_list_versions_find (self->versions, other->id, version->place);
      if (!g_str_equal (other->id, version->id))
        asked = find_fact (other, fact, G_MAXUINT);
    }
  if (asked != NULL)
    compare_questions (version, index, question, asked,
                       yc_catalog_document_get_file (other->document));
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

/* The first two lists of the city are enough: all others are held against one of them. */
static void
note_facts (Relations                  *self,
            const YcCatalogListVersion *version)
{
  JsonArray *questions = yc_json_get_array (version->json, "questions");

  if (version->list == NULL || version->place != NULL)
    return;
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      const char *fact = yc_json_get_string (json_array_get_object_element (questions, i), "fact",
                                             NULL);
      GPtrArray *asking = fact != NULL ? g_hash_table_lookup (self->asking, fact) : NULL;

      if (fact != NULL && asking == NULL)
        {
          asking = g_ptr_array_new ();
          g_hash_table_insert (self->asking, g_strdup (fact), asking);
        }
      if (asking != NULL && asking->len < 2 && !g_ptr_array_find (asking, version, NULL))
        g_ptr_array_add (asking, (gpointer) version);
    }
}

static void
check_version (Relations                  *self,
               const YcCatalogListVersion *version)
{
  JsonArray *questions = yc_json_get_array (version->json, "questions");

  if (version->list == NULL)
    return;
  check_references (version);
  check_circles (self, version);
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);

      check_known_fact (version, question, i);
      check_fact (self, version, question, i);
    }
}

void
yc_catalog_check_list_relations (YcCatalogCheck *check,
                                 GPtrArray      *versions)
{
  g_autoptr (GHashTable) by_name = yc_catalog_list_versions_index (versions);
  g_autoptr (GHashTable) asking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  Relations self = { by_name, asking };

  for (guint i = 0; i < versions->len; i++)
    note_facts (&self, versions->pdata[i]);
  for (guint i = 0; i < versions->len; i++)
    check_version (&self, versions->pdata[i]);
}
