/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One process in which documents are touched. */
#include "yc-page-worker.h"

#include "yc-page-process.h"
#include "yc-page-protocol.h"
#include "yc-preview-error.h"

struct _YcPageWorker
{
  GObject          parent_instance;
  gboolean         fence;
  gboolean         fenced; /* the process that was started last */
  gboolean         fence_fails;
  gboolean         connects;
  GDBusConnection *connection; /* NULL while there is no process */
  GSubprocess     *process;
  GTask           *waiting; /* for the process that is being started */
};

typedef struct
{
  GVariant    *answer;
  GUnixFDList *fds;
} Answer;

typedef struct
{
  const YcPageCall *call;
  gboolean          sent;
} Request;

G_DEFINE_FINAL_TYPE (YcPageWorker, yc_page_worker, G_TYPE_OBJECT)

static void start (YcPageWorker *self);

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->answer, g_variant_unref);
  g_clear_object (&answer->fds);
  g_free (answer);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  GError *error = NULL;
  GVariant *variant = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (object), &fds, result, &error);
  Answer *answer;

  if (variant == NULL)
    {
      if (error->domain != YC_PREVIEW_ERROR)
        yc_page_worker_stop (g_task_get_source_object (task));
      g_task_return_error (task, error);
      return;
    }
  answer = g_new0 (Answer, 1);
  answer->answer = variant;
  answer->fds = g_steal_pointer (&fds);
  g_task_return_pointer (task, answer, (GDestroyNotify) answer_free);
}

static void
send_call (YcPageWorker *self, GTask *task)
{
  Request *request = g_task_get_task_data (task);
  const YcPageCall *call = request->call;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  GError *error = NULL;

  if (g_unix_fd_list_append (fds, call->fd, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  /* From here on what goes wrong is the document's doing. */
  request->sent = TRUE;
  g_dbus_connection_call_with_unix_fd_list (
      self->connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, call->method, call->arguments,
      call->answer_type, G_DBUS_CALL_FLAGS_NONE, call->patience, fds, NULL, answered_cb,
      g_object_ref (task));
}

static void
give_up (YcPageWorker *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->waiting);

  yc_page_worker_stop (self);
  if (task != NULL)
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

/* Where the fence cannot be built (no rights to do so, as in many containers) the process keeps
 * itself within bounds alone. */
static void
connected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPageWorker) self = user_data;
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  self->connects = FALSE;
  self->connection = g_dbus_connection_new_finish (result, &error);
  if (self->connection != NULL)
    {
      task = g_steal_pointer (&self->waiting);
      if (task != NULL)
        send_call (self, task);
    }
  else if (self->fenced)
    {
      g_clear_error (&error);
      self->fence_fails = TRUE;
      start (self);
    }
  else
    give_up (self, error);
}

static void
start (YcPageWorker *self)
{
  g_autoptr (GIOStream) stream = NULL;
  GError *error = NULL;

  yc_page_worker_stop (self);
  /* From here on errors are known by name. */
  (void) YC_PREVIEW_ERROR;
  self->fenced = self->fence && !self->fence_fails && yc_page_process_can_be_fenced ();
  self->process = yc_page_process_start (self->fenced, &stream, &error);
  if (self->process == NULL)
    {
      give_up (self, error);
      return;
    }
  self->connects = TRUE;
  g_dbus_connection_new (stream, NULL, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT, NULL, NULL,
                         connected_cb, g_object_ref (self));
}

static gboolean
is_there (YcPageWorker *self)
{
  return self->connection != NULL && !g_dbus_connection_is_closed (self->connection);
}

static void
yc_page_worker_dispose (GObject *object)
{
  yc_page_worker_stop (YC_PAGE_WORKER (object));

  G_OBJECT_CLASS (yc_page_worker_parent_class)->dispose (object);
}

static void
yc_page_worker_class_init (YcPageWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_page_worker_dispose;
}

static void
yc_page_worker_init (YcPageWorker *self)
{
}

YcPageWorker *
yc_page_worker_new (gboolean fence)
{
  YcPageWorker *self = g_object_new (YC_TYPE_PAGE_WORKER, NULL);

  self->fence = fence;
  return self;
}

void
yc_page_worker_call_async (YcPageWorker       *self,
                           const YcPageCall   *call,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (YC_IS_PAGE_WORKER (self));

  request = g_new0 (Request, 1);
  request->call = call;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yc_page_worker_call_async);
  g_task_set_task_data (task, request, g_free);
  if (!self->connects && is_there (self))
    {
      send_call (self, task);
      return;
    }
  self->waiting = g_steal_pointer (&task);
  yc_page_worker_wake (self);
}

GVariant *
yc_page_worker_call_finish (YcPageWorker *self,
                            GAsyncResult *result,
                            GUnixFDList **fds,
                            gboolean     *died,
                            GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  Request *request;
  Answer *answer;
  GVariant *variant;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  request = g_task_get_task_data (G_TASK (result));
  answer = g_task_propagate_pointer (G_TASK (result), &local_error);
  *fds = answer != NULL ? g_steal_pointer (&answer->fds) : NULL;
  variant = answer != NULL ? g_steal_pointer (&answer->answer) : NULL;
  *died = variant == NULL && local_error->domain != YC_PREVIEW_ERROR && request->sent;
  g_clear_pointer (&answer, answer_free);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return variant;
}

void
yc_page_worker_wake (YcPageWorker *self)
{
  g_return_if_fail (YC_IS_PAGE_WORKER (self));

  if (!self->connects && !is_there (self))
    start (self);
}

void
yc_page_worker_tell (YcPageWorker *self, const char *method, GVariant *arguments)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (arguments);

  g_return_if_fail (YC_IS_PAGE_WORKER (self));

  if (self->connection != NULL)
    g_dbus_connection_call (self->connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, method, held,
                            NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

void
yc_page_worker_stop (YcPageWorker *self)
{
  g_return_if_fail (YC_IS_PAGE_WORKER (self));

  g_clear_object (&self->connection);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
}
