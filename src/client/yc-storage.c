/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's database and its key, together: jobs, sealed JSON, and the settings table. */
#include "yc-storage.h"

#include "yc-client-error.h"
#include "yc-desk-sql.h"
#include "yc-json.h"
#include "yc-store-error.h"
#include "yc-table.h"

#define MIGRATIONS "/io/github/yichuang/sql/desk"
#define CHECK_NAME "check"

struct _YcStorage
{
  GObject   parent_instance;

  char     *path;
  YcWorker *worker;
  YcVault  *vault;
};

typedef struct
{
  YcVault *vault;
  char    *name;
  char    *text;
} Setting;

G_DEFINE_FINAL_TYPE (YcStorage, yc_storage, G_TYPE_OBJECT)

static void
setting_free (Setting *setting)
{
  g_object_unref (setting->vault);
  g_free (setting->name);
  g_free (setting->text);
  g_free (setting);
}

static Setting *
setting_new (YcStorage  *self,
             const char *name,
             JsonNode   *json)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->vault = g_object_ref (self->vault);
  setting->name = g_strdup (name);
  setting->text = json != NULL ? yc_json_write (json) : NULL;
  return setting;
}

static void
yc_storage_finalize (GObject *object)
{
  YcStorage *self = YC_STORAGE (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->vault);
  g_free (self->path);

  G_OBJECT_CLASS (yc_storage_parent_class)->finalize (object);
}

static void
yc_storage_class_init (YcStorageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_storage_finalize;

  /* Named here so that the linker takes it from the static library. */
  g_resources_register (yc_desk_sql_get_resource ());
}

static void
yc_storage_init (YcStorage *self)
{
}

YcStorage *
yc_storage_new (const char *path,
                YcVault    *vault)
{
  YcStorage *self = g_object_new (YC_TYPE_STORAGE, NULL);

  self->path = g_strdup (path);
  self->vault = g_object_ref (vault);
  self->worker = yc_worker_new (path, YC_CONNECTION_READ_WRITE, MIGRATIONS);
  return self;
}

YcVault *
yc_storage_get_vault (YcStorage *self)
{
  return self->vault;
}

/* (transfer full): another thread, for a long job that only reads. The database must be open. */
YcWorker *
yc_storage_create_reader (YcStorage *self)
{
  return yc_worker_new (self->path, YC_CONNECTION_READ_ONLY, NULL);
}

/* To the codes that the ui has words for. */
static GError *
map_error (const GError *error)
{
  if (g_error_matches (error, YC_STORE_ERROR, YC_STORE_ERROR_NEWER))
    return g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_NEWER, error->message);
  if (g_error_matches (error, YC_STORE_ERROR, YC_STORE_ERROR_CLOSED))
    return g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED, error->message);
  if (g_error_matches (error, YC_STORE_ERROR, YC_STORE_ERROR_SEALED))
    return g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_KEY_LOST, error->message);
  if (error->domain == YC_STORE_ERROR)
    return g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_DISK, error->message);
  return g_error_copy (error);
}

/**
 * yc_storage_run_async:
 *
 * As yc_worker_run_async(). The source object that @callback gets is the worker: finish with
 * yc_storage_run_finish() on the storage.
 */
void
yc_storage_run_async (YcStorage           *self,
                      YcWorkerKind         kind,
                      YcWorkerFunc         func,
                      gpointer             data,
                      GDestroyNotify       free_data,
                      GDestroyNotify       free_result,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  yc_worker_run_async (self->worker, kind, func, data, free_data, free_result, cancellable,
                       callback, user_data);
}

/* Errors are in YC_CLIENT_ERROR: DISK, NEWER, KEY_LOST, CLOSED. */
gpointer
yc_storage_run_finish (YcStorage     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer value = yc_worker_run_finish (self->worker, result, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, map_error (local_error));
  return value;
}

GBytes *
yc_storage_seal_json (YcVault    *vault,
                      JsonNode   *json,
                      const char *table,
                      const char *id)
{
  g_autofree char *text = yc_json_write (json);
  g_autofree char *place = g_strconcat (table, "/", id, NULL);

  return yc_vault_seal_text (vault, text, place);
}

/* (transfer full): NULL with YC_STORE_ERROR_SEALED */
JsonNode *
yc_storage_open_json (YcVault      *vault,
                      YcStatement  *statement,
                      guint         column,
                      const char   *table,
                      const char   *id,
                      GError      **error)
{
  g_autoptr (GBytes) sealed = yc_statement_dup_bytes (statement, column);
  g_autofree char *place = g_strconcat (table, "/", id, NULL);
  g_autofree char *text = yc_vault_open_text (vault, sealed, place, error);

  return text != NULL ? yc_json_parse (text, -1, NULL, error) : NULL;
}

static JsonNode *
read_setting (YcConnection  *connection,
              YcVault       *vault,
              const char    *name,
              GError       **error)
{
  g_autoptr (YcStatement) statement = NULL;

  statement =
      yc_connection_prepare (connection, "SELECT sealed FROM settings WHERE name = $1", error);
  if (statement == NULL)
    return NULL;
  yc_statement_bind_text (statement, 1, name);
  if (!yc_statement_step (statement, error))
    return NULL;
  return yc_storage_open_json (vault, statement, 0, "settings", name, error);
}

static gboolean
write_setting (YcConnection  *connection,
               const char    *name,
               GBytes        *sealed,
               GError       **error)
{
  return yc_table_write (connection, error,
                         "INSERT INTO settings (name, sealed) VALUES ($1, $2) "
                         "ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
                         "tb", name, sealed);
}

/* A sealed word tells whether the key is the one that this database was made with. */
static gpointer
check_key_job (YcConnection  *connection,
               gpointer       data,
               GError       **error)
{
  YcVault *vault = data;
  g_autoptr (JsonNode) present = NULL;
  g_autoptr (JsonNode) word = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) local_error = NULL;

  present = read_setting (connection, vault, CHECK_NAME, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (present == NULL)
    {
      word = yc_json_string_node (CHECK_NAME);
      sealed = yc_storage_seal_json (vault, word, "settings", CHECK_NAME);
      write_setting (connection, CHECK_NAME, sealed, error);
    }
  return NULL;
}

/* Waits until the database is open, its schema the newest, and the key proven. */
void
yc_storage_open_async (YcStorage           *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  yc_storage_run_async (self, YC_WORKER_WRITE, check_key_job, g_object_ref (self->vault),
                        g_object_unref, NULL, cancellable, callback, user_data);
}

gboolean
yc_storage_open_finish (YcStorage     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GError) local_error = NULL;

  yc_storage_run_finish (self, result, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Writes what is queued and ends the thread; blocks until then. */
void
yc_storage_close (YcStorage *self)
{
  yc_worker_close (self->worker);
}

static gpointer
set_job (YcConnection  *connection,
         gpointer       data,
         GError       **error)
{
  Setting *setting = data;
  g_autofree char *place = g_strconcat ("settings/", setting->name, NULL);
  g_autoptr (GBytes) sealed = NULL;

  if (setting->text == NULL)
    {
      yc_table_write (connection, error, "DELETE FROM settings WHERE name = $1", "t", setting->name);
      return NULL;
    }
  sealed = yc_vault_seal_text (setting->vault, setting->text, place);
  write_setting (connection, setting->name, sealed, error);
  return NULL;
}

void
yc_storage_set_async (YcStorage           *self,
                      const char          *name,
                      JsonNode            *json,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  yc_storage_run_async (self, YC_WORKER_WRITE, set_job, setting_new (self, name, json),
                        (GDestroyNotify) setting_free, NULL, NULL, callback, user_data);
}

static gpointer
get_job (YcConnection  *connection,
         gpointer       data,
         GError       **error)
{
  Setting *setting = data;

  return read_setting (connection, setting->vault, setting->name, error);
}

void
yc_storage_get_async (YcStorage           *self,
                      const char          *name,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  yc_storage_run_async (self, YC_WORKER_READ, get_job, setting_new (self, name, NULL),
                        (GDestroyNotify) setting_free, (GDestroyNotify) json_node_unref, NULL,
                        callback, user_data);
}

JsonNode *
yc_storage_get_finish (YcStorage     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return yc_storage_run_finish (self, result, error);
}

/* (transfer full): now, as the API writes times. */
char *
yc_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return yc_time_format (now);
}

/* (transfer full): RFC 3339 in UTC with milliseconds. */
char *
yc_time_format (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (utc) / 1000);
}
