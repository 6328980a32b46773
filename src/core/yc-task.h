/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks that end as what they waited for has ended. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yc_task_return_done:
 * @task: a task whose result is a boolean
 * @done: whether it was done
 * @error: (transfer full) (nullable): why not; set unless @done
 *
 * Returns %TRUE or the error to whoever waits for @task.
 */
void yc_task_return_done (GTask    *task,
                          gboolean  done,
                          GError   *error);

G_END_DECLS
