/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds to a PDF what an incremental update adds: new and replaced objects, and their table
 * (ISO 32000-1, 7.5.6). The original bytes stay as they are. */
#include "yc-pdf-update-private.h"

#include <string.h>

typedef struct
{
  guint number;
  gsize offset;
} Entry;

struct _YcPdfUpdate
{
  YcPdfFile *file;
  GString   *out;
  GArray    *entries;
  guint      size;
  char      *id;
};

YcPdfUpdate *
yc_pdf_update_new (YcPdfFile *file, GBytes *original)
{
  YcPdfUpdate *self = g_new0 (YcPdfUpdate, 1);
  gsize size;
  const char *data = g_bytes_get_data (original, &size);

  self->file = file;
  self->out = g_string_sized_new (size + 65536);
  g_string_append_len (self->out, data, (gssize) size);
  if (size > 0 && data[size - 1] != '\n')
    g_string_append_c (self->out, '\n');
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->size = yc_pdf_file_get_size (file);
  self->id = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, original);

  return self;
}

void
yc_pdf_update_free (YcPdfUpdate *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_array_unref (self->entries);
  g_free (self->id);
  g_free (self);
}

/* A number for an object that the file has not yet. */
guint
yc_pdf_update_add_number (YcPdfUpdate *self)
{
  return self->size++;
}

/* Begins object @number, in the file or new; its value is to be appended to the result. */
GString *
yc_pdf_update_begin (YcPdfUpdate *self, guint number)
{
  Entry entry = { number, self->out->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->out, "%u 0 obj\n", number);

  return self->out;
}

void
yc_pdf_update_end (YcPdfUpdate *self)
{
  g_string_append (self->out, "\nendobj\n");
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->number < second->number ? -1 : first->number > second->number;
}

static void
append_table (YcPdfUpdate *self)
{
  g_array_sort (self->entries, compare_entries);
  g_string_append (self->out, "xref\n0 1\n0000000000 65535 f \n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_string_append_printf (self->out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                              entry->number, entry->offset);
    }
}

static void
append_member (YcPdfUpdate *self, const char *key)
{
  YcPdfSpan value;

  if (!yc_pdf_find_key (yc_pdf_file_get_trailer (self->file), key, &value))
    return;

  g_string_append_printf (self->out, " %s ", key);
  g_string_append_len (self->out, value.at, value.end - value.at);
}

/* The table and trailer. Returns the whole file, which may be patched in place but keeps its
 * length. */
GString *
yc_pdf_update_finish (YcPdfUpdate *self)
{
  gsize table = self->out->len;

  append_table (self);
  g_string_append_printf (self->out, "trailer\n<< /Size %u", self->size);
  append_member (self, "/Root");
  append_member (self, "/Info");
  g_string_append_printf (self->out, " /Prev %" G_GSIZE_FORMAT " /ID [<%s> <%s>] >>\n",
                          yc_pdf_file_get_table (self->file), self->id, self->id);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);

  return g_steal_pointer (&self->out);
}

/* With two decimals and a point whatever the locale says. */
void
yc_pdf_append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

/* A text string in UTF-16 with byte order mark, as hexadecimal digits: nothing to escape. */
void
yc_pdf_append_text (GString *out, const char *utf8)
{
  glong length = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (utf8, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", utf16[i]);
  g_string_append_c (out, '>');
}

void
yc_pdf_append_hex (GString *out, const guint8 *data, gsize size)
{
  static const char digits[] = "0123456789abcdef";

  for (gsize i = 0; i < size; i++)
    {
      g_string_append_c (out, digits[data[i] >> 4]);
      g_string_append_c (out, digits[data[i] & 15]);
    }
}
