/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper is set by a process of its own, since text must not be drawn beside the window's. */
#include "yc-paper-program.h"

#include "yc-program.h"

#define PROGRAM "yichuangctl"

/* The program puts its name before what it complains of. */
static const char *
skip_name (const char *line)
{
  return g_str_has_prefix (line, PROGRAM ": ") ? line + strlen (PROGRAM ": ") : line;
}

static void
fail (GTask  *task,
      GBytes *complaint)
{
  gsize size = 0;
  const char *bytes = complaint != NULL ? g_bytes_get_data (complaint, &size) : NULL;
  g_autofree char *text = g_utf8_make_valid (bytes != NULL ? bytes : "", (gssize) size);

  g_strchomp (text);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", skip_name (text));
}

static void
set_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) complaint = NULL;
  GError *error = NULL;

  if (!g_subprocess_communicate_finish (G_SUBPROCESS (object), result, &pdf, &complaint, &error))
    g_task_return_error (task, error);
  else if (!g_subprocess_get_successful (G_SUBPROCESS (object)) || g_bytes_get_size (pdf) == 0)
    fail (task, complaint);
  else
    g_task_return_pointer (task, g_steal_pointer (&pdf), (GDestroyNotify) g_bytes_unref);
}

void
yc_paper_program_set_async (const char          *group,
                            const char          *command,
                            GBytes              *request,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *program = yc_program_find (PROGRAM, "ctl");
  g_autoptr (GSubprocess) process = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, yc_paper_program_set_async);
  if (program == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s is missing", PROGRAM);
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                G_SUBPROCESS_FLAGS_STDERR_PIPE,
                              &error, program, group, command, "-", NULL);
  if (process == NULL)
    g_task_return_error (task, error);
  else
    g_subprocess_communicate_async (process, request, cancellable, set_cb,
                                    g_steal_pointer (&task));
}

GBytes *
yc_paper_program_set_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
