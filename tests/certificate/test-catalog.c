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

#define NOTICE_DATA \
  "{'applicant':{'name':'周明德','id_number':'990101196803124516'},'agent':null,'case':{'number':" \
  "'BA-2026-000123','item_title':'阶梯水费办理证明','submitted_at':'2026-11-21T07:42:08.123Z'}," \
  "'place':{'name':'北岸社区','seal':'黄江镇北岸社区居民委员会'},'issued_at':" \
  "'2026-11-21T07:42:08.123Z','today':'2026-11-21','notice':{'basis':'《广东省城市供水价格管理办法》'," \
  "'clerk':'陈晓','department':'供水','field':'房屋租赁合同','limit':'5个工作日','note':" \
  "'合同第二页没有签名，请补签，做到每页签名。','reason':'租赁合同缺签名页','materials':[" \
  "{'title':'申请人居民身份证','status':'证照库调取'},{'title':'最近一期水费单','status':'窗口收取'}]," \
  "'missing':[{'title':'租户居住证或居住登记凭证','status':'15日内补交'}]}}"

/* (transfer full) */
static GBytes *
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

  return g_steal_pointer (&pdf);
}

static char *
join_text (GBytes *pdf)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);

  return yc_test_sheet_join (text);
}

/* pdffonts has two lines of head, then one for each font: "name  type  encoding  emb sub uni object". */
static void
assert_fonts (GBytes *pdf)
{
  g_autofree char *fonts = yc_test_sheet_run (pdf, "pdffonts", "", FALSE);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  g_assert_null (strstr (fonts, "Type 3"));
  for (guint i = 2; i < g_strv_length (lines); i++)
    if (*lines[i] != '\0')
      {
        g_assert_nonnull (strstr (lines[i], "CID Type 0C"));
        g_assert_nonnull (strstr (lines[i], "yes yes yes"));
        n_fonts++;
      }
  g_assert_cmpuint (n_fonts, >=, 1);
}

static void
assert_signature (GBytes *pdf)
{
  g_autofree char *said = yc_test_sheet_run (pdf, "pdfsig", "-nocert", FALSE);

  g_assert_cmpuint (yc_test_sheet_count (said, "Signature #"), ==, 1);
  g_assert_nonnull (strstr (said, "Signature Validation: Signature is Valid."));
  g_assert_nonnull (strstr (said, "Total document signed"));
  g_assert_nonnull (strstr (said, "ETSI.CAdES.detached"));
}

/* However lines are stretched, no reader sees a space in a sentence: a search would find nothing. */
static void
assert_no_gaps (GBytes *pdf)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-raw", TRUE);
  g_autoptr (GRegex) gap =
      g_regex_new ("\\p{Han} +[0-9]|[0-9] +\\p{Han}|\\p{Han} \\p{Han}", 0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if ((strstr (lines[i], "，") != NULL || strstr (lines[i], "。") != NULL) &&
        g_regex_match (gap, lines[i], 0, NULL))
      g_error ("a space in: %s", lines[i]);
}

/* What three programs that are not ours say of it agrees with what it is. */
static void
look_from_outside (GBytes *pdf, JsonNode *body)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (body, NULL);
  const char *id = yc_certificate_template_get_id (template_);
  g_auto (GStrv) paths = yc_certificate_template_list_paths (template_);
  const char *const words[] = {
    yc_certificate_template_get_title (template_), "ZM01-990119204001-2026-000123-U",
    "黄江镇北岸社区居民委员会", "2026年11月21日",
    g_strv_contains ((const char *const *) paths, "applicant.name") ? "周明德" : "",
  };
  g_autofree char *text = join_text (pdf);

  yc_test_sheet_save (pdf, id);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("%s: “%s” is not in:\n%s", id, words[i], text);
  g_assert_null (strstr (text, "{"));
  assert_no_gaps (pdf);
  g_assert_null (strstr (text, "\357\277\275"));
  assert_fonts (pdf);
  assert_signature (pdf);
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
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (YcForm) form = yc_form_new (yc_json_pointer_get (body, "/schema"),
                                             yc_json_pointer_get (body, "/layout"), &error);

      g_assert_no_error (error);
      if (!yc_catalog_sample_fill (form, body, variant))
        continue;
      g_test_message ("%s, variant %u", template_id, variant);
      pdf = issue (yc_catalog_document_get_body (template_), form);
      if (n_filled++ == 1)
        look_from_outside (pdf, yc_catalog_document_get_body (template_));
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

/* The three notices, each with all that it may say: no font is missing, nothing is left unfilled, and they
 * are not signed. */
static void
test_notices (void)
{
  static const char *const ids[] = { "notice-acceptance", "notice-supplement", "notice-refusal" };
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      JsonNode *body =
          yc_catalog_document_get_body (yc_catalog_folder_find (folder, "template", ids[i]));
      g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (body, NULL);
      YcCertificateMarks marks = *yc_test_sheet_get_marks ();
      g_autoptr (JsonNode) data = yc_test_sheet_parse (NOTICE_DATA);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL, *said = NULL;

      marks.serial = marks.verify_url = NULL;
      marks.purpose = YC_SHEET_ISSUED;
      pdf = yc_certificate_compose (template_, json_node_get_object (data), &marks, NULL, &error);
      g_assert_no_error (error);
      yc_test_sheet_save (pdf, ids[i]);
      text = join_text (pdf);
      g_assert_nonnull (strstr (text, yc_certificate_template_get_title (template_)));
      g_assert_nonnull (strstr (text, "BA-2026-000123"));
      g_assert_null (strstr (text, "—"));
      assert_fonts (pdf);
      said = yc_test_sheet_run (pdf, "pdfsig", "", FALSE);
      g_assert_null (strstr (said, "Signature #"));
    }
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
  g_test_add_func ("/certificate/catalog/notices", test_notices);
  g_test_add_func ("/certificate/catalog/sheets", test_sheets);

  return g_test_run ();
}
