/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small files a vault's key comes from: 32 random bytes, or the salt of a passphrase. */
#include "yc-key-file.h"

#include "yc-store-error.h"
#include "yc-vault.h"
#include "yc-write-beside-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "yichuang-passphrase-1\n"
#define OPS 3
#define MEMORY_BYTES (64u * 1024 * 1024)
#define MEMORY_LIMIT_BYTES (1024u * 1024 * 1024)

static gboolean
fail (const char  *path,
      const char  *what,
      GError     **error)
{
  g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY, "The key file %s %s", path, what);
  return FALSE;
}

static gboolean
fail_errno (const char  *path,
            GError     **error)
{
  return fail (path, g_strerror (errno), error);
}

/* Written beside and linked into place, so that there is never half a key and two programs that
 * start at once agree on one. */
static gboolean
create (const char    *path,
        const guint8  *data,
        gsize          size,
        GError       **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.XXXXXX", path);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean written = yc_write_beside (beside, data, size) &&
                     (link (beside, path) == 0 || errno == EEXIST);

  if (!written)
    fail_errno (path, error);
  unlink (beside);
  if (written)
    yc_write_beside_sync (folder);
  return written;
}

/* A service manager may hand over credentials that its group reads; others never may. */
static gboolean
check_mode (const char  *path,
            int          fd,
            gsize        size,
            GError     **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_errno (path, error);
  if (!S_ISREG (status.st_mode))
    return fail (path, "is no ordinary file", error);
  if ((status.st_mode & (S_IRWXO | S_IWGRP)) != 0)
    return fail (path, "can be read or changed by other users; set its mode to 0600", error);
  if ((gsize) status.st_size != size)
    return fail (path, "is damaged: it has a wrong length", error);
  return TRUE;
}

static gboolean
load (const char  *path,
      guint8      *data,
      gsize        size,
      GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean loaded;

  if (fd < 0)
    return fail_errno (path, error);
  loaded = check_mode (path, fd, size, error);
  if (loaded && read (fd, data, size) != (gssize) size)
    loaded = fail (path, "cannot be read", error);
  close (fd);
  return loaded;
}

static gboolean
is_missing (const char *path)
{
  return access (path, F_OK) != 0 && errno == ENOENT;
}

gboolean
yc_key_file_load_or_create (const char  *path,
                            guint8      *key,
                            gsize        length,
                            GError     **error)
{
  if (is_missing (path))
    {
      randombytes_buf (key, length);
      if (!create (path, key, length, error))
        return FALSE;
    }
  return load (path, key, length, error);
}

static void
compute_check (const guint8 *key,
               guint8       *check)
{
  crypto_generichash (check, YC_PASSPHRASE_CHECK_BYTES, (const guint8 *) MAGIC, sizeof MAGIC - 1,
                      key, YC_VAULT_KEY_BYTES);
}

static gboolean
stretch (const YcPassphraseFile  *file,
         const char              *passphrase,
         guint8                  *key,
         GError                 **error)
{
  if (crypto_pwhash (key, YC_VAULT_KEY_BYTES, passphrase, strlen (passphrase), file->salt,
                     file->ops, file->memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return TRUE;
  g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY,
                       "There is not enough memory to derive the key from the passphrase");
  return FALSE;
}

static void
encode (const YcPassphraseFile *file,
        guint8                 *out)
{
  guint32 ops = GUINT32_TO_LE (file->ops);
  guint32 memory = GUINT32_TO_LE (file->memory);

  memcpy (out, MAGIC, sizeof MAGIC - 1);
  out += sizeof MAGIC - 1;
  memcpy (out, &ops, 4);
  memcpy (out + 4, &memory, 4);
  memcpy (out + 8, file->salt, sizeof file->salt);
  memcpy (out + 8 + sizeof file->salt, file->check, sizeof file->check);
}

static gboolean
decode (const char        *path,
        const guint8      *data,
        YcPassphraseFile  *file,
        GError           **error)
{
  if (memcmp (data, MAGIC, sizeof MAGIC - 1) != 0)
    return fail (path, "is no passphrase file", error);
  data += sizeof MAGIC - 1;
  memcpy (&file->ops, data, 4);
  memcpy (&file->memory, data + 4, 4);
  file->ops = GUINT32_FROM_LE (file->ops);
  file->memory = GUINT32_FROM_LE (file->memory);
  memcpy (file->salt, data + 8, sizeof file->salt);
  memcpy (file->check, data + 8 + sizeof file->salt, sizeof file->check);
  if (file->ops < 1 || file->ops > 32 || file->memory > MEMORY_LIMIT_BYTES)
    return fail (path, "asks for an unreasonable effort", error);
  return TRUE;
}

#define FILE_BYTES (sizeof MAGIC - 1 + 8 + YC_PASSPHRASE_SALT_BYTES + YC_PASSPHRASE_CHECK_BYTES)

static gboolean
create_passphrase_file (const char  *path,
                        const char  *passphrase,
                        GError     **error)
{
  YcPassphraseFile file = { .ops = OPS, .memory = MEMORY_BYTES };
  guint8 data[FILE_BYTES];
  guint8 key[YC_VAULT_KEY_BYTES];

  randombytes_buf (file.salt, sizeof file.salt);
  if (!stretch (&file, passphrase, key, error))
    return FALSE;
  compute_check (key, file.check);
  sodium_memzero (key, sizeof key);
  encode (&file, data);
  return create (path, data, sizeof data, error);
}

gboolean
yc_passphrase_file_load_or_create (const char        *path,
                                   YcPassphraseFile  *file,
                                   const char        *passphrase,
                                   GError           **error)
{
  guint8 data[FILE_BYTES];

  if (is_missing (path) && !create_passphrase_file (path, passphrase, error))
    return FALSE;
  return load (path, data, sizeof data, error) && decode (path, data, file, error);
}

gboolean
yc_passphrase_file_derive (const YcPassphraseFile  *file,
                           const char              *passphrase,
                           guint8                  *key,
                           GError                 **error)
{
  guint8 check[YC_PASSPHRASE_CHECK_BYTES];

  if (!stretch (file, passphrase, key, error))
    return FALSE;
  compute_check (key, check);
  if (sodium_memcmp (check, file->check, sizeof check) == 0)
    return TRUE;
  g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_PASSPHRASE,
                       "This is not the passphrase");
  return FALSE;
}
