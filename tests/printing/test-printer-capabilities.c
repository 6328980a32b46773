/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printer has, and that nothing is asked of it that it has not. */
#include <locale.h>

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

static void
test_papers (void)
{
  g_autoptr (YcPrinterCapabilities) capabilities =
      yc_printer_capabilities_new (papers, "iso_a5_148x210mm", both_sides, 99);
  GListModel *model = yc_printer_capabilities_get_papers (capabilities);
  const char *expected[] = { "A5", "A4", "216 × 340 mm", "Letter" };

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (YcPaper) paper = g_list_model_get_item (model, i);

      g_assert_cmpstr (yc_paper_get_title (paper), ==, expected[i]);
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
      yc_printer_capabilities_new (NULL, "", NULL, 0);

  g_assert_null (yc_printer_capabilities_get_default_paper (capabilities));
  g_assert_cmpint (yc_printer_capabilities_get_sides (capabilities), ==, YC_PRINT_SIDES_ONE);
  g_assert_cmpuint (yc_printer_capabilities_get_max_copies (capabilities), ==, 1);
}

typedef struct
{
  const char  *name;
  const char  *paper;
  YcPrintSides sides;
  guint        copies;
  gboolean     possible;
} Wish;

static const Wish wishes[] = {
  { "default-paper", NULL, YC_PRINT_SIDES_ONE, 1, TRUE },
  { "a4-both-sides", A4, YC_PRINT_SIDES_LONG_EDGE, 3, TRUE },
  { "most-copies", A4, YC_PRINT_SIDES_ONE, 99, TRUE },
  { "too-many-copies", A4, YC_PRINT_SIDES_ONE, 100, FALSE },
  { "no-copies", A4, YC_PRINT_SIDES_ONE, 0, FALSE },
  { "other-paper", "iso_a3_297x420mm", YC_PRINT_SIDES_ONE, 1, FALSE },
};

static void
test_check (gconstpointer data)
{
  const Wish *wish = data;
  g_autoptr (YcPrinterCapabilities) capabilities =
      yc_printer_capabilities_new (papers, A4, both_sides, 99);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("id");
  g_autoptr (GError) error = NULL;

  options->paper = g_strdup (wish->paper);
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
      yc_printer_capabilities_new (papers, A4, one_side, 9);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("id");
  g_autoptr (GError) error = NULL;

  options->sides = YC_PRINT_SIDES_LONG_EDGE;
  g_assert_false (yc_printer_capabilities_check (capabilities, options, &error));
  g_assert_error (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printer-capabilities/papers", test_papers);
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
