/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalog documents: read, looked up, replaced, removed, and refused. */
#include "yc-catalog.h"
#include "yc-core-error.h"
#include "yc-json.h"

static const char item[] =
  "{\"code\":\"YS-0101\",\"title\":\"阶梯水费办理证明\",\"aliases\":[\"水价证明\"],"
  "\"department\":\"村（社区）\",\"level\":\"village\",\"summary\":\"一句话\","
  "\"conditions\":[\"有租客\"],\"basis\":[],\"materials\":[{\"id\":\"id-card\","
  "\"title\":\"身份证\",\"original\":true,\"copies\":1,\"licence\":\"id-card\"},"
  "{\"id\":\"lease\",\"title\":\"租赁合同\",\"tolerant_days\":15,\"note\":\"每页签名\",\"condition\":\"有租户时\"}],"
  "\"time_limit\":{\"minutes\":30,\"text\":\"30 分钟\"},\"fee\":0,\"channel\":\"counter\","
  "\"form\":\"water\",\"review\":[\"village\"],\"certificate\":\"ZM01\","
  "\"return_reasons\":[\"R-1\",\"R-NONE\",\"R-2\"],\"advice\":\"\",\"sample\":true}";

static gboolean
apply (YcCatalog   *catalog,
       const char  *kind,
       const char  *id,
       const char  *text,
       GError     **error)
{
  g_autoptr (JsonNode) body = NULL;

  if (text != NULL)
    {
      body = yc_json_parse (text, -1, NULL, error);
      g_assert_nonnull (body);
    }
  return yc_catalog_apply (catalog, kind, id, body, error);
}

static void
put (YcCatalog  *catalog,
     const char *kind,
     const char *id,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (apply (catalog, kind, id, text, &error));
  g_assert_no_error (error);
}

static void
test_item (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcMaterial) lease = NULL;
  g_autofree char *title = NULL;
  YcItem *read;

  put (catalog, "item", "YS-0101", item);
  read = yc_catalog_get_item (catalog, "YS-0101");
  g_assert_cmpstr (yc_item_get_title (read), ==, "阶梯水费办理证明");
  g_assert_cmpstr (yc_item_get_time_limit (read), ==, "30 分钟");
  g_assert_cmpuint (yc_item_get_time_limit_minutes (read), ==, 30);
  g_assert_cmpuint (yc_item_get_time_limit_days (read), ==, 0);
  g_assert_cmpstr (yc_item_get_form_id (read), ==, "water");
  g_assert_cmpstr (yc_item_get_template_id (read), ==, "ZM01");
  g_assert_cmpstr (yc_item_get_aliases (read)[0], ==, "水价证明");
  g_assert_cmpstr (yc_item_get_review_steps (read)[0], ==, "village");
  g_assert_true (yc_item_get_sample (read));
  g_assert_cmpuint (g_list_model_get_n_items (yc_item_get_materials (read)), ==, 2);
  lease = g_list_model_get_item (yc_item_get_materials (read), 1);
  g_assert_cmpstr (yc_material_get_title (lease), ==, "租赁合同");
  g_assert_cmpuint (yc_material_get_tolerant_days (lease), ==, 15);
  g_assert_false (yc_material_get_original (lease));
  g_assert_null (yc_material_get_licence (lease));
  g_assert_cmpstr (yc_material_get_condition (lease), ==, "有租户时");
  g_object_get (read, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "阶梯水费办理证明");
}

/* Every readable property of an object answers something of its type. */
static void
read_properties (gpointer object)
{
  guint n;
  g_autofree GParamSpec **pspecs =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &value);
    }
}

static void
test_properties (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (YcMaterial) material = NULL;
  g_autoptr (YcQuestion) question = NULL;

  put (catalog, "item", "YS-0101", item);
  put (catalog, "list", "water", "{\"id\":\"water\",\"title\":\"水\",\"questions\":[{\"id\":\"n\","
                                 "\"title\":\"几人\",\"kind\":\"number\"}],\"outcomes\":[]}");
  put (catalog, "entry", "e", "{\"id\":\"e\",\"question\":\"q\",\"answer\":\"a\"}");
  put (catalog, "replacement", "r", "{\"id\":\"r\",\"title\":\"t\",\"way\":\"checked\"}");
  put (catalog, "reason", "R-1", "{\"id\":\"R-1\",\"title\":\"t\",\"cause\":\"system\"}");
  material = g_list_model_get_item (
    yc_item_get_materials (yc_catalog_get_item (catalog, "YS-0101")), 0);
  question = g_list_model_get_item (
    yc_question_list_get_questions (yc_catalog_get_list (catalog, "water")), 0);
  read_properties (yc_catalog_get_item (catalog, "YS-0101"));
  read_properties (material);
  read_properties (yc_catalog_get_list (catalog, "water"));
  read_properties (question);
  read_properties (yc_catalog_get_entry (catalog, "e"));
  read_properties (yc_catalog_get_replacement (catalog, "r"));
  read_properties (yc_catalog_get_reason (catalog, "R-1"));
  read_properties (catalog);
}

/* What is refused, and the beginning of the message. */
static const struct
{
  const char *kind, *id, *text, *beginning;
} bad[] = {
  { "moon", "x", "{}", "There is no kind" },
  { "item", "A", "[]", ": must be an object" },
  { "item", "A", "{}", "/code: " },
  { "item", "A", "{\"code\":\"B\",\"title\":\"t\"}", "/code: " },
  { "item", "A", "{\"code\":7,\"title\":\"t\"}", "/code: " },
  { "item", "A", "{\"code\":\"A\"}", "/title: is missing" },
  { "item", "A", "{\"code\":\"A\",\"title\":\"\"}", "/title: must not be empty" },
  { "item", "A", "{\"code\":\"A\",\"title\":[]}", "/title: must be a string" },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"aliases\":[1]}", "/aliases: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"fee\":-1}", "/fee: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"fee\":1e300}", "/fee: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"materials\":{}}", "/materials: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"materials\":[null]}", "/materials: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"materials\":[{\"id\":\"m\"}]}",
    "/materials/0/title: " },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"materials\":[{\"id\":\"m\",\"title\":\"t\"},"
    "{\"id\":\"m\",\"title\":\"t\"}]}", "/materials/1/id: is used twice" },
  { "item", "A", "{\"code\":\"A\",\"title\":\"t\",\"time_limit\":{\"minutes\":\"30\"}}",
    "/time_limit/minutes: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"outcomes\":[]}", "/questions: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"q\",\"title\":\"t\","
    "\"kind\":\"moon\"}],\"outcomes\":[]}", "/questions/0/kind: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"q\",\"title\":\"t\","
    "\"kind\":\"choice\"}],\"outcomes\":[]}", "/questions/0/choices: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"q\",\"title\":\"t\","
    "\"kind\":\"choice\",\"choices\":[{\"value\":1,\"title\":\"t\"}]}],\"outcomes\":[]}",
    "/questions/0/choices/0/value: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"a/b\",\"title\":\"t\","
    "\"kind\":\"text\"}],\"outcomes\":[]}", "/questions/0/id: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[{\"id\":\"q\",\"title\":\"t\","
    "\"kind\":\"text\",\"when\":{\"moon\":1}}],\"outcomes\":[]}", "/questions/0/when: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[],\"outcomes\":[{}]}",
    "/outcomes/0/item: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[],\"outcomes\":[{\"item\":\"A\","
    "\"nothing\":\"x\"}]}", "/outcomes/0/item: " },
  { "list", "l", "{\"id\":\"l\",\"title\":\"t\",\"questions\":[],\"outcomes\":[{\"item\":\"A\","
    "\"when\":{\"moon\":[]}}]}", "/outcomes/0/when: " },
  { "entry", "e", "{\"id\":\"e\",\"question\":\"q\"}", "/answer: " },
  { "replacement", "r", "{\"id\":\"r\",\"title\":\"t\",\"way\":\"magic\"}", "/way: " },
  { "reason", "r", "{\"id\":\"r\",\"title\":\"t\",\"cause\":\"weather\"}", "/cause: " },
  { "form", "f", "{\"id\":\"f\",\"schema\":[],\"layout\":{}}", "/schema: " },
  { "template", "z", "{\"id\":\"z\",\"type\":\"ZM\",\"title\":\"t\",\"paragraphs\":[1]}",
    "/paragraphs: " },
  { "place", "99", "{\"code\":\"99\"}", "/name: " },
};

static void
test_bad (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].text);
      g_assert_false (apply (catalog, bad[i].kind, bad[i].id, bad[i].text, &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG);
      if (!g_str_has_prefix (error->message, bad[i].beginning))
        g_error ("“%s” does not begin with “%s”", error->message, bad[i].beginning);
    }
}

static void
count_change (YcCatalog  *catalog,
              const char *kind,
              const char *id,
              guint      *n)
{
  *n += 1;
}

static const char *
title_at (GListModel *model,
          guint       position)
{
  g_autoptr (YcItem) found = g_list_model_get_item (model, position);

  return found != NULL ? yc_item_get_title (found) : NULL;
}

/* The list stays sorted by code while documents come, change and go. */
static void
test_set (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  GListModel *items = yc_catalog_get_items (catalog);
  g_autoptr (GPtrArray) ids = NULL;
  guint n_changes = 0;

  g_signal_connect (catalog, "changed", G_CALLBACK (count_change), &n_changes);
  put (catalog, "item", "B", "{\"code\":\"B\",\"title\":\"b\"}");
  put (catalog, "item", "C", "{\"code\":\"C\",\"title\":\"c\"}");
  put (catalog, "item", "A", "{\"code\":\"A\",\"title\":\"a\"}");
  put (catalog, "item", "B", "{\"code\":\"B\",\"title\":\"bb\"}");
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 3);
  g_assert_cmpstr (title_at (items, 0), ==, "a");
  g_assert_cmpstr (title_at (items, 1), ==, "bb");
  g_assert_cmpstr (title_at (items, 2), ==, "c");

  put (catalog, "item", "B", NULL);
  put (catalog, "item", "B", NULL);
  g_assert_cmpuint (n_changes, ==, 5);
  g_assert_null (yc_catalog_get_item (catalog, "B"));
  g_assert_cmpstr (title_at (items, 1), ==, "c");
  ids = yc_catalog_dup_ids (catalog, "item");
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (ids->pdata[1], ==, "C");

  yc_catalog_set_version (catalog, 7);
  yc_catalog_clear (catalog);
  g_assert_cmpint (yc_catalog_get_version (catalog), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 0);
  g_assert_null (yc_catalog_get_item (catalog, "A"));
  g_assert_null (yc_catalog_get_item (catalog, NULL));
}

static void
test_refused_changes_nothing (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();

  put (catalog, "item", "A", "{\"code\":\"A\",\"title\":\"a\"}");
  g_assert_false (apply (catalog, "item", "A", "{\"code\":\"A\",\"title\":0}", NULL));
  g_assert_cmpstr (yc_item_get_title (yc_catalog_get_item (catalog, "A")), ==, "a");
}

static void
test_relations (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GListModel) list_entries = NULL;
  g_autoptr (GListModel) reasons = NULL;
  g_autoptr (GListModel) none = NULL;

  put (catalog, "item", "YS-0101", item);
  put (catalog, "reason", "R-2", "{\"id\":\"R-2\",\"title\":\"b\",\"cause\":\"standard\"}");
  put (catalog, "reason", "R-1", "{\"id\":\"R-1\",\"title\":\"a\",\"cause\":\"clerk\"}");
  put (catalog, "entry", "e1", "{\"id\":\"e1\",\"question\":\"q\",\"answer\":\"a\","
                               "\"items\":[\"YS-0101\"],\"lists\":[\"water\"]}");
  put (catalog, "entry", "e2", "{\"id\":\"e2\",\"question\":\"q\",\"answer\":\"a\"}");
  put (catalog, "place", "990119204", "{\"code\":\"990119204\",\"name\":\"黄江镇\"}");

  entries = yc_catalog_entries_for_item (catalog, "YS-0101");
  list_entries = yc_catalog_entries_for_list (catalog, "water");
  reasons = yc_catalog_reasons_for_item (catalog, "YS-0101");
  none = yc_catalog_reasons_for_item (catalog, "NONE");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (list_entries), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (reasons), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpint (yc_return_reason_get_cause (yc_catalog_get_reason (catalog, "R-2")), ==,
                   YC_CAUSE_STANDARD);
  g_assert_cmpstr (yc_catalog_get_place_name (catalog, "990119204"), ==, "黄江镇");
  g_assert_cmpstr (yc_catalog_get_place_name (catalog, "99"), ==, "99");
}

static void
test_entry_dates (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  YcKnowledgeEntry *entry;
  GDate day;

  put (catalog, "entry", "e", "{\"id\":\"e\",\"question\":\"q\",\"answer\":\"a\","
                              "\"from\":\"2026-03-01\",\"until\":\"2026-12-31\"}");
  entry = yc_catalog_get_entry (catalog, "e");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 28, 2, 2026);
  g_assert_false (yc_knowledge_entry_holds_on (entry, &day));
  g_date_set_dmy (&day, 1, 3, 2026);
  g_assert_true (yc_knowledge_entry_holds_on (entry, &day));
  g_date_set_dmy (&day, 31, 12, 2026);
  g_assert_true (yc_knowledge_entry_holds_on (entry, &day));
  g_date_set_dmy (&day, 1, 1, 2027);
  g_assert_false (yc_knowledge_entry_holds_on (entry, &day));
}

/* What was kept is read when it is asked for, and something stands for what cannot be read. */
static void
test_text (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (GListModel) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_catalog_apply_text (catalog, "item", "YS-0101", g_strdup (item), &error));
  g_assert_true (yc_catalog_apply_text (catalog, "item", "DAMAGED", g_strdup ("{\"co"), &error));
  g_assert_true (yc_catalog_apply_text (catalog, "entry", "e",
                                        g_strdup ("{\"id\":\"e\",\"question\":\"q\","
                                                  "\"answer\":\"YS-0101\"}"), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (yc_catalog_get_items (catalog)), ==, 2);
  g_assert_cmpstr (yc_item_get_title (yc_catalog_get_item (catalog, "YS-0101")), ==,
                   "阶梯水费办理证明");
  g_assert_cmpstr (title_at (yc_catalog_get_items (catalog), 0), ==, "DAMAGED");
  entries = yc_catalog_entries_for_item (catalog, "YS-0101");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 0);

  g_assert_false (yc_catalog_apply_text (catalog, "place", "99", g_strdup ("{\"co"), &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_JSON);
}

/* Where entries are kept that are known by name alone. */
typedef struct
{
  YcCatalog *catalog;
  guint      n_fetched;
  /* Put again while they are fetched, so often. */
  guint      n_changes;
} Shelf;

static void
fetch_cb (const char        *kind,
          const char *const *ids,
          GTask             *task,
          gpointer           user_data)
{
  Shelf *shelf = user_data;
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpstr (kind, ==, "entry");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = ids[i];

      shelf->n_fetched++;
      g_ptr_array_add (texts, g_strdup_printf ("{\"id\":\"%s\",\"question\":\"q\","
                                               "\"answer\":\"a %s, %u\",\"items\":[\"YS-%s\"]}",
                                               id, id, shelf->n_changes, id));
    }
  if (shelf->n_changes > 0)
    {
      shelf->n_changes--;
      yc_catalog_apply_entry_name (shelf->catalog, ids[0], "YS-9999\n");
    }
  g_task_return_pointer (task, texts, (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static void
brought_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(gboolean *) user_data = yc_catalog_bring_entries_finish (YC_CATALOG (source), result, NULL);
}

static void
bring (YcCatalog         *catalog,
       const char *const *ids)
{
  gboolean brought = FALSE;

  yc_catalog_bring_entries_async (catalog, ids, NULL, brought_cb, &brought);
  while (!brought)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (yc_catalog_has_entries (catalog, ids));
}

static YcCatalog *
create_shelf (Shelf *shelf)
{
  YcCatalog *catalog = yc_catalog_new ();

  shelf->catalog = catalog;
  yc_catalog_set_fetch (catalog, fetch_cb, shelf);
  for (guint i = 1000; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *words = g_strdup_printf ("YS-%u\n", i);

      yc_catalog_apply_entry_name (catalog, id, words);
    }
  return catalog;
}

/* Entries that are kept elsewhere are brought once while they are held, and let go in the end; what
 * somebody looks at stays. Nothing is fetched by asking for it. */
static void
test_elsewhere (void)
{
  static const char *const first[] = { "1001", NULL };
  Shelf shelf = { 0 };
  g_autoptr (YcCatalog) catalog = create_shelf (&shelf);
  g_autoptr (YcKnowledgeEntry) held = NULL;
  g_autoptr (GListModel) entries = NULL;
  g_auto (GStrv) about = yc_catalog_dup_entries_about (catalog, "YS-1500");

  g_assert_null (yc_catalog_get_entry (catalog, "1001"));
  g_assert_cmpuint (g_strv_length (about), ==, 1);
  g_assert_false (yc_catalog_has_entries (catalog, (const char *const *) about));
  g_assert_cmpuint (shelf.n_fetched, ==, 0);
  bring (catalog, (const char *const *) about);
  entries = yc_catalog_entries_for_item (catalog, "YS-1500");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
  g_assert_cmpuint (shelf.n_fetched, ==, 1);

  bring (catalog, first);
  held = g_object_ref (yc_catalog_get_entry (catalog, "1001"));
  bring (catalog, first);
  g_assert_true (yc_catalog_get_entry (catalog, "1001") == held);
  g_assert_cmpuint (shelf.n_fetched, ==, 2);
  for (guint i = 1000; i < 2000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      const char *const ids[] = { id, NULL };

      bring (catalog, ids);
      g_assert_cmpstr (yc_knowledge_entry_get_id (yc_catalog_get_entry (catalog, id)), ==, id);
    }
  g_assert_true (yc_catalog_get_entry (catalog, "1001") == held);
  g_assert_null (yc_catalog_get_entry (catalog, "1002"));
  g_assert_cmpstr (yc_knowledge_entry_get_answer (held), ==, "a 1001, 0");
}

/* It was published anew while it was read: what is shown is the new one. */
static void
test_elsewhere_changed (void)
{
  static const char *const ids[] = { "1001", "no-such-entry", NULL };
  Shelf shelf = { .n_changes = 2 };
  g_autoptr (YcCatalog) catalog = create_shelf (&shelf);

  bring (catalog, ids);
  g_assert_cmpuint (shelf.n_fetched, ==, 3);
  g_assert_cmpstr (yc_knowledge_entry_get_answer (yc_catalog_get_entry (catalog, "1001")), ==,
                   "a 1001, 0");
  g_assert_null (yc_catalog_get_entry (catalog, "no-such-entry"));
}

static void
apply_item (YcCatalog  *catalog,
            const char *code,
            const char *material)
{
  g_autoptr (GError) error = NULL;
  char *text = g_strdup_printf ("{\"code\":\"%s\",\"title\":\"T %s\",\"level\":\"village\","
                                "\"channel\":\"counter\",\"materials\":[{\"id\":\"m\","
                                "\"title\":\"%s\"}],\"review\":[\"village\"]}",
                                code, code, material);

  g_assert_true (yc_catalog_apply_text (catalog, "item", code, text, &error));
  g_assert_no_error (error);
}

/* Those that name it exactly, also where JSON writes a letter of it otherwise. */
static void
test_asking_for (void)
{
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (GListModel) card = NULL, quoted = NULL, none = NULL;

  apply_item (catalog, "A-1", "身份证");
  apply_item (catalog, "A-2", "父母的身份证");
  apply_item (catalog, "A-3", "身份证");
  apply_item (catalog, "A-4", "\\\"一户一表\\\"说明");
  card = yc_catalog_items_asking_for (catalog, "身份证");
  g_assert_cmpuint (g_list_model_get_n_items (card), ==, 2);
  g_assert_cmpstr (title_at (card, 1), ==, "T A-3");
  quoted = yc_catalog_items_asking_for (catalog, "\"一户一表\"说明");
  g_assert_cmpuint (g_list_model_get_n_items (quoted), ==, 1);
  none = yc_catalog_items_asking_for (catalog, "户口簿");
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/item", test_item);
  g_test_add_func ("/catalog/properties", test_properties);
  g_test_add_func ("/catalog/bad", test_bad);
  g_test_add_func ("/catalog/set", test_set);
  g_test_add_func ("/catalog/refused-changes-nothing", test_refused_changes_nothing);
  g_test_add_func ("/catalog/relations", test_relations);
  g_test_add_func ("/catalog/entry-dates", test_entry_dates);
  g_test_add_func ("/catalog/text", test_text);
  g_test_add_func ("/catalog/asking-for", test_asking_for);
  g_test_add_func ("/catalog/elsewhere", test_elsewhere);
  g_test_add_func ("/catalog/elsewhere-changed", test_elsewhere_changed);

  return g_test_run ();
}
