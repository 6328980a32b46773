/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in pages: found wherever lines end, and where they stand. */
#include <locale.h>
#include <string.h>

#include "yc-document-search.h"
#include "yc-page-steps.h"
#include "yc-page-text.h"
#include "yc-test-document.h"
#include "yc-test-pdf.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
  const char *found; /* what the places cover, parted by "|"; "" where there is none */
} Case;

static const Case cases[] = {
  { "plain", "兹证明本户人数，特此证明。", "证明", "证明|证明" },
  { "over-a-line", "兹证\n明本户", "证明", "证\n明" },
  { "over-a-line-with-blanks", "兹证 \r\n  明本户", "证明", "证 \r\n  明" },
  { "spaced-out", "证　　　明", "证明", "证　　　明" },
  { "spaced-words", "证明", "证 明", "证明" },
  { "beside-digits", "2026 年 7 月\n24 日", "2026年7月24日", "2026 年 7 月\n24 日" },
  { "digits-over-a-line", "4401\n0119", "44010119", "4401\n0119" },
  { "blank-over-a-line", "one two\nthree", "two three", "two\nthree" },
  { "hyphen-over-a-line", "an exam-\nple", "example", "exam-\nple" },
  { "own-hyphen-over-a-line", "YS-\n0101", "YS-0101", "YS-\n0101" },
  { "soft-hyphen", "ex\302\255ample", "example", "ex\302\255ample" },
  { "case", "Yichuang YICHUANG", "yiCHuang", "Yichuang|YICHUANG" },
  { "width", "ＹＳ－０１０１", "ys-0101", "ＹＳ－０１０１" },
  { "wide-words", "YS-0101", "ＹＳ－０１０１", "YS-0101" },
  { "ligature", "o\357\254\203ce", "office", "o\357\254\203ce" },
  { "rare", "𠮷先生与䶮女士", "𠮷先生", "𠮷先生" },
  { "blank-is-a-blank", "to gether", "together", "" },
  { "no-blank-is-none", "together", "to gether", "" },
  { "not-in-each-other", "啊啊啊啊", "啊啊", "啊啊|啊啊" },
  { "nothing", "证明", "", "" },
  { "blanks", "证 明", "  ", "" },
  { "longer-than-the-text", "证", "证明", "" },
};

/* A mark "|" stands where the caret is, before and after; characters are 10 wide, lines 20 high. */
typedef struct
{
  const char *name;
  const char *before;
  YcPageStep  step;
  gboolean    forward;
  const char *after; /* NULL: there is no such place */
} Step;

static const Step steps[] = {
  { "next", "兹|证明", YC_PAGE_STEP_CHARACTER, TRUE, "兹证|明" },
  { "previous", "兹|证明", YC_PAGE_STEP_CHARACTER, FALSE, "|兹证明" },
  { "over-a-line", "兹|\n证明", YC_PAGE_STEP_CHARACTER, TRUE, "兹\n|证明" },
  { "before-the-first", "|兹", YC_PAGE_STEP_CHARACTER, FALSE, NULL },
  { "behind-the-last", "兹|", YC_PAGE_STEP_CHARACTER, TRUE, NULL },
  { "chinese-word", "|居民委员会证明", YC_PAGE_STEP_WORD, TRUE, "居民|委员会证明" },
  { "chinese-word-back", "特此证明|", YC_PAGE_STEP_WORD, FALSE, "特此|证明" },
  { "number", "编号|ZM01-2026-000123-U。", YC_PAGE_STEP_WORD, TRUE, "编号ZM01-2026-000123-U|。" },
  { "over-blanks", "one|  two", YC_PAGE_STEP_WORD, TRUE, "one  two|" },
  { "no-more-words", "one |  ", YC_PAGE_STEP_WORD, TRUE, NULL },
  { "below", "兹证|明本户\n特此证明", YC_PAGE_STEP_LINE, TRUE, "兹证明本户\n特此|证明" },
  { "below-a-short-one", "兹证明本|户\n特此\n", YC_PAGE_STEP_LINE, TRUE, "兹证明本户\n特|此\n" },
  { "above", "兹证明\n特|此", YC_PAGE_STEP_LINE, FALSE, "兹|证明\n特此" },
  { "no-line-below", "兹\n特|此", YC_PAGE_STEP_LINE, TRUE, NULL },
  { "no-line-above", "兹|证\n特此", YC_PAGE_STEP_LINE, FALSE, NULL },
  { "end", "兹|证明\n特此", YC_PAGE_STEP_LINE_END, TRUE, "兹证明|\n特此" },
  { "beginning", "兹证明\n特此|", YC_PAGE_STEP_LINE_END, FALSE, "兹证明\n|特此" },
  { "nothing", "|", YC_PAGE_STEP_WORD, TRUE, NULL },
};

static YcPageText *
create_text (const char *marked, guint *caret)
{
  g_auto (GStrv) parts = g_strsplit (marked, "|", 2);
  g_autofree char *whole = g_strjoinv ("", parts);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (YcPageArea));
  float left = 0, top = 0;

  *caret = (guint) g_utf8_strlen (parts[0], -1);
  for (const char *at = whole; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean ends = *at == '\n';
      const YcPageArea area = { left, top, left + (ends ? 0 : 10), top + 15 };

      g_array_append_val (areas, area);
      left = ends ? 0 : left + 10;
      top += ends ? 20 : 0;
    }
  return yc_page_text_new (whole, areas);
}

static void
test_step (gconstpointer data)
{
  const Step *row = data;
  guint caret, expected;
  g_autoptr (YcPageText) text = create_text (row->before, &caret);
  g_autoptr (YcPageText) same =
      create_text (row->after != NULL ? row->after : row->before, &expected);

  g_assert_cmpint (yc_page_steps_go (text, row->step, row->forward, &caret), ==,
                   row->after != NULL);
  g_assert_cmpuint (caret, ==, expected);
}

/* Text, a mark before one of the word's characters, the word. */
static const char *const pressed[][2] = {
  { "特此证|明。", "证明" },                   { "位于居|民委员会", "居民" },
  { "编号：ZM01-2026|-000123-U，", "ZM01-2026-000123-U" },
  { "mail|to a.b@example.cn.", "mailto" },       { "到 a.b|@example.cn.", "a.b@example.cn" },
  { "440119|199001011234", "440119199001011234" }, { "兹|，证", "，" },
  { "䶮|𠮷先生", "𠮷" },                          { "尾|", "" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pressed); i++)
    {
      guint caret, first, n;
      g_autoptr (YcPageText) text = create_text (pressed[i][0], &caret);
      g_autofree char *word = NULL;

      yc_page_steps_find_word (text, caret, &first, &n);
      word = yc_page_text_copy (text, first, n);
      g_assert_cmpstr (word, ==, pressed[i][1]);
    }
}

static void
test_find (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (YcPageArea));
  g_autoptr (YcPageText) text = yc_page_text_new (row->text, areas);
  g_autoptr (GArray) places = yc_page_text_find (text, row->words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i += 2)
    {
      g_autofree char *part = yc_page_text_copy (text, g_array_index (places, guint, i),
                                                 g_array_index (places, guint, i + 1));

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", part);
    }
  g_assert_cmpstr (found->str, ==, row->found);
}

static YcDocument *
load_well (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  YcDocument *document = yc_test_document_load (pdf, YC_DOCUMENT_FOREIGN, &error);

  g_assert_no_error (error);
  g_bytes_unref (pdf);
  return document;
}

static YcPageText *
load_layout (YcDocument *document, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcPageText *text;

  yc_document_load_layout_async (document, page, NULL, yc_test_document_keep, &result);
  text = yc_document_load_layout_finish (document, yc_test_document_wait (&result), &error);
  g_assert_no_error (error);
  return text;
}

/* The words stand where they are drawn. */
static void
test_areas (void)
{
  g_autoptr (YcDocument) document =
      load_well (yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT));
  g_autoptr (YcPageText) text = load_layout (document, 0);
  g_autoptr (GArray) places = yc_page_text_find (text, "样例证明");
  g_autoptr (GArray) areas = NULL;
  const YcPageArea *area;
  guint first;

  g_assert_cmpstr (yc_page_text_get_text (text), ==, "第 1 页 样例证明");
  g_assert_cmpuint (places->len, ==, 2);
  first = g_array_index (places, guint, 0);
  g_assert_cmpuint (first, ==, 6);
  areas = yc_page_text_list_areas (text, first, g_array_index (places, guint, 1));
  g_assert_cmpuint (areas->len, ==, 1);
  area = &g_array_index (areas, YcPageArea, 0);
  /* Four characters of 16 points at 96 pixels an inch, in the upper left with a margin of 72. */
  g_assert_cmpfloat_with_epsilon (area->right - area->left, 4 * 16 * 96 / 72, 3);
  g_assert_cmpfloat (area->left, >, 72 + 3 * 16);
  g_assert_cmpfloat (area->top, >, 60);
  g_assert_cmpfloat (area->bottom, <, 110);
  g_assert_cmpuint (yc_page_text_find_character (text, area->left + 1, area->top + 5), ==, first);
  g_assert_cmpuint (yc_page_text_find_character (text, area->right + 500, area->top + 5), ==,
                    first + 3);
}

static guint
count_plainly (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + strlen (words), words))
    n++;
  return n;
}

static char *
remove_blanks (const char *text)
{
  GString *rest = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (rest, g_utf8_get_char (at));
  return g_string_free (rest, FALSE);
}

/* Every six characters that follow each other on a full page are found as often as a plain search
 * finds them where lines have no ends. */
static void
test_against_plain_search (void)
{
  static const char line[] = "兹证明本户实际居住人数与申报一致，特此证明。";
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new_full ());
  g_autoptr (YcPageText) text = load_layout (document, 0);
  g_autofree char *plain = remove_blanks (yc_page_text_get_text (text));
  glong length = g_utf8_strlen (line, -1);

  g_assert_cmpuint (count_plainly (plain, line), >=, 10);
  for (glong i = 0; i + 6 <= length; i++)
    {
      g_autofree char *words = g_utf8_substring (line, i, i + 6);
      g_autoptr (GArray) places = yc_page_text_find (text, words);

      g_assert_cmpuint (places->len / 2, ==, count_plainly (plain, words));
    }
}

static void
await (YcDocumentSearch *search)
{
  while (!yc_document_search_is_done (search))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_search (void)
{
  g_autoptr (YcDocument) document =
      load_well (yc_test_pdf_new (45, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT));
  g_autoptr (YcDocumentSearch) search = yc_document_search_new (document);

  g_assert_true (yc_document_search_is_done (search));
  yc_document_search_set_words (search, "第3");
  /* Other words before it is done: nothing of the first ones is left. */
  yc_document_search_set_words (search, "样例");
  await (search);
  g_assert_cmpuint (yc_document_search_get_n_found (search), ==, 45);
  g_assert_cmpuint (yc_document_search_get_page (search, 44), ==, 44);
  g_assert_cmpuint (yc_document_search_find_from (search, 7), ==, 7);
  g_assert_cmpuint (yc_document_search_get_areas (search, 0)->len, ==, 1);
  yc_document_search_set_words (search, "第4");
  await (search);
  g_assert_cmpuint (yc_document_search_get_n_found (search), ==, 7);
  g_assert_cmpuint (yc_document_search_find_from (search, 44), ==, 6);
  g_assert_cmpuint (yc_document_search_find_from (search, 45), ==, 0);
  yc_document_search_set_words (search, "没有");
  await (search);
  g_assert_cmpuint (yc_document_search_get_n_found (search), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page-text/find/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  g_test_add_func ("/page-text/areas", test_areas);
  g_test_add_func ("/page-text/against-plain-search", test_against_plain_search);
  g_test_add_func ("/page-text/search", test_search);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strconcat ("/page-text/step/", steps[i].name, NULL);

      g_test_add_data_func (path, &steps[i], test_step);
    }
  g_test_add_func ("/page-text/words", test_words);
  return g_test_run ();
}
