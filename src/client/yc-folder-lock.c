/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One running desk for one data folder. */
#include "yc-folder-lock.h"

#include "yc-client-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define NAME "desk.lock"

struct _YcFolderLock
{
  int file;
};

static YcFolderLock *
fail_on_disk (GError     **error,
              const char  *what)
{
  g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK, "%s: %s", what, g_strerror (errno));
  return NULL;
}

/**
 * yc_folder_lock_take:
 * @folder: the data folder; made, for its owner only, when there is none
 * @error: return location
 *
 * Returns: (transfer full): the lock, which goes with the process, however that ends; %NULL with
 *   %YC_CLIENT_ERROR_LOCKED or _DISK
 */
YcFolderLock *
yc_folder_lock_take (const char  *folder,
                     GError     **error)
{
  g_autofree char *path = g_build_filename (folder, NAME, NULL);
  g_autoptr (YcFolderLock) lock = NULL;
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_on_disk (error, "Cannot make the data folder");
  file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return fail_on_disk (error, "Cannot use the data folder");
  lock = g_new (YcFolderLock, 1);
  lock->file = file;
  if (flock (file, LOCK_EX | LOCK_NB) == 0)
    return g_steal_pointer (&lock);
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_LOCKED,
                       "Another running desk uses this data folder");
  return NULL;
}

void
yc_folder_lock_free (YcFolderLock *lock)
{
  close (lock->file);
  g_free (lock);
}
