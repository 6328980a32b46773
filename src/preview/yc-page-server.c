/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process in which PDF documents are touched. */
#include "yc-page-server.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "yc-page-protocol.h"
#include "yc-preview-error.h"
#include "yc-program.h"

/* A page that takes longer is given up, in milliseconds. */
#define PATIENCE_MS 20000

/* How long the server is kept when nobody asks for anything, in seconds: to start it again and open
 * a document anew takes less than to notice, and its memory is of use to others. */
#define KEPT_SECONDS 5

typedef struct
{
  GTask              *task;
  const char         *method;
  GVariant           *arguments;
  const GVariantType *answer_type;
  int                 fd;
  YcPageAnswer        answer;
} Call;

static struct
{
  GDBusConnection *connection; /* NULL while there is no process */
  GSubprocess     *process;
  GQueue           calls;
  Call            *current;
  guint            last_document;
  guint            kept;
} server;

static void serve_next (void);

static void
call_free (Call *call)
{
  g_object_unref (call->task);
  g_variant_unref (call->arguments);
  g_free (call);
}

static void
stop (void)
{
  g_clear_object (&server.connection);
  if (server.process != NULL)
    g_subprocess_force_exit (server.process);
  g_clear_object (&server.process);
}

/* What went wrong on the way is of no use to the reader. */
static void
fail (GTask *task, const GError *error)
{
  const char *words =
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
          ? _ ("The document takes too long to draw.")
          : _ ("The document could not be drawn. Open it again; if that does not help, it is damaged.");

  g_debug ("Page server: %s", error->message);
  stop ();
  g_task_return_new_error (task, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED, "%s", words);
}

static gboolean
kept_cb (gpointer user_data)
{
  server.kept = 0;
  stop ();
  return G_SOURCE_REMOVE;
}

/* Takes the call off; what follows from it may ask for more. */
static void
finish (GVariant *answer, GUnixFDList *fds, GError *error)
{
  Call *call = g_steal_pointer (&server.current);

  if (answer != NULL)
    call->answer (call->task, answer, fds);
  else if (error->domain == YC_PREVIEW_ERROR)
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (call->task, g_error_copy (error));
    }
  else
    fail (call->task, error);
  call_free (call);
  serve_next ();
  if (server.current == NULL && server.kept == 0)
    server.kept = g_timeout_add_seconds (KEPT_SECONDS, kept_cb, NULL);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (object), &fds, result, &error);

  finish (answer, fds, error);
}

static void
send_call (Call *call)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;

  if (g_unix_fd_list_append (fds, call->fd, &error) < 0)
    {
      finish (NULL, NULL, error);
      return;
    }
  g_dbus_connection_call_with_unix_fd_list (
      server.connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, call->method, call->arguments,
      call->answer_type, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, fds, NULL, answered_cb, NULL);
}

static void
connected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  server.connection = g_dbus_connection_new_finish (result, &error);
  if (server.connection != NULL)
    send_call (server.current);
  else
    finish (NULL, NULL, error);
}

/* Starts the process with one end of a pair of sockets. Returns the other end. */
static GIOStream *
start_process (GError **error)
{
  g_autofree char *program = yc_program_find (YC_PAGES_PROGRAM, "preview");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSocket) socket = NULL;
  int ends[2];

  if (program == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, YC_PAGES_PROGRAM " is missing");
      return NULL;
    }
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No sockets");
      return NULL;
    }
  g_subprocess_launcher_take_fd (launcher, ends[1], YC_PAGES_FD);
  socket = g_socket_new_from_fd (ends[0], error);
  if (socket == NULL)
    {
      close (ends[0]);
      return NULL;
    }
  server.process = g_subprocess_launcher_spawn (launcher, error, program, NULL);
  return server.process != NULL
             ? G_IO_STREAM (g_socket_connection_factory_create_connection (socket))
             : NULL;
}

static void
start (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GIOStream) stream = NULL;

  stop ();
  /* From here on errors are known by name. */
  (void) YC_PREVIEW_ERROR;
  stream = start_process (&error);
  if (stream == NULL)
    {
      finish (NULL, NULL, error);
      return;
    }
  g_dbus_connection_new (stream, NULL, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT, NULL, NULL,
                         connected_cb, NULL);
}

static void
serve_next (void)
{
  while (server.current == NULL && !g_queue_is_empty (&server.calls))
    {
      Call *call = g_queue_pop_head (&server.calls);

      if (g_task_return_error_if_cancelled (call->task))
        {
          call_free (call);
          continue;
        }
      server.current = call;
      g_clear_handle_id (&server.kept, g_source_remove);
      if (server.connection != NULL && !g_dbus_connection_is_closed (server.connection))
        send_call (call);
      else
        start ();
    }
}

void
yc_page_server_call (GTask *task, const char *method, GVariant *arguments,
                     const GVariantType *answer_type, int fd, YcPageAnswer answer)
{
  Call *call = g_new0 (Call, 1);

  call->task = g_object_ref (task);
  call->method = method;
  call->arguments = g_variant_ref_sink (arguments);
  call->answer_type = answer_type;
  call->fd = fd;
  call->answer = answer;
  g_queue_push_tail (&server.calls, call);
  serve_next ();
}


guint
yc_page_server_open (void)
{
  return ++server.last_document;
}

void
yc_page_server_close (guint document)
{
  if (server.connection != NULL)
    g_dbus_connection_call (server.connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, "Close",
                            g_variant_new ("(u)", document), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            NULL, NULL);
}
