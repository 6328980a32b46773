/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF with a classic cross-reference table, opened to be added to. It reads what cairo and other
 * plain writers of PDF 1.4 make; cross-reference streams are refused. */
#include "yc-pdf-file-private.h"
#include "yc-certificate-error.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_OBJECTS 100000
#define MAX_TREE_DEPTH 16
#define MAX_PAGES 1000
/* "startxref" stands within the last kilobyte. */
#define TAIL_SIZE 1024

struct _YcPdfFile
{
  GBytes    *bytes;
  YcPdfSpan  all;
  gsize      table;
  YcPdfSpan  trailer;
  GArray    *offsets;
};

static gboolean
seek (YcPdfFile *self, gsize offset, YcPdfSpan *out)
{
  if (offset >= yc_pdf_get_length (self->all))
    return FALSE;

  *out = (YcPdfSpan){ self->all.at + offset, self->all.end };

  return TRUE;
}

/* The last "startxref" and the number behind it. */
static gboolean
find_table (YcPdfFile *self)
{
  gsize length = yc_pdf_get_length (self->all);
  YcPdfSpan in = { self->all.end - MIN (length, TAIL_SIZE), self->all.end };
  gboolean found = FALSE;

  for (in.at = yc_pdf_find_word (in, "startxref"); in.at != NULL;
       in.at = yc_pdf_find_word (in, "startxref"))
    {
      yc_pdf_skip_word (&in, "startxref");
      found = yc_pdf_read_number (&in, &self->table);
    }

  return found;
}

/* "first count", then a line "offset generation n" for each object. */
static gboolean
read_section (YcPdfFile *self, YcPdfSpan *in)
{
  gsize first, count, offset, generation;

  if (!yc_pdf_read_number (in, &first) || !yc_pdf_read_number (in, &count) ||
      first > MAX_OBJECTS || count > MAX_OBJECTS - first)
    return FALSE;
  if (first + count > self->offsets->len)
    g_array_set_size (self->offsets, (guint) (first + count));

  for (gsize i = first; i < first + count; i++)
    {
      if (!yc_pdf_read_number (in, &offset) || !yc_pdf_read_number (in, &generation))
        return FALSE;
      if (!yc_pdf_skip_word (in, "n"))
        {
          if (!yc_pdf_skip_word (in, "f"))
            return FALSE;
        }
      /* A later revision has said where it is now. */
      else if (g_array_index (self->offsets, gsize, i) == 0)
        g_array_index (self->offsets, gsize, i) = offset;
    }

  return TRUE;
}

/* The last table first, then those that it goes back to. */
static gboolean
read_table (YcPdfFile *self, gsize table, guint n_revisions)
{
  YcPdfSpan in, trailer, previous;

  if (!seek (self, table, &in) || !yc_pdf_skip_word (&in, "xref"))
    return FALSE;
  while (!yc_pdf_skip_word (&in, "trailer"))
    if (!read_section (self, &in))
      return FALSE;
  if (!yc_pdf_read_value (&in, &trailer))
    return FALSE;
  if (self->trailer.at == NULL)
    self->trailer = trailer;

  return !yc_pdf_find_key (trailer, "/Prev", &previous) ||
         (n_revisions > 1 && yc_pdf_read_number (&previous, &table) &&
          read_table (self, table, n_revisions - 1));
}

/**
 * yc_pdf_file_new:
 * @bytes: a PDF
 * @n_revisions: of so many revisions at most
 * @error: return location
 *
 * Returns: (transfer full): the file, or %NULL with %YC_CERTIFICATE_ERROR_DOCUMENT
 */
YcPdfFile *
yc_pdf_file_new (GBytes *bytes, guint n_revisions, GError **error)
{
  g_autoptr (YcPdfFile) self = g_new0 (YcPdfFile, 1);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->all.at = g_bytes_get_data (bytes, &size);
  self->all.end = self->all.at + size;
  self->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));

  if (size < 8 || memcmp (self->all.at, "%PDF-1.", 7) != 0 || !find_table (self) ||
      !read_table (self, self->table, n_revisions))
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT,
                           _("The PDF is damaged, or was changed or signed already"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
yc_pdf_file_free (YcPdfFile *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->offsets);
  g_free (self);
}

/* Where the cross-reference table begins. */
gsize
yc_pdf_file_get_table (YcPdfFile *self)
{
  return self->table;
}

/* One more than the highest object number. */
guint
yc_pdf_file_get_size (YcPdfFile *self)
{
  return self->offsets->len;
}

YcPdfSpan
yc_pdf_file_get_trailer (YcPdfFile *self)
{
  return self->trailer;
}

/* The value of object @number, without "obj" and "endobj". */
gboolean
yc_pdf_file_get_object (YcPdfFile *self, guint number, YcPdfSpan *value)
{
  YcPdfSpan in;
  gsize found, generation;

  return number < self->offsets->len &&
         seek (self, g_array_index (self->offsets, gsize, number), &in) &&
         yc_pdf_read_number (&in, &found) && found == number &&
         yc_pdf_read_number (&in, &generation) && yc_pdf_skip_word (&in, "obj") &&
         yc_pdf_read_value (&in, value);
}

typedef struct
{
  YcPdfFile *file;
  guint      left;
  guint      budget;
} PageWalk;

/* Passes pages until none is left to pass. The budget ends trees that lead back into themselves. */
static gboolean
find_in_tree (PageWalk *walk, guint node, guint depth, guint *number)
{
  YcPdfSpan value, kids, kid;
  guint child;

  if (depth > MAX_TREE_DEPTH || walk->budget == 0 ||
      !yc_pdf_file_get_object (walk->file, node, &value))
    return FALSE;
  walk->budget--;

  if (!yc_pdf_find_key (value, "/Kids", &kids))
    {
      *number = node;
      return walk->left-- == 0;
    }

  if (!yc_pdf_skip_word (&kids, "["))
    return FALSE;
  while (walk->budget > 0 && yc_pdf_read_item (&kids, &kid))
    if (yc_pdf_read_ref (kid, &child) && find_in_tree (walk, child, depth + 1, number))
      return TRUE;

  return FALSE;
}

/* The object number of a page, counted from 0. */
gboolean
yc_pdf_file_find_page (YcPdfFile *self, guint page, guint *number)
{
  PageWalk walk = { self, page, MAX_PAGES };
  YcPdfSpan root, value;
  guint object;

  return yc_pdf_find_key (self->trailer, "/Root", &value) && yc_pdf_read_ref (value, &object) &&
         yc_pdf_file_get_object (self, object, &root) &&
         yc_pdf_find_key (root, "/Pages", &value) && yc_pdf_read_ref (value, &object) &&
         find_in_tree (&walk, object, 0, number);
}

/* How large the paper of @page is, in points; it begins at (0, 0), as all that we write does. */
gboolean
yc_pdf_page_read_paper (YcPdfSpan page, double *width, double *height)
{
  double edges[4];
  YcPdfSpan box, item;

  if (!yc_pdf_find_key (page, "/MediaBox", &box) || !yc_pdf_skip_word (&box, "["))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      if (!yc_pdf_read_item (&box, &item))
        return FALSE;
      edges[i] = g_ascii_strtod (item.at, NULL);
    }
  *width = edges[2];
  *height = edges[3];

  return edges[0] == 0.0 && edges[1] == 0.0;
}
