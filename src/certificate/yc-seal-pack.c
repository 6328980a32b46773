/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A seal's drawing as it goes into a file: deflated. That takes longer than to draw it or to sign it, and
 * an issuer's drawings of one day are all the same, so the last ones are remembered. */
#include "yc-certificate-seal-private.h"

/* Some 150 KB each. */
#define MOST_KEPT 32

static GMutex mutex;
/* GBytes → GBytes; guarded by the mutex. */
static GHashTable *kept;

static GBytes *
deflate (GBytes *plain, GError **error)
{
  g_autoptr (GConverter) compressor =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);

  if (!g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain),
                                  NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
look_up (GBytes *plain)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GBytes *packed = kept != NULL ? g_hash_table_lookup (kept, plain) : NULL;

  return packed != NULL ? g_bytes_ref (packed) : NULL;
}

static void
keep (GBytes *plain, GBytes *packed)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (kept == NULL)
    kept = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                  (GDestroyNotify) g_bytes_unref);
  if (g_hash_table_size (kept) >= MOST_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_insert (kept, g_bytes_ref (plain), g_bytes_ref (packed));
}

/* (transfer full): the drawing, deflated (zlib). From any thread. */
GBytes *
yc_certificate_seal_pack (const YcCertificateSeal *self, GError **error)
{
  GBytes *packed = look_up (self->content);

  if (packed != NULL)
    return packed;
  packed = deflate (self->content, error);
  if (packed != NULL)
    keep (self->content, packed);

  return packed;
}
