/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from a certificate's bytes to the pixels of its first page, at the size of
 * paper on screen. The first of a process, which loads fonts, is told apart. */
#include <stdlib.h>

#include "yc-test-document.h"
#include "yc-test-pdf.h"

#define N_ROUNDS 100
#define SCALE (96.0 / 72.0)

static double
show_first_page (GBytes *pdf)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, NULL);
  g_autoptr (YcPixels) pixels = NULL;

  g_assert_nonnull (document);
  pixels = yc_test_document_render (document, 0, SCALE, NULL);
  g_assert_nonnull (pixels);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

int
main (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_full ();
  double times[N_ROUNDS];
  double first = show_first_page (pdf);

  for (guint i = 0; i < N_ROUNDS; i++)
    times[i] = show_first_page (pdf);
  qsort (times, N_ROUNDS, sizeof *times, compare);
  g_print ("{\"bench\":\"preview-first-page\",\"unit\":\"ms\",\"rounds\":%d,\"first\":%.2f,"
           "\"p50\":%.2f,\"p99\":%.2f,\"budget\":50}\n",
           N_ROUNDS, first, times[N_ROUNDS / 2], times[N_ROUNDS * 99 / 100]);
  return 0;
}
