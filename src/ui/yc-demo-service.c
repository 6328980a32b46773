/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice service: a yichuangd of our own with sample data, alive as long as the desk.
 * The child ends when its standard input closes, so that it can't outlive a desk that was killed. */
#include "yc-demo-service.h"

#include <glib/gi18n-lib.h>

#include "yc-program.h"

#define PROGRAM "yichuangd"
#define GREETING "Listening on "

/* How long a child may take to end by itself, in microseconds. */
#define PATIENCE_US (3 * G_USEC_PER_SEC)

struct _YcDemoService
{
  GObject parent_instance;

  char        *data_dir;
  GSubprocess *process;
};

G_DEFINE_FINAL_TYPE (YcDemoService, yc_demo_service, G_TYPE_OBJECT)

static char *
find_program (void)
{
  const char *chosen = g_getenv ("YICHUANGD");

  return chosen != NULL && *chosen != '\0' ? g_strdup (chosen)
                                           : yc_program_find (PROGRAM, "service");
}

static void
line_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source),
                                                                     result, NULL, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (line == NULL || !g_str_has_prefix (line, GREETING))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             _ ("The practice service did not start"));
  else
    g_task_return_pointer (task, g_strstrip (g_strdup (line + strlen (GREETING))), g_free);
}

static void
read_greeting (YcDemoService *self, GTask *task)
{
  GInputStream *output = g_subprocess_get_stdout_pipe (self->process);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (output);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                       line_read_cb, g_object_ref (task));
}

static void
yc_demo_service_dispose (GObject *object)
{
  YcDemoService *self = YC_DEMO_SERVICE (object);

  yc_demo_service_stop (self);
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (yc_demo_service_parent_class)->dispose (object);
}

static void
yc_demo_service_class_init (YcDemoServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_demo_service_dispose;
}

static void
yc_demo_service_init (YcDemoService *self)
{
}

/**
 * yc_demo_service_new:
 * @data_dir: folder of the service's own data; made when it starts
 *
 * Returns: (transfer full): a practice service that does not run yet
 */
YcDemoService *
yc_demo_service_new (const char *data_dir)
{
  YcDemoService *self;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_object_new (YC_TYPE_DEMO_SERVICE, NULL);
  self->data_dir = g_strdup (data_dir);

  return self;
}

/**
 * yc_demo_service_start_async:
 * @self: the service
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context when the service listens
 * @user_data: for @callback
 *
 * Starts the child on a free port of the loopback.
 */
void
yc_demo_service_start_async (YcDemoService *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *program = find_program ();
  GError *error = NULL;

  g_task_set_source_tag (task, yc_demo_service_start_async);
  yc_demo_service_stop (self);
  if (program == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _ ("The practice service (yichuangd) is not installed"));
      return;
    }

  g_mkdir_with_parents (self->data_dir, 0700);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, program, "--demo", "--listen", "127.0.0.1:0", "--data",
                                    self->data_dir, "--exit-with-stdin", NULL);
  if (self->process == NULL)
    g_task_return_error (task, error);
  else
    read_greeting (self, task);
}

/**
 * yc_demo_service_start_finish:
 * @self: the service
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the address it listens at; %NULL with an error whose message is
 *   translated
 */
char *
yc_demo_service_start_finish (YcDemoService *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A child that has ended has no identifier any more. */
static gboolean
wait_for_end (GSubprocess *process)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (g_subprocess_get_identifier (process) != NULL)
    {
      if (g_get_monotonic_time () > deadline)
        return FALSE;
      g_usleep (5000);
    }

  return TRUE;
}

/**
 * yc_demo_service_stop:
 * @self: the service
 *
 * Ends the child, and waits for its end, three seconds at most; nothing happens when it does not
 * run.
 */
void
yc_demo_service_stop (YcDemoService *self)
{
  g_return_if_fail (YC_IS_DEMO_SERVICE (self));

  if (self->process == NULL)
    return;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  if (!wait_for_end (self->process))
    g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

static gboolean
delete_tree (GFile *file, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child;

  children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL &&
         g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    if (!delete_tree (child, error))
      return FALSE;

  return g_file_delete (file, NULL, error);
}

/**
 * yc_demo_service_empty:
 * @self: the service, not running
 * @error: return location
 *
 * Deletes the service's data; the next start fills it with the sample data again.
 *
 * Returns: whether nothing is left
 */
gboolean
yc_demo_service_empty (YcDemoService *self, GError **error)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (YC_IS_DEMO_SERVICE (self), FALSE);
  g_return_val_if_fail (self->process == NULL, FALSE);

  folder = g_file_new_for_path (self->data_dir);
  if (!g_file_query_exists (folder, NULL))
    return TRUE;

  return delete_tree (folder, error);
}
