/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A private CUPS server for tests, with printers that have trouble on demand. */
#include "yc-test-cups.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#define DEADLINE (60 * G_USEC_PER_SEC)
#define MAX_SOCKET_PATH 107

struct _YcTestCups
{
  char        *folder;
  char        *socket;
  GSubprocess *server;
};

static char *
in_folder (YcTestCups *self,
           const char *first,
           ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  va_list args;

  g_strv_builder_add (builder, self->folder);
  va_start (args, first);
  for (const char *part = first; part != NULL; part = va_arg (args, const char *))
    g_strv_builder_add (builder, part);
  va_end (args);
  parts = g_strv_builder_end (builder);
  return g_build_filenamev (parts);
}

static void
run (const char *const *argv,
     const char        *cups_server)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = g_strdup_printf ("%s:/usr/sbin:/sbin", g_getenv ("PATH"));

  g_subprocess_launcher_setenv (launcher, "PATH", path, TRUE);
  if (cups_server != NULL)
    g_subprocess_launcher_setenv (launcher, "CUPS_SERVER", cups_server, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_folder (void)
{
  g_autofree char *pattern = g_build_filename (g_get_tmp_dir (), "yc-cups-XXXXXX", NULL);
  const char *folder;

  /* A socket's path must be short. */
  if (strlen (pattern) + strlen ("/socket") > MAX_SOCKET_PATH)
    {
      g_free (pattern);
      pattern = g_strdup ("/tmp/yc-cups-XXXXXX");
    }
  folder = g_mkdtemp (pattern);
  g_assert_nonnull (folder);
  return g_strdup (folder);
}

static void
die_with_the_test (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
answers (YcTestCups *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (self->socket);
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);

  return connection != NULL;
}

static void
wait_for (YcTestCups *self,
          gboolean  (*condition) (YcTestCups *))
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!condition (self))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (5000);
    }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
write_owner (YcTestCups *self)
{
  g_autofree char *file = in_folder (self, "owner", NULL);
  g_autofree char *pid = g_strdup_printf ("%d", getpid ());
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, pid, -1, &error);
  g_assert_no_error (error);
}

/* No printer may be left that keeps the folder busy. */
static void
stop_printers (YcTestCups *self)
{
  const char *argv[] = { YC_TEST_CUPS_SCRIPT, "stop", self->folder, NULL };

  run (argv, NULL);
}

YcTestCups *
yc_test_cups_newv (const char *const *printers)
{
  YcTestCups *self = g_new0 (YcTestCups, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  self->folder = make_folder ();
  self->socket = in_folder (self, "socket", NULL);
  g_ptr_array_add (argv, (gpointer) YC_TEST_CUPS_SCRIPT);
  g_ptr_array_add (argv, (gpointer) "prepare");
  g_ptr_array_add (argv, self->folder);
  if (printers[0] == NULL)
    g_ptr_array_add (argv, (gpointer) "--none");
  for (guint i = 0; printers[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) printers[i]);
  g_ptr_array_add (argv, NULL);
  run ((const char *const *) argv->pdata, NULL);
  write_owner (self);
  yc_test_cups_start (self);
  return self;
}

YcTestCups *
yc_test_cups_new (const char *first_printer,
                  ...)
{
  g_autoptr (GPtrArray) printers = g_ptr_array_new ();
  va_list args;

  va_start (args, first_printer);
  for (const char *name = first_printer; name != NULL; name = va_arg (args, const char *))
    g_ptr_array_add (printers, (gpointer) name);
  va_end (args);
  g_ptr_array_add (printers, NULL);
  return yc_test_cups_newv ((const char *const *) printers->pdata);
}

void
yc_test_cups_free (YcTestCups *self)
{
  if (self->server != NULL)
    yc_test_cups_kill (self);
  stop_printers (self);
  remove_tree (self->folder);
  g_free (self->socket);
  g_free (self->folder);
  g_free (self);
}

const char *
yc_test_cups_get_socket (YcTestCups *self)
{
  return self->socket;
}

void
yc_test_cups_set_control (YcTestCups *self,
                          const char *printer,
                          const char *word)
{
  g_autofree char *file = in_folder (self, "printers", printer, "control", NULL);
  g_autofree char *line = g_strdup_printf ("%s\n", word);
  g_autoptr (GError) error = NULL;

  /* Replaced as a whole: the printer reads it all the time. */
  g_file_set_contents (file, line, -1, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *event;
  guint       n;
  char       *words; /* behind the last one */
} Events;

/* A line has the time, the job, the process, the event and what belongs to it. */
static void
take_line (Events     *events,
           const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 5);

  if (g_strv_length (parts) < 4 || !g_str_equal (parts[3], events->event))
    return;
  events->n++;
  g_free (events->words);
  events->words = g_strdup (parts[4] != NULL ? parts[4] : "");
}

static Events
read_events (YcTestCups *self,
             const char *printer,
             const char *event)
{
  g_autofree char *file = in_folder (self, "printers", printer, "log", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Events events = { .event = event };

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (&events, lines[i]);
  return events;
}

guint
yc_test_cups_count_events (YcTestCups *self,
                           const char *printer,
                           const char *event)
{
  Events events = read_events (self, printer, event);

  g_free (events.words);
  return events.n;
}

char *
yc_test_cups_find_event (YcTestCups *self,
                         const char *printer,
                         const char *event)
{
  return read_events (self, printer, event).words;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_sheets (YcTestCups *self,
             const char *printer)
{
  g_autofree char *folder = in_folder (self, "printers", printer, "sheets", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

guint
yc_test_cups_count_sheets (YcTestCups *self,
                           const char *printer)
{
  g_autoptr (GPtrArray) files = list_sheets (self, printer);

  return files->len;
}

char *
yc_test_cups_get_sheet (YcTestCups *self,
                        const char *printer,
                        guint       index)
{
  g_autoptr (GPtrArray) files = list_sheets (self, printer);

  g_assert_cmpuint (index, <, files->len);
  return g_strdup (g_ptr_array_index (files, index));
}

GBytes *
yc_test_cups_get_spooled (YcTestCups *self,
                          int         job_id)
{
  g_autofree char *name = g_strdup_printf ("d%05d-001", job_id);
  g_autofree char *file = in_folder (self, "spool", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;

  g_file_get_contents (file, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
yc_test_cups_run (YcTestCups *self,
                  const char *program,
                  ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list args;

  g_ptr_array_add (argv, (gpointer) program);
  va_start (args, program);
  for (const char *arg = va_arg (args, const char *); arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  run ((const char *const *) argv->pdata, self->socket);
}

static gboolean
is_suspended (YcTestCups *self)
{
  g_autofree char *file =
      g_strdup_printf ("/proc/%s/stat", g_subprocess_get_identifier (self->server));
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return strstr (text, ") T ") != NULL;
}

void
yc_test_cups_suspend (YcTestCups *self)
{
  g_subprocess_send_signal (self->server, SIGSTOP);
  /* The signal takes its time on another processor. */
  wait_for (self, is_suspended);
}

void
yc_test_cups_resume (YcTestCups *self)
{
  g_subprocess_send_signal (self->server, SIGCONT);
}

void
yc_test_cups_kill (YcTestCups *self)
{
  g_assert_nonnull (self->server);

  g_subprocess_send_signal (self->server, SIGKILL);
  g_subprocess_wait (self->server, NULL, NULL);
  g_clear_object (&self->server);
}

void
yc_test_cups_start (YcTestCups *self)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *conf = in_folder (self, "cupsd.conf", NULL);
  g_autofree char *files = in_folder (self, "cups-files.conf", NULL);
  g_autofree char *cupsd = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (self->server);

  cupsd = g_find_program_in_path ("cupsd");
  if (cupsd == NULL)
    cupsd = g_strdup ("/usr/sbin/cupsd");
  g_subprocess_launcher_set_child_setup (launcher, die_with_the_test, NULL, NULL);
  self->server = g_subprocess_launcher_spawn (launcher, &error, cupsd, "-c", conf, "-s", files,
                                              "-f", NULL);
  g_assert_no_error (error);
  wait_for (self, answers);
}
