/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files that are sealed at rest: what is too large for a database row. */
#include "yc-sealed-files.h"

#include "yc-store-error.h"
#include "yc-write-beside-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* No name has a dot, so what does was not finished. */
#define BESIDE ".part-"
#define BESIDE_SECONDS (60 * 60)

struct _YcSealedFiles
{
  GObject  parent_instance;

  char    *folder;
  YcVault *vault;
};

G_DEFINE_FINAL_TYPE (YcSealedFiles, yc_sealed_files, G_TYPE_OBJECT)

static void
yc_sealed_files_finalize (GObject *object)
{
  YcSealedFiles *self = YC_SEALED_FILES (object);

  g_free (self->folder);
  g_clear_object (&self->vault);

  G_OBJECT_CLASS (yc_sealed_files_parent_class)->finalize (object);
}

static void
yc_sealed_files_class_init (YcSealedFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_sealed_files_finalize;
}

static void
yc_sealed_files_init (YcSealedFiles *self)
{
}

YcSealedFiles *
yc_sealed_files_new (const char *folder,
                     YcVault    *vault)
{
  YcSealedFiles *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (YC_IS_VAULT (vault), NULL);

  self = g_object_new (YC_TYPE_SEALED_FILES, NULL);
  self->folder = g_strdup (folder);
  self->vault = g_object_ref (vault);
  return self;
}

static gboolean
is_name (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '-')
      return FALSE;
  return length > 0 && length <= 128;
}

static char *
path_of (YcSealedFiles *self,
         const char    *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static char *
place_of (const char *name)
{
  return g_strconcat ("files/", name, NULL);
}

static gboolean
fail (int      number,
      GError **error)
{
  g_set_error (error, YC_STORE_ERROR,
               number == ENOSPC || number == EDQUOT || number == EIO ? YC_STORE_ERROR_FULL
                                                                    : YC_STORE_ERROR_FAILED,
               "A file cannot be kept: %s", g_strerror (number));
  return FALSE;
}

static gboolean
make_folder (YcSealedFiles *self)
{
  g_autofree char *above = g_path_get_dirname (self->folder);

  if (g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  return g_mkdir_with_parents (self->folder, 0700) == 0 && yc_write_beside_sync (above);
}

gboolean
yc_sealed_files_put (YcSealedFiles  *self,
                     const char     *name,
                     GBytes         *content,
                     GError        **error)
{
  g_autofree char *path = path_of (self, name);
  g_autofree char *place = place_of (name);
  g_autofree char *beside = g_strdup_printf ("%s/" BESIDE "XXXXXX", self->folder);
  g_autoptr (GBytes) sealed = NULL;
  int number;

  g_return_val_if_fail (YC_IS_SEALED_FILES (self), FALSE);
  g_return_val_if_fail (is_name (name), FALSE);

  sealed = yc_vault_seal (self->vault, content, place);
  errno = EIO;
  if (make_folder (self) &&
      yc_write_beside (beside, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed)) &&
      g_rename (beside, path) == 0 && yc_write_beside_sync (self->folder))
    return TRUE;
  number = errno;
  g_unlink (beside);
  return fail (number, error);
}

GBytes *
yc_sealed_files_get (YcSealedFiles  *self,
                     const char     *name,
                     GError        **error)
{
  g_autofree char *path = path_of (self, name);
  g_autofree char *place = place_of (name);
  g_autoptr (GBytes) sealed = NULL;
  char *data;
  gsize size;

  g_return_val_if_fail (YC_IS_SEALED_FILES (self), NULL);
  g_return_val_if_fail (is_name (name), NULL);

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  sealed = g_bytes_new_take (data, size);
  return yc_vault_open (self->vault, sealed, place, error);
}

gboolean
yc_sealed_files_has (YcSealedFiles *self,
                     const char    *name)
{
  return yc_sealed_files_get_length (self, name) >= 0;
}

static gboolean
look_up (YcSealedFiles *self,
         const char    *name,
         GStatBuf      *status)
{
  g_autofree char *path = path_of (self, name);

  return is_name (name) && g_stat (path, status) == 0 && S_ISREG (status->st_mode);
}

gint64
yc_sealed_files_get_length (YcSealedFiles *self,
                            const char    *name)
{
  GStatBuf status;

  g_return_val_if_fail (YC_IS_SEALED_FILES (self), -1);

  return look_up (self, name, &status) ? MAX ((gint64) status.st_size - YC_VAULT_SEAL_BYTES, 0)
                                       : -1;
}

gint64
yc_sealed_files_get_time (YcSealedFiles *self,
                          const char    *name)
{
  GStatBuf status;

  g_return_val_if_fail (YC_IS_SEALED_FILES (self), 0);

  return look_up (self, name, &status) ? (gint64) status.st_mtime : 0;
}

void
yc_sealed_files_remove (YcSealedFiles *self,
                        const char    *name)
{
  g_autofree char *path = path_of (self, name);

  g_return_if_fail (YC_IS_SEALED_FILES (self));
  g_return_if_fail (is_name (name));

  g_unlink (path);
}

/* Another thread may be writing just now, so only what is old was left by a crash. */
static void
remove_if_left (YcSealedFiles *self,
                const char    *name)
{
  g_autofree char *path = path_of (self, name);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GStatBuf status;

  if (g_str_has_prefix (name, BESIDE) && g_stat (path, &status) == 0 &&
      now - status.st_mtime > BESIDE_SECONDS)
    g_unlink (path);
}

GStrv
yc_sealed_files_list (YcSealedFiles *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (YC_IS_SEALED_FILES (self), NULL);

  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (is_name (name))
        g_strv_builder_add (names, name);
      else
        remove_if_left (self, name);
    }
  return g_strv_builder_end (names);
}
