/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files to attach: sound in outline, of any size, and such as an enemy would send. */
#include "yc-test-files.h"

#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
/* One row of one white pixel, compressed. */
#define WHITE "\x78\x9c\x63\xf8\xff\xff\x3f\x00\x05\xfe\x02\xfe"
/* PNG, third edition, 11.3.4.4: a name, its end, and how many bits a sample has */
static const guint8 PALETTE[] = { 'n', 'o', 'i', 's', 'e', 0, 8 };
#define PALETTE_ENTRY_BYTES 6

static guint32
update_crc (guint32       crc,
            const guint8 *data,
            gsize         length)
{
  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320 ^ crc >> 1 : crc >> 1;
    }
  return crc;
}

static void
append_chunk (GByteArray    *png,
              const char    *name,
              gconstpointer  data,
              gsize          length)
{
  guint32 size = GUINT32_TO_BE ((guint32) length);
  guint32 crc = update_crc (0xffffffff, (const guint8 *) name, 4);

  crc = GUINT32_TO_BE (update_crc (crc, data, length) ^ 0xffffffff);
  g_byte_array_append (png, (const guint8 *) &size, 4);
  g_byte_array_append (png, (const guint8 *) name, 4);
  g_byte_array_append (png, data, length);
  g_byte_array_append (png, (const guint8 *) &crc, 4);
}

static void
append_head (GByteArray *png,
             guint32     width,
             guint32     height)
{
  guint8 head[13] = { 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0 };
  guint32 sides[2] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (head, sides, sizeof sides);
  g_byte_array_append (png, (const guint8 *) SIGNATURE, 8);
  append_chunk (png, "IHDR", head, sizeof head);
}

/* Colours that nothing uses: what says nothing of how a picture looks is not kept of it. */
static void
append_noise (GByteArray *png,
              gsize       size,
              guint32     seed)
{
  gsize length = sizeof PALETTE + size / PALETTE_ENTRY_BYTES * PALETTE_ENTRY_BYTES;
  g_autofree guint8 *noise = g_malloc (length);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  memcpy (noise, PALETTE, sizeof PALETTE);
  for (gsize i = sizeof PALETTE; i < length; i++)
    noise[i] = (guint8) g_rand_int (random);
  append_chunk (png, "sPLT", noise, length);
}

GBytes *
yc_test_files_create_png (gsize   size,
                          guint32 seed)
{
  GByteArray *png = g_byte_array_new ();

  append_head (png, 1, 1);
  append_noise (png, size, seed);
  append_chunk (png, "IDAT", WHITE, sizeof WHITE - 1);
  append_chunk (png, "IEND", "", 0);
  return g_byte_array_free_to_bytes (png);
}

GBytes *
yc_test_files_create_bomb (guint32 width,
                           guint32 height)
{
  GByteArray *png = g_byte_array_new ();

  append_head (png, width, height);
  append_chunk (png, "IDAT", WHITE, sizeof WHITE - 1);
  append_chunk (png, "IEND", "", 0);
  return g_byte_array_free_to_bytes (png);
}

char *
yc_test_files_compute_id (GBytes *file)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
}
