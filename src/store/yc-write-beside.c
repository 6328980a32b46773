/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file so that a crash leaves all of it or nothing: first beside its place and synced, then
 * given its name by whoever called, then the folder synced. */
#include "yc-write-beside-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/*
 * yc_write_beside:
 * @beside: a path that ends with "XXXXXX", which are replaced
 * @data: what to write
 * @size: in bytes
 *
 * Makes a file that only its owner reads. It may be there in part when this fails.
 *
 * Returns: %FALSE with errno
 */
gboolean
yc_write_beside (char          *beside,
                 gconstpointer  data,
                 gsize          size)
{
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0600);
  gboolean written;

  if (fd < 0)
    return FALSE;
  written = write_all (fd, data, size) && fsync (fd) == 0;
  return close (fd) == 0 && written;
}

/*
 * yc_write_beside_sync:
 * @folder: a folder in which names were given
 *
 * Returns: %FALSE with errno
 */
gboolean
yc_write_beside_sync (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced;

  if (fd < 0)
    return FALSE;
  synced = fsync (fd) == 0;
  close (fd);
  return synced;
}
