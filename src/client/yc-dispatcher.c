/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which commands go to the service now. */
#include "yc-dispatcher.h"

#include "yc-client-error.h"
#include "yc-command-private.h"
#include "yc-sender.h"

#define MAX_PARALLEL 4

struct _YcDispatcher
{
  GObject       parent_instance;

  /* Unowned; not looked at any more when stopped. */
  GListModel   *commands;
  YcHttp       *http;
  YcLine       *line;
  YcSession    *session;
  YcAttachments *attachments;
  GCancellable *cancellable;
  guint         n_sending;
  guint         timer;
};

enum
{
  OUTCOME,
  N_SIGNALS
};

/* A command being sent. */
typedef struct
{
  YcDispatcher *dispatcher;
  YcCommand    *command;
} Sending;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDispatcher, yc_dispatcher, G_TYPE_OBJECT)

static void
sending_free (Sending *sending)
{
  g_clear_object (&sending->dispatcher);
  g_clear_object (&sending->command);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
try_again_later (YcDispatcher    *self,
                 YcCommand       *command,
                 const YcOutcome *outcome)
{
  guint pause_ms = yc_limits_backoff (yc_http_get_limits (self->http),
                                      yc_command_get_n_tries (command), g_random_double ());

  /* Waits for the user, not for the clock. */
  if (g_error_matches (outcome->error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SESSION_EXPIRED))
    pause_ms = 0;
  yc_command_set_failed (command, outcome->error, MAX (pause_ms, outcome->retry_after * 1000));
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  YcDispatcher *self = sending->dispatcher;
  g_autoptr (YcOutcome) outcome = yc_sender_send_finish (result);

  self->n_sending--;
  /* Stopped meanwhile: the journal still has it. */
  if (outcome->kind == YC_OUTCOME_CANCELLED)
    return;
  if (outcome->kind == YC_OUTCOME_LATER)
    try_again_later (self, sending->command, outcome);
  else
    g_signal_emit (self, signals[OUTCOME], 0, sending->command, outcome);
  yc_dispatcher_pump (self);
}

static void
send_command (YcDispatcher *self,
              YcCommand    *command)
{
  Sending *sending = g_new0 (Sending, 1);

  sending->dispatcher = g_object_ref (self);
  sending->command = g_object_ref (command);
  self->n_sending++;
  yc_command_set_sending (command);
  yc_sender_send_async (self->http, self->attachments, command, self->cancellable, tried_cb, sending);
}

/* What keeps @command from being sent now. */
static YcCommandHold
find_hold (YcDispatcher *self,
           YcCommand    *command,
           GHashTable   *busy_keys)
{
  if (g_hash_table_contains (busy_keys, yc_command_get_order_key (command)))
    return YC_COMMAND_HOLD_ORDER;
  if (!yc_session_get_signed_in (self->session))
    return YC_COMMAND_HOLD_SESSION;
  if (g_strcmp0 (yc_session_get_user_id (self->session), yc_command_get_user_id (command)) != 0)
    return YC_COMMAND_HOLD_USER;
  if (!yc_line_get_online (self->line))
    return YC_COMMAND_HOLD_LINE;
  if (yc_command_get_try_at (command) > g_get_monotonic_time ())
    return YC_COMMAND_HOLD_BACKOFF;
  return YC_COMMAND_HOLD_NONE;
}

static gboolean
tick_cb (gpointer data)
{
  YcDispatcher *self = data;

  self->timer = 0;
  yc_dispatcher_pump (self);
  return G_SOURCE_REMOVE;
}

/* Wakes up when the next pause ends, and each second for the countdown on the screen. */
static void
wait_for_clock (YcDispatcher *self,
                gint64        soonest)
{
  gint64 left_ms;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (soonest == G_MAXINT64)
    return;
  left_ms = MAX (soonest - g_get_monotonic_time (), 0) / 1000 + 1;
  self->timer = g_timeout_add ((guint) MIN (left_ms, 1000), tick_cb, self);
}

static void
consider (YcDispatcher *self,
          YcCommand    *command,
          GHashTable   *busy_keys,
          gint64       *soonest)
{
  YcCommandHold hold;

  if (yc_command_get_state (command) == YC_COMMAND_WAITING)
    {
      hold = find_hold (self, command, busy_keys);
      yc_command_update_next_try (command);
      if (hold == YC_COMMAND_HOLD_NONE && self->n_sending < MAX_PARALLEL)
        send_command (self, command);
      else
        yc_command_set_waiting (command, hold);
      if (hold == YC_COMMAND_HOLD_BACKOFF)
        *soonest = MIN (*soonest, yc_command_get_try_at (command));
    }
  g_hash_table_add (busy_keys, (gpointer) yc_command_get_order_key (command));
}

/* Whoever waited because the line was down need not wait out the pause. */
static void
online_cb (YcDispatcher *self)
{
  gboolean online = yc_line_get_online (self->line);

  for (guint i = 0; online && i < g_list_model_get_n_items (self->commands); i++)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (self->commands, i);

      if (g_error_matches (yc_command_get_error (command), YC_CLIENT_ERROR,
                           YC_CLIENT_ERROR_OFFLINE))
        yc_command_forget_pause (command);
    }
  yc_dispatcher_pump (self);
}

static void
yc_dispatcher_dispose (GObject *object)
{
  YcDispatcher *self = YC_DISPATCHER (object);

  yc_dispatcher_stop (self);
  g_clear_object (&self->http);
  g_clear_object (&self->line);
  g_clear_object (&self->session);
  g_clear_object (&self->attachments);

  G_OBJECT_CLASS (yc_dispatcher_parent_class)->dispose (object);
}

static void
yc_dispatcher_finalize (GObject *object)
{
  g_clear_object (&YC_DISPATCHER (object)->cancellable);

  G_OBJECT_CLASS (yc_dispatcher_parent_class)->finalize (object);
}

static void
yc_dispatcher_class_init (YcDispatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_dispatcher_dispose;
  object_class->finalize = yc_dispatcher_finalize;

  signals[OUTCOME] = g_signal_new ("outcome", YC_TYPE_DISPATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, YC_TYPE_COMMAND, G_TYPE_POINTER);
}

static void
yc_dispatcher_init (YcDispatcher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * yc_dispatcher_new:
 * @commands: (unowned): what there is to send, oldest first; stop before it goes
 * @http: requests
 * @line: whether the service can be reached
 * @session: who is signed in
 * @attachments: the files that commands name
 *
 * Returns: (transfer full): a dispatcher that begins with yc_dispatcher_pump()
 */
YcDispatcher *
yc_dispatcher_new (GListModel *commands,
                   YcHttp     *http,
                   YcLine     *line,
                   YcSession  *session,
                   YcAttachments *attachments)
{
  YcDispatcher *self = g_object_new (YC_TYPE_DISPATCHER, NULL);

  self->commands = commands;
  self->http = g_object_ref (http);
  self->line = g_object_ref (line);
  self->session = g_object_ref (session);
  self->attachments = g_object_ref (attachments);
  g_signal_connect_object (line, "notify::online", G_CALLBACK (online_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::state", G_CALLBACK (yc_dispatcher_pump), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::user-id", G_CALLBACK (yc_dispatcher_pump), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Sends what can go. Call it whenever the commands have changed. */
void
yc_dispatcher_pump (YcDispatcher *self)
{
  g_autoptr (GHashTable) busy_keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 soonest = G_MAXINT64;

  if (yc_dispatcher_is_stopped (self))
    return;
  /* A copy: what listens to a command's state may add or take out commands. */
  for (guint i = 0; i < g_list_model_get_n_items (self->commands); i++)
    g_ptr_array_add (commands, g_list_model_get_item (self->commands, i));
  for (guint i = 0; i < commands->len; i++)
    consider (self, g_ptr_array_index (commands, i), busy_keys, &soonest);
  wait_for_clock (self, soonest);
}

/* No more sending. */
void
yc_dispatcher_stop (YcDispatcher *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

gboolean
yc_dispatcher_is_stopped (YcDispatcher *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}
