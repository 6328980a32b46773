/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed over the sample catalog, and what has to be found: tests/data/search-queries.json. */
#include <gio/gio.h>
#include <string.h>

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-json.h"
#include "yc-search-catalog.h"
#include "yc-search-materials.h"
#include "yc-search-index.h"

typedef struct
{
  JsonNode      *table;
  YcSearchIndex *index;
  guint32        today;
  char          *place;
} Fixture;

static void
read_day (const char *text,
          GDate      *day)
{
  g_date_clear (day, 1);
  g_date_set_parse (day, text);
  g_assert_true (g_date_valid (day));
}

static void
put_catalog (YcSearchBatch *batch)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, &error);
  g_autoptr (YcSearchMaterials) materials = NULL;

  g_assert_no_error (error);
  materials = yc_search_materials_new ();
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      yc_search_catalog_put (batch, yc_catalog_document_get_kind (document),
                             yc_catalog_document_get_id (document),
                             yc_json_node_get_object (yc_catalog_document_get_body (document)));
      yc_search_materials_add_document (
          materials, yc_catalog_document_get_kind (document),
          yc_json_node_get_object (yc_catalog_document_get_body (document)));
    }
  yc_search_materials_put (materials, batch);
}

static void
set_days (YcSearchDocument *document,
          JsonObject       *json)
{
  const char *first = yc_json_get_string (json, "from", NULL);
  const char *last = yc_json_get_string (json, "until", NULL);
  GDate from, until;

  if (first != NULL)
    read_day (first, &from);
  if (last != NULL)
    read_day (last, &until);
  yc_search_document_set_in_force (document, first != NULL ? &from : NULL,
                                   last != NULL ? &until : NULL);
}

/* What a catalog does not have: cases, citizens, entries of single places and of other years. */
static YcSearchDocument *
create_document (JsonObject *json)
{
  YcSearchDocument *document = yc_search_document_new (yc_json_get_string (json, "kind", ""),
                                                       yc_json_get_string (json, "id", ""),
                                                       yc_json_get_string (json, "title", ""));
  JsonArray *codes = yc_json_get_array (json, "codes");
  g_autofree char *path = yc_search_catalog_dup_path (yc_json_get_string (json, "place", NULL));

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    yc_search_document_add_code (document, json_array_get_string_element (codes, i));
  yc_search_document_set_body (document, yc_json_get_string (json, "body", ""));
  yc_search_document_set_personal (document, yc_json_get_boolean (json, "personal", FALSE));
  yc_search_document_add_place (document, path);
  set_days (document, json);
  return document;
}

static void
fill (YcSearchIndex *index,
      JsonArray     *documents)
{
  YcSearchBatch *batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  yc_search_batch_begin_fill (batch);
  put_catalog (batch);
  for (guint i = 0; i < json_array_get_length (documents); i++)
    yc_search_batch_put (batch,
                         create_document (json_array_get_object_element (documents, i)));
  yc_search_batch_end_fill (batch);
  yc_search_index_apply (index, batch, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *table;
  GDate today;

  g_file_get_contents (YC_QUERIES, &text, NULL, &error);
  g_assert_no_error (error);
  self->table = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  table = yc_json_node_get_object (self->table);
  read_day (yc_json_get_string (table, "today", ""), &today);
  self->today = g_date_get_julian (&today);
  self->place = yc_search_catalog_dup_path (yc_json_get_string (table, "place", NULL));
  self->index = yc_search_index_new (NULL);
  yc_search_index_open (self->index, &error);
  g_assert_no_error (error);
  fill (self->index, yc_json_get_array (table, "documents"));
}

static void
tear_down (Fixture *self)
{
  g_clear_pointer (&self->table, json_node_unref);
  g_assert_finalize_object (self->index);
  g_free (self->place);
}

/* All that is found as "KIND/ID", best first. */
static GPtrArray *
find (Fixture       *self,
      const char    *query,
      YcSearchFuzzy  fuzzy)
{
  const YcSearchOptions options = {
    .best_limit = 10000, .fuzzy = fuzzy, .place = self->place, .today = self->today
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSearchResult) result = yc_search_index_find (self->index, query, &options, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GListModel *best;

  g_assert_no_error (error);
  best = yc_search_result_get_best (result);
  g_assert_cmpuint (yc_search_result_get_total (result), ==, g_list_model_get_n_items (best));
  for (guint i = 0; i < g_list_model_get_n_items (best); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (best, i);

      g_ptr_array_add (names, g_strconcat (yc_hit_get_kind (hit), "/", yc_hit_get_id (hit), NULL));
    }
  return names;
}

static gboolean
has (GPtrArray  *found,
     const char *name,
     guint      *at)
{
  return g_ptr_array_find_with_equal_func (found, name, g_str_equal, at);
}

static gboolean
has_all (GPtrArray *found,
         JsonArray *names)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    if (!has (found, json_array_get_string_element (names, i), NULL))
      {
        g_test_message ("missing: %s", json_array_get_string_element (names, i));
        return FALSE;
      }
  return TRUE;
}

static gboolean
has_none (GPtrArray *found,
          JsonArray *names)
{
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (has (found, json_array_get_string_element (names, i), NULL))
      {
        g_test_message ("not wanted: %s", json_array_get_string_element (names, i));
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_in_order (GPtrArray *found,
             JsonArray *names)
{
  guint before = 0;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      guint at;

      if (!has (found, json_array_get_string_element (names, i), &at) || (i > 0 && at <= before))
        {
          g_test_message ("not in order: %s", json_array_get_string_element (names, i));
          return FALSE;
        }
      before = at;
    }
  return TRUE;
}

static gboolean
answers (GPtrArray  *found,
         JsonObject *wanted)
{
  JsonArray *must = yc_json_get_array (wanted, "must");
  const char *first = yc_json_get_string (wanted, "first", NULL);

  if (json_array_get_length (must) == 0)
    return found->len == 0;
  if (first != NULL && (found->len == 0 || !g_str_equal (found->pdata[0], first)))
    {
      g_test_message ("first is %s", found->len > 0 ? (const char *) found->pdata[0] : "nothing");
      return FALSE;
    }
  return has_all (found, must) && has_none (found, yc_json_get_array (wanted, "not")) &&
         is_in_order (found, yc_json_get_array (wanted, "order"));
}

/* Sounds that are only like it are found when that is set, and not otherwise. */
static gboolean
check (Fixture    *self,
       JsonObject *wanted)
{
  const char *query = yc_json_get_string (wanted, "query", NULL);
  gboolean fuzzy = yc_json_get_boolean (wanted, "fuzzy", FALSE);
  g_autoptr (GPtrArray) exact = find (self, query, YC_SEARCH_FUZZY_NONE);
  g_autoptr (GPtrArray) all = find (self, query, YC_SEARCH_FUZZY_ALL);

  g_test_message ("“%s”", query);
  if (fuzzy)
    return answers (all, wanted) && !has_all (exact, yc_json_get_array (wanted, "must"));
  return answers (exact, wanted) && has_all (all, yc_json_get_array (wanted, "must"));
}

static void
test_queries (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GString) wrong = g_string_new (NULL);
  JsonArray *queries;

  set_up (&fixture);
  queries = yc_json_get_array (yc_json_node_get_object (fixture.table), "queries");
  g_assert_cmpuint (json_array_get_length (queries), >=, 60);
  for (guint i = 0; i < json_array_get_length (queries); i++)
    {
      JsonObject *wanted = json_array_get_object_element (queries, i);

      if (!check (&fixture, wanted))
        g_string_append_printf (wrong, " “%s”", yc_json_get_string (wanted, "query", NULL));
    }
  g_assert_cmpstr (wrong->str, ==, "");
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/queries", test_queries);

  return g_test_run ();
}
