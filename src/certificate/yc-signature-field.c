/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a PDF's one signature and what it covers. It does not follow the file's own tables, which
 * an attacker may have written: it wants one byte range in the whole file that starts at its first
 * byte, ends at its last, and leaves out nothing but one string of hexadecimal digits. Then every
 * byte is either signed or a digit of the signature, whatever a reader makes of the file. */
#include "yc-signature-field-private.h"

#include <string.h>

#define RANGE_KEY "/ByteRange"
#define CONTENTS_KEY "/Contents"
#define SERIAL_KEY "/YC_Serial"
#define LAST_DAY_KEY "/YC_ValidUntil"
#define MAX_SERIAL 128

static YcPdfSpan
get_span (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return (YcPdfSpan){ data, data + size };
}

/* Finds @key; counts how often it is there. */
static guint
find_key (YcPdfSpan span, const char *key, YcPdfSpan *behind)
{
  guint count = 0;

  for (const char *found = yc_pdf_find_word (span, key); found != NULL;
       found = yc_pdf_find_word (span, key))
    {
      span.at = found + strlen (key);
      if (count++ == 0)
        *behind = span;
    }

  return count;
}

static gboolean
begins_as_pdf (YcPdfSpan file)
{
  return yc_pdf_get_length (file) > 16 && memcmp (file.at, "%PDF-", 5) == 0;
}

/* A PDF ends with "%%EOF" and a line end, which some writers leave out. */
static gboolean
ends_as_pdf (YcPdfSpan file)
{
  while (file.end > file.at && (file.end[-1] == '\n' || file.end[-1] == '\r'))
    file.end--;

  return yc_pdf_get_length (file) > 5 && memcmp (file.end - 5, "%%EOF", 5) == 0;
}

static gboolean
read_range (YcPdfSpan in, gsize numbers[4])
{
  if (!yc_pdf_skip_word (&in, "["))
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (!yc_pdf_read_number (&in, &numbers[i]))
      return FALSE;

  return yc_pdf_skip_word (&in, "]");
}

/* From the first byte, to @size, and in between one gap. */
static gboolean
is_whole (gsize size, const gsize numbers[4])
{
  return numbers[0] == 0 && numbers[1] > 0 && numbers[1] < numbers[2] && numbers[2] < size &&
         numbers[3] == size - numbers[2];
}

/* Whether the gap is the value of the dictionary's /Contents. */
static gboolean
follows_contents (YcPdfSpan file, const char *gap)
{
  const char *p = gap;
  gsize length = strlen (CONTENTS_KEY);

  while (p > file.at && yc_pdf_is_space (p[-1]))
    p--;

  return (gsize) (p - file.at) > length && memcmp (p - length, CONTENTS_KEY, length) == 0;
}

/* "<digits>", all digits of one case: another spelling of the same signature is a changed file. */
static GBytes *
decode_gap (YcPdfSpan gap)
{
  gsize n_digits = yc_pdf_get_length (gap) - 2;
  g_autofree guint8 *der = NULL;
  gboolean lower = FALSE, upper = FALSE;

  if (yc_pdf_get_length (gap) < 4 || *gap.at != '<' || gap.end[-1] != '>' || n_digits % 2 != 0)
    return NULL;

  der = g_new0 (guint8, n_digits / 2);
  for (gsize i = 0; i < n_digits; i++)
    {
      char c = gap.at[1 + i];

      if (!g_ascii_isxdigit (c))
        return NULL;
      lower |= g_ascii_islower (c);
      upper |= g_ascii_isupper (c);
      der[i / 2] = (guint8) (der[i / 2] << 4 | g_ascii_xdigit_value (c));
    }
  if (lower && upper)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&der), n_digits / 2);
}

static GBytes *
join_covered (YcPdfSpan file, YcPdfSpan gap)
{
  gsize before = (gsize) (gap.at - file.at);
  gsize after = (gsize) (file.end - gap.end);
  guint8 *covered = g_malloc (before + after);

  memcpy (covered, file.at, before);
  memcpy (covered + before, gap.end, after);

  return g_bytes_new_take (covered, before + after);
}

/* Fills @self unless the result is a complaint. @pdf may be anything. */
YcFieldResult
yc_signature_field_find (YcSignatureField *self, GBytes *pdf)
{
  YcPdfSpan file = get_span (pdf);
  YcPdfSpan behind, gap;
  gsize numbers[4];

  *self = (YcSignatureField){ NULL };
  self->n_ranges = find_key (file, RANGE_KEY, &behind);
  if (!begins_as_pdf (file))
    return YC_FIELD_NO_PDF;
  if (self->n_ranges > 1)
    return YC_FIELD_MANY;
  if (!ends_as_pdf (file))
    return self->n_ranges == 0 ? YC_FIELD_NO_PDF : YC_FIELD_UNCOVERED;
  if (self->n_ranges == 0)
    return YC_FIELD_NONE;
  if (!read_range (behind, numbers))
    return YC_FIELD_GARBLED;
  if (!is_whole (yc_pdf_get_length (file), numbers))
    return YC_FIELD_UNCOVERED;

  gap = (YcPdfSpan){ file.at + numbers[1], file.at + numbers[2] };
  self->der = follows_contents (file, gap.at) ? decode_gap (gap) : NULL;
  if (self->der == NULL)
    return YC_FIELD_UNCOVERED;
  self->covered = join_covered (file, gap);

  return YC_FIELD_FOUND;
}

/* Where the part ends that the file's first signature covers, if more follows it; 0 otherwise. */
gsize
yc_signature_field_find_end (GBytes *pdf)
{
  YcPdfSpan file = get_span (pdf);
  YcPdfSpan behind;
  gsize numbers[4];
  gsize end;

  if (find_key (file, RANGE_KEY, &behind) == 0 || !read_range (behind, numbers))
    return 0;
  end = numbers[2] + numbers[3];

  return end < yc_pdf_get_length (file) && is_whole (end, numbers) ? end : 0;
}

void
yc_signature_field_clear (YcSignatureField *self)
{
  g_clear_pointer (&self->covered, g_bytes_unref);
  g_clear_pointer (&self->der, g_bytes_unref);
}

/* A text string "<FEFF…>" of plain ASCII characters. */
static char *
decode_ascii (YcPdfSpan in)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!yc_pdf_skip_word (&in, "<FEFF"))
    return NULL;
  while (yc_pdf_get_length (in) >= 4 && *in.at != '>' && out->len < MAX_SERIAL)
    {
      int high = g_ascii_xdigit_value (in.at[2]);
      int low = g_ascii_xdigit_value (in.at[3]);
      int c = high < 0 || low < 0 ? -1 : high * 16 + low;

      if (in.at[0] != '0' || in.at[1] != '0' || c < 0x21 || c > 0x7e)
        return NULL;
      g_string_append_c (out, (char) c);
      in.at += 4;
    }
  if (yc_pdf_get_length (in) == 0 || *in.at != '>')
    return NULL;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* As the signed bytes hold it once; NULL if they do not. */
static char *
dup_text (YcSignatureField *self, const char *key)
{
  YcPdfSpan behind;

  if (find_key (get_span (self->covered), key, &behind) != 1)
    return NULL;

  return decode_ascii (behind);
}

/* (nullable): the certificate's number */
char *
yc_signature_field_dup_serial (YcSignatureField *self)
{
  return dup_text (self, SERIAL_KEY);
}

/* (nullable): its last day, which may yet be anything */
char *
yc_signature_field_dup_last_day (YcSignatureField *self)
{
  return dup_text (self, LAST_DAY_KEY);
}
