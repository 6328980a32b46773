/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks that end as what they waited for has ended. */
#include "yc-task.h"

void
yc_task_return_done (GTask    *task,
                     gboolean  done,
                     GError   *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
