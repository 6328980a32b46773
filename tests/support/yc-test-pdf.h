/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents for tests, good and bad. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_TEST_PDF_A4_WIDTH 595.28 /* points */
#define YC_TEST_PDF_A4_HEIGHT 841.89

/* Pages of this size in points, each with the text "第 N 页 样例证明" in the upper left. */
GBytes *yc_test_pdf_new           (guint n_pages, double width, double height);
/* One A4 page that looks like a certificate: a page full of text. */
GBytes *yc_test_pdf_new_full      (void);
/* Begins as a PDF does, and then there is nothing sensible. */
GBytes *yc_test_pdf_new_damaged   (void);
/* A well-formed file of one page with this MediaBox, for sizes that no tool would write. */
GBytes *yc_test_pdf_new_media_box (const char *media_box);
/* Objects 1 to n with a right cross-reference table; 1 is the catalog. @trailer: what else the
 * trailer says. */
GBytes *yc_test_pdf_new_objects   (const char *const *objects, const char *trailer);
/* A page that is never drawn to its end: ten forms, each of which draws the next one ten times. */
GBytes *yc_test_pdf_new_endless   (void);
/* Asks for a password. */
GBytes *yc_test_pdf_new_encrypted (void);
/* Opens for everybody, but says that it must not be printed. */
GBytes *yc_test_pdf_new_forbidden (void);

G_END_DECLS
