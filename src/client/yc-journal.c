/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox's table. A draft that a command submits follows it in the same transaction. */
#include "yc-journal.h"

#include "yc-command-private.h"
#include "yc-json.h"
#include "yc-table.h"

#define TABLE "commands"

#define INSERT_SQL \
  "INSERT INTO commands (id, user_id, method, path, if_match, order_key, title, created_at, " \
  "state, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9)"
#define SUBMIT_SQL \
  "UPDATE drafts SET state = 'saved', command_id = $1 WHERE case_id = $2 " \
  "AND visit_id IN (SELECT id FROM visits WHERE user_id = $3)"
#define DELETE_SQL "DELETE FROM commands WHERE id = $1"
/* What is based on what will never be goes with it. */
#define DELETE_ALL_SQL \
  "WITH RECURSIVE gone (id) AS (SELECT $1 UNION SELECT commands.id FROM commands " \
  "JOIN gone ON commands.if_match = '" YC_COMMAND_BEHIND "' || gone.id) " \
  "DELETE FROM commands WHERE id IN (SELECT id FROM gone)"
/* What waits behind a command learns in the same transaction what it is based on from now on. */
#define FOLLOW_SQL \
  "UPDATE commands SET if_match = $2 WHERE if_match = '" YC_COMMAND_BEHIND "' || $1"
#define SENT_SQL \
  "UPDATE drafts SET state = 'sent', command_id = NULL WHERE command_id = $1"
/* Only a resubmission has a version to be based on. */
#define DISCARD_SQL \
  "UPDATE drafts SET command_id = NULL, state = CASE WHEN (SELECT if_match FROM commands " \
  "WHERE id = $1) IS NULL THEN 'draft' ELSE 'mending' END WHERE command_id = $1"
#define PARK_SQL \
  "UPDATE commands SET state = 'parked', error_code = $2, error_text = $3, sealed = $4 " \
  "WHERE id = $1"
#define PARK_DRAFT_SQL "UPDATE drafts SET state = 'parked' WHERE command_id = $1"
#define RENEW_SQL \
  "UPDATE commands SET id = $2, if_match = coalesce($3, if_match), state = 'waiting', " \
  "error_code = 0, error_text = '', sealed = $4 WHERE id = $1"
#define RENEW_DRAFT_SQL "UPDATE drafts SET state = 'saved', command_id = $2 WHERE command_id = $1"
#define LOAD_SQL \
  "SELECT id, user_id, method, path, if_match, order_key, title, created_at, state, error_code, " \
  "error_text, sealed FROM commands ORDER BY position"

/* Everything a job needs, in texts of its own: the thread never touches a GObject of ours but the
 * vault. */
typedef struct
{
  YcVault *vault;
  char    *id;
  char    *new_id;
  char    *user_id;
  char    *method;
  char    *path;
  char    *if_match;
  char    *order_key;
  char    *title;
  char    *created_at;
  char    *replaces;
  char    *error_text;
  int      error_code;
  char    *content;
  gboolean submission;
} Entry;

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->vault);
  g_free (entry->id);
  g_free (entry->new_id);
  g_free (entry->user_id);
  g_free (entry->method);
  g_free (entry->path);
  g_free (entry->if_match);
  g_free (entry->order_key);
  g_free (entry->title);
  g_free (entry->created_at);
  g_free (entry->replaces);
  g_free (entry->error_text);
  g_free (entry->content);
  g_free (entry);
}

static Entry *
entry_new (YcStorage  *storage,
           const char *id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->vault = g_object_ref (yc_storage_get_vault (storage));
  entry->id = g_strdup (id);
  return entry;
}

static char *
content_to_text (JsonNode   *body,
                 JsonArray  *files,
                 JsonArray  *problems,
                 JsonObject *server_version)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);

  if (body != NULL)
    json_object_set_member (object, "body", json_node_ref (body));
  if (json_array_get_length (files) > 0)
    json_object_set_array_member (object, "files", json_array_ref (files));
  if (problems != NULL)
    json_object_set_array_member (object, "problems", json_array_ref (problems));
  if (server_version != NULL)
    json_object_set_object_member (object, "server_version", json_object_ref (server_version));
  return yc_json_write (node);
}

static GBytes *
seal_content (Entry      *entry,
              const char *id)
{
  g_autofree char *place = g_strconcat (TABLE "/", id, NULL);

  return yc_vault_seal_text (entry->vault, entry->content, place);
}

static gboolean
insert_row (YcConnection  *connection,
            Entry         *entry,
            GError       **error)
{
  g_autoptr (GBytes) sealed = seal_content (entry, entry->id);

  return yc_table_write (connection, error, INSERT_SQL, "ttttttttb", entry->id, entry->user_id,
                         entry->method, entry->path, entry->if_match, entry->order_key,
                         entry->title, entry->created_at, sealed);
}

static gpointer
insert_job (YcConnection  *connection,
            gpointer       data,
            GError       **error)
{
  Entry *entry = data;

  if (entry->replaces != NULL &&
      !yc_table_write (connection, error, DELETE_ALL_SQL, "t", entry->replaces))
    return NULL;
  if (insert_row (connection, entry, error) && entry->submission)
    yc_table_write (connection, error, SUBMIT_SQL, "ttt", entry->id, entry->order_key,
                    entry->user_id);
  return NULL;
}

/**
 * yc_journal_insert_async:
 * @storage: the storage
 * @command: a new command
 * @submission: whether it submits the draft of the case that its order key names
 * @replaces: (nullable): the id of a parked command that it takes the place of
 * @cancellable: (nullable): stops it only before it began
 * @callback: called when the command is safe
 * @user_data: for @callback
 */
void
yc_journal_insert_async (YcStorage           *storage,
                         YcCommand           *command,
                         gboolean             submission,
                         const char          *replaces,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Entry *entry = entry_new (storage, yc_command_get_id (command));

  entry->user_id = g_strdup (yc_command_get_user_id (command));
  entry->method = g_strdup (yc_command_get_method (command));
  entry->path = g_strdup (yc_command_get_path (command));
  entry->if_match = g_strdup (yc_command_get_if_match (command));
  entry->order_key = g_strdup (yc_command_get_order_key (command));
  entry->title = g_strdup (yc_command_get_title (command));
  entry->created_at = yc_time_format (yc_command_get_created_at (command));
  entry->content = content_to_text (yc_command_get_body (command),
                                    yc_command_get_files (command), NULL, NULL);
  entry->submission = submission;
  entry->replaces = g_strdup (replaces);
  yc_storage_run_async (storage, YC_WORKER_WRITE, insert_job, entry, (GDestroyNotify) entry_free,
                        NULL, cancellable, callback, user_data);
}

static gpointer
discard_job (YcConnection  *connection,
             gpointer       data,
             GError       **error)
{
  Entry *entry = data;

  if (yc_table_write (connection, error, DISCARD_SQL, "t", entry->id))
    yc_table_write (connection, error, DELETE_ALL_SQL, "t", entry->id);
  return NULL;
}

/**
 * yc_journal_discard_async:
 * @storage: the storage
 * @id: the id of a command that the user discarded, with all that is based on it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
yc_journal_discard_async (YcStorage           *storage,
                          const char          *id,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_WRITE, discard_job, entry_new (storage, id),
                        (GDestroyNotify) entry_free, NULL, NULL, callback, user_data);
}

static gpointer
delete_job (YcConnection  *connection,
            gpointer       data,
            GError       **error)
{
  Entry *entry = data;

  if (yc_table_write (connection, error, SENT_SQL, "t", entry->id) &&
      yc_table_write (connection, error, DELETE_SQL, "t", entry->id) && entry->if_match != NULL)
    yc_table_write (connection, error, FOLLOW_SQL, "tt", entry->id, entry->if_match);
  return NULL;
}

/**
 * yc_journal_delete_async:
 * @storage: the storage
 * @id: the id of a command that the service took
 * @etag: (nullable): the version that it left, on which those behind it are based
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 */
void
yc_journal_delete_async (YcStorage           *storage,
                         const char          *id,
                         const char          *etag,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Entry *entry = entry_new (storage, id);

  entry->if_match = g_strdup (etag);
  yc_storage_run_async (storage, YC_WORKER_WRITE, delete_job, entry, (GDestroyNotify) entry_free,
                        NULL, NULL, callback, user_data);
}

static gpointer
park_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Entry *entry = data;
  g_autoptr (GBytes) sealed = seal_content (entry, entry->id);

  if (yc_table_write (connection, error, PARK_SQL, "titb", entry->id, entry->error_code,
                      entry->error_text, sealed))
    yc_table_write (connection, error, PARK_DRAFT_SQL, "t", entry->id);
  return NULL;
}

/**
 * yc_journal_park_async:
 * @storage: the storage
 * @command: a command that was set parked
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 */
void
yc_journal_park_async (YcStorage           *storage,
                       YcCommand           *command,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Entry *entry = entry_new (storage, yc_command_get_id (command));
  const GError *error = yc_command_get_error (command);

  entry->error_code = error->code;
  entry->error_text = g_strdup (error->message);
  entry->content =
      content_to_text (yc_command_get_body (command), yc_command_get_files (command),
                       yc_command_get_problems (command),
                       yc_command_get_server_version (command));
  yc_storage_run_async (storage, YC_WORKER_WRITE, park_job, entry, (GDestroyNotify) entry_free, NULL,
                        NULL, callback, user_data);
}

static gpointer
renew_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  Entry *entry = data;
  g_autoptr (GBytes) sealed = seal_content (entry, entry->new_id);

  g_autofree char *behind = g_strconcat (YC_COMMAND_BEHIND, entry->new_id, NULL);

  if (yc_table_write (connection, error, RENEW_SQL, "tttb", entry->id, entry->new_id,
                      entry->if_match, sealed) &&
      yc_table_write (connection, error, RENEW_DRAFT_SQL, "tt", entry->id, entry->new_id))
    yc_table_write (connection, error, FOLLOW_SQL, "tt", entry->id, behind);
  return NULL;
}

/**
 * yc_journal_renew_async:
 * @storage: the storage
 * @command: a parked command
 * @new_id: its new id
 * @if_match: (nullable): the version it is based on from now on; %NULL for as before
 * @cancellable: (nullable): stops it only before it began
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
yc_journal_renew_async (YcStorage           *storage,
                        YcCommand           *command,
                        const char          *new_id,
                        const char          *if_match,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Entry *entry = entry_new (storage, yc_command_get_id (command));

  entry->new_id = g_strdup (new_id);
  entry->if_match = g_strdup (if_match);
  entry->content = content_to_text (yc_command_get_body (command),
                                    yc_command_get_files (command), NULL, NULL);
  yc_storage_run_async (storage, YC_WORKER_WRITE, renew_job, entry, (GDestroyNotify) entry_free,
                        NULL, cancellable, callback, user_data);
}

/* One row as read: commands are made of them in the main thread. */
typedef struct
{
  YcCommandData *data;
  gboolean       parked;
  int            error_code;
  char          *error_text;
  JsonNode      *content;
} Row;

static void
row_free (Row *row)
{
  g_clear_pointer (&row->data, yc_command_data_free);
  g_free (row->error_text);
  g_clear_pointer (&row->content, json_node_unref);
  g_free (row);
}

static gpointer
read_row (YcStatement  *statement,
          gpointer      vault,
          GError      **error)
{
  Row *row = g_new0 (Row, 1);
  YcCommandData *data = g_new0 (YcCommandData, 1);

  row->data = data;
  data->id = yc_statement_dup_text (statement, 0);
  data->user_id = yc_statement_dup_text (statement, 1);
  data->method = yc_statement_dup_text (statement, 2);
  data->path = yc_statement_dup_text (statement, 3);
  data->if_match = yc_statement_dup_text (statement, 4);
  data->order_key = yc_statement_dup_text (statement, 5);
  data->title = yc_statement_dup_text (statement, 6);
  data->created_at = g_date_time_new_from_iso8601 (yc_statement_get_text (statement, 7), NULL);
  row->parked = g_strcmp0 (yc_statement_get_text (statement, 8), "parked") == 0;
  row->error_code = (int) yc_statement_get_int (statement, 9);
  row->error_text = yc_statement_dup_text (statement, 10);
  row->content = yc_storage_open_json (vault, statement, 11, TABLE, data->id, error);
  return row;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  return yc_table_read (connection, LOAD_SQL, NULL, read_row, data, (GDestroyNotify) row_free,
                        error);
}

void
yc_journal_load_async (YcStorage           *storage,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  yc_storage_run_async (storage, YC_WORKER_READ, load_job,
                        g_object_ref (yc_storage_get_vault (storage)), g_object_unref,
                        (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

static YcCommand *
command_from_row (Row *row)
{
  JsonObject *content = yc_json_node_get_object (row->content);
  JsonNode *body = yc_json_get_member (content, "body");
  g_autoptr (GError) error = NULL;
  YcCommand *command;

  row->data->body = body != NULL ? json_node_ref (body) : NULL;
  if (yc_json_get_array (content, "files") != NULL)
    row->data->files = json_array_ref (yc_json_get_array (content, "files"));
  command = yc_command_new (g_steal_pointer (&row->data));
  if (row->parked)
    {
      error = g_error_new_literal (YC_CLIENT_ERROR, row->error_code, row->error_text);
      yc_command_set_parked (command, error, yc_json_get_array (content, "problems"),
                             yc_json_get_object (content, "server_version"));
    }
  return command;
}

GPtrArray *
yc_journal_load_finish (YcStorage     *storage,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GPtrArray) rows = yc_storage_run_finish (storage, result, error);
  GPtrArray *commands;

  if (rows == NULL)
    return NULL;
  commands = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (commands, command_from_row (g_ptr_array_index (rows, i)));
  return commands;
}
