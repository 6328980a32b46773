/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that two processes share through a file descriptor. */
#define _GNU_SOURCE /* memfd_create() */

#include "yc-shared-memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static void
set_error (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                       g_strerror (code));
}

int
yc_shared_memory_new (gsize size, gpointer *data, GError **error)
{
  int fd = memfd_create ("yichuang-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  *data = MAP_FAILED;
  if (fd >= 0 && ftruncate (fd, (off_t) size) == 0)
    *data = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (*data != MAP_FAILED)
    return fd;
  set_error (error);
  if (fd >= 0)
    close (fd);
  return -1;
}

gboolean
yc_shared_memory_seal (int fd, gpointer data, gsize size, GError **error)
{
  if (munmap (data, size) == 0 && fcntl (fd, F_ADD_SEALS, SEALS) == 0)
    return TRUE;
  set_error (error);
  return FALSE;
}

int
yc_shared_memory_new_copy (GBytes *bytes, GError **error)
{
  gsize size;
  const void *content = g_bytes_get_data (bytes, &size);
  gpointer data;
  int fd = yc_shared_memory_new (MAX (size, 1), &data, error);

  if (fd < 0)
    return -1;
  if (size > 0)
    memcpy (data, content, size);
  if (yc_shared_memory_seal (fd, data, MAX (size, 1), error))
    return fd;
  close (fd);
  return -1;
}

GBytes *
yc_shared_memory_map (int fd, gsize size, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  int seals = fcntl (fd, F_GET_SEALS);

  if (seals < 0 || (seals & F_SEAL_SHRINK) == 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, "The memory is not sealed");
      return NULL;
    }
  file = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (file == NULL)
    return NULL;
  if (g_mapped_file_get_length (file) < size)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "The memory is too short");
      return NULL;
    }
  return g_mapped_file_get_bytes (file);
}
