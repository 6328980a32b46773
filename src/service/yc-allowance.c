/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody may do what is watched: so many at once, and then one now and then. Kept in
 * memory: a restart forgives. */
#include "yc-allowance.h"

/* When there are more keys, those that have all of theirs are forgotten. */
#define MANY_KEYS 10000

struct _YcAllowance
{
  GMutex mutex;
  guint most;
  gint64 pause;
  /* Key → when all that was taken is there again, as g_get_monotonic_time(). */
  GHashTable *whole_at;
};

/**
 * yc_allowance_new:
 * @most: how many at once
 * @seconds: after how long another one is there
 *
 * Returns: (transfer full): an allowance for each key
 */
YcAllowance *
yc_allowance_new (guint most,
                  guint seconds)
{
  YcAllowance *self = g_new0 (YcAllowance, 1);

  g_mutex_init (&self->mutex);
  self->most = most;
  self->pause = (gint64) seconds * G_USEC_PER_SEC;
  self->whole_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
yc_allowance_free (YcAllowance *self)
{
  g_hash_table_unref (self->whole_at);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gint64
get_whole_at (YcAllowance *self,
              const char  *key,
              gint64       now)
{
  gint64 *at = g_hash_table_lookup (self->whole_at, key);

  return at != NULL ? MAX (*at, now) : now;
}

static gboolean
is_whole (gpointer key,
          gpointer value,
          gpointer now)
{
  return *(gint64 *) value <= *(gint64 *) now;
}

/**
 * yc_allowance_take:
 * @self: an allowance
 * @key: who
 *
 * Returns: 0 when it was there and is taken, otherwise the seconds to wait
 */
guint
yc_allowance_take (YcAllowance *self,
                   const char  *key)
{
  gint64 now = g_get_monotonic_time ();
  gint64 next, over;

  g_mutex_lock (&self->mutex);
  next = get_whole_at (self, key, now) + self->pause;
  over = next - now - self->most * self->pause;
  if (g_hash_table_size (self->whole_at) >= MANY_KEYS)
    g_hash_table_foreach_remove (self->whole_at, is_whole, &now);
  if (over <= 0)
    g_hash_table_replace (self->whole_at, g_strdup (key), g_memdup2 (&next, sizeof next));
  g_mutex_unlock (&self->mutex);
  return over > 0 ? (guint) ((over + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

void
yc_allowance_forget (YcAllowance *self,
                     const char  *key)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->whole_at, key);
  g_mutex_unlock (&self->mutex);
}
