/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose certificates the service believes, as the files say that now: revocation lists come anew every day,
 * and with one that is out of date nobody can be believed. */
#include "yc-trust-keeper.h"

#include <glib/gstdio.h>

struct _YcTrustKeeper
{
  char *roots;
  char *crl;
  char *times;
  /* Names the three. */
  YcSigningOptions options;
  gboolean demo;
  /* Guards what follows. */
  GMutex mutex;
  YcTrust *trust;
  char *stamp;
};

/* What the files look like from outside. */
static char *
read_stamp (const YcSigningOptions *options)
{
  const char *const paths[] = { options->trust, options->crl, options->timestamp_trust };
  GString *stamp = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      GStatBuf buffer;

      if (paths[i] != NULL && g_stat (paths[i], &buffer) == 0)
        g_string_append_printf (stamp, "%lld %lld.%ld %lld;", (long long) buffer.st_ino,
                                (long long) buffer.st_mtim.tv_sec, buffer.st_mtim.tv_nsec,
                                (long long) buffer.st_size);
    }
  return g_string_free (stamp, FALSE);
}

/**
 * yc_trust_keeper_new:
 * @options: the files; copied
 * @demo: whether everything is practice
 * @error: (nullable): return location
 *
 * Returns: (transfer full): a keeper, %NULL when the files cannot be used
 */
YcTrustKeeper *
yc_trust_keeper_new (const YcSigningOptions  *options,
                     gboolean                 demo,
                     GError                 **error)
{
  YcTrustKeeper *self;
  g_autofree char *stamp = read_stamp (options);
  g_autoptr (YcTrust) trust = NULL;

  if (!yc_signing_open_trust (options, demo, &trust, error))
    return NULL;
  self = g_new0 (YcTrustKeeper, 1);
  self->roots = g_strdup (options->trust);
  self->crl = g_strdup (options->crl);
  self->times = g_strdup (options->timestamp_trust);
  self->options = (YcSigningOptions) { .trust = self->roots, .crl = self->crl,
                                       .timestamp_trust = self->times };
  self->demo = demo;
  self->trust = g_steal_pointer (&trust);
  self->stamp = g_steal_pointer (&stamp);
  g_mutex_init (&self->mutex);
  return self;
}

void
yc_trust_keeper_free (YcTrustKeeper *self)
{
  g_clear_object (&self->trust);
  g_free (self->stamp);
  g_free (self->roots);
  g_free (self->crl);
  g_free (self->times);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* A file that is being written is not whole: what was there before stays, and it is looked at again. */
static void
refresh (YcTrustKeeper *self)
{
  g_autofree char *stamp = read_stamp (&self->options);
  g_autoptr (YcTrust) trust = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (stamp, self->stamp))
    return;
  if (!yc_signing_open_trust (&self->options, self->demo, &trust, &error))
    {
      g_message ("Whose seals are believed stays as it was: %s", error->message);
      return;
    }
  g_set_object (&self->trust, trust);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&stamp);
}

/**
 * yc_trust_keeper_dup:
 * @self: a keeper
 *
 * Looks whether the files are others than they were. From any thread.
 *
 * Returns: (transfer full) (nullable): whom to believe; %NULL for nobody
 */
YcTrust *
yc_trust_keeper_dup (YcTrustKeeper *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  refresh (self);
  return self->trust != NULL ? g_object_ref (self->trust) : NULL;
}
