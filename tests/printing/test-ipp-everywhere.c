/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing to a printer without a driver, as new ones are: the print server learns from the
 * printer itself what it has. The printer is CUPS' own model of such a printer. */
#include <locale.h>
#include <signal.h>
#include <sys/prctl.h>

#include <glib/gstdio.h>

#include "yc-test-pdf.h"
#include "yc-test-print.h"

#define PRINTER "driverless"
#define A4 "iso_a4_210x297mm"

typedef struct
{
  char        *folder;
  char        *bus_address;
  GSubprocess *bus;
  GSubprocess *device;
  guint16      port;
} Device;

static void
die_with_the_test (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
spawn (Device            *device,
       const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_child_setup (launcher, die_with_the_test, NULL, NULL);
  /* It looks for a bus to announce itself on, and does not start without. */
  g_subprocess_launcher_setenv (launcher, "DBUS_SYSTEM_BUS_ADDRESS", device->bus_address, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", device->bus_address, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  return process;
}

static guint16
find_free_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &bound, &error);
  g_assert_no_error (error);
  g_socket_listener_close (listener);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

static gboolean
device_answers (gpointer data)
{
  Device *device = data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "localhost", device->port, NULL, NULL);

  return connection != NULL;
}

static gboolean
bus_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
start_bus (Device *device)
{
  g_autofree char *path = g_build_filename (device->folder, "bus", NULL);
  g_autofree char *address = NULL;
  const char *argv[] = { "dbus-daemon", "--session", "--nofork", "--nopidfile", NULL, NULL };

  device->bus_address = g_strdup_printf ("unix:path=%s", path);
  address = g_strdup_printf ("--address=%s", device->bus_address);
  argv[4] = address;
  device->bus = spawn (device, argv);
  yc_test_print_wait_until (bus_is_there, path);
}

static void
start_device (Device *device)
{
  g_autofree char *spool = g_build_filename (device->folder, "spool", NULL);
  g_autofree char *port = NULL;
  /* With a command of its own it does not play at being slow; -k keeps what it received. */
  const char *argv[] = { "ippeveprinter", "-r", "off", "-n", "localhost", "-k", "-c", "/bin/true",
                         "-f", "application/pdf", "-d", spool, "-p", NULL, PRINTER, NULL };

  device->port = find_free_port ();
  port = g_strdup_printf ("%u", device->port);
  argv[13] = port;
  g_assert_cmpint (g_mkdir (spool, 0700), ==, 0);
  device->device = spawn (device, argv);
  yc_test_print_wait_until (device_answers, device);
}

static void
stop (GSubprocess **process)
{
  g_subprocess_force_exit (*process);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
}

static void
device_free (Device *device)
{
  g_autofree char *spool = g_build_filename (device->folder, "spool", NULL);

  stop (&device->device);
  stop (&device->bus);
  empty_folder (spool);
  g_rmdir (spool);
  empty_folder (device->folder);
  g_rmdir (device->folder);
  g_free (device->folder);
  g_free (device->bus_address);
  g_free (device);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Device, device_free)

static Device *
device_new (void)
{
  Device *device = g_new0 (Device, 1);
  g_autoptr (GError) error = NULL;

  device->folder = g_dir_make_tmp ("yc-ipp-XXXXXX", &error);
  g_assert_no_error (error);
  start_bus (device);
  start_device (device);
  return device;
}

static gboolean
has_paper (YcPrinter *printer)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities = NULL;

  yc_printer_load_capabilities_async (printer, NULL, yc_test_print_result_cb, &result);
  capabilities = yc_printer_load_capabilities_finish (
      printer, yc_test_print_wait_for_result (&result), NULL);
  return capabilities != NULL && yc_printer_capabilities_has_paper (capabilities, A4);
}

/* The print server asks the printer in the background what it has. */
static gboolean
is_set_up (gpointer data)
{
  g_autoptr (GError) error = NULL;
  YcPrinter *printer;

  yc_test_print_refresh (data, &error);
  g_assert_no_error (error);
  printer = yc_printers_find (data, PRINTER);
  return printer != NULL && yc_printer_get_accepting (printer) &&
         yc_printer_get_state (printer) == YC_PRINTER_IDLE && has_paper (printer);
}

static gboolean
is_final (gpointer data)
{
  return yc_print_job_state_is_final (yc_print_job_get_state (data));
}

static char *
find_received_file (Device *device)
{
  g_autofree char *spool = g_build_filename (device->folder, "spool", NULL);
  g_autoptr (GDir) dir = g_dir_open (spool, 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      /* Beside it lies what its command said. */
      if (!g_str_has_suffix (name, ".pdf"))
        continue;
      /* One document, not two. */
      g_assert_null (found);
      found = g_build_filename (spool, name, NULL);
    }
  g_assert_nonnull (found);
  return g_steal_pointer (&found);
}

static void
assert_has_text (const char *file)
{
  const char *argv[] = { "pdftotext", file, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "第 1 页 样例证明"));
}

static YcPrintJob *
print (YcPrinter *printer)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
  g_autoptr (YcPrintOptions) options = yc_print_options_new ("print-everywhere");
  g_autoptr (GError) error = NULL;
  YcPrintJob *job;

  options->paper = g_strdup (A4);
  job = yc_test_print_send_with (printer, pdf, options, &error);
  g_assert_no_error (error);
  return job;
}

static void
test_everywhere (void)
{
  g_autoptr (Device) device = device_new ();
  g_autoptr (YcTestCups) cups = yc_test_cups_new (NULL, NULL);
  g_autoptr (YcPrinters) printers = yc_printers_new (yc_test_cups_get_socket (cups));
  g_autofree char *uri = g_strdup_printf ("ipp://localhost:%u/ipp/print", device->port);
  g_autofree char *file = NULL;
  g_autoptr (YcPrintJob) job = NULL;
  YcPrinter *printer;

  yc_test_cups_run (cups, "lpadmin", "-p", PRINTER, "-E", "-v", uri, "-m", "everywhere", NULL);
  yc_test_print_wait_until (is_set_up, printers);
  printer = yc_printers_find (printers, PRINTER);
  job = print (printer);
  yc_test_print_wait_until (is_final, job);
  g_assert_cmpint (yc_print_job_get_state (job), ==, YC_PRINT_JOB_DONE);
  file = find_received_file (device);
  assert_has_text (file);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = g_strdup_printf ("%s:/usr/sbin", g_getenv ("PATH"));
  g_autofree char *program = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("PATH", path, TRUE);
  g_test_init (&argc, &argv, NULL);
  program = g_find_program_in_path ("ippeveprinter");
  if (program == NULL)
    {
      g_print ("1..0 # SKIP package cups-ipp-utils is not installed\n");
      return 0;
    }
  g_test_add_func ("/ipp-everywhere/print", test_everywhere);
  return g_test_run ();
}
