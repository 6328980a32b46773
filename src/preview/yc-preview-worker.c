/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread of the program in which PDF documents are touched.
 *
 * There is one for the process, not one for each document or desk: the PDF library keeps colour
 * management and fonts in globals, over which even different documents race. */
#include "yc-preview-worker.h"

typedef struct
{
  GTask         *task; /* or NULL, and then: */
  YcPreviewFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
} Work;

static void
do_work (Work *work)
{
  if (work->task == NULL)
    {
      work->destroy (work->data);
      return;
    }
  if (!g_task_return_error_if_cancelled (work->task))
    work->func (work->task);
  g_object_unref (work->task);
}

static gpointer
thread_func (gpointer user_data)
{
  GAsyncQueue *queue = user_data;

  while (TRUE)
    {
      g_autofree Work *work = g_async_queue_pop (queue);

      do_work (work);
    }
  return NULL;
}

static gpointer
start_thread (gpointer user_data)
{
  GAsyncQueue *queue = g_async_queue_new ();

  g_thread_unref (g_thread_new ("yc-preview", thread_func, queue));
  return queue;
}

static void
push (Work *work)
{
  static GOnce once = G_ONCE_INIT;

  g_async_queue_push (g_once (&once, start_thread, NULL), work);
}

void
yc_preview_worker_run (GTask        *task,
                       YcPreviewFunc func)
{
  Work *work = g_new0 (Work, 1);

  work->task = g_object_ref (task);
  work->func = func;
  push (work);
}

void
yc_preview_worker_free (gpointer       data,
                        GDestroyNotify destroy)
{
  Work *work = g_new0 (Work, 1);

  work->data = data;
  work->destroy = destroy;
  push (work);
}
