/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template of the sample catalog, with every form that may lead to it filled in many ways: a
 * form that passes its own check must always give a certificate. */
#include "yc-catalog-folder.h"
#include "yc-catalog-sample-data.h"
#include "yc-certificate-verifier.h"
#include "yc-demo.h"
#include "yc-form.h"
#include "yc-json.h"
#include "yc-pem-signer.h"
#include "yc-test-sheet.h"

#include <string.h>

#define N_VARIANTS 6

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
      if (!yc_catalog_sample_fill (form, body, variant))
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

/* A copy of the sample catalog with @new for @old in one template. */
static YcCatalogFolder *
change_template (const char *id, const char *old, const char *new)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, NULL);
  g_autoptr (JsonNode) documents = yc_catalog_folder_to_json (folder);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  YcCatalogFolder *copy;

  text = yc_json_write (documents);
  parts = g_strsplit (text, old, 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_nonnull (g_strrstr (parts[0], id));
  changed = g_strjoinv (new, parts);
  node = yc_json_parse (changed, -1, NULL, &error);
  g_assert_no_error (error);
  copy = yc_catalog_folder_new_from_json (node, &error);
  g_assert_no_error (error);

  return copy;
}

/* What only setting a sheet shows is told with its place, and a catalog without it has no mistake. */
static void
test_sheets (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *told;
  } cases[] = {
    { "{form.water_address}", "{form.water_address}", NULL },
    { "{form.water_address}", "{form.water_address|money}", "{form.water_address} cannot be shown" },
    { "{form.residents|number}人", "\u0378{form.residents|number}人", "U+0378" },
    { "\"{moved_in|date}\",\"width\":0.24", "\"{moved_in|date}\",\"width\":0.001", "too narrow" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YcCatalogFolder) folder =
          change_template ("\"tiered-water\"", cases[i].old, cases[i].new);
      g_autoptr (GPtrArray) problems = yc_catalog_folder_check_sheets (folder);
      g_autofree char *line = NULL;

      g_assert_cmpuint (problems->len, ==, cases[i].told != NULL ? 1 : 0);
      if (problems->len == 0)
        continue;
      line = yc_catalog_problem_to_string (g_ptr_array_index (problems, 0));
      g_test_message ("%s", line);
      g_assert_nonnull (strstr (line, "tiered-water"));
      g_assert_nonnull (strstr (line, cases[i].told));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/catalog/all", test_all);
  g_test_add_func ("/certificate/catalog/sheets", test_sheets);

  return g_test_run ();
}
