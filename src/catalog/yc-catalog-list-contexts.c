/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a question list is included: the lists that lead to it, from one that a need begins with. */
#include "yc-catalog-list-version-private.h"

#include "yc-json.h"

/* Beyond so many lists in a row, and so many ways to one, nothing more is looked for. */
#define DEEPEST 8u
#define MOST_CONTEXTS 64u

/* @place: (nullable): where the lists are looked at; @contexts: what was found; @seen: by what they are made of */
typedef struct
{
  GPtrArray  *versions;
  GHashTable *index;
  const char *place;
  GPtrArray  *contexts;
  GHashTable *seen;
} Search;

static gboolean
includes (const YcCatalogListVersion *version,
          const char                 *list)
{
  JsonArray *array = yc_question_list_get_includes (version->list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (yc_json_get_string (json_array_get_object_element (array, i), "list", NULL),
                   list) == 0)
      return TRUE;
  return FALSE;
}

static void
take (Search    *self,
      GPtrArray *chain)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < chain->len; i++)
    g_string_append_printf (key, "%p ", chain->pdata[i]);
  if (self->contexts->len < MOST_CONTEXTS && g_hash_table_add (self->seen, g_strdup (key->str)))
    g_ptr_array_add (self->contexts, g_ptr_array_ref (chain));
}

/* Goes outwards until a list that is started by itself: with what is known before that one, in any way,
 * all that lists around it could add is known already. */
static void
go_out (Search    *self,
        GPtrArray *chain)
{
  const YcCatalogListVersion *first = chain->pdata[0];

  for (guint i = 0; i < self->versions->len && chain->len < DEEPEST; i++)
    {
      const YcCatalogListVersion *version = self->versions->pdata[i];
      g_autoptr (GPtrArray) longer = NULL;

      if (version->list == NULL || !includes (version, first->id) ||
          !yc_catalog_list_version_is_sound (version) ||
          yc_catalog_list_versions_find (self->index, version->id, self->place) != version ||
          g_ptr_array_find (chain, version, NULL))
        continue;
      longer = g_ptr_array_copy (chain, NULL, NULL);
      g_ptr_array_insert (longer, 0, (gpointer) version);
      if (yc_question_list_get_start (version->list))
        take (self, longer);
      else
        go_out (self, longer);
    }
}

static void
search_at (Search                     *self,
           const YcCatalogListVersion *version,
           const char                 *place)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  if (yc_catalog_list_versions_find (self->index, version->id, place) != version)
    return;
  self->place = place;
  g_ptr_array_add (chain, (gpointer) version);
  go_out (self, chain);
}

GPtrArray *
yc_catalog_list_contexts_new (const YcCatalogListVersion *version,
                              GPtrArray                  *versions,
                              GHashTable                 *index)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search self = { .versions = versions, .index = index, .seen = seen };

  self.contexts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  search_at (&self, version, NULL);
  for (guint i = 0; i < versions->len; i++)
    if (((YcCatalogListVersion *) versions->pdata[i])->place != NULL)
      search_at (&self, version, ((YcCatalogListVersion *) versions->pdata[i])->place);
  return self.contexts;
}
