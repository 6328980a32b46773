/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread of the program in which PDF documents are touched. Private to this room. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called in the worker's thread; must return a result or an error through @task. */
typedef void (*YcPreviewFunc) (GTask *task);

/* Takes its own reference on @task. Work is done in order; a task that is cancelled before its
 * turn comes is returned without being worked on. */
void yc_preview_worker_run  (GTask *task, YcPreviewFunc func);

/* Calls @destroy with @data in the worker's thread, after all work that was asked for before. */
void yc_preview_worker_free (gpointer data, GDestroyNotify destroy);

G_END_DECLS
