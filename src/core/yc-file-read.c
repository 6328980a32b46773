/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yc-file-read.h"

/* What is asked for at once */
#define BLOCK 16384

/**
 * yc_file_read:
 * @file: what to read; a pipe or a device too
 * @max_bytes: how much its reader takes at most
 * @length: (out): how much was read, in bytes
 * @error: return location
 *
 * Reads a file, and of one that is larger than its reader takes just one byte more than that: so the
 * reader sees that it is too large, and no size told by a file system need be believed. Blocks.
 *
 * Returns: (transfer full) (nullable): the bytes and a NUL after them; free with g_free()
 */
char *
yc_file_read (GFile   *file,
              gsize    max_bytes,
              gsize   *length,
              GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize wanted, n = 0;

  if (stream == NULL)
    return NULL;
  do
    {
      gsize before = bytes->len;

      wanted = MIN (BLOCK, max_bytes + 1 - before);
      g_byte_array_set_size (bytes, before + wanted);
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + before, wanted, &n, NULL,
                                    error))
        return NULL;
      g_byte_array_set_size (bytes, before + n);
    }
  while (n == wanted && bytes->len <= max_bytes);

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}
