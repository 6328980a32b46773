/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says on the paper of an issued certificate which of its printings it is. */
#include "yc-print-mark.h"

#include "yc-certificate-error.h"
#include "yc-certificate-seal-private.h"
#include "yc-pdf-update-private.h"
#include "yc-sheet-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What was composed, and what signed it. */
#define REVISIONS 2
/* Above the head, and still where every printer prints; to the right edge of the usual text. */
#define TOP YC_MM (10)
#define SIDE YC_MM (26)

static const YcSheetFont font = { .size = 9.0, .leading = 14.2 };

typedef struct
{
  YcPdfFile    *file;
  YcPdfUpdate  *update;
  PangoContext *context;
  const char   *words;
  /* Keeps the page's own drawing from moving the mark. */
  guint         before;
} Job;

/* The paper's width and height. */
static gboolean
read_paper (YcPdfSpan page, double *width, double *height)
{
  return yc_pdf_page_read_paper (page, width, height) && *width > 2.0 * SIDE && *height > 2.0 * TOP;
}

/* As outlines, so that the page needs no other font. */
static gboolean
write_words (Job *job, GString *out, double width, double height, GError **error)
{
  g_autoptr (GArray) lines = yc_sheet_set_text (job->context, job->words, &font, YC_SHEET_RIGHT, 0.0,
                                                width - 2.0 * SIDE, error);
  const YcSheetLine *line;
  cairo_t *cr;

  if (lines == NULL)
    return FALSE;
  line = &g_array_index (lines, YcSheetLine, 0);
  cr = yc_seal_ink_create_drawing (0.0);
  cairo_move_to (cr, SIDE + line->x, TOP + line->baseline - height);
  pango_cairo_layout_line_path (cr, line->line);
  yc_seal_ink_append_path (out, cr);
  cairo_destroy (cr);
  return TRUE;
}

/* Returns the number of the new content. */
static guint
write_content (Job *job, const char *content, gsize length)
{
  guint number = yc_pdf_update_add_number (job->update);
  GString *out = yc_pdf_update_begin (job->update, number);

  g_string_append_printf (out, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n", length);
  g_string_append_len (out, content, (gssize) length);
  g_string_append (out, "\nendstream");
  yc_pdf_update_end (job->update);
  return number;
}

/* The page as it was, with the mark behind what it shows. */
static void
write_page (Job *job, guint number, YcPdfSpan page, YcPdfSpan contents, guint mark)
{
  GString *out = yc_pdf_update_begin (job->update, number);

  g_string_append_len (out, page.at, contents.at - page.at);
  g_string_append_printf (out, " [ %u 0 R ", job->before);
  g_string_append_len (out, contents.at, contents.end - contents.at);
  g_string_append_printf (out, " %u 0 R ]", mark);
  g_string_append_len (out, contents.end, page.end - contents.end);
  yc_pdf_update_end (job->update);
}

static gboolean
mark_page (Job *job, guint number, GError **error)
{
  g_autoptr (GString) drawing = g_string_new ("\nQ q 0.2 g\n");
  YcPdfSpan page, contents;
  double width, height;
  guint own;

  if (!yc_pdf_file_get_object (job->file, number, &page) ||
      !yc_pdf_find_key (page, "/Contents", &contents) || !yc_pdf_read_ref (contents, &own) ||
      !read_paper (page, &width, &height))
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT,
                           _("The PDF is not a composed sheet: it cannot be marked"));
      return FALSE;
    }
  if (!write_words (job, drawing, width, height, error))
    return FALSE;
  g_string_append (drawing, "f Q\n");
  write_page (job, number, page, contents, write_content (job, drawing->str, drawing->len));
  return TRUE;
}

static gboolean
mark_pages (Job *job, GError **error)
{
  guint number;

  /* Print filters put the parts of a page's content together without anything between them. */
  job->before = write_content (job, "q\n", 2);
  for (guint i = 0; yc_pdf_file_find_page (job->file, i, &number); i++)
    if (!mark_page (job, number, error))
      return FALSE;
  return TRUE;
}

static char *
describe (guint number, GDateTime *at)
{
  g_autoptr (GTimeZone) china = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (at, china);

  return g_strdup_printf ("第%u次打印  %d年%d月%d日", number, g_date_time_get_year (local),
                          g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

/* The caller holds yc_sheet_lock(). */
static GBytes *
add (YcPdfFile *file, GBytes *pdf, const char *words, GError **error)
{
  g_autoptr (YcPdfUpdate) update = yc_pdf_update_new (file, pdf);
  Job job = { file, update, yc_sheet_create_context (), words, 0 };
  GString *marked = mark_pages (&job, error) ? yc_pdf_update_finish (update) : NULL;

  g_object_unref (job.context);
  return marked != NULL ? g_string_free_to_bytes (marked) : NULL;
}

GBytes *
yc_print_mark_add (GBytes *pdf, guint number, GDateTime *at, GError **error)
{
  g_autoptr (YcPdfFile) file = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (number > 1, NULL);
  g_return_val_if_fail (at != NULL, NULL);

  file = yc_pdf_file_new (pdf, REVISIONS, error);
  if (file == NULL)
    return NULL;
  words = describe (number, at);
  locker = yc_sheet_lock ();
  return add (file, pdf, words, error);
}
