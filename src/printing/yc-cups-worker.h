/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that talks to the print server. Private to this room. */
#pragma once

#include <gio/gio.h>

#include "yc-cups-connection.h"

G_BEGIN_DECLS

/* Reference counted; the thread ends, at its leisure, after the last reference is gone. */
typedef struct _YcCupsWorker YcCupsWorker;

/* Called in the worker's thread; must return a result or an error through @task. */
typedef void (*YcCupsFunc) (GTask *task, YcCupsConnection *connection);

YcCupsWorker *yc_cups_worker_new   (const char *server, guint time_limit);
YcCupsWorker *yc_cups_worker_ref   (YcCupsWorker *self);
void          yc_cups_worker_unref (YcCupsWorker *self);

/* Takes its own reference on @task. Work is done in order; a task that is cancelled before its
 * turn comes is returned without being worked on. */
void          yc_cups_worker_run   (YcCupsWorker *self, GTask *task, YcCupsFunc func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCupsWorker, yc_cups_worker_unref)

G_END_DECLS
