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

/* Mistakes that only setting a sheet shows: what they are in the catalog, and what is told of them. */
static const struct
{
  const char *old;
  const char *new;
  const char *template;
  const char *told;
} mistakes[] = {
  { "\"{address}\",\"width\":0.5", "\"{address}\",\"width\":0.001", "template/ancestral-home",
    "too narrow" },
  { "建筑面积{form.area|number}", "建筑面积\u0378{form.area|number}", "template/house-built",
    "U+0378" },
  { "{form.water_address}", "{form.water_address|money}", "template/tiered-water",
    "{form.water_address} cannot be shown" },
};

/* The sample catalog with all of them. */
static YcCatalogFolder *
spoil_catalog (YcCatalogFolder *folder)
{
  g_autoptr (JsonNode) documents = yc_catalog_folder_to_json (folder);
  g_autofree char *text = yc_json_write (documents);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  YcCatalogFolder *copy;

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, mistakes[i].old, 2);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_free (text);
      text = g_strjoinv (mistakes[i].new, parts);
    }
  node = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  copy = yc_catalog_folder_new_from_json (node, &error);
  g_assert_no_error (error);

  return copy;
}

/* Each mistake is told with its place, and the catalog without them has none. */
static void
test_sheets (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, NULL);
  g_autoptr (YcCatalogFolder) spoilt = spoil_catalog (folder);
  g_autoptr (GPtrArray) none = yc_catalog_folder_check_sheets (folder);
  g_autoptr (GPtrArray) problems = yc_catalog_folder_check_sheets (spoilt);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (mistakes));
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = yc_catalog_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
      g_assert_true (g_str_has_prefix (line, mistakes[i].template));
      g_assert_nonnull (strstr (line, mistakes[i].told));
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
