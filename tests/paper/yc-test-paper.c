/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Poppler reads of sheets of paper. */
#include "yc-test-paper.h"

#include <string.h>

#include "yc-test-sheet.h"

/* Without spaces: how many there are between two characters is Poppler's guess. */
char *
yc_test_paper_read_text (GBytes *pdf)
{
  g_autofree char *raw = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);
  GString *text = g_string_new (raw);

  g_string_replace (text, " ", "", 0);
  return g_string_free (text, FALSE);
}

guint
yc_test_paper_count_pages (GBytes *pdf)
{
  g_autofree char *info = yc_test_sheet_run (pdf, "pdfinfo", "", FALSE);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (strstr (info, "(A4)"));
  return (guint) g_ascii_strtoull (pages + 6 + strspn (pages + 6, " "), NULL, 10);
}

void
yc_test_paper_assert_has (const char *text,
                          const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

void
yc_test_paper_assert_lacks (const char *text,
                            const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” is in: %s", words, text);
}
