/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printer has, and that nothing is asked of it that it has not. */
#include <locale.h>

#include "yc-page-ranges.h"
#include "yc-printer-capabilities-private.h"
#include "yc-printing-error.h"

#define A4 "iso_a4_210x297mm"

static const char *const papers[] = {
  "na_letter_8.5x11in", "custom_min_10x10mm", "iso_a5_148x210mm",  A4, "custom_max_900x900mm", A4,
  "iso_a4.fullbleed_210x297mm", "nonsense", "om_env-10-fullbleed_104.78x241.3mm", "na_oficio_8.5x13.4in", NULL,
};
static const char *const both_sides[] = {
  "one-sided", "two-sided-long-edge", "two-sided-short-edge", "two-sided-moebius", NULL,
};

static const char *const trays[] = { "tray-1", "auto", "tray-2", "manual", "tray-2", "moon", NULL };

static YcPrinterCapabilities *
new_printer (const char        *default_paper,
             const char *const *sides,
             guint              max_copies)
{
  return yc_printer_capabilities_new (&(YcPrinterFeatures) {
      .papers = papers,
      .default_paper = default_paper,
      .sides = sides,
      .sources = trays,
      .max_copies = max_copies,
      .colour = TRUE,
  });
}

static void
test_papers (void)
{
  g_autoptr (YcPrinterCapabilities) capabilities =
      new_printer ("iso_a5_148x210mm", both_sides, 99);
  GListModel *model = yc_printer_capabilities_get_papers (capabilities);
  const char *expected[] = { "A5", "A4", "216 × 340 mm", "Letter" };

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (YcPrinterChoice) paper = g_list_model_get_item (model, i);

      g_assert_cmpstr (yc_printer_choice_get_title (paper), ==, expected[i]);
    }
}

static void
test_paper_measures (void)
{
  g_autoptr (YcPaper) paper = yc_paper_new_for_pwg (A4);

  g_assert_cmpfloat (yc_paper_get_width (paper), ==, 210.0);
  g_assert_cmpfloat (yc_paper_get_height (paper), ==, 297.0);
  g_assert_null (yc_paper_new_for_pwg ("custom_min_1x1mm"));
  g_assert_null (yc_paper_new_for_pwg (""));
  g_assert_null (yc_paper_new_for_pwg ("iso_a4_0x0mm"));
}

static void
test_nothing_known (void)
{
  g_autoptr (YcPrinterCapabilities) capabilities =
      yc_printer_capabilities_new (&(YcPrinterFeatures) { .default_paper = "" });

  g_assert_null (yc_printer_capabilities_get_default_paper (capabilities));
  g_assert_cmpint (yc_printer_capabilities_get_sides (capabilities), ==, YC_PRINT_SIDES_ONE);
  g_assert_cmpuint (yc_printer_capabilities_get_max_copies (capabilities), ==, 1);
}

static void
test_sources (void)
{
  static const char *const one_tray[] = { "tray-1", NULL };
  g_autoptr (YcPrinterCapabilities) many = new_printer (A4, both_sides, 1);
  g_autoptr (YcPrinterCapabilities) one =
      yc_printer_capabilities_new (&(YcPrinterFeatures) { .sources = one_tray });
  GListModel *model = yc_printer_capabilities_get_sources (many);
  const char *expected[] = { "The printer chooses", "Tray 1", "Tray 2", "Fed by hand", "moon" };

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (YcPrinterChoice) source = g_list_model_get_item (model, i);

      g_assert_cmpstr (yc_printer_choice_get_title (source), ==, expected[i]);
    }
  model = yc_printer_capabilities_get_sources (one);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  g_assert_true (yc_printer_capabilities_get_colour (many));
  g_assert_false (yc_printer_capabilities_get_colour (one));
}

typedef struct
{
  const char  *name;
  const char  *paper;
  YcPrintSides sides;
  guint        copies;
  gboolean     possible;
  const char  *source;
  const char  *pages;
} Wish;

static const Wish wishes[] = {
  { "default-paper", NULL, YC_PRINT_SIDES_ONE, 1, TRUE },
  { "a4-both-sides", A4, YC_PRINT_SIDES_LONG_EDGE, 3, TRUE },
  { "most-copies", A4, YC_PRINT_SIDES_ONE, 99, TRUE },
  { "too-many-copies", A4, YC_PRINT_SIDES_ONE, 100, FALSE },
  { "no-copies", A4, YC_PRINT_SIDES_ONE, 0, FALSE },
  { "other-paper", "iso_a3_297x420mm", YC_PRINT_SIDES_ONE, 1, FALSE },
  { "tray", A4, YC_PRINT_SIDES_ONE, 1, TRUE, "tray-2", NULL },
  { "other-tray", A4, YC_PRINT_SIDES_ONE, 1, FALSE, "tray-3", NULL },
  { "pages", A4, YC_PRINT_SIDES_ONE, 1, TRUE, NULL, "1-2" },
  { "no-pages", A4, YC_PRINT_SIDES_ONE, 1, FALSE, NULL, "2-1" },
};

static void
test_check (gconstpointer data)
{
  const Wish *wish = data;
  g_autoptr (YcPrinterCapabilities) capabilities =
      new_printer (A4, both_sides, 99);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("id");
  g_autoptr (GError) error = NULL;

  options->paper = g_strdup (wish->paper);
  options->source = g_strdup (wish->source);
  options->pages = g_strdup (wish->pages);
  options->sides = wish->sides;
  options->copies = wish->copies;
  g_assert_cmpint (yc_printer_capabilities_check (capabilities, options, &error), ==,
                   wish->possible);
  if (wish->possible)
    g_assert_no_error (error);
  else
    g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
}

static void
test_one_sided_printer (void)
{
  const char *const one_side[] = { "one-sided", NULL };
  g_autoptr (YcPrinterCapabilities) capabilities =
      new_printer (A4, one_side, 9);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("id");
  g_autoptr (GError) error = NULL;

  options->sides = YC_PRINT_SIDES_LONG_EDGE;
  g_assert_false (yc_printer_capabilities_check (capabilities, options, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
}

/* Pages as people type them, and as the print server wants them. */
static const struct
{
  const char *typed;
  const char *meant; /* NULL: not a list of pages */
} lists[] = {
  { "", "" },
  { "  ", "" },
  { "3", "3-3" },
  { "1-3,5", "1-3 5-5" },
  { "5,1-3", "1-3 5-5" },
  { "1-3,2-6,7", "1-7" },
  { "2-", "2-99999" },
  { "１－３，５", "1-3 5-5" },
  { "1至3、5", "1-3 5-5" },
  { "1~2；4", "1-2 4-4" },
  { "1,,2,", "1-2" },
  { "0", NULL },
  { "-3", NULL },
  { "3-1", NULL },
  { "1-2-3", NULL },
  { "one", NULL },
  { "1.5", NULL },
  { "100000", NULL },
  { "99999999999999999999", NULL },
};

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ranges = yc_page_ranges_parse (lists[i].typed, &error);
      g_autoptr (GString) read = g_string_new (NULL);

      g_test_message ("%s", lists[i].typed);
      g_assert_cmpint (ranges != NULL, ==, lists[i].meant != NULL);
      if (ranges == NULL)
        {
          g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
          continue;
        }
      for (guint j = 0; j < ranges->len; j++)
        g_string_append_printf (read, "%s%d-%d", j > 0 ? " " : "",
                                g_array_index (ranges, YcPageRange, j).first,
                                g_array_index (ranges, YcPageRange, j).last);
      g_assert_cmpstr (read->str, ==, lists[i].meant);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-capabilities/papers", test_papers);
  g_test_add_func ("/printer-capabilities/sources", test_sources);
  g_test_add_func ("/printer-capabilities/pages", test_pages);
  g_test_add_func ("/printer-capabilities/paper-measures", test_paper_measures);
  g_test_add_func ("/printer-capabilities/nothing-known", test_nothing_known);
  g_test_add_func ("/printer-capabilities/one-sided-printer", test_one_sided_printer);
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/printer-capabilities/check/%s", wishes[i].name);

      g_test_add_data_func (path, &wishes[i], test_check);
    }
  return g_test_run ();
}
