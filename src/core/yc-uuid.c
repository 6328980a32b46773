/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDs of version 7: milliseconds, then a counter and chance (RFC 9562, 5.7 and 6.2). */
#include "yc-uuid.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

static GMutex lock;
static guint64 last_tick;

/* The kernel's chance, since ids are also used where guessing must not help. */
static void
fill_random (guint8 *bytes,
             gsize   length)
{
  gsize filled = 0;

  while (filled < length)
    {
      ssize_t n = getrandom (bytes + filled, length - filled, 0);

      if (n < 0 && errno != EINTR)
        g_error ("No random numbers: %s", g_strerror (errno));
      filled += n > 0 ? (gsize) n : 0;
    }
}

/* Milliseconds since 1970 and twelve bits of a counter, higher at every call. */
static guint64
next_tick (void)
{
  guint64 tick = (guint64) (g_get_real_time () / 1000) << 12;

  g_mutex_lock (&lock);
  last_tick = tick = MAX (tick, last_tick + 1);
  g_mutex_unlock (&lock);
  return tick;
}

char *
yc_uuid_v7_new (void)
{
  guint8 b[16];
  guint64 tick = next_tick ();
  guint64 milliseconds = GUINT64_TO_BE (tick >> 12 << 16);

  fill_random (b, sizeof b);
  memcpy (b, &milliseconds, 6);
  b[6] = 0x70 | ((tick >> 8) & 0x0f);
  b[7] = tick & 0xff;
  b[8] = 0x80 | (b[8] & 0x3f);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                          b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

gboolean
yc_uuid_is_valid (const char *text)
{
  static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  if (text == NULL || strlen (text) != strlen (shape))
    return FALSE;
  for (gsize i = 0; shape[i] != '\0'; i++)
    if (shape[i] == '-' ? text[i] != '-' : strchr ("0123456789abcdef", text[i]) == NULL)
      return FALSE;
  return TRUE;
}
