/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worst moment: the print server has the document and its answer gets lost. Whatever happens,
 * no second job is made, and one that exists is found again.
 *
 * Between the desk and a real print server stands a relay that spoils the answer to a print. */
#include <errno.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>

#include "yc-test-pdf.h"
#include "yc-test-print.h"

#define POLL_INTERVAL 20 /* ms */

typedef enum
{
  SPOIL_CUT,   /* this line is cut, others work on */
  SPOIL_HOLD,  /* this line stays open and silent */
  SPOIL_DEATH, /* all lines are cut and no new one is taken */
} Spoil;

typedef struct
{
  GSocketService *service;
  char           *folder;
  char           *path;
  const char     *server;
  Spoil           spoil;
  int             dead; /* atomic */
} Relay;

typedef struct
{
  int      desk;
  int      server;
  gboolean has_document; /* the desk sent one on this line */
} Line;

static GIOCondition
look (int fd)
{
  GPollFD poll = { fd, G_IO_IN | G_IO_HUP, 0 };

  return g_poll (&poll, 1, 0) > 0 ? poll.revents : 0;
}

static gboolean
holds_document (const char *data,
                gsize       size)
{
  for (gsize i = 0; i + 4 <= size; i++)
    if (memcmp (data + i, "%PDF", 4) == 0)
      return TRUE;
  return FALSE;
}

/* The lines do not block. */
static gboolean
write_all (int         fd,
           const char *data,
           gsize       size)
{
  while (size > 0)
    {
      GPollFD poll = { fd, G_IO_OUT, 0 };
      gssize n;

      g_poll (&poll, 1, -1);
      n = write (fd, data, size);
      if (n < 0 && errno != EAGAIN)
        return FALSE;
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
forward_to_server (Line *line)
{
  char buffer[65536];
  gssize n = read (line->desk, buffer, sizeof buffer);

  if (n <= 0)
    return FALSE;
  line->has_document = line->has_document || holds_document (buffer, (gsize) n);
  return write_all (line->server, buffer, (gsize) n);
}

static gboolean
forward_to_desk (Relay *relay,
                 Line  *line)
{
  char buffer[65536];
  gssize n = read (line->server, buffer, sizeof buffer);

  if (n <= 0)
    return FALSE;
  if (!line->has_document)
    return write_all (line->desk, buffer, (gsize) n);
  if (relay->spoil == SPOIL_DEATH)
    g_atomic_int_set (&relay->dead, 1);
  return relay->spoil == SPOIL_HOLD;
}

static gboolean
line_cb (GThreadedSocketService *service,
         GSocketConnection      *desk,
         GObject                *source,
         gpointer                user_data)
{
  Relay *relay = user_data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (relay->server);
  g_autoptr (GSocketConnection) server =
      g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  Line line = { g_socket_get_fd (g_socket_connection_get_socket (desk)), -1, FALSE };
  gboolean open = server != NULL;

  if (server != NULL)
    line.server = g_socket_get_fd (g_socket_connection_get_socket (server));
  while (open && !g_atomic_int_get (&relay->dead))
    {
      GPollFD polls[] = { { line.desk, G_IO_IN, 0 }, { line.server, G_IO_IN, 0 } };

      g_poll (polls, G_N_ELEMENTS (polls), POLL_INTERVAL);
      if (look (line.desk) != 0)
        open = forward_to_server (&line);
      if (open && look (line.server) != 0)
        open = forward_to_desk (relay, &line);
    }
  return TRUE;
}

static Relay *
relay_new (const char *server,
           Spoil       spoil)
{
  Relay *relay = g_new0 (Relay, 1);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  relay->server = server;
  relay->spoil = spoil;
  relay->folder = g_dir_make_tmp ("yc-relay-XXXXXX", &error);
  g_assert_no_error (error);
  relay->path = g_build_filename (relay->folder, "socket", NULL);
  address = g_unix_socket_address_new (relay->path);
  relay->service = g_threaded_socket_service_new (8);
  g_socket_listener_add_address (G_SOCKET_LISTENER (relay->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (relay->service, "run", G_CALLBACK (line_cb), relay);
  return relay;
}

static void
relay_free (Relay *relay)
{
  g_atomic_int_set (&relay->dead, 1);
  g_socket_service_stop (relay->service);
  g_socket_listener_close (G_SOCKET_LISTENER (relay->service));
  /* The lines' threads hold the service until they end. */
  while (G_OBJECT (relay->service)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_object_unref (relay->service);
  g_unlink (relay->path);
  g_rmdir (relay->folder);
  g_free (relay->path);
  g_free (relay->folder);
  g_free (relay);
}

typedef struct
{
  YcTestCups *cups;
  Relay      *relay;
  YcPrinters *printers;
} Fixture;

static gboolean
is_final (gpointer data)
{
  return yc_print_job_state_is_final (yc_print_job_get_state (data));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->cups = yc_test_cups_new (YC_TEST_PRINTER, NULL);
  f->relay = relay_new (yc_test_cups_get_socket (f->cups), (Spoil) GPOINTER_TO_INT (data));
  f->printers = yc_test_print_new_printers (f->relay->path);
  yc_test_print_refresh (f->printers, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  yc_test_print_let_go (f->printers);
  relay_free (f->relay);
  yc_test_cups_free (f->cups);
}

static YcPrintJob *
print (Fixture *f)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-unclear");
  g_autoptr (GError) error = NULL;
  YcPrintJob *job =
      yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);

  g_assert_no_error (error);
  return job;
}

static gboolean
has_printed (gpointer data)
{
  Fixture *f = data;

  return yc_test_cups_count_events (f->cups, YC_TEST_PRINTER, "printed") > 0;
}

static void
assert_one_sheet (Fixture *f)
{
  yc_test_print_wait_until (has_printed, f);
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, YC_TEST_PRINTER, "called"), ==, 1);
  g_assert_cmpuint (yc_test_cups_count_sheets (f->cups, YC_TEST_PRINTER), ==, 1);
}

/* The server is there and knows the job by its name: all is well. */
static void
test_found_again (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (YcPrintJob) job = print (f);

  yc_test_print_wait_until (is_final, job);
  g_assert_cmpint (yc_print_job_get_state (job), ==, YC_PRINT_JOB_DONE);
  g_assert_cmpint (yc_print_job_get_id (job), >, 0);
  assert_one_sheet (f);
}

/* Nobody can be asked: unknown, and left at that. */
static void
test_unknown (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (YcPrintJob) job = print (f);

  g_assert_cmpint (yc_print_job_get_state (job), ==, YC_PRINT_JOB_UNKNOWN);
  g_assert_cmpint (yc_print_job_get_id (job), ==, 0);
  g_assert_nonnull (yc_print_job_get_advice (job));
  assert_one_sheet (f);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print-unclear/line-cut", Fixture, GINT_TO_POINTER (SPOIL_CUT), set_up,
              test_found_again, tear_down);
  g_test_add ("/print-unclear/answer-never-comes", Fixture, GINT_TO_POINTER (SPOIL_HOLD), set_up,
              test_found_again, tear_down);
  g_test_add ("/print-unclear/server-dies", Fixture, GINT_TO_POINTER (SPOIL_DEATH), set_up,
              test_unknown, tear_down);
  return g_test_run ();
}
