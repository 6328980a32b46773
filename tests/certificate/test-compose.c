/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a composed sheet says, as a text extractor reads it, and what stops it from being made. */
#include "yc-certificate-error.h"
#include "yc-test-sheet.h"

#include <string.h>

#include "yc-certificate-number.h"

/* One paragraph and what it becomes with @data below. */
static const struct
{
  const char *text;
  const char *shown;
} values[] = {
  { "{applicant.name}", "周明德" },
  { "{{applicant.name}}", "{applicant.name}" },
  { "{form.since|date}", "2025年3月1日" },
  { "{form.moment|date}", "2026年11月22日" },
  { "{applicant.id_number|mask}", "9901**********4516" },
  { "{form.big|number}", "1,234,567.5" },
  { "{form.big}", "1234567.5" },
  { "{form.small|number}", "-12" },
  { "{form.rent|money}元", "1,850.50元" },
  { "{form.kind|choice:own=自有,rent=租赁}", "租赁" },
  { "{form.yes}", "是" },
  { "{form.list}", "水、电、气" },
  { "{form.list.1}", "电" },
  { "（{form.empty}）", "（—）" },
  { "（{form.null}）", "（—）" },
  { "{form.null|default:无}", "无" },
  { "{form.missing|default:无}", "无" },
  { "{form.null|date|default:未定}", "未定" },
  { "{form.lines}", "甲 乙 丙" },
  { "{form.rare}", "𠮷田" },
  { "{form.minority}", "阿卜杜热合曼·买买提" },
  { "{form.latin}", "Catherine O'Connor" },
};

static const char data_text[] =
    "{'applicant':{'name':'周明德','id_number':'990101196803124516'},"
    "'form':{'since':'2025-03-01','moment':'2026-11-21T16:30:00Z','big':1234567.5,'small':-12,'rent':185050,"
    "'kind':'rent','yes':true,'list':['水','电','气'],'empty':'','null':null,"
    "'lines':'甲\\n乙\\u202e\\t丙','rare':'𠮷田','minority':'阿卜杜热合曼·买买提',"
    "'latin':'Catherine O\\u0027Connor','object':{'a':1}}}";

static GBytes *
compose (const char *paragraph, GError **error)
{
  g_autofree char *body = g_strdup_printf (
      "{'id':'t','type':'ZM01','title':'证明','paragraphs':[%s]}", paragraph);
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (body);
  g_autoptr (JsonNode) data = yc_test_sheet_parse (data_text);

  return yc_certificate_compose (template_, json_node_get_object (data),
                                 yc_test_sheet_get_marks (), NULL, error);
}

static void
assert_contains (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}

static void
test_values (void)
{
  g_autoptr (GString) paragraphs = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append_printf (paragraphs, "%s{'text':'%u=%s='}", i > 0 ? "," : "", i, values[i].text);
  pdf = compose (paragraphs->str, &error);
  g_assert_no_error (error);

  text = yc_test_sheet_run (pdf, "pdftotext", "", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *line = g_strdup_printf ("%u=%s=", i, values[i].shown);

      assert_contains (text, line);
    }
}

static void
test_unknown_placeholder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (compose ("{'text':'x'},{'text':'{form.no_such}'}", &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_PLACEHOLDER);
  assert_contains (error->message, "{form.no_such}");
  assert_contains (error->message, "(/paragraphs/1/text)");
}

static void
test_bad_values (void)
{
  static const char *const texts[] = {
    "{form.object}", "{form.minority|date}", "{form.minority|number}", "{form.big|money}", "{form.kind|choice:own=自有}",
    "{form.list|date}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *paragraph = g_strdup_printf ("{'text':'%s'}", texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (compose (paragraph, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE);
    }
}

/* No font has U+0378, which is not assigned: an error that names it, not a box on the sheet. */
static void
test_missing_glyph (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (compose ("{'text':'甲\\u0378'}", &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_GLYPH);
  assert_contains (error->message, "U+0378");
}

static void
test_when (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
      compose ("{'text':'租的','when':{'==':[{'var':'form.kind'},'rent']}},"
               "{'text':'买的','when':{'==':[{'var':'form.kind'},'own']}}",
               &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = yc_test_sheet_run (pdf, "pdftotext", "", TRUE);
  assert_contains (text, "租的");
  g_assert_null (strstr (text, "买的"));
}

/* Title, addressee, issuer and date appear though no paragraph has them; number, address, last day
 * and training mark stand at foot and head. */
static void
test_frame (void)
{
  static const char *const words[] = {
    "阶梯水费办理证明", "黄江供水有限公司（样例）：", "黄江镇北岸社区居民委员会",
    "2026年11月21日", "ZM01-990119204001-2026-000123-U", "2027年11月21日",
    "http://127.0.0.1:8080/verify/ZM01-990119204001-2026-000123-U", "演练样例，不具任何效力",
    "周明德", "1,204",
  };
  g_autoptr (GBytes) pdf = yc_test_sheet_issue_sample (1);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "", TRUE);
  g_autofree char *info = yc_test_sheet_run (pdf, "pdfinfo", "", FALSE);

  g_assert_true (yc_certificate_number_check (yc_test_sheet_get_marks ()->serial));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_contains (text, words[i]);
  assert_contains (info, "阶梯水费办理证明");
  assert_contains (info, "ZM01-990119204001-2026-000123-U");
  assert_contains (info, "A4");
  assert_contains (info, "PDF version:     1.4");
}

static guint
count_pages (GBytes *pdf)
{
  g_autofree char *info = yc_test_sheet_run (pdf, "pdfinfo", "", FALSE);
  const char *line = strstr (info, "Pages:");

  return line != NULL ? (guint) g_ascii_strtoull (line + 6, NULL, 10) : 0;
}

/* Up to six tenants fit on one page; sixty take several, each with the table's head and number. */
static void
test_tenants (void)
{
  static const guint numbers[] = { 0, 1, 6, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GBytes) pdf = yc_test_sheet_issue_sample (numbers[i]);
      g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
      guint n_pages = count_pages (pdf);

      g_assert_true (numbers[i] <= 6 ? n_pages == 1 : n_pages > 1);
      g_assert_cmpuint (count (text, "9901**********4512"), ==, numbers[i]);
      g_assert_cmpuint (count (text, "2025年3月1日"), ==, numbers[i]);
      g_assert_cmpuint (count (text, "ZM01-990119204001-2026-000123-U\n"), >=, n_pages);
      g_assert_cmpuint (count (text, "租户如下"), ==, numbers[i] > 0 ? 1 : 0);
      g_assert_cmpuint (count (text, "公民身份号码      "), ==, numbers[i] > 0 ? n_pages : 0);
    }
}

static void
test_page_numbers (void)
{
  g_autoptr (GBytes) one = yc_test_sheet_issue_sample (1);
  g_autoptr (GBytes) many = yc_test_sheet_issue_sample (60);
  g_autofree char *short_text = yc_test_sheet_run (one, "pdftotext", "", TRUE);
  g_autofree char *long_text = yc_test_sheet_run (many, "pdftotext", "", TRUE);

  g_assert_null (strstr (short_text, "第 1 页"));
  assert_contains (long_text, "第 1 页，共 3 页");
  assert_contains (long_text, "第 3 页，共 3 页");
  assert_contains (long_text, "阶梯水费办理证明（续）");
}

/* Every font is embedded, as a subset, with its characters. */
static void
test_fonts (void)
{
  g_autoptr (GBytes) pdf = yc_test_sheet_issue_sample (6);
  g_autofree char *fonts = yc_test_sheet_run (pdf, "pdffonts", "", FALSE);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    assert_contains (lines[i], "yes yes yes");
  g_assert_cmpuint (g_strv_length (lines), >=, 4);
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = yc_test_sheet_issue_sample (6);
  g_autoptr (GBytes) second = yc_test_sheet_issue_sample (6);

  g_assert_true (g_bytes_equal (first, second));
}

/* The seal comes with the signature: the sheet alone has none, the signed one is red with it. */
static void
test_seal (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);
  g_autoptr (GBytes) plain =
      yc_certificate_compose (template_, data, yc_test_sheet_get_marks (), NULL, NULL);
  g_autoptr (GBytes) signed_ = yc_test_sheet_issue_sample (1);

  g_assert_cmpuint (yc_test_sheet_count_red (plain), ==, 0);
  g_assert_cmpuint (yc_test_sheet_count_red (signed_), >, 300);
}

/* A template's own lines at the right take the place of issuer and date; notes may follow. */
static void
test_own_closing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = compose ("{'text':'特此证明。'},{'text':'样例单位','style':'right'},"
                                    "{'text':'某年某月','style':'right'},"
                                    "{'text':'备注在后','style':'note'}",
                                    &error);
  g_autofree char *text = NULL;
  const char *note;

  g_assert_no_error (error);
  text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  assert_contains (text, "样例单位");
  note = strstr (text, "备注在后");
  g_assert_nonnull (note);
  g_assert_true (strstr (text, "某年某月") < note);
  g_assert_null (strstr (text, "黄江镇北岸社区居民委员会"));
}

/* A seal without its name, or with a name that no font has, is none. */
static void
test_issuer (void)
{
  static const struct
  {
    const char        *issuer;
    YcCertificateError code;
  } cases[] = {
    { "", YC_CERTIFICATE_ERROR_VALUE },
    { "甲\u0378村", YC_CERTIFICATE_ERROR_GLYPH },
  };
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YcCertificateMarks marks = *yc_test_sheet_get_marks ();
      g_autoptr (GError) error = NULL;

      marks.issuer = cases[i].issuer;
      g_assert_null (yc_certificate_compose (template_, data, &marks, NULL, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, (int) cases[i].code);
    }
}

/* Far beyond what any form lets through. */
static void
test_flood (void)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autoptr (YcCertificateTemplate) template_ =
      yc_test_sheet_parse_template ("{'id':'t','type':'Z','title':'证明','paragraphs':["
                                    "{'text':'{form.text|default:}'},{'table':{'rows':'form.rows',"
                                    "'columns':[{'title':'a','value':'{@index}','width':1}]}}]}");
  g_autoptr (JsonNode) data = yc_test_sheet_parse ("{'form':{}}");
  JsonObject *form = json_object_get_object_member (json_node_get_object (data), "form");
  JsonArray *rows = json_array_new ();
  g_autoptr (GError) text_error = NULL;
  g_autoptr (GError) rows_error = NULL;

  json_object_set_string_member (form, "text", megabyte);
  g_assert_null (yc_certificate_compose (template_, json_node_get_object (data),
                                         yc_test_sheet_get_marks (), NULL, &text_error));
  g_assert_error (text_error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE);

  json_object_remove_member (form, "text");
  for (guint i = 0; i < 5000; i++)
    json_array_add_object_element (rows, json_object_new ());
  json_object_set_array_member (form, "rows", rows);
  g_assert_null (yc_certificate_compose (template_, json_node_get_object (data),
                                         yc_test_sheet_get_marks (), NULL, &rows_error));
  g_assert_error (rows_error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE);
}

/* A row as high as a page would never fit; that is said, not looped over. */
static void
test_too_long (void)
{
  g_autofree char *many = g_strnfill (9000, 'x');
  g_autofree char *paragraph = g_strdup_printf (
      "{'table':{'rows':'form.list','columns':[{'title':'a','value':'%s','width':1}]}}", many);
  g_autoptr (GError) error = NULL;

  g_assert_null (compose (paragraph, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/compose/values", test_values);
  g_test_add_func ("/certificate/compose/unknown-placeholder", test_unknown_placeholder);
  g_test_add_func ("/certificate/compose/bad-values", test_bad_values);
  g_test_add_func ("/certificate/compose/missing-glyph", test_missing_glyph);
  g_test_add_func ("/certificate/compose/when", test_when);
  g_test_add_func ("/certificate/compose/frame", test_frame);
  g_test_add_func ("/certificate/compose/tenants", test_tenants);
  g_test_add_func ("/certificate/compose/page-numbers", test_page_numbers);
  g_test_add_func ("/certificate/compose/fonts", test_fonts);
  g_test_add_func ("/certificate/compose/same-bytes", test_same_bytes);
  g_test_add_func ("/certificate/compose/seal", test_seal);
  g_test_add_func ("/certificate/compose/own-closing", test_own_closing);
  g_test_add_func ("/certificate/compose/issuer", test_issuer);
  g_test_add_func ("/certificate/compose/flood", test_flood);
  g_test_add_func ("/certificate/compose/too-long", test_too_long);

  return g_test_run ();
}
