/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the content of files lies: whole ones by their id, and what has come of those under way.
 *
 * A part is a sealed file of its own, named by whose it is, of which file, and at which byte it
 * begins; so what has come survives a crash, nobody goes on with what another began, and what one
 * person has begun can be added up. */
#include "yc-file-store.h"

#include "yc-sealed-files.h"

#include <stdlib.h>
#include <sys/statvfs.h>

/* Enough that two files seldom wait for each other. */
#define N_LOCKS 64

struct _YcFileStore
{
  GObject parent_instance;

  YcVault *vault;
  char *folder;
  guint64 reserve;
  YcSealedFiles *files;
  YcSealedFiles *parts;
  GMutex locks[N_LOCKS];
};

G_DEFINE_FINAL_TYPE (YcFileStore, yc_file_store, G_TYPE_OBJECT)

static void
yc_file_store_finalize (GObject *object)
{
  YcFileStore *self = YC_FILE_STORE (object);

  g_free (self->folder);
  g_clear_object (&self->vault);
  g_clear_object (&self->files);
  g_clear_object (&self->parts);
  for (guint i = 0; i < N_LOCKS; i++)
    g_mutex_clear (&self->locks[i]);
  G_OBJECT_CLASS (yc_file_store_parent_class)->finalize (object);
}

static void
yc_file_store_class_init (YcFileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_file_store_finalize;
}

static void
yc_file_store_init (YcFileStore *self)
{
  for (guint i = 0; i < N_LOCKS; i++)
    g_mutex_init (&self->locks[i]);
}

YcFileStore *
yc_file_store_new (const char *data_dir,
                   YcVault    *vault)
{
  YcFileStore *self = g_object_new (YC_TYPE_FILE_STORE, NULL);
  g_autofree char *files = g_build_filename (data_dir, "files", NULL);
  g_autofree char *parts = g_build_filename (data_dir, "uploads", NULL);

  self->folder = g_strdup (data_dir);
  self->vault = g_object_ref (vault);
  self->files = yc_sealed_files_new (files, vault);
  self->parts = yc_sealed_files_new (parts, vault);
  return self;
}

void
yc_file_store_set_reserve (YcFileStore *self,
                           guint64      reserve)
{
  self->reserve = reserve;
}

gboolean
yc_file_store_has_room (YcFileStore *self,
                        gint64       n_bytes)
{
  struct statvfs disk;

  /* Of a disk that cannot be asked, writing will tell. */
  return self->reserve == 0 || statvfs (self->folder, &disk) != 0 ||
         (guint64) disk.f_bavail * disk.f_frsize >= self->reserve + (guint64) n_bytes;
}

GMutex *
yc_file_store_lock (YcFileStore *self,
                    const char  *id)
{
  GMutex *lock = &self->locks[g_str_hash (id) % N_LOCKS];

  g_mutex_lock (lock);
  return lock;
}

/* So begin the names of all parts that come from a user. */
static char *
name_sender (YcFileStore *self,
             const char  *user)
{
  return yc_vault_fingerprint (self->vault, user, "uploader");
}

static char *
name_part (YcFileStore *self,
           const char  *user,
           const char  *id,
           gint64       offset)
{
  g_autofree char *sender = name_sender (self, user);
  g_autofree char *whose = g_strconcat (user, "/", id, NULL);
  g_autofree char *key = yc_vault_fingerprint (self->vault, whose, "upload");

  return g_strdup_printf ("%s-%s-%" G_GINT64_FORMAT, sender, key, offset);
}

static GBytes *
load_part (YcFileStore  *self,
           const char   *user,
           const char   *id,
           gint64        offset,
           GError      **error)
{
  g_autofree char *name = name_part (self, user, id, offset);

  return yc_sealed_files_get (self->parts, name, error);
}

gint64
yc_file_store_get_received (YcFileStore *self,
                            const char  *user,
                            const char  *id)
{
  gint64 received = 0, length;

  do
    {
      g_autofree char *name = name_part (self, user, id, received);

      length = yc_sealed_files_get_length (self->parts, name);
      received += MAX (length, 0);
    }
  while (length > 0);
  return received;
}

gint64
yc_file_store_sum_parts (YcFileStore *self,
                         const char  *user)
{
  g_auto (GStrv) names = yc_sealed_files_list (self->parts);
  g_autofree char *sender = name_sender (self, user);
  gint64 sum = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], sender))
      sum += MAX (yc_sealed_files_get_length (self->parts, names[i]), 0);
  return sum;
}

gboolean
yc_file_store_add_part (YcFileStore  *self,
                        const char   *user,
                        const char   *id,
                        gint64        offset,
                        GBytes       *part,
                        GError      **error)
{
  g_autofree char *name = name_part (self, user, id, offset);

  return yc_sealed_files_put (self->parts, name, part, error);
}

GBytes *
yc_file_store_join (YcFileStore  *self,
                    const char   *user,
                    const char   *id,
                    GError      **error)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  gint64 size = yc_file_store_get_received (self, user, id);

  while (whole->len < size)
    {
      g_autoptr (GBytes) part = load_part (self, user, id, whole->len, error);

      if (part == NULL)
        return NULL;
      g_byte_array_append (whole, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&whole));
}

void
yc_file_store_drop_parts (YcFileStore *self,
                          const char  *user,
                          const char  *id)
{
  gint64 received = 0, length;

  do
    {
      g_autofree char *name = name_part (self, user, id, received);

      length = yc_sealed_files_get_length (self->parts, name);
      if (length >= 0)
        yc_sealed_files_remove (self->parts, name);
      received += MAX (length, 0);
    }
  while (length > 0);
}

gboolean
yc_file_store_keep (YcFileStore  *self,
                    const char   *id,
                    GBytes       *content,
                    GError      **error)
{
  return yc_sealed_files_has (self->files, id) ||
         yc_sealed_files_put (self->files, id, content, error);
}

GBytes *
yc_file_store_load (YcFileStore  *self,
                    const char   *id,
                    GError      **error)
{
  return yc_sealed_files_get (self->files, id, error);
}

void
yc_file_store_remove (YcFileStore *self,
                      const char  *id)
{
  yc_sealed_files_remove (self->files, id);
}

GStrv
yc_file_store_list (YcFileStore *self,
                    gint64       before)
{
  g_auto (GStrv) names = yc_sealed_files_list (self->files);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (yc_sealed_files_get_time (self->files, names[i]) < before)
      g_strv_builder_add (ids, names[i]);
  return g_strv_builder_end (ids);
}

void
yc_file_store_clean_parts (YcFileStore *self,
                           gint64       before)
{
  g_auto (GStrv) names = yc_sealed_files_list (self->parts);

  for (guint i = 0; names[i] != NULL; i++)
    if (yc_sealed_files_get_time (self->parts, names[i]) < before)
      yc_sealed_files_remove (self->parts, names[i]);
}
