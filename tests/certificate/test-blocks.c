/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an administrator can put into a template: blocks, pages, fonts; and what becomes of hard names. */
#include "yc-certificate-error.h"
#include "yc-certificate-warm-up.h"
#include "yc-test-sheet.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include "yc-json.h"
#include "yc-pem-signer.h"

#define HEAD "'id':'t','type':'ZM01','title':'居住证明',"
#define NAMES "周明德、𠮷田秀、䶮国栋、欧阳建国、阿卜杜热合曼·买买提"

/* The frame of test_beside(), in points from the upper left corner of A4, for pdftotext's options. */
#define NARROW "-x 425 -y 150 -W 99 -H 100"

static const char all_blocks[] =
    "{" HEAD "'valid_months':6,'blocks':["
    "{'heading':'居住证明'},"
    "{'photo':{'source':'form.photo','align':'right'}},"
    "{'heading':'一、基本情况','level':2},"
    "{'text':'兹证明，{form.name}（公民身份号码：990101196803124516）居住在黄江镇北岸社区。'},"
    "{'text':'顶格的一段：{form.name}。','style':'plain'},"
    "{'table':{'rows':'form.rows','columns':[{'title':'序号','value':'{@index}','width':0.2},"
    "{'title':'姓名','value':'{name}','width':0.8}]}},"
    "{'signature':{'lines':['申请人（签名）','经办人（签名）']}},"
    "{'seal':{'over':['{place.seal}','二〇二六年十一月二十一日']}},"
    "{'text':'备注：本证明一式两份。','style':'note'},"
    "{'qr':{'size_mm':25,'align':'left'}},"
    "{'footer':{'left':'样例印制','right':'第一联'}}]}";

static JsonNode *
create_data (const char *name)
{
  g_autofree char *text = g_strdup_printf (
      "{'place':{'seal':'黄江镇北岸社区居民委员会'},'form':{'name':'%s','rows':[{'name':'%s'},"
      "{'name':'欧阳建国'}]}}",
      name, name);

  return yc_test_sheet_parse (text);
}

static GBytes *
compose_for (const char *template_text, JsonNode *data, YcSheetPurpose purpose, GError **error)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (template_text);
  YcCertificateMarks marks = *yc_test_sheet_get_marks ();
  g_autoptr (YcCertificateSeal) seal = NULL;
  GBytes *pdf;

  marks.purpose = purpose;
  pdf = yc_certificate_compose (template_, json_node_get_object (data), &marks, &seal, error);
  g_assert_true ((seal != NULL) == (pdf != NULL && purpose != YC_SHEET_PREVIEW));

  return pdf;
}

static GBytes *
compose (const char *template_text, JsonNode *data)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = compose_for (template_text, data, YC_SHEET_SAMPLE, &error);

  g_assert_no_error (error);

  return pdf;
}

static void
assert_contains (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/* Every block says what it should, in the template's order. */
static void
test_all (void)
{
  static const char *const words[] = {
    "居住证明", "贴照片处", "一、基本情况", "兹证明，周明德", "顶格的一段：周明德。", "欧阳建国",
    "申请人（签名）：", "经办人（签名）：", "黄江镇北岸社区居民委员会", "二〇二六年十一月二十一日",
    "备注：本证明一式两份。", "证明编号", "2027年5月21日", "样例印制", "第一联",
  };
  g_autoptr (JsonNode) data = create_data ("周明德");
  g_autoptr (GBytes) pdf = compose (all_blocks, data);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  const char *at = text;

  yc_test_sheet_save (pdf, "blocks");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      assert_contains (at, words[i]);
      if (i + 2 < G_N_ELEMENTS (words))
        at = strstr (at, words[i]);
    }
  g_assert_null (strstr (text, "2026年11月21日"));
}

/* The code that a scanner reads from the page's picture, wherever it stands, is the one in the marks, also
 * when it is as long as with a signature. */
static void
test_qr (void)
{
  static const char *const templates[] = { all_blocks, "{" HEAD "'blocks':[{'text':'甲'}]}" };
  const char *url = yc_test_sheet_get_marks ()->verify_url;
  g_autofree char *mark = g_strnfill (156, 'k');
  g_autofree char *longer = g_strconcat (url, "#1.", mark, NULL);
  const char *const codes[] = { NULL, longer };
  g_autoptr (JsonNode) data = create_data ("周明德");

  for (guint i = 0; i < G_N_ELEMENTS (templates) * G_N_ELEMENTS (codes); i++)
    {
      const char *code = codes[i / 2];
      g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (templates[i % 2]);
      YcCertificateMarks marks = *yc_test_sheet_get_marks ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *read = NULL;

      marks.qr_text = code;
      pdf = yc_certificate_compose (template_, json_node_get_object (data), &marks, NULL, &error);
      g_assert_no_error (error);
      yc_test_sheet_save (pdf, code != NULL ? "qr-long" : "qr");
      read = yc_test_sheet_read_code (pdf);
      g_assert_cmpstr (read, ==, code != NULL ? code : url);
    }
}

/* A preview has the same words, and nothing that makes them count. */
static void
test_preview (void)
{
  g_autoptr (JsonNode) data = create_data ("周明德");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = compose_for (all_blocks, data, YC_SHEET_PREVIEW, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  yc_test_sheet_save (pdf, "preview");
  text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  assert_contains (text, "兹证明，周明德");
  assert_contains (text, "出证前的预览，无效");
  g_assert_null (strstr (text, yc_test_sheet_get_marks ()->serial));
  g_assert_null (strstr (text, "http"));
  g_assert_cmpuint (yc_test_sheet_count_red (pdf), ==, 0);
}

/* The whole seal is on the paper: the first page has as much red as one of A4. */
static void
assert_sealed (const char *text, JsonNode *data)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (&error);
  g_autoptr (GBytes) pdf = yc_certificate_issue (template_, json_node_get_object (data),
                                                 yc_test_sheet_get_marks (), signer, &error);
  g_autoptr (GBytes) usual = yc_test_sheet_issue_sample (0);
  guint expected = yc_test_sheet_count_red (usual);

  g_assert_no_error (error);
  g_assert_cmpuint (yc_test_sheet_count_red (pdf), >, expected * 9 / 10);
  g_assert_cmpuint (yc_test_sheet_count_red (pdf), <, expected * 11 / 10);
}

static void
assert_size (const char *page, const char *size)
{
  g_autofree char *text =
      g_strdup_printf ("{" HEAD "'page':%s,'blocks':[{'text':'{form.name}'}]}", page);
  g_autoptr (JsonNode) data = create_data (NAMES);
  g_autoptr (GBytes) pdf = compose (text, data);
  g_autofree char *info = yc_test_sheet_run (pdf, "pdfinfo", "", FALSE);
  g_autofree char *words = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);

  assert_contains (info, size);
  assert_contains (info, "Pages:           1");
  assert_contains (words, "黄江镇北岸社区居民委员会");
  assert_sealed (text, data);
  yc_test_sheet_save (pdf, size);
}

static void
test_pages (void)
{
  assert_size ("{'paper':'A4'}", "595.276 x 841.89 pts");
  assert_size ("{'paper':'A5'}", "419.528 x 595.276 pts");
  assert_size ("{'paper':'A5','landscape':true,'size_pt':12,'margins_mm':[20,20,43,20]}",
               "595.276 x 419.528 pts");
  assert_size ("{'paper':{'width_mm':180,'height_mm':250},'margins_mm':[25,15,60,30]}",
               "510.236 x 708.661 pts");
}

/* Larger text and margins move what stands there by just that much. */
static void
test_margins (void)
{
  static const char narrow[] = "{" HEAD "'page':{'margins_mm':[20,20,43,20]},'blocks':["
                               "{'text':'甲乙丙','style':'plain'}]}";
  static const char wide[] = "{" HEAD "'page':{'margins_mm':[20,20,43,50]},'blocks':["
                             "{'text':'甲乙丙','style':'plain'}]}";
  g_autoptr (JsonNode) data = create_data ("甲");
  g_autoptr (GBytes) first = compose (narrow, data);
  g_autoptr (GBytes) second = compose (wide, data);
  double left = yc_test_sheet_find_word (first, "甲乙丙");

  g_assert_cmpfloat_with_epsilon (left, 20.0 * 72.0 / 25.4, 1.0);
  g_assert_cmpfloat_with_epsilon (yc_test_sheet_find_word (second, "甲乙丙") - left,
                                  30.0 * 72.0 / 25.4, 0.1);
}

/* Text in FangSong, title in Song; a name that FangSong lacks a character of is wholly in Song. */
static void
test_fonts (void)
{
  static const char plain[] = "{" HEAD "'blocks':[{'text':'兹证明{form.name}属实'}]}";
  g_autoptr (JsonNode) usual = create_data ("周明德");
  g_autoptr (JsonNode) rare = create_data ("𠮷田秀");
  g_autoptr (GBytes) usual_pdf = compose (plain, usual);
  g_autoptr (GBytes) rare_pdf = compose (plain, rare);
  g_autofree char *fonts = yc_test_sheet_run (usual_pdf, "pdffonts", "", FALSE);
  g_autofree char *usual_font = yc_test_sheet_find_font (usual_pdf, "周明德");
  g_autofree char *rare_font = yc_test_sheet_find_font (rare_pdf, "𠮷田秀");
  g_autofree char *around_font = yc_test_sheet_find_font (rare_pdf, "兹证明");

  yc_test_sheet_save (rare_pdf, "rare");
  assert_contains (fonts, "FandolFang");
  assert_contains (fonts, "NotoSerifCJK");
  assert_contains (usual_font, "FandolFang");
  assert_contains (rare_font, "NotoSerifCJK");
  assert_contains (around_font, "FandolFang");
}

/* Long names, rare characters and foreign ones, sixty of them: each is there once, letter by letter. */
static void
test_names (void)
{
  static const char *const names[] = {
    "𠮷田秀", "䶮国栋", "欧阳上官司马诸葛·阿卜杜热合曼·买买提依明·努尔艾合买提",
    "Maria Catherine Vandenberghe-Van Oosterzeele", "马", "𫚉𬶍𪟝",
  };
  static const char table[] =
      "{" HEAD "'blocks':[{'table':{'rows':'form.rows','columns':[{'title':'序号',"
      "'value':'{@index}','width':0.2},{'title':'姓名','value':'{name}','width':0.8}]}}]}";
  g_autoptr (JsonNode) data = yc_test_sheet_parse ("{'form':{}}");
  JsonArray *rows = json_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < 60; i++)
    {
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "name", names[i % G_N_ELEMENTS (names)]);
      json_array_add_object_element (rows, row);
    }
  json_object_set_array_member (
      json_object_get_object_member (json_node_get_object (data), "form"), "rows", rows);
  pdf = compose (table, data);
  yc_test_sheet_save (pdf, "names");

  text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  joined = yc_test_sheet_join (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = yc_test_sheet_join (names[i]);

      g_assert_cmpuint (yc_test_sheet_count (joined, name), >=, 10);
    }
}

/* No line begins with what closes, or ends with what opens, wherever the lines happen to break. */
static void
test_punctuation (void)
{
  g_autoptr (GString) blocks = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) data = create_data ("甲");
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 1; i < 30; i++)
    {
      g_autofree char *shift = g_strnfill (i, '#');
      g_auto (GStrv) parts = g_strsplit (shift, "#", -1);
      g_autofree char *words = g_strjoinv ("甲", parts);

      g_string_append_printf (blocks,
                              "%s{'text':'%s，（乙丙）。丁戊《己庚》、辛；“壬癸”：子？丑！（寅（卯）辰）"
                              "，巳午“未”，申、酉、戌、亥。'}",
                              i > 1 ? "," : "", words);
    }
  text = g_strdup_printf ("{" HEAD "'blocks':[%s]}", blocks->str);
  pdf = compose (text, data);
  yc_test_sheet_save (pdf, "punctuation");
  yc_test_sheet_check_line_ends (pdf);
}

/* What a service loads beforehand makes no other sheet, of usual and of rare characters. */
static void
test_warm_up (void)
{
  g_autoptr (JsonNode) usual = create_data ("周明德");
  g_autoptr (JsonNode) rare = create_data ("䶮国栋 fi ﬁ №7");
  g_autoptr (GBytes) usual_before = compose (all_blocks, usual);
  g_autoptr (GBytes) rare_before = compose (all_blocks, rare);
  g_autoptr (GBytes) usual_after = NULL;
  g_autoptr (GBytes) rare_after = NULL;

  yc_certificate_warm_up ();
  usual_after = compose (all_blocks, usual);
  rare_after = compose (all_blocks, rare);
  g_assert_true (g_bytes_equal (usual_before, usual_after));
  g_assert_true (g_bytes_equal (rare_before, rare_after));
}

static char *
write_data_uri (const char *type, const guint8 *data, gsize size)
{
  g_autofree char *base64 = g_base64_encode (data, size);

  return g_strdup_printf ("data:%s;base64,%s", type, base64);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static char *
create_png (int width, int height)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.9, 0.0, 0.0);
  cairo_paint (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, out);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return write_data_uri ("image/png", out->data, out->len);
}

static char *
create_jpeg (guint width, guint height)
{
  struct jpeg_compress_struct info = { 0 };
  struct jpeg_error_mgr manager;
  unsigned char *data = NULL;
  unsigned long size = 0;
  g_autofree guint8 *row = g_malloc0 (width * 3);
  char *uri;

  for (guint x = 0; x < width; x++)
    row[3 * x] = 230;
  info.err = jpeg_std_error (&manager);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &data, &size);
  info.image_width = width;
  info.image_height = height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_start_compress (&info, TRUE);
  while (info.next_scanline < height)
    jpeg_write_scanlines (&info, &row, 1);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  uri = write_data_uri ("image/jpeg", data, size);
  free (data);

  return uri;
}

static GBytes *
compose_photo (const char *uri, GError **error)
{
  g_autoptr (JsonNode) data = create_data ("甲");
  JsonObject *form = json_object_get_object_member (json_node_get_object (data), "form");

  json_object_set_string_member (form, "photo", uri);

  return compose_for ("{" HEAD "'blocks':[{'text':'甲'},{'photo':{'source':'form.photo'}}]}", data,
                      YC_SHEET_SAMPLE, error);
}

/* A photo is on the sheet, whichever of the two kinds it is; a name of a file leaves the frame. */
static void
test_photo (void)
{
  char *uris[] = { create_png (30, 40), create_jpeg (30, 40), create_jpeg (3000, 4000), NULL };

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = compose_photo (uris[i], &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = yc_test_sheet_run (pdf, "pdftotext", "", TRUE);
      g_assert_null (strstr (text, "贴照片处"));
      g_assert_cmpuint (yc_test_sheet_count_red (pdf), >, 2000);
      g_assert_cmpuint (g_bytes_get_size (pdf), <, 100 * 1024);
      g_free (uris[i]);
    }
}

/* What is no photo, or one of a size that nobody prints, is told with its place. */
static void
test_bad_photos (void)
{
  g_autofree char *large = create_png (2100, 2100);
  g_autofree char *huge = create_jpeg (4200, 4200);
  g_autofree char *garbage = write_data_uri ("image/jpeg", (const guint8 *) "no picture", 10);
  g_autofree char *jpeg = create_jpeg (40, 40);
  g_autofree char *swapped = g_strconcat ("data:image/png", strchr (jpeg, ';'), NULL);
  const char *const uris[] = {
    large, huge, garbage, swapped, "data:", "data:image/png;base64,", "data:image/jpeg;base64,/9j/",
    "data:image/svg+xml;base64,PHN2Zy8+", "data:image/png;base64,iVBORw0KGgo=",
  };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (compose_photo (uris[i], &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE);
      g_assert_cmpstr (yc_certificate_error_get_pointer (error), ==, "/blocks/1");
    }
}

/* @words @times, without the first @skip characters */
static char *
repeat (const char *words, guint times, guint skip)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, words);

  return g_strdup (g_utf8_offset_to_pointer (text->str, skip));
}

/* Text is narrower beside a photo and as wide as ever below it; nothing of it is lost at the seam, and a name
 * that goes over it stays in one font. */
static void
test_beside (void)
{
  static const char template_[] =
      "{" HEAD "'blocks':[{'photo':{'source':'form.photo','width_mm':35,'height_mm':45,"
      "'align':'right','beside':true}},{'text':'%s{form.name}%s'},{'text':'末段。'}]}";

  for (guint shift = 0; shift < 25; shift += 6)
    {
      g_autofree char *before = repeat ("甲乙丙丁", 24, shift);
      g_autofree char *after = repeat ("子丑寅卯", 24, 0);
      g_autofree char *text = g_strdup_printf (template_, before, after);
      g_autofree char *sentence = g_strconcat (before, "𠮷田秀", after, "末段。", NULL);
      g_autoptr (JsonNode) data = create_data ("𠮷田秀");
      g_autoptr (GBytes) pdf = compose (text, data);
      g_autofree char *words = yc_test_sheet_run (pdf, "pdftotext", "-raw", TRUE);
      g_autofree char *joined = yc_test_sheet_join (words);
      g_autofree char *narrow = yc_test_sheet_run (pdf, "pdftotext", NARROW, TRUE);

      yc_test_sheet_save (pdf, "beside");
      assert_contains (joined, sentence);
      /* In the photo's frame there are its own words only. */
      g_strstrip (narrow);
      g_assert_cmpstr (narrow, ==, "贴照片处");
    }
}

/* A text for each row says each row, in order; without rows it is not there. */
static void
test_each (void)
{
  static const char template_[] =
      "{" HEAD "'blocks':[{'text':'名单如下：'},{'text':'{@index}．{name}；','each':'form.rows'},"
      "{'text':'{name}','each':'form.none','style':'note'},{'text':'以上共两人。'}]}";
  g_autoptr (JsonNode) data = create_data ("𠮷田秀");
  g_autoptr (GBytes) pdf = compose (template_, data);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  g_autofree char *joined = yc_test_sheet_join (text);
  g_autofree char *font = yc_test_sheet_find_font (pdf, "𠮷田秀");

  assert_contains (joined, "名单如下：1．𠮷田秀；2．欧阳建国；以上共两人。");
  assert_contains (font, "NotoSerifCJK");
}

/* What has no rows leaves no trace. */
static void
test_no_rows (void)
{
  static const char template_[] =
      "{" HEAD "'blocks':[{'text':'甲'},{'table':{'rows':'form.none','columns':[{'title':'乙',"
      "'value':'{name}','width':1}]}},{'text':'{name}','each':'form.none'},{'text':'丙'}]}";
  g_autoptr (JsonNode) data = create_data ("甲");
  g_autoptr (GBytes) with = compose (template_, data);
  g_autoptr (GBytes) without = compose ("{" HEAD "'blocks':[{'text':'甲'},{'text':'丙'}]}", data);

  g_assert_true (g_bytes_equal (with, without));
}

/* A notice is no certificate: it has no number, no code and no seal, and cannot be issued as one. */
static void
test_notice (void)
{
  static const char notice[] =
      "{'id':'notice-refusal','use':'notice','title':'不予许可决定书','blocks':["
      "{'text':'{form.name}：','style':'plain'},{'text':'理由：{notice.note}'},"
      "{'footer':{'left':'办件编号 {case.number}'}}]}";
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (notice);
  g_autoptr (JsonNode) data = yc_test_sheet_parse (
      "{'form':{'name':'周明德'},'notice':{'note':'不符合条件。'},'case':{'number':'BA-2026-000001'}}");
  YcCertificateMarks marks = *yc_test_sheet_get_marks ();
  g_autoptr (YcCertificateSeal) seal = NULL;
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  marks.serial = marks.verify_url = NULL;
  marks.purpose = YC_SHEET_ISSUED;
  pdf = yc_certificate_compose (template_, json_node_get_object (data), &marks, &seal, &error);
  g_assert_no_error (error);
  g_assert_null (seal);
  yc_test_sheet_save (pdf, "notice");
  text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  assert_contains (text, "理由：不符合条件。");
  assert_contains (text, "办件编号 BA-2026-000001");
  g_assert_null (strstr (text, "证明编号"));
  g_assert_null (strstr (text, "演练"));
  g_assert_null (yc_certificate_issue (template_, json_node_get_object (data), &marks, signer, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/blocks/all", test_all);
  g_test_add_func ("/certificate/blocks/qr", test_qr);
  g_test_add_func ("/certificate/blocks/preview", test_preview);
  g_test_add_func ("/certificate/blocks/pages", test_pages);
  g_test_add_func ("/certificate/blocks/margins", test_margins);
  g_test_add_func ("/certificate/blocks/fonts", test_fonts);
  g_test_add_func ("/certificate/blocks/names", test_names);
  g_test_add_func ("/certificate/blocks/punctuation", test_punctuation);
  g_test_add_func ("/certificate/blocks/beside", test_beside);
  g_test_add_func ("/certificate/blocks/each", test_each);
  g_test_add_func ("/certificate/blocks/no-rows", test_no_rows);
  g_test_add_func ("/certificate/blocks/notice", test_notice);
  g_test_add_func ("/certificate/blocks/photo", test_photo);
  g_test_add_func ("/certificate/blocks/bad-photos", test_bad_photos);
  g_test_add_func ("/certificate/blocks/warm-up", test_warm_up);

  return g_test_run ();
}
