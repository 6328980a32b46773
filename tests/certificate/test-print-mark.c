/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of a further printing says which one it is, and all else on it is as it was. */
#include "yc-print-mark.h"

#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-test-sheet.h"

#include <stdio.h>
#include <string.h>

#define DPI 50
/* The mark's line at the head of the page, in pixels from the upper edge. */
#define MARK_TOP (9 * DPI / 25)
#define MARK_END (17 * DPI / 25)

typedef struct
{
  guint         width;
  guint         height;
  GBytes       *file;
  const guint8 *pixels;
} Picture;

static void
picture_clear (Picture *self)
{
  g_bytes_unref (self->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* A page in grey: "P5", width, height, 255, each on its line or behind a space, then the bytes. */
static Picture
take_picture (GBytes *pdf, const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                      "pdftoppm", "-gray", "-r", G_STRINGIFY (DPI), "-f", page, "-l", page, "-",
                      NULL);
  Picture self = { 0 };
  gsize size;

  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &self.file, NULL, &error);
  g_assert_no_error (error);
  self.pixels = g_bytes_get_data (self.file, &size);
  g_assert_cmpint (sscanf ((const char *) self.pixels, "P5 %u %u 255", &self.width, &self.height),
                   ==, 2);
  self.pixels += size - self.width * self.height;
  return self;
}

/* How many pixels differ in the rows from @first to before @end. */
static guint
count_different (const Picture *one, const Picture *two, guint first, guint end)
{
  guint n = 0;

  g_assert_cmpuint (one->width, ==, two->width);
  g_assert_cmpuint (one->height, ==, two->height);
  for (guint i = first * one->width; i < end * one->width; i++)
    n += ABS (one->pixels[i] - two->pixels[i]) > 32;
  return n;
}

static GBytes *
mark (GBytes *pdf, guint number)
{
  g_autoptr (GError) error = NULL;
  GBytes *marked = yc_print_mark_add (pdf, number, yc_test_sheet_get_time (), &error);

  g_assert_no_error (error);
  return marked;
}

static void
assert_marked (GBytes *issued, GBytes *marked, const char *page)
{
  g_auto (Picture) before = take_picture (issued, page);
  g_auto (Picture) after = take_picture (marked, page);

  g_assert_cmpuint (count_different (&before, &after, MARK_TOP, MARK_END), >, 30);
  g_assert_cmpuint (count_different (&before, &after, 0, MARK_TOP), ==, 0);
  g_assert_cmpuint (count_different (&before, &after, MARK_END, before.height), ==, 0);
}

/* Every page has the mark and nothing else that is new: words, number and QR code are the same. */
static void
test_pages (void)
{
  g_autoptr (GBytes) issued = yc_test_sheet_issue_sample (40);
  g_autoptr (GBytes) marked = mark (issued, 2);
  g_autofree char *words = yc_test_sheet_run (issued, "pdftotext", "-layout", TRUE);
  g_autofree char *words_after = yc_test_sheet_run (marked, "pdftotext", "-layout", TRUE);
  g_autofree char *code = yc_test_sheet_read_code (issued);
  g_autofree char *code_after = yc_test_sheet_read_code (marked);

  yc_test_sheet_save (marked, "printed-twice");
  assert_marked (issued, marked, "1");
  assert_marked (issued, marked, "2");
  g_assert_nonnull (strstr (words, "第 2 页"));
  g_assert_cmpstr (words, ==, words_after);
  g_assert_cmpstr (code, !=, "");
  g_assert_cmpstr (code, ==, code_after);
}

/* The second and the third printing can be told apart. */
static void
test_number (void)
{
  g_autoptr (GBytes) issued = yc_test_sheet_issue_sample (2);
  g_autoptr (GBytes) second = mark (issued, 2);
  g_autoptr (GBytes) third = mark (issued, 3);
  g_auto (Picture) one = take_picture (second, "1");
  g_auto (Picture) other = take_picture (third, "1");

  g_assert_cmpuint (count_different (&one, &other, MARK_TOP, MARK_END), >, 0);
}

/* Paper it is, no file: what was issued is whole in it, and still it never passes for it. */
static void
test_no_certificate (void)
{
  g_autoptr (GBytes) issued = yc_test_sheet_issue_sample (2);
  g_autoptr (GBytes) marked = mark (issued, 2);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (YcVerdict) before = yc_certificate_verify (issued, trust, NULL);
  g_autoptr (YcVerdict) after = yc_certificate_verify (marked, trust, NULL);

  g_assert_cmpint (yc_verdict_get_state (before), ==, YC_VERDICT_GENUINE);
  g_assert_cmpint (yc_verdict_get_state (after), ==, YC_VERDICT_EXTENDED);
}

/* What is no certificate, or was added to already, gets no mark. */
static void
test_others (void)
{
  static const char *const texts[] = { "", "%PDF-1.4\n", "no PDF at all" };
  g_autoptr (GBytes) issued = yc_test_sheet_issue_sample (2);
  g_autoptr (GBytes) marked = mark (issued, 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_print_mark_add (marked, 3, yc_test_sheet_get_time (), &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_clear_error (&error);
      g_assert_null (yc_print_mark_add (pdf, 2, yc_test_sheet_get_time (), &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/print-mark/pages", test_pages);
  g_test_add_func ("/certificate/print-mark/number", test_number);
  g_test_add_func ("/certificate/print-mark/no-certificate", test_no_certificate);
  g_test_add_func ("/certificate/print-mark/others", test_others);

  return g_test_run ();
}
