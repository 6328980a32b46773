/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template of the sample catalog, with every form that may lead to it filled in many ways: a
 * form that passes its own check must always give a certificate. */
#include "yc-catalog-folder.h"
#include "yc-certificate-verifier.h"
#include "yc-demo.h"
#include "yc-form.h"
#include "yc-json.h"
#include "yc-pem-signer.h"
#include "yc-test-sheet.h"

#define N_VARIANTS 6
#define MAX_STEPS 200

/* Tried in turn until a field has no problem left. */
static const char *const candidates[] = {
  "样例内容", "2025-03-01", "990101196803124516", "10000000123", "20180316", "1", "12",
  "a@example.com", "黄江镇北岸社区沿河路27号", "VANDENBERGHE ANNA", "P1234567",
  "2099-12-31", "陈志强、何惠芬",
};

/* Rows are of different people. */
static const char *const people[N_VARIANTS] = {
  "990101197704193190", "990101197908054424", "990101201209125237",
  "99010119850125551X", "990101198702286646", "990101200002297467",
};

static JsonNode *
make_value (JsonObject *schema, guint variant, guint attempt)
{
  JsonArray *values = yc_json_get_array (schema, "enum");
  const char *type = yc_json_get_string (schema, "type", "string");
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (values != NULL)
    {
      json_node_unref (node);
      node = yc_json_copy (json_array_get_element (values, (variant + attempt) %
                                                               json_array_get_length (values)));
    }
  else if (g_str_equal (type, "boolean"))
    json_node_set_boolean (node, (variant + attempt) % 2 == 0);
  else if (g_str_equal (type, "integer") || g_str_equal (type, "number"))
    json_node_set_int (node, MAX (yc_json_get_int (schema, "minimum", 0), 1) + attempt);
  else
    json_node_set_string (node, candidates[attempt % G_N_ELEMENTS (candidates)]);

  return node;
}

static JsonNode *
make_rows (JsonObject *schema, guint variant, guint attempt)
{
  JsonObject *fields = yc_json_get_object (yc_json_get_object (schema, "items"), "properties");
  JsonArray *rows = json_array_new ();
  g_autoptr (GList) names = json_object_get_members (fields);

  for (guint i = 0; i <= variant; i++)
    {
      JsonObject *row = json_object_new ();

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonObject *field = yc_json_get_object (fields, l->data);
          const char *format = yc_json_get_string (field, "format", "");

          if (g_str_equal (format, "id-number"))
            json_object_set_string_member (row, l->data, people[i % N_VARIANTS]);
          else
            json_object_set_member (row, l->data,
                                    make_value (field, variant,
                                                attempt + g_str_equal (format, "date")));
        }
      json_array_add_object_element (rows, row);
    }

  return yc_json_array_node (rows);
}

static JsonObject *
find_schema (JsonNode *form, const char *name)
{
  JsonNode *properties = yc_json_pointer_get (form, "/schema/properties");

  return yc_json_get_object (yc_json_node_get_object (properties), name);
}

/* The top-level field that @pointer leads into. */
static char *
get_name (const char *pointer)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", 3);

  return g_strdup (steps[0] != NULL && steps[1] != NULL ? steps[1] : "");
}

static void
fill_field (YcForm *form, JsonNode *body, const char *name, guint variant, guint attempt)
{
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  JsonObject *schema = find_schema (body, name);
  g_autoptr (JsonNode) value = NULL;

  if (schema == NULL)
    return;
  value = yc_json_get_object (schema, "items") != NULL ? make_rows (schema, variant, attempt)
                                                       : make_value (schema, variant, attempt);
  yc_form_set_value (form, pointer, value, NULL);
}

/* Fills whatever the form complains about until it does not. Returns whether that was reached. */
static gboolean
fill (YcForm *form, JsonNode *body, guint variant)
{
  g_autoptr (GHashTable) attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint step = 0; step < MAX_STEPS; step++)
    {
      g_autoptr (GListModel) problems = yc_form_check (form);
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, 0);
      g_autofree char *name = NULL;
      guint attempt;

      if (problem == NULL)
        return TRUE;
      if (step + 1 == MAX_STEPS)
        g_test_message ("not filled: %s %s", yc_form_problem_get_pointer (problem),
                        yc_form_problem_get_message (problem));
      name = get_name (yc_form_problem_get_pointer (problem));
      attempt = GPOINTER_TO_UINT (g_hash_table_lookup (attempts, name));
      fill_field (form, body, name, variant, attempt);
      g_hash_table_insert (attempts, g_steal_pointer (&name), GUINT_TO_POINTER (attempt + 1));
    }

  return FALSE;
}

/* Files are not printed on a certificate. */
static gboolean
takes_files (JsonObject *schema)
{
  JsonObject *items = yc_json_get_object (schema, "items");

  return g_str_equal (yc_json_get_string (items != NULL ? items : schema, "format", ""),
                      "attachment");
}

static void
fill_optional (YcForm *form, JsonNode *body, guint variant)
{
  JsonObject *properties = yc_json_node_get_object (
      yc_json_pointer_get (body, "/schema/properties"));
  g_autoptr (GList) names = json_object_get_members (properties);

  for (GList *l = names; l != NULL; l = l->next)
    if (!takes_files (find_schema (body, l->data)))
      fill_field (form, body, l->data, variant, 0);
}

static void
issue (JsonNode *template_body, YcForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (template_body, &error);
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (JsonNode) data = yc_test_sheet_parse (
      "{'applicant':{'name':'周明德','id_number':'990101196803124516','mobile':'10000000101',"
      "'address':'','email':''},'case':{'number':'1'},'place':{'name':'北岸社区','code':"
      "'990119204001','seal':'黄江镇北岸社区居民委员会'},'serial':'ZM01-990119204001-2026-000123-U',"
      "'issued_at':'2026-11-21T07:42:08.123Z','today':'2026-11-21'}");
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcVerdict) verdict = NULL;

  g_assert_no_error (error);
  json_object_set_member (json_node_get_object (data), "form", yc_form_get_submission (form));
  pdf = yc_certificate_issue (template_, json_node_get_object (data), yc_test_sheet_get_marks (),
                              signer, &error);
  g_assert_no_error (error);
  verdict = yc_certificate_verify (pdf, trust, NULL);
  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
}

/* Returns how many of the variants could be filled. */
static guint
try_item (YcCatalogFolder *folder, JsonObject *item)
{
  const char *template_id = yc_json_get_string (item, "certificate", NULL);
  const char *form_id = yc_json_get_string (item, "form", NULL);
  YcCatalogDocument *template_ = yc_catalog_folder_find (folder, "template", template_id);
  JsonNode *body = yc_catalog_document_get_body (yc_catalog_folder_find (folder, "form", form_id));
  guint n_filled = 0;

  for (guint variant = 0; variant < N_VARIANTS; variant++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcForm) form = yc_form_new (yc_json_pointer_get (body, "/schema"),
                                             yc_json_pointer_get (body, "/layout"), &error);

      g_assert_no_error (error);
      if (variant % 2 == 1)
        fill_optional (form, body, variant);
      if (!fill (form, body, variant))
        continue;
      g_test_message ("%s, variant %u", template_id, variant);
      issue (yc_catalog_document_get_body (template_), form);
      n_filled++;
    }

  return n_filled;
}

static void
test_all (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, &error);
  guint n_items = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);
      JsonObject *item = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (!g_str_equal (yc_catalog_document_get_kind (document), "item") ||
          yc_json_get_string (item, "certificate", NULL) == NULL)
        continue;
      g_assert_cmpuint (try_item (folder, item), >, 0);
      n_items++;
    }
  g_assert_cmpuint (n_items, >=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/catalog/all", test_all);

  return g_test_run ();
}
