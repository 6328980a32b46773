/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a camera notes in a file beside the picture: where it was taken, when and with what.
 *
 * Segments are copied or left, as jpegtran does, but without a decoder: files come from anywhere,
 * and only the page server, which is locked in, decodes them. */
#include "yc-picture-notes.h"

#include <string.h>

#include "yc-file-type.h"

/* ITU-T T.81, annex B */
#define JPEG_START 0xd8
#define JPEG_END 0xd9
#define JPEG_SCAN 0xda
#define JPEG_FIRST_RESTART 0xd0
#define JPEG_LAST_RESTART 0xd7
#define JPEG_FIRST_FRAME 0xc0
#define JPEG_LAST_HIERARCHY 0xdf
#define JPEG_APPLICATION 0xe0

/* PNG, third edition */
#define PNG_SIGNATURE_BYTES 8
#define PNG_CHUNK_BYTES 12

/* CIPA DC-008 (Exif 2.32), 4.6.2 and 4.6.4: a TIFF file behind six bytes */
#define EXIF "Exif\0"
#define TIFF_HEAD_BYTES 8
#define TIFF_ENTRY_BYTES 12
#define TIFF_ORIENTATION 0x0112
#define TIFF_SHORT 3
#define UPRIGHT 1
#define LAST_ORIENTATION 8

typedef struct
{
  const guint8 *data;
  gsize         length;
  GByteArray   *kept;
  gboolean      turned;
} Removal;

static void
keep (Removal *self,
      gsize    from,
      gsize    to)
{
  g_byte_array_append (self->kept, self->data + from, (guint) (to - from));
}

static guint32
read_number (const guint8 *data,
             guint         n_bytes,
             gboolean      little)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | data[little ? n_bytes - 1 - i : i];
  return number;
}

/* How the camera was held: 1 to 8, upright where nothing sound says so. */
static guint
read_orientation (const guint8 *tiff,
                  gsize         length)
{
  gboolean little = length >= TIFF_HEAD_BYTES && tiff[0] == 'I';
  gsize at = length >= TIFF_HEAD_BYTES ? read_number (tiff + 4, 4, little) : length;
  guint n_entries;

  if (at > length || length - at < 2)
    return UPRIGHT;
  n_entries = read_number (tiff + at, 2, little);
  at += 2;
  for (guint i = 0; i < n_entries && length - at >= TIFF_ENTRY_BYTES; i++, at += TIFF_ENTRY_BYTES)
    {
      guint value = read_number (tiff + at + 8, 2, little);

      if (read_number (tiff + at, 2, little) == TIFF_ORIENTATION &&
          read_number (tiff + at + 2, 2, little) == TIFF_SHORT)
        return value >= UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
    }
  return UPRIGHT;
}

/* Exif that says nothing else; gdk-pixbuf reads none of fewer than 32 bytes, so it ends in room. */
static void
keep_orientation (Removal      *self,
                  const guint8 *tiff,
                  gsize         length)
{
  guint8 segment[] = "\xff\xe1\0\x28" "Exif\0\0" "MM\0\x2a\0\0\0\x08" "\0\x01"
                     "\x01\x12\0\x03\0\0\0\x01\0\0\0\0" "\0\0\0\0" "\0\0\0\0\0";
  guint orientation = read_orientation (tiff, length);

  if (self->turned || orientation == UPRIGHT)
    return;
  self->turned = TRUE;
  segment[29] = (guint8) orientation;
  g_byte_array_append (self->kept, segment, sizeof segment);
}

/* Of what applications add, colours need three: JFIF, an ICC profile, and Adobe's transform. */
static gboolean
is_needed (guint8        marker,
           const guint8 *content,
           gsize         length)
{
  static const struct
  {
    guint8      marker;
    const char *name;
    gsize       n_bytes;
  } needed[] = {
    { JPEG_APPLICATION, "JFIF", 5 },
    { JPEG_APPLICATION + 2, "ICC_PROFILE", 12 },
    { JPEG_APPLICATION + 14, "Adobe", 5 },
  };

  if (marker >= JPEG_FIRST_FRAME && marker <= JPEG_LAST_HIERARCHY)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (marker == needed[i].marker && length >= needed[i].n_bytes &&
        memcmp (content, needed[i].name, needed[i].n_bytes) == 0)
      return TRUE;
  return FALSE;
}

static void
take_segment (Removal *self,
              gsize    at,
              gsize    end)
{
  const guint8 *content = self->data + at + 4;
  gsize length = end - at - 4;
  guint8 marker = self->data[at + 1];

  if (is_needed (marker, content, length))
    keep (self, at, end);
  else if (marker == JPEG_APPLICATION + 1 && length > sizeof EXIF &&
           memcmp (content, EXIF, sizeof EXIF) == 0)
    keep_orientation (self, content + sizeof EXIF, length - sizeof EXIF);
}

static gboolean
stands_alone (guint8 marker)
{
  return marker <= 0x01 || (marker >= JPEG_FIRST_RESTART && marker <= JPEG_START);
}

/* Behind a scan's head its pixels go on to the next marker. */
static gsize
find_scan_end (Removal *self,
               gsize    at)
{
  const guint8 *found;

  while (at < self->length &&
         (found = memchr (self->data + at, 0xff, self->length - at)) != NULL)
    {
      guint8 next;

      at = (gsize) (found - self->data);
      if (self->length - at < 2)
        return self->length;
      next = found[1];
      if (next != 0 && next != 0xff && !(next >= JPEG_FIRST_RESTART && next <= JPEG_LAST_RESTART))
        return at;
      at += next == 0xff ? 1 : 2;
    }
  return self->length;
}

static void
take_jpeg (Removal *self)
{
  gsize at = 2;

  keep (self, 0, at);
  while (self->length - at >= 2)
    {
      guint8 marker = self->data[at + 1];
      gsize size, end;

      if (self->data[at] != 0xff || marker == 0xff || stands_alone (marker))
        {
          at += self->data[at] == 0xff && marker != 0xff ? 2 : 1;
          continue;
        }
      if (marker == JPEG_END)
        keep (self, at, at + 2);
      size = self->length - at >= 4 ? read_number (self->data + at + 2, 2, FALSE) : 0;
      if (marker == JPEG_END || size < 2 || size > self->length - at - 2)
        return;
      end = at + 2 + size;
      if (marker == JPEG_SCAN)
        end = find_scan_end (self, end);
      take_segment (self, at, end);
      at = end;
    }
}

static void
take_png (Removal *self)
{
  static const char needed[] = "IHDRPLTEIDATIENDtRNScHRMcICPgAMAiCCPsBITsRGBbKGDhISTsPLTpHYs";
  gsize at = PNG_SIGNATURE_BYTES;

  keep (self, 0, at);
  while (self->length - at >= PNG_CHUNK_BYTES)
    {
      const guint8 *type = self->data + at + 4;
      gsize size = read_number (self->data + at, 4, FALSE);
      gsize end;

      if (size > self->length - at - PNG_CHUNK_BYTES)
        return;
      end = at + PNG_CHUNK_BYTES + size;
      for (const char *one = needed; *one != '\0'; one += 4)
        if (memcmp (type, one, 4) == 0)
          keep (self, at, end);
      if (memcmp (type, "IEND", 4) == 0)
        return;
      at = end;
    }
}

GBytes *
yc_picture_notes_remove (GBytes *content)
{
  Removal self = { 0 };
  g_autoptr (GBytes) clean = NULL;
  const char *type;

  g_return_val_if_fail (content != NULL, NULL);

  self.data = g_bytes_get_data (content, &self.length);
  type = yc_file_type_find (self.data, self.length);
  if (g_strcmp0 (type, YC_FILE_TYPE_JPEG) != 0 && g_strcmp0 (type, YC_FILE_TYPE_PNG) != 0)
    return g_bytes_ref (content);
  self.kept = g_byte_array_sized_new ((guint) self.length);
  if (g_str_equal (type, YC_FILE_TYPE_JPEG))
    take_jpeg (&self);
  else
    take_png (&self);
  clean = g_byte_array_free_to_bytes (self.kept);
  return g_bytes_ref (g_bytes_equal (clean, content) ? content : clean);
}
