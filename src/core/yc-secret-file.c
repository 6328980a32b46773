/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases, PINs and shared secrets, each in a file of its own. */
#include "yc-secret-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_BYTES 4096

static gboolean
fail (GError **error, GFileError code, const char *path, const char *what)
{
  /* Translators: the path of a file, and what is wrong with it */
  g_set_error (error, G_FILE_ERROR, code, _("%s: %s"), path, what);

  return FALSE;
}

static gboolean
fail_errno (GError **error, const char *path)
{
  int saved = errno;

  return fail (error, g_file_error_from_errno (saved), path, g_strerror (saved));
}

static gboolean
check_file (int fd, const char *path, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_errno (error, path);
  if (!S_ISREG (status.st_mode))
    return fail (error, G_FILE_ERROR_INVAL, path, _("a secret must be in an ordinary file"));
  if ((status.st_mode & (S_IRWXO | S_IWGRP)) != 0)
    return fail (error, G_FILE_ERROR_PERM, path,
                 _("others can read or change this secret; set the file’s mode to 0600"));

  return TRUE;
}

/* Reads at most @size bytes. Returns how many, -1 after an error. */
static gssize
read_all (int fd, char *buffer, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (fd, buffer + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      length += (gsize) n;
    }

  return (gssize) length;
}

/* Cuts the line's end off. Returns whether it is one line of text. */
static gboolean
trim (char *secret, gsize length)
{
  if (length > 0 && secret[length - 1] == '\n')
    secret[--length] = '\0';
  if (length > 0 && secret[length - 1] == '\r')
    secret[--length] = '\0';

  return length > 0 && strlen (secret) == length && strpbrk (secret, "\r\n") == NULL &&
         g_utf8_validate (secret, (gssize) length, NULL);
}

static char *
read_secret (int fd, const char *path, GError **error)
{
  char *secret = g_malloc0 (MOST_BYTES + 2);
  gssize length = read_all (fd, secret, MOST_BYTES + 1);

  if (length < 0)
    fail_errno (error, path);
  else if (length > MOST_BYTES || !trim (secret, (gsize) length))
    fail (error, G_FILE_ERROR_INVAL, path, _("a secret must be one line of text"));
  else
    return secret;

  explicit_bzero (secret, MOST_BYTES + 2);
  g_free (secret);

  return NULL;
}

char *
yc_secret_file_read (const char  *path,
                     GError     **error)
{
  char *secret = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  /* Not waiting for the other end of a pipe. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    {
      fail_errno (error, path);
      return NULL;
    }
  if (check_file (fd, path, error))
    secret = read_secret (fd, path, error);
  close (fd);

  return secret;
}

void
yc_secret_free (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
