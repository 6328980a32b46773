/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample catalog and its people: without a mistake, whole, and nobody real in them. */
#include <gio/gio.h>
#include <string.h>

#include "yc-catalog-entry-codec-private.h"
#include "yc-catalog-entry-writer.h"
#include "yc-catalog-schemas.h"
#include "yc-catalog.h"
#include "yc-demo.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-plan.h"
#include "yc-test-demo.h"

static JsonNode *
load_people (void)
{
  g_autoptr (GFile) file = yc_demo_get_people ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonNode *people;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  people = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);

  return people;
}

static guint
count (YcCatalogFolder *folder,
       const char      *kind)
{
  guint n = 0;

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    n += g_str_equal (yc_catalog_document_get_kind (yc_catalog_folder_get_document (folder, i)),
                      kind);

  return n;
}

static void
test_clean (void)
{
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  g_autoptr (GPtrArray) problems = yc_catalog_folder_check (folder);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = yc_catalog_problem_to_string (problems->pdata[i]);

      g_test_message ("%s", line);
    }

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (count (folder, "item"), ==, 68);
  g_assert_cmpuint (count (folder, "list"), ==, 13);
  g_assert_cmpuint (count (folder, "overlay"), >=, 2);
  g_assert_cmpuint (count (folder, "replacement"), >=, 40);
  g_assert_cmpuint (count (folder, "entry"), >=, 100);
}

static void
check_written (JsonNode   *body,
               const char *id)
{
  g_autofree char *text = yc_catalog_entry_write (json_node_get_object (body));
  g_autoptr (GError) error = NULL;
  guint line;
  g_autoptr (JsonNode) again = yc_catalog_entry_parse (id, text, &line, &error);

  g_assert_no_error (error);
  g_assert_true (yc_json_equal (body, again));
}

/* What is published in the program can be taken back into the author's folder. */
static void
test_written (void)
{
  static const char *const odd =
    "{\"id\":\"odd\",\"question\":\"a\\\\b;c\",\"answer\":\"x\\ny\",\"tags\":[\"a;b\",\"c\"],"
    "\"synonyms\":[\"s\"],\"items\":[],\"lists\":[],\"owner\":\"o\",\"source\":\"#\","
    "\"place\":\"990118\",\"from\":\"2026-02-01\",\"note\":\"n\",\"body\":\"t  \\n---\\n\\nu\\n\","
    "\"versions\":[{\"from\":\"2026-01-01\",\"answer\":\"a\",\"source\":\"s\",\"body\":\"b\\n\"}]}";
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  g_autoptr (JsonNode) node = yc_json_parse (odd, -1, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      if (!g_str_equal (yc_catalog_document_get_kind (document), "entry"))
        continue;
      check_written (yc_catalog_document_get_body (document), yc_catalog_document_get_id (document));
      n++;
    }
  g_assert_cmpuint (n, >=, 30);
  g_assert_nonnull (node);
  check_written (node, "odd");
}

static void
take_reached (GHashTable *reached,
              JsonObject *list)
{
  JsonArray *outcomes = yc_json_get_array (list, "outcomes");

  for (guint i = 0; outcomes != NULL && i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);
      const char *id =
          yc_json_get_string (outcome, "item", yc_json_get_string (outcome, "nothing", NULL));

      if (id != NULL)
        g_hash_table_add (reached, (gpointer) id);
    }
}

/* Whatever a citizen may want, some list leads to it. */
static void
test_reached (void)
{
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      take_reached (reached, yc_json_node_get_object (yc_catalog_document_get_body (document)));
    }
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);
      const char *kind = yc_catalog_document_get_kind (document);

      if ((g_str_equal (kind, "item") || g_str_equal (kind, "replacement")) &&
          !g_hash_table_contains (reached, yc_catalog_document_get_id (document)))
        g_error ("no list leads to %s", yc_catalog_document_get_file (document));
    }
}

/* What is checked from a folder and what is checked from the wire is the same. */
static void
test_wire (void)
{
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  g_autoptr (JsonNode) documents = yc_catalog_folder_to_json (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) received = yc_catalog_folder_new_from_json (documents, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_no_error (error);
  again = yc_catalog_folder_to_json (received);
  g_assert_true (yc_json_equal (documents, again));
  problems = yc_catalog_folder_check (received);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_wire_malformed (void)
{
  static const char *const texts[] = {
    "{}",
    "[{}]",
    "[{\"kind\":\"item\",\"id\":\"AA-0001\"}]",
    "[{\"kind\":\"things\",\"id\":\"AA-0001\",\"body\":{}}]",
    "[{\"kind\":\"item\",\"id\":\"AA-0001\",\"body\":null}]",
    "[{\"kind\":\"item\",\"id\":\"a\",\"body\":{}},{\"kind\":\"item\",\"id\":\"a\",\"body\":{}}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = yc_json_parse (texts[i], -1, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_new_from_json (node, &error);

      g_assert_null (folder);
      g_assert_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT);
    }
}

static void
test_sample_marks (void)
{
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (g_str_equal (yc_catalog_document_get_kind (document), "form"))
        continue;
      if (!yc_json_get_boolean (body, "sample", FALSE))
        g_error ("%s is not marked as a sample", yc_catalog_document_get_file (document));
    }
}

/* Compares what is built in with what lies in the source folder. */
static void
check_built_in (GFile      *source,
                const char *uri)
{
  g_autoptr (GFileEnumerator) entries = NULL;
  g_autoptr (GError) error = NULL;
  GFileInfo *info;
  GFile *child;

  entries = g_file_enumerate_children (source, "standard::name,standard::type",
                                       G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
  while (g_file_enumerator_iterate (entries, &info, &child, NULL, &error) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *path = g_strconcat (uri, "/", name, NULL);
      g_autoptr (GFile) twin = g_file_new_for_uri (path);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        check_built_in (child, path);
      /* What made the others need not be there. */
      else if (!g_str_has_suffix (name, ".sh") && !g_file_query_exists (twin, NULL))
        g_error ("%s is missing in resources/demo.gresource.xml", path);
    }
  g_assert_no_error (error);
}

static void
check_folder (const char *path,
              GFile      *built_in)
{
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (built_in);

  check_built_in (source, uri);
  g_object_unref (built_in);
}

static void
test_whole (void)
{
  check_folder (YC_SOURCE "/resources/demo/catalog", yc_demo_get_catalog ());
  check_folder (YC_SOURCE "/resources/demo/files", yc_demo_get_files ());
}

static void
test_people_schema (void)
{
  g_autoptr (JsonNode) people = load_people ();
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (10);

  g_assert_true (yc_schema_validate (yc_catalog_schemas_get ("people"), people, report));
}

/* GB 11643 holds for all of them, but their area code is no place's, neither here nor in GB/T 2260
 * (whose provinces end at 82, and 83 for Taiwan).
 */
static void
test_people_invented (void)
{
  g_autoptr (JsonNode) people = load_people ();
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  JsonArray *citizens = yc_json_get_array (yc_json_node_get_object (people), "citizens");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (json_array_get_length (citizens), >=, 6);
  for (guint i = 0; i < json_array_get_length (citizens); i++)
    {
      JsonObject *citizen = yc_json_node_get_object (json_array_get_element (citizens, i));
      const char *number = yc_json_get_string (citizen, "id_number", "");
      g_autofree char *area = g_strndup (number, 6);
      g_autoptr (GError) error = NULL;
      YcIdNumber parsed;

      yc_id_number_parse (number, &parsed, &error);
      g_assert_no_error (error);
      g_assert_true (g_hash_table_add (seen, (gpointer) number));
      g_assert_cmpstr (area, ==, "990101");
      g_assert_null (yc_catalog_folder_find (folder, "place", area));
    }
}

static void
test_users_places (void)
{
  g_autoptr (JsonNode) people = load_people ();
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  JsonArray *users = yc_json_get_array (yc_json_node_get_object (people), "users");

  for (guint i = 0; i < json_array_get_length (users); i++)
    {
      JsonObject *user = yc_json_node_get_object (json_array_get_element (users, i));

      g_assert_nonnull (yc_catalog_folder_find (folder, "place",
                                                yc_json_get_string (user, "place", "")));
    }
}

static void
answer (YcPlan     *plan,
        const char *key,
        const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);

  g_assert_no_error (error);
  yc_plan_answer (plan, key, node, &error);
  g_assert_no_error (error);
}

static YcPlanEntry *
get_only_entry (YcPlan *plan)
{
  GListModel *entries = yc_plan_get_entries (plan);

  g_assert_true (yc_plan_is_complete (plan));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);

  return g_list_model_get_item (entries, 0);
}

/* Mr Zhou and his tenants: from the first question to the item. */
static void
test_story_certificate (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_demo_load ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (YcPlanEntry) entry = NULL;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  answer (plan, "need", "\"tier\"");
  answer (plan, "use", "\"home\"");
  answer (plan, "residents", "9");
  answer (plan, "tenants", "true");
  answer (plan, "permits", "\"some\"");

  entry = get_only_entry (plan);
  g_assert_cmpstr (yc_item_get_code (yc_plan_entry_get_item (entry)), ==, "YS-0101");
}

/* Four people: nothing is needed, and it says why. */
static void
test_story_nothing (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_demo_load ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (YcPlanEntry) entry = NULL;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "water"));
  answer (plan, "need", "\"tier\"");
  answer (plan, "use", "\"home\"");
  answer (plan, "residents", "4");

  entry = get_only_entry (plan);
  g_assert_null (yc_plan_entry_get_item (entry));
  g_assert_cmpstr (yc_replacement_get_id (yc_plan_entry_get_replacement (entry)), ==,
                   "four-people");
}

/* Mr Zhang from Qingyuan: three lists, one conversation, one plan. */
static void
test_story_three_lists (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_demo_load ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);

  yc_plan_start (plan, yc_catalog_get_list (catalog, "household"));
  yc_plan_start (plan, yc_catalog_get_list (catalog, "insurance"));
  yc_plan_start (plan, yc_catalog_get_list (catalog, "schooling"));
  answer (plan, "household/need", "\"move\"");
  answer (plan, "household/place", "\"elsewhere\"");
  answer (plan, "household/way", "\"points\"");
  answer (plan, "household/years", "6");
  answer (plan, "insurance/need", "\"join\"");
  answer (plan, "insurance/employed", "false");
  answer (plan, "insurance/age", "36");
  answer (plan, "insurance/permit", "true");
  answer (plan, "schooling/stage", "\"primary\"");
  answer (plan, "schooling/local", "false");
  answer (plan, "schooling/talent", "false");
  answer (plan, "schooling/how", "\"portal\"");

  /* Said in one list, known in the others. */
  g_assert_true (json_node_get_boolean (yc_plan_get_answer (plan, "schooling/permit")));
  g_assert_cmpstr (json_node_get_string (yc_plan_get_answer (plan, "insurance/place")), ==,
                   "elsewhere");
  g_assert_true (yc_plan_is_complete (plan));
  g_assert_cmpuint (g_list_model_get_n_items (yc_plan_get_entries (plan)), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/demo/clean", test_clean);
  g_test_add_func ("/catalog/demo/written", test_written);
  g_test_add_func ("/catalog/demo/reached", test_reached);
  g_test_add_func ("/catalog/demo/wire", test_wire);
  g_test_add_func ("/catalog/demo/wire-malformed", test_wire_malformed);
  g_test_add_func ("/catalog/demo/sample-marks", test_sample_marks);
  g_test_add_func ("/catalog/demo/whole", test_whole);
  g_test_add_func ("/catalog/demo/people-schema", test_people_schema);
  g_test_add_func ("/catalog/demo/people-invented", test_people_invented);
  g_test_add_func ("/catalog/demo/users-places", test_users_places);
  g_test_add_func ("/catalog/demo/story-certificate", test_story_certificate);
  g_test_add_func ("/catalog/demo/story-nothing", test_story_nothing);
  g_test_add_func ("/catalog/demo/story-three-lists", test_story_three_lists);

  return g_test_run ();
}
