/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on a form that is printed already: each in its place to a tenth of a millimetre, moved by what the
 * printer needs, and nothing of the form itself. */
#include "yc-certificate-error.h"
#include "yc-overprint-sheet.h"
#include "yc-test-sheet.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "yc-json.h"

#define HEAD "'id':'t','type':'ZM01','title':'证明','blocks':[{'text':'x'}],"
#define FORM(fields) "{" HEAD "'overprint':{'paper':'A5','landscape':true,'fields':[" fields "]}}"
#define PLACE "'x_mm':20,'y_mm':30,'width_mm':40"

/* 0.1 mm, in points; and in pixels at 254 dots to the inch, of which a millimetre has ten. */
#define TENTH (72.0 / 25.4 / 10.0)
#define DOTS "254"
#define DOTS_PER_MM 10

/* The smallest picture there is: one grey pixel. */
#define PIXEL \
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12NoAAAAggCB3UNq9AAAAABJRU5ErkJggg=="

static const char good[] =
  "{" HEAD "'overprint':{'paper':'A5','landscape':true,'scan':'" PIXEL "','fields':["
  "{'text':'{form.name}','x_mm':41,'y_mm':42,'width_mm':60},"
  "{'text':'HHHH','x_mm':121.5,'y_mm':42,'width_mm':60,'size_pt':20,'font':'song-bold'},"
  "{'text':'{form.address}','x_mm':41,'y_mm':60,'width_mm':60,'lines':2,'leading_mm':9},"
  "{'text':'{name}','rows':'form.rows','room':3,'row_mm':7,'x_mm':41,'y_mm':90,'width_mm':60},"
  "{'text':'不该有','x_mm':41,'y_mm':120,'width_mm':60,'when':{'==':[{'var':'form.name'},'乙']}}]}}";

static const struct
{
  const char *text;
  const char *pointer;
} mistakes[] = {
  { "{" HEAD "'overprint':7}", "/overprint" },
  { FORM (""), "/overprint/fields" },
  { FORM ("7"), "/overprint/fields/0" },
  { FORM ("{" PLACE "}"), "/overprint/fields/0/text" },
  { FORM ("{'text':'{x}'," PLACE "}"), "/overprint/fields/0/text" },
  { FORM ("{'text':'{x}','rows':'tenants'," PLACE "}"), "/overprint/fields/0/rows" },
  { FORM ("{'text':'x','y_mm':30,'width_mm':40}"), "/overprint/fields/0/x_mm" },
  { FORM ("{'text':'x','x_mm':20,'width_mm':40}"), "/overprint/fields/0/y_mm" },
  { FORM ("{'text':'x','x_mm':20,'y_mm':30}"), "/overprint/fields/0/width_mm" },
  { FORM ("{'text':'x','x_mm':-1,'y_mm':30,'width_mm':40}"), "/overprint/fields/0/x_mm" },
  { FORM ("{'text':'x','x_mm':190,'y_mm':30,'width_mm':40}"), "/overprint/fields/0/width_mm" },
  { FORM ("{'text':'x','x_mm':20,'y_mm':149,'width_mm':40}"), "/overprint/fields/0/y_mm" },
  { FORM ("{'text':'x','x_mm':20,'y_mm':140,'width_mm':40,'lines':3}"), "/overprint/fields/0" },
  { FORM ("{'text':'x','x_mm':20,'y_mm':30,'width_mm':1}"), "/overprint/fields/0" },
  { FORM ("{'text':'x','lines':0," PLACE "}"), "/overprint/fields/0/lines" },
  { FORM ("{'text':'x','room':41," PLACE "}"), "/overprint/fields/0/room" },
  { FORM ("{'text':'x','size_pt':5," PLACE "}"), "/overprint/fields/0/size_pt" },
  { FORM ("{'text':'x','font':'comic'," PLACE "}"), "/overprint/fields/0/font" },
  { FORM ("{'text':'x','align':'up'," PLACE "}"), "/overprint/fields/0" },
  { FORM ("{'text':'x','when':{'no-such':[1]}," PLACE "}"), "/overprint/fields/0/when" },
  { "{" HEAD "'overprint':{'paper':'A0','fields':[{'text':'x'," PLACE "}]}}", "/overprint/paper" },
  { "{" HEAD "'overprint':{'scan':'form.png','fields':[{'text':'x'," PLACE "}]}}",
    "/overprint/scan" },
};

typedef struct
{
  double x;
  double y;
  char   words[200];
} Word;

/* Names without digits, which are set in a size of their own and would be words of their own. */
static JsonNode *
create_data (const char *name, guint n_rows)
{
  static const char *const counts[] = { "甲", "乙", "丙", "丁" };
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (n_rows, <=, G_N_ELEMENTS (counts));
  g_string_printf (text, "{'form':{'name':'%s','address':'黄江镇北岸社区沿河路 27 号样例花园三期'"
                   ",'rows':[", name);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%s{'name':'租户%s'}", i > 0 ? "," : "",
                            counts[i]);
  g_string_append (text, "]}}");

  return yc_test_sheet_parse (text->str);
}

static GBytes *
try_compose (const char *template_text, JsonNode *data, YcSheetShift shift, gboolean with_form,
             GError **error)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (template_text);

  return yc_overprint_compose (template_, json_node_get_object (data), &shift, with_form,
                               yc_test_sheet_get_time (), error);
}

static GBytes *
compose (YcSheetShift shift, gboolean with_form)
{
  g_autoptr (JsonNode) data = create_data ("欧阳建国", 3);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = try_compose (good, data, shift, with_form, &error);

  g_assert_no_error (error);

  return pdf;
}

/* (element-type Word): the words of a page with their places, as poppler finds them */
static GArray *
list_words (GBytes *pdf)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-bbox", TRUE);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const char *at = text;

  while ((at = strstr (at, "<word ")) != NULL)
    {
      Word word;

      g_assert_cmpint (sscanf (at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%*f\" yMax=\"%*f\">"
                                   "%199[^<]", &word.x, &word.y, word.words), ==, 3);
      g_array_append_val (words, word);
      at++;
    }

  return words;
}

static const Word *
find_word (GArray *words, const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_array_index (words, Word, i).words, text))
      return &g_array_index (words, Word, i);
  g_error ("“%s” is not on the sheet", text);
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (JsonNode) node = yc_test_sheet_parse (mistakes[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_certificate_template_new (node, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE);
      if (g_strcmp0 (yc_certificate_error_get_pointer (error), mistakes[i].pointer) != 0)
        g_error ("%s: %s", mistakes[i].text, error->message);
    }
}

/* What the catalog's check asks about. */
static void
test_paths (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (good);
  g_auto (GStrv) paths = yc_certificate_template_list_paths (template_);
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==, "form.address form.name form.rows[].name");
}

/* The page's grey picture; its first pixel is at *@pixels. */
static GBytes *
draw (GBytes *pdf, guint *width, guint *height, const guint8 **pixels)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      "pdftoppm", "-gray", "-r", DOTS, "-", NULL);
  GBytes *picture = NULL;
  gsize size;

  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &picture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (g_bytes_get_data (picture, &size), "P5 %u %u 255", width, height), ==, 2);
  *pixels = (const guint8 *) g_bytes_get_data (picture, NULL) + size - *width * *height;

  return picture;
}

/* The dark pixels' edges within a rectangle told in mm; FALSE when there are none. */
static gboolean
find_ink (GBytes *pdf, double left_mm, double top_mm, double right_mm, double bottom_mm,
          double *x_mm, double *base_mm)
{
  guint width, height, least = G_MAXUINT, lowest = 0;
  const guint8 *pixels;
  g_autoptr (GBytes) picture = draw (pdf, &width, &height, &pixels);

  for (guint y = (guint) (top_mm * DOTS_PER_MM); y < MIN (height, bottom_mm * DOTS_PER_MM); y++)
    for (guint x = (guint) (left_mm * DOTS_PER_MM); x < MIN (width, right_mm * DOTS_PER_MM); x++)
      if (pixels[y * width + x] < 128)
        {
          least = MIN (least, x);
          lowest = MAX (lowest, y + 1);
        }
  *x_mm = (double) least / DOTS_PER_MM;
  *base_mm = (double) lowest / DOTS_PER_MM;

  return lowest > 0;
}

/* Every word begins where the template says, and stands on its line. */
static void
test_places (void)
{
  g_autoptr (GBytes) pdf = compose ((YcSheetShift){ 0 }, FALSE);
  g_autoptr (GArray) words = list_words (pdf);
  g_autofree char *info = yc_test_sheet_run (pdf, "pdfinfo", "", FALSE);
  g_autofree char *images = yc_test_sheet_run (pdf, "pdfimages", "-list", FALSE);
  double x, base;

  yc_test_sheet_save (pdf, "overprint");
  g_assert_nonnull (strstr (info, "595.276 x 419.528"));
  /* Two lines of a title, and none of a picture. */
  g_assert_null (strstr (images, "image "));
  g_assert_cmpfloat_with_epsilon (find_word (words, "欧阳建国")->x, 41 * 10 * TENTH, TENTH / 2);
  g_assert_cmpfloat_with_epsilon (find_word (words, "HHHH")->x, 121.5 * 10 * TENTH, TENTH / 2);
  g_assert_cmpfloat_with_epsilon (
    find_word (words, "租户丙")->y - find_word (words, "租户甲")->y, 14 * 10 * TENTH, TENTH / 2);
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpstr (g_array_index (words, Word, i).words, !=, "不该有");
  g_assert_true (find_ink (pdf, 115, 30, 180, 50, &x, &base));
  /* To a pixel. */
  g_assert_cmpfloat_with_epsilon (base, 42.0, 1.01 / DOTS_PER_MM);
}

/* Every word is moved by just as much, and nothing else is different. */
static void
test_shift (void)
{
  static const YcSheetShift shifts[] = { { 1.3, -0.7 }, { -0.1, 0.1 }, { 20, -20 } };
  g_autoptr (GBytes) pdf = compose ((YcSheetShift){ 0 }, FALSE);
  g_autoptr (GArray) words = list_words (pdf);

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr (GBytes) moved_pdf = compose (shifts[i], FALSE);
      g_autoptr (GArray) moved = list_words (moved_pdf);

      g_assert_cmpuint (moved->len, ==, words->len);
      for (guint n = 0; n < words->len; n++)
        {
          const Word *from = &g_array_index (words, Word, n);
          const Word *to = find_word (moved, from->words);

          g_assert_cmpfloat_with_epsilon (to->x - from->x, shifts[i].x_mm * 10 * TENTH, 0.01);
          g_assert_cmpfloat_with_epsilon (to->y - from->y, shifts[i].y_mm * 10 * TENTH, 0.01);
        }
    }
}

/* On the screen the form's picture is under the same words. */
static void
test_form (void)
{
  g_autoptr (GBytes) pdf = compose ((YcSheetShift){ 0 }, TRUE);
  g_autoptr (GBytes) bare = compose ((YcSheetShift){ 0 }, FALSE);
  g_autofree char *images = yc_test_sheet_run (pdf, "pdfimages", "-list", FALSE);
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  g_autofree char *bare_text = yc_test_sheet_run (bare, "pdftotext", "-layout", TRUE);

  g_assert_nonnull (strstr (images, "image "));
  g_assert_cmpstr (text, ==, bare_text);
}

/* What has no room is set smaller or refused with its place, never cut off. */
static void
test_room (void)
{
  g_autoptr (JsonNode) longer = create_data ("阿卜杜热合曼·买买提和欧阳建国", 1);
  g_autoptr (JsonNode) longest =
    create_data ("阿卜杜热合曼·买买提、欧阳建国和很多很多别的共有人以及他们的代理人", 1);
  g_autoptr (JsonNode) many = create_data ("甲", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = try_compose (good, longer, (YcSheetShift){ 0 }, FALSE, &error);
  g_autoptr (GArray) words = NULL;

  g_assert_no_error (error);
  words = list_words (pdf);
  find_word (words, "阿卜杜热合曼·买买提和欧阳建国");
  g_assert_null (try_compose (good, longest, (YcSheetShift){ 0 }, FALSE, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE);
  g_assert_cmpstr (yc_certificate_error_get_pointer (error), ==, "/overprint/fields/0");
  g_clear_error (&error);
  g_assert_null (try_compose (good, many, (YcSheetShift){ 0 }, FALSE, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE);
  g_assert_cmpstr (yc_certificate_error_get_pointer (error), ==, "/overprint/fields/3");
}

/* Plain paper only; and a picture that is none. */
static void
test_refused (void)
{
  static const char broken[] =
    "{" HEAD "'overprint':{'scan':'data:image/png;base64,AAAA','fields':[{'text':'x'," PLACE "}]}}";
  g_autoptr (JsonNode) data = create_data ("甲", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (try_compose ("{'id':'t','type':'ZM01','title':'证明','blocks':[{'text':'x'}]}", data,
                              (YcSheetShift){ 0 }, FALSE, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE);
  g_clear_error (&error);
  g_assert_null (try_compose (broken, data, (YcSheetShift){ 0 }, TRUE, &error));
  g_assert_nonnull (error);
}

/* The cross is where it says, and its line is as long. */
static void
test_calibration (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_parse_template (good);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
    yc_overprint_compose_calibration (template_, yc_test_sheet_get_time (), &error);
  g_autofree char *text = NULL;
  double x, base;

  g_assert_no_error (error);
  yc_test_sheet_save (pdf, "calibration");
  text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  g_assert_nonnull (strstr (text, "套打校准页"));
  /* Beyond the marks the cross has arms of a hair's width only. */
  g_assert_true (find_ink (pdf, 31, 10, 31.8, 30, &x, &base));
  g_assert_cmpfloat_with_epsilon (base, YC_CALIBRATION_CROSS, 0.15);
  g_assert_true (find_ink (pdf, 10, 31, 30, 31.8, &x, &base));
  g_assert_cmpfloat_with_epsilon (x, YC_CALIBRATION_CROSS, 0.15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overprint/mistakes", test_mistakes);
  g_test_add_func ("/overprint/paths", test_paths);
  g_test_add_func ("/overprint/places", test_places);
  g_test_add_func ("/overprint/shift", test_shift);
  g_test_add_func ("/overprint/form", test_form);
  g_test_add_func ("/overprint/room", test_room);
  g_test_add_func ("/overprint/refused", test_refused);
  g_test_add_func ("/overprint/calibration", test_calibration);

  return g_test_run ();
}
