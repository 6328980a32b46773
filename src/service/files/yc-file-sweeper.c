/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away the files that no case needs: sent and never named in a form, begun and not gone on
 * with, left by a crash between the disk and the database. */
#include "yc-file-sweeper.h"

#include "yc-audit-table.h"
#include "yc-clock.h"
#include "yc-files-table.h"
#include "yc-service-error.h"

#define AT_ONCE 500

struct _YcFileSweeper
{
  YcDatabase *database;
  YcWriter *writer;
  YcFileStore *store;
};

/* One file to be forgotten. */
typedef struct
{
  const char *id;
  const char *before;
  const char *now;
  gboolean removed;
} Removal;

YcFileSweeper *
yc_file_sweeper_new (YcDatabase  *database,
                     YcWriter    *writer,
                     YcFileStore *store)
{
  YcFileSweeper *self = g_new0 (YcFileSweeper, 1);

  self->database = g_object_ref (database);
  self->writer = g_object_ref (writer);
  self->store = g_object_ref (store);
  return self;
}

void
yc_file_sweeper_free (YcFileSweeper *self)
{
  g_object_unref (self->database);
  g_object_unref (self->writer);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
remove_func (YcTransaction  *transaction,
             gpointer        user_data,
             GError        **error)
{
  Removal *removal = user_data;

  if (!yc_files_table_remove_unused (transaction, removal->id, removal->before, &removal->removed,
                                     error))
    return FALSE;
  return !removal->removed || yc_audit_table_append (transaction, removal->now, "", "file.remove",
                                                     removal->id, json_object_new (), error);
}

/* The database first: a row without a file would promise what is not there. */
static gboolean
remove_unused (YcFileSweeper  *self,
               const char     *id,
               const char     *before,
               const char     *now,
               GError        **error)
{
  GMutex *lock = yc_file_store_lock (self->store, id);
  Removal removal = { .id = id, .before = before, .now = now };
  gboolean done = yc_writer_run (self->writer, remove_func, &removal, error);

  if (done && removal.removed)
    yc_file_store_remove (self->store, id);
  g_mutex_unlock (lock);
  return done;
}

static GPtrArray *
list_unused (YcFileSweeper  *self,
             const char     *before,
             GError        **error)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, error);

  return transaction != NULL ? yc_files_table_list_unused (transaction, before, AT_ONCE, error)
                             : NULL;
}

static gboolean
sweep_unused (YcFileSweeper  *self,
              const char     *before,
              const char     *now,
              GError        **error)
{
  g_autoptr (GPtrArray) ids = list_unused (self, before, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!remove_unused (self, g_ptr_array_index (ids, i), before, now, error))
      return FALSE;
  return ids != NULL;
}

static gboolean
is_known (YcFileSweeper *self,
          const char    *id)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;

  if (transaction == NULL)
    return TRUE;
  type = yc_files_table_find (transaction, id, NULL, &error);
  return type != NULL || !g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND);
}

/* A crash came between the disk and the database. */
static void
sweep_unknown (YcFileSweeper *self,
               gint64         before)
{
  g_auto (GStrv) ids = yc_file_store_list (self->store, before);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GMutex *lock = yc_file_store_lock (self->store, ids[i]);

      if (!is_known (self, ids[i]))
        yc_file_store_remove (self->store, ids[i]);
      g_mutex_unlock (lock);
    }
}

/**
 * yc_file_sweeper_run:
 * @self: a sweeper
 * @now: the time
 * @error: (nullable): return location
 *
 * Sweeps once. Not on the writer's thread.
 *
 * Returns: %FALSE on an error; what is left is swept another time
 */
gboolean
yc_file_sweeper_run (YcFileSweeper  *self,
                     GDateTime      *now,
                     GError        **error)
{
  g_autoptr (GDateTime) unused = g_date_time_add_days (now, -YC_FILE_SWEEPER_UNUSED_DAYS);
  g_autoptr (GDateTime) parts = g_date_time_add_days (now, -YC_FILE_SWEEPER_PART_DAYS);
  g_autofree char *before = yc_clock_format (unused);
  g_autofree char *now_text = yc_clock_format (now);

  yc_file_store_clean_parts (self->store, g_date_time_to_unix (parts));
  sweep_unknown (self, g_date_time_to_unix (parts));
  return sweep_unused (self, before, now_text, error);
}
