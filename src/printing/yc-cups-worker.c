/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that talks to the print server. */
#include "yc-cups-worker.h"

typedef struct
{
  GTask     *task; /* NULL: the thread shall end */
  YcCupsFunc func;
} Work;

typedef struct
{
  GAsyncQueue *queue;
  char        *server;
  guint        time_limit;
} ThreadData;

struct _YcCupsWorker
{
  gatomicrefcount ref_count;
  GAsyncQueue    *queue;
};

static void
push (GAsyncQueue *queue,
      GTask       *task,
      YcCupsFunc   func)
{
  Work *work = g_new0 (Work, 1);

  work->task = task;
  work->func = func;
  g_async_queue_push (queue, work);
}

static void
do_work (Work             *work,
         YcCupsConnection *connection)
{
  if (!g_task_return_error_if_cancelled (work->task))
    work->func (work->task, connection);
  g_object_unref (work->task);
}

static gpointer
thread_func (gpointer user_data)
{
  ThreadData *data = user_data;
  g_autoptr (GAsyncQueue) queue = data->queue;
  g_autoptr (YcCupsConnection) connection = yc_cups_connection_new (data->server, data->time_limit);
  gboolean goes_on = TRUE;

  g_free (data->server);
  g_free (data);
  while (goes_on)
    {
      g_autofree Work *work = g_async_queue_pop (queue);

      goes_on = work->task != NULL;
      if (goes_on)
        do_work (work, connection);
    }
  return NULL;
}

YcCupsWorker *
yc_cups_worker_new (const char *server,
                    guint       time_limit)
{
  YcCupsWorker *self = g_new0 (YcCupsWorker, 1);
  ThreadData *data = g_new0 (ThreadData, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->queue = g_async_queue_new ();
  data->queue = g_async_queue_ref (self->queue);
  data->server = g_strdup (server);
  data->time_limit = time_limit;
  /* Not joined: a server that hangs must not hold up whoever lets go of the printers. */
  g_thread_unref (g_thread_new ("yc-cups", thread_func, data));
  return self;
}

YcCupsWorker *
yc_cups_worker_ref (YcCupsWorker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yc_cups_worker_unref (YcCupsWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  push (self->queue, NULL, NULL);
  g_async_queue_unref (self->queue);
  g_free (self);
}

void
yc_cups_worker_run (YcCupsWorker *self,
                    GTask        *task,
                    YcCupsFunc    func)
{
  push (self->queue, g_object_ref (task), func);
}
