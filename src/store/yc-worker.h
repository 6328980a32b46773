/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that touches a database, with a queue before it. */
#pragma once

#include <gio/gio.h>

#include "yc-connection.h"

G_BEGIN_DECLS

/**
 * YcWorkerKind:
 * @YC_WORKER_WRITE: runs inside a transaction of its own, before any waiting read.
 * @YC_WORKER_READ: runs outside a transaction, after the waiting writes.
 */
typedef enum
{
  YC_WORKER_WRITE = 1,
  YC_WORKER_READ,
} YcWorkerKind;

/**
 * YcWorkerFunc:
 * @connection: the worker's connection
 * @data: the job's data, owned by the job
 * @error: return location
 *
 * One job, run in the worker's thread.
 *
 * Returns: (transfer full) (nullable): the result. A write is rolled back when @error is set and
 *   committed (and synced) before the result is handed over otherwise.
 */
typedef gpointer (*YcWorkerFunc) (YcConnection  *connection,
                                  gpointer       data,
                                  GError       **error);

#define YC_TYPE_WORKER (yc_worker_get_type ())

G_DECLARE_FINAL_TYPE (YcWorker, yc_worker, YC, WORKER, GObject)

YcWorker *yc_worker_new         (const char           *path,
                                 YcConnectionMode      mode,
                                 const char           *migrations);
void      yc_worker_open_async  (YcWorker             *self,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  yc_worker_open_finish (YcWorker             *self,
                                 GAsyncResult         *result,
                                 GError              **error);
void      yc_worker_run_async   (YcWorker             *self,
                                 YcWorkerKind          kind,
                                 YcWorkerFunc          func,
                                 gpointer              data,
                                 GDestroyNotify        free_data,
                                 GDestroyNotify        free_result,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gpointer  yc_worker_run_finish  (YcWorker             *self,
                                 GAsyncResult         *result,
                                 GError              **error);
void      yc_worker_close       (YcWorker             *self);

G_END_DECLS
