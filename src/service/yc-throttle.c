/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slows down those who guess passwords.
 *
 * After a few free tries each failure doubles the wait of that user name at that address. Kept in
 * memory: a restart forgives. */
#include "yc-throttle.h"

#define FIRST_WAIT 2u
#define MAX_KEPT 10000

typedef struct
{
  guint failures;
  gint64 next_try;
} Entry;

struct _YcThrottle
{
  GObject parent_instance;

  GMutex mutex;
  GHashTable *entries;
  guint free_tries;
  guint longest_wait;
};

G_DEFINE_FINAL_TYPE (YcThrottle, yc_throttle, G_TYPE_OBJECT)

static void
yc_throttle_finalize (GObject *object)
{
  YcThrottle *self = YC_THROTTLE (object);

  g_hash_table_unref (self->entries);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (yc_throttle_parent_class)->finalize (object);
}

static void
yc_throttle_class_init (YcThrottleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_throttle_finalize;
}

static void
yc_throttle_init (YcThrottle *self)
{
  g_mutex_init (&self->mutex);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * yc_throttle_new:
 * @free_tries: failures that cost no wait
 * @longest_wait: the longest wait in seconds
 *
 * Returns: (transfer full): a throttle; all its functions may be called from any thread
 */
YcThrottle *
yc_throttle_new (guint free_tries,
                 guint longest_wait)
{
  YcThrottle *self = g_object_new (YC_TYPE_THROTTLE, NULL);

  self->free_tries = free_tries;
  self->longest_wait = longest_wait;
  return self;
}

/**
 * yc_throttle_begin:
 * @self: a throttle
 * @key: who tries
 *
 * Returns: 0 when the try may be made, otherwise the seconds to wait
 */
guint
yc_throttle_begin (YcThrottle *self,
                   const char *key)
{
  gint64 now = g_get_monotonic_time ();
  gint64 wait = 0;
  Entry *entry;

  g_mutex_lock (&self->mutex);
  entry = g_hash_table_lookup (self->entries, key);
  if (entry != NULL && entry->next_try > now)
    wait = (entry->next_try - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
  g_mutex_unlock (&self->mutex);
  return wait;
}

static gboolean
is_over (gpointer key,
         gpointer value,
         gpointer user_data)
{
  Entry *entry = value;

  return entry->next_try < *(gint64 *) user_data;
}

static guint
get_wait (YcThrottle *self,
          guint       failures)
{
  guint over = failures > self->free_tries ? failures - self->free_tries : 0;

  if (over == 0)
    return 0;
  return over > 16 ? self->longest_wait : MIN (FIRST_WAIT << (over - 1), self->longest_wait);
}

/**
 * yc_throttle_fail:
 * @self: a throttle
 * @key: who tried and failed
 */
void
yc_throttle_fail (YcThrottle *self,
                  const char *key)
{
  gint64 now = g_get_monotonic_time ();
  Entry *entry;

  g_mutex_lock (&self->mutex);
  if (g_hash_table_size (self->entries) >= MAX_KEPT)
    g_hash_table_foreach_remove (self->entries, is_over, &now);
  entry = g_hash_table_lookup (self->entries, key);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, g_strdup (key), entry);
    }
  entry->failures++;
  entry->next_try = now + (gint64) get_wait (self, entry->failures) * G_USEC_PER_SEC;
  g_mutex_unlock (&self->mutex);
}

/**
 * yc_throttle_succeed:
 * @self: a throttle
 * @key: who tried and succeeded: their failures are forgotten
 */
void
yc_throttle_succeed (YcThrottle *self,
                     const char *key)
{
  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->entries, key);
  g_mutex_unlock (&self->mutex);
}
