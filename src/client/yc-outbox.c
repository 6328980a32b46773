/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes that the service has not taken yet: journalled before anything is called saved, tried
 * until the service has answered under the same idempotency key, parked when it can never
 * succeed. */
#include "yc-outbox-private.h"

#include "yc-attachments-private.h"
#include "yc-command-private.h"
#include "yc-dispatcher.h"
#include "yc-journal.h"
#include "yc-json.h"
#include "yc-list-model.h"
#include "yc-sender.h"
#include "yc-uuid.h"

struct _YcOutbox
{
  GObject       parent_instance;

  YcLine       *line;
  YcSession    *session;
  YcAttachments *attachments;
  YcStorage    *storage;
  YcDispatcher *dispatcher;
  GPtrArray    *commands;
  /* The versions that commands left that were taken, by their ids. */
  GHashTable   *left;
  guint         n_unsent;
  guint         n_parked;
};

typedef enum
{
  PROP_N_UNSENT = 1,
  PROP_N_PARKED,
} YcOutboxProperty;

enum
{
  SENT,
  PARKED,
  N_SIGNALS
};

/* A command being added, renewed or discarded. */
typedef struct
{
  YcCommand *command;
  YcCommand *replaces;
  char      *new_id;
  char      *if_match;
} Change;

static GParamSpec *properties[PROP_N_PARKED + 1];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcOutbox, yc_outbox, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
change_free (Change *change)
{
  g_clear_object (&change->command);
  g_clear_object (&change->replaces);
  g_free (change->new_id);
  g_free (change->if_match);
  g_free (change);
}

static YcCommand *
nth (YcOutbox *self,
     guint     i)
{
  return g_ptr_array_index (self->commands, i);
}

/* Both numbers change before either is told: whoever looks sees them add up. */
static void
recount (YcOutbox *self)
{
  guint n_unsent_before = self->n_unsent;
  guint n_parked_before = self->n_parked;

  self->n_parked = 0;
  for (guint i = 0; i < self->commands->len; i++)
    if (yc_command_get_state (nth (self, i)) == YC_COMMAND_PARKED)
      self->n_parked++;
  self->n_unsent = self->commands->len - self->n_parked;

  if (self->n_unsent != n_unsent_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNSENT]);
  if (self->n_parked != n_parked_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PARKED]);
}

static void
append (YcOutbox  *self,
        YcCommand *command)
{
  g_ptr_array_add (self->commands, g_object_ref (command));
  g_list_model_items_changed (G_LIST_MODEL (self), self->commands->len - 1, 0, 1);
  recount (self);
}

static void
take_out (YcOutbox  *self,
          YcCommand *command)
{
  guint position;

  if (!g_ptr_array_find (self->commands, command, &position))
    return;
  g_ptr_array_remove_index (self->commands, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  recount (self);
}

static void
park (YcOutbox        *self,
      YcCommand       *command,
      const YcOutcome *outcome)
{
  yc_command_set_parked (command, outcome->error, outcome->problems, outcome->server_version);
  recount (self);
  /* Should this not reach the disk, the next start asks the service once more. */
  yc_journal_park_async (self->storage, command, NULL, NULL);
  g_signal_emit (self, signals[PARKED], 0, command);
}

/* The draft may name them still; otherwise they are not needed here any more. */
static void
release_files (YcOutbox  *self,
               YcCommand *command)
{
  g_autoptr (JsonNode) files = yc_json_array_node (json_array_ref (yc_command_get_files (command)));

  yc_attachments_release (self->attachments, files);
}

/* (transfer full) (nullable): the command in the outbox that is based on what @id leaves */
static YcCommand *
find_follower (YcOutbox   *self,
               const char *id)
{
  g_autofree char *behind = g_strconcat (YC_COMMAND_BEHIND, id, NULL);

  for (guint i = 0; i < self->commands->len; i++)
    if (g_strcmp0 (yc_command_get_if_match (nth (self, i)), behind) == 0)
      return g_object_ref (nth (self, i));
  return NULL;
}

/* It goes on from what @id left, or from the id that it has now. */
static void
tell_follower (YcOutbox   *self,
               const char *id,
               const char *if_match)
{
  g_autoptr (YcCommand) follower = find_follower (self, id);

  if (follower != NULL)
    yc_command_set_if_match (follower, if_match);
}

/* What it is based on may have been taken while it was being journalled. */
static void
take_version (YcOutbox  *self,
              YcCommand *command)
{
  const char *left = NULL;

  if (yc_command_get_behind (command))
    left = g_hash_table_lookup (self->left,
                                yc_command_get_if_match (command) + strlen (YC_COMMAND_BEHIND));
  if (left != NULL)
    yc_command_set_if_match (command, left);
}

/* With all that is based on it: that will never be. */
static void
discard (YcOutbox  *self,
         YcCommand *command)
{
  g_autoptr (YcCommand) follower = find_follower (self, yc_command_get_id (command));

  take_out (self, command);
  yc_command_set_discarded (command);
  if (follower != NULL)
    discard (self, follower);
}

/* (nullable): the version that the service told of */
static char *
dup_etag (JsonNode *answer)
{
  gint64 version = yc_json_get_int (yc_json_node_get_object (answer), "version", 0);

  return version > 0 ? g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version) : NULL;
}

static void
finish (YcOutbox        *self,
        YcCommand       *command,
        const YcOutcome *outcome)
{
  g_autofree char *etag = dup_etag (outcome->answer);

  yc_journal_delete_async (self->storage, yc_command_get_id (command), etag, NULL, NULL);
  if (etag != NULL)
    {
      tell_follower (self, yc_command_get_id (command), etag);
      g_hash_table_insert (self->left, g_strdup (yc_command_get_id (command)), g_strdup (etag));
    }
  take_out (self, command);
  yc_command_set_sent (command, outcome->answer);
  release_files (self, command);
  g_signal_emit (self, signals[SENT], 0, command, outcome->answer);
}

static void
outcome_cb (YcOutbox        *self,
            YcCommand       *command,
            const YcOutcome *outcome)
{
  if (outcome->kind == YC_OUTCOME_TAKEN)
    finish (self, command, outcome);
  else
    park (self, command, outcome);
}

YC_DEFINE_LIST_MODEL (YcOutbox, YC_TYPE_COMMAND, commands)

static void
yc_outbox_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  YcOutbox *self = YC_OUTBOX (object);

  switch ((YcOutboxProperty) property_id)
    {
    case PROP_N_UNSENT:
      g_value_set_uint (value, self->n_unsent);
      break;
    case PROP_N_PARKED:
      g_value_set_uint (value, self->n_parked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_outbox_dispose (GObject *object)
{
  YcOutbox *self = YC_OUTBOX (object);

  yc_outbox_close (self);
  g_clear_object (&self->dispatcher);
  g_clear_object (&self->storage);
  g_clear_object (&self->line);
  g_clear_object (&self->session);
  g_clear_object (&self->attachments);

  G_OBJECT_CLASS (yc_outbox_parent_class)->dispose (object);
}

static void
yc_outbox_finalize (GObject *object)
{
  g_clear_pointer (&YC_OUTBOX (object)->commands, g_ptr_array_unref);
  g_clear_pointer (&YC_OUTBOX (object)->left, g_hash_table_unref);

  G_OBJECT_CLASS (yc_outbox_parent_class)->finalize (object);
}

static void
yc_outbox_class_init (YcOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_outbox_get_property;
  object_class->dispose = yc_outbox_dispose;
  object_class->finalize = yc_outbox_finalize;

  properties[PROP_N_UNSENT] = g_param_spec_uint ("n-unsent", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PARKED] = g_param_spec_uint ("n-parked", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SENT] = g_signal_new ("sent", YC_TYPE_OUTBOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, YC_TYPE_COMMAND, JSON_TYPE_NODE);
  signals[PARKED] = g_signal_new ("parked", YC_TYPE_OUTBOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YC_TYPE_COMMAND);
}

static void
yc_outbox_init (YcOutbox *self)
{
  self->commands = g_ptr_array_new_with_free_func (g_object_unref);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

YcOutbox *
yc_outbox_new (YcHttp        *http,
               YcLine        *line,
               YcSession     *session,
               YcAttachments *attachments)
{
  YcOutbox *self = g_object_new (YC_TYPE_OUTBOX, NULL);

  self->line = g_object_ref (line);
  self->session = g_object_ref (session);
  self->attachments = g_object_ref (attachments);
  self->dispatcher = yc_dispatcher_new (G_LIST_MODEL (self), http, line, session, attachments);
  g_signal_connect_object (self->dispatcher, "outcome", G_CALLBACK (outcome_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* No more sending; what is not through stays in the journal. */
void
yc_outbox_close (YcOutbox *self)
{
  if (self->dispatcher != NULL)
    yc_dispatcher_stop (self->dispatcher);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcOutbox *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) commands = yc_journal_load_finish (self->storage, result, &error);

  if (commands == NULL)
    {
      g_clear_object (&self->storage);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < commands->len; i++)
    append (self, g_ptr_array_index (commands, i));
  yc_dispatcher_pump (self->dispatcher);
  g_task_return_boolean (task, TRUE);
}

/* Reads the journal and begins to send. */
void
yc_outbox_load_async (YcOutbox            *self,
                      YcStorage           *storage,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_set_object (&self->storage, storage);
  yc_journal_load_async (storage, loaded_cb, task);
}

gboolean
yc_outbox_load_finish (YcOutbox      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
yc_outbox_get_n_unsent (YcOutbox *self)
{
  g_return_val_if_fail (YC_IS_OUTBOX (self), 0);

  return self->n_unsent;
}

guint
yc_outbox_get_n_parked (YcOutbox *self)
{
  g_return_val_if_fail (YC_IS_OUTBOX (self), 0);

  return self->n_parked;
}

/* Answers @task with the error when it is not. */
static gboolean
is_journalled (YcOutbox     *self,
               GAsyncResult *result,
               GTask        *task)
{
  GError *error = NULL;

  yc_storage_run_finish (self->storage, result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  return error == NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcOutbox *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);

  if (!is_journalled (self, result, task))
    return;
  if (change->replaces != NULL)
    discard (self, change->replaces);
  take_version (self, change->command);
  append (self, change->command);
  /* The caller hears of it first, then it goes. */
  g_task_return_pointer (task, g_object_ref (change->command), g_object_unref);
  yc_dispatcher_pump (self->dispatcher);
}

static YcCommand *
command_new (const char *id,
             const char *user_id,
             const char *method,
             const char *path,
             JsonNode   *body,
             JsonArray  *files,
             const char *if_match,
             const char *order_key,
             const char *title)
{
  YcCommandData *data = g_new0 (YcCommandData, 1);

  data->id = id != NULL ? g_strdup (id) : yc_uuid_v7_new ();
  data->user_id = g_strdup (user_id);
  data->method = g_strdup (method);
  data->path = g_strdup (path);
  data->if_match = g_strdup (if_match);
  data->order_key = g_strdup (order_key);
  data->title = g_strdup (title);
  data->created_at = g_date_time_new_now_utc ();
  data->body = body != NULL ? json_node_ref (body) : NULL;
  data->files = files != NULL ? json_array_ref (files) : NULL;
  return yc_command_new (data);
}

static gboolean
check_usable (YcOutbox *self,
              GTask    *task)
{
  if (self->storage == NULL || yc_dispatcher_is_stopped (self->dispatcher))
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED, "The desk is closed");
  else if (yc_session_get_user_id (self->session) == NULL)
    g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT,
                             "Nobody is signed in");
  else
    return TRUE;
  return FALSE;
}

/* Takes @task. */
static void
add (YcOutbox  *self,
     YcCommand *command,
     gboolean   submission,
     YcCommand *replaces,
     GTask     *task)
{
  Change *change = g_new0 (Change, 1);

  change->command = g_object_ref (command);
  change->replaces = replaces != NULL ? g_object_ref (replaces) : NULL;
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  /* What was journalled was journalled: a late cancel must not deny it. */
  g_task_set_check_cancellable (task, FALSE);
  yc_journal_insert_async (self->storage, command, submission,
                           replaces != NULL ? yc_command_get_id (replaces) : NULL,
                           g_task_get_cancellable (task), added_cb, task);
}

void
yc_outbox_add_async (YcOutbox            *self,
                     const char          *method,
                     const char          *path,
                     JsonNode            *body,
                     const char          *if_match,
                     const char          *order_key,
                     const char          *title,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (YcCommand) command = NULL;

  g_return_if_fail (YC_IS_OUTBOX (self));
  g_return_if_fail (method != NULL && path != NULL && order_key != NULL && title != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_outbox_add_async);
  if (!check_usable (self, task))
    return;
  command = command_new (NULL, yc_session_get_user_id (self->session), method, path, body, NULL, if_match,
                         order_key, title);
  add (self, command, FALSE, NULL, g_steal_pointer (&task));
}

YcCommand *
yc_outbox_add_finish (YcOutbox      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * yc_outbox_submit_async:
 * @self: the outbox
 * @id: (nullable): the command's id, when others are to be based on it; %NULL for a new one
 * @path: "/cases" or "/cases/ID/submissions"
 * @body: the submission
 * @files: (transfer none): the files that @body names, as in #YcCommandData
 * @if_match: (nullable): the version it mends
 * @case_id: the case
 * @title: the item's title
 * @replaces: (nullable): the parked submission that this one takes the place of
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * As yc_outbox_add_async(); the draft's row follows in the same transaction.
 */
void
yc_outbox_submit_async (YcOutbox            *self,
                        const char          *id,
                        const char          *path,
                        JsonNode            *body,
                        JsonArray           *files,
                        const char          *if_match,
                        const char          *case_id,
                        const char          *title,
                        YcCommand           *replaces,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (YcCommand) command = NULL;

  g_task_set_source_tag (task, yc_outbox_submit_async);
  if (!check_usable (self, task))
    return;
  command = command_new (id, yc_session_get_user_id (self->session), "POST", path, body, files, if_match,
                         case_id, title);
  add (self, command, TRUE, replaces, g_steal_pointer (&task));
}

/**
 * yc_outbox_add_as:
 * @self: the outbox
 * @id: (nullable): the command's id, when the same command could be given twice after a crash: the
 *   second time it is not taken; %NULL for a new one
 * @user_id: whose command it is, signed in or not
 * @path: below /api/v1
 * @body: what to post
 * @order_key: commands of the same key are sent one after the other
 * @title: what it is for people
 *
 * Journals a command that nobody waits for.
 */
void
yc_outbox_add_as (YcOutbox   *self,
                  const char *id,
                  const char *user_id,
                  const char *path,
                  JsonNode   *body,
                  const char *order_key,
                  const char *title)
{
  g_autoptr (YcCommand) command = NULL;

  if (self->storage == NULL || yc_dispatcher_is_stopped (self->dispatcher))
    return;
  command = command_new (id, user_id, "POST", path, body, NULL, NULL, order_key, title);
  add (self, command, FALSE, NULL, g_task_new (self, NULL, NULL, NULL));
}

YcCommand *
yc_outbox_find (YcOutbox   *self,
                const char *id)
{
  g_return_val_if_fail (YC_IS_OUTBOX (self), NULL);

  for (guint i = 0; id != NULL && i < self->commands->len; i++)
    if (g_str_equal (yc_command_get_id (nth (self, i)), id))
      return nth (self, i);
  return NULL;
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcOutbox *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autofree char *behind = NULL;

  if (!is_journalled (self, result, task))
    return;
  behind = g_strconcat (YC_COMMAND_BEHIND, change->new_id, NULL);
  tell_follower (self, yc_command_get_id (change->command), behind);
  yc_command_renew (change->command, change->new_id, change->if_match);
  recount (self);
  g_task_return_boolean (task, TRUE);
  yc_dispatcher_pump (self->dispatcher);
}

static void
renew (YcOutbox   *self,
       YcCommand  *command,
       const char *if_match,
       GTask      *task)
{
  Change *change = g_new0 (Change, 1);

  change->command = g_object_ref (command);
  change->new_id = yc_uuid_v7_new ();
  change->if_match = g_strdup (if_match);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  g_task_set_check_cancellable (task, FALSE);
  yc_journal_renew_async (self->storage, command, change->new_id, if_match,
                          g_task_get_cancellable (task), renewed_cb, task);
}

static void
return_wrong_state (GTask *task)
{
  g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE,
                           "The command's state does not allow it");
}

void
yc_outbox_retry_async (YcOutbox            *self,
                       YcCommand           *command,
                       const char          *if_match,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_OUTBOX (self));
  g_return_if_fail (YC_IS_COMMAND (command));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_outbox_retry_async);
  if (!check_usable (self, task))
    return;
  if (yc_command_get_state (command) == YC_COMMAND_PARKED)
    renew (self, command, if_match, g_steal_pointer (&task));
  else if (yc_command_get_state (command) == YC_COMMAND_WAITING)
    {
      yc_command_forget_pause (command);
      yc_line_try_now (self->line);
      yc_dispatcher_pump (self->dispatcher);
      g_task_return_boolean (task, TRUE);
    }
  else
    return_wrong_state (task);
}

gboolean
yc_outbox_retry_finish (YcOutbox      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcOutbox *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);

  if (!is_journalled (self, result, task))
    return;
  discard (self, change->command);
  g_task_return_boolean (task, TRUE);
  yc_dispatcher_pump (self->dispatcher);
}

void
yc_outbox_discard_async (YcOutbox            *self,
                         YcCommand           *command,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Change *change;

  g_return_if_fail (YC_IS_OUTBOX (self));
  g_return_if_fail (YC_IS_COMMAND (command));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_outbox_discard_async);
  if (!check_usable (self, task))
    return;
  if (yc_command_get_state (command) != YC_COMMAND_PARKED)
    {
      return_wrong_state (task);
      return;
    }
  change = g_new0 (Change, 1);
  change->command = g_object_ref (command);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  yc_journal_discard_async (self->storage, yc_command_get_id (command), discarded_cb,
                            g_steal_pointer (&task));
}

gboolean
yc_outbox_discard_finish (YcOutbox      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
