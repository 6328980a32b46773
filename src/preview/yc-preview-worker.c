/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread of the program in which PDF documents are touched.
 *
 * There is one for the process, not one for each document or desk: the PDF library keeps colour
 * management and fonts in globals, over which even different documents race. */
#include "yc-preview-worker.h"

#include <stdlib.h>

typedef struct
{
  GTask         *task; /* or NULL, and then: */
  YcPreviewFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
} Work;

static struct
{
  GAsyncQueue *queue;
  GThread     *thread;
  int          ends; /* atomic: the program ends, nothing more is to be done */
} worker;

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

static void
push_work (Work work)
{
  g_async_queue_push (worker.queue, g_memdup2 (&work, sizeof work));
}

/* When the program ends, the library takes down its globals: no thread may be in it any more.
 * Waits for the one piece of work that is being done; what waits behind it is left. */
static void
stop (void)
{
  if (worker.thread == NULL)
    return;
  g_atomic_int_set (&worker.ends, 1);
  push_work ((Work) { NULL });
  g_thread_join (worker.thread);
  worker.thread = NULL;
}

static gpointer
thread_func (gpointer user_data)
{
  gboolean is_first = TRUE;

  while (TRUE)
    {
      g_autofree Work *work = g_async_queue_pop (worker.queue);

      if (g_atomic_int_get (&worker.ends))
        return NULL;
      do_work (work);
      /* What the library set up while it worked for the first time is taken down before what was
       * registered earlier. */
      if (is_first)
        atexit (stop);
      is_first = FALSE;
    }
}

static gpointer
start (gpointer user_data)
{
  worker.queue = g_async_queue_new ();
  worker.thread = g_thread_new ("yc-preview", thread_func, NULL);
  atexit (stop);
  return NULL;
}

static void
push (Work work)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, start, NULL);
  push_work (work);
}

void
yc_preview_worker_run (GTask        *task,
                       YcPreviewFunc func)
{
  push ((Work) { .task = g_object_ref (task), .func = func });
}

void
yc_preview_worker_free (gpointer       data,
                        GDestroyNotify destroy)
{
  push ((Work) { .data = data, .destroy = destroy });
}
