/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangd: the service of the one-window counters. */
#include "yc-first-account.h"
#include "yc-program.h"
#include "yc-sample-data.h"
#include "yc-service.h"
#include "yc-signing-arguments.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *listen;
  char *data;
  gboolean demo;
  gboolean exit_with_stdin;
  gboolean version;
  int session_minutes;
  int keep_free;
  int max_connections;
  int max_per_address;
  int header_seconds;
  YcSigningArguments signing;
  char *tls_key;
  char *tls_certificate;
  char *public_url;
  char *delivery;
  char *create_administrator;
} Arguments;

static gboolean
parse_arguments (Arguments  *arguments,
                 int        *argc,
                 char     ***argv,
                 GError    **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry entries[] = {
    { "listen", 0, 0, G_OPTION_ARG_STRING, &arguments->listen,
      N_("Listen on this address (default 127.0.0.1:7080)"), N_("ADDRESS:PORT") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &arguments->data,
      N_("Keep database and key in this folder"), N_("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &arguments->demo,
      N_("Practice: fill an empty database with samples, mark every certificate"), NULL },
    { "exit-with-stdin", 0, 0, G_OPTION_ARG_NONE, &arguments->exit_with_stdin,
      N_("Stop when standard input is closed"), NULL },
    { "session-minutes", 0, 0, G_OPTION_ARG_INT, &arguments->session_minutes,
      N_("How long a session lasts (default 720)"), N_("MINUTES") },
    { "keep-free", 0, 0, G_OPTION_ARG_INT, &arguments->keep_free,
      N_("Take no more files when less is free on the disk (default 512)"), N_("MEGABYTES") },
    { "max-connections", 0, 0, G_OPTION_ARG_INT, &arguments->max_connections,
      N_("Open connections in all"), N_("NUMBER") },
    { "max-connections-per-address", 0, 0, G_OPTION_ARG_INT, &arguments->max_per_address,
      N_("Open connections from one address"), N_("NUMBER") },
    { "header-seconds", 0, 0, G_OPTION_ARG_INT, &arguments->header_seconds,
      N_("How long the headers of a request may take (default 10)"), N_("SECONDS") },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_key,
      N_("PEM file of the key for TLS"), N_("FILE") },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_certificate,
      N_("PEM file of the certificate for TLS"), N_("FILE") },
    { "public-url", 0, 0, G_OPTION_ARG_STRING, &arguments->public_url,
      N_("Where the public reaches the verification page"), N_("URL") },
    { "delivery", 0, 0, G_OPTION_ARG_FILENAME, &arguments->delivery,
      N_("Where certificates go after issue (default delivery.json in the data folder)"),
      N_("FILE") },
    { "create-administrator", 0, 0, G_OPTION_ARG_STRING, &arguments->create_administrator,
      N_("Make the first account with the password on standard input, then stop"), N_("NAME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &arguments->version, N_("Show the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("The service of the one-window counters"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  yc_signing_arguments_add (&arguments->signing, context);
  return g_option_context_parse (context, argc, argv, error);
}

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->listen);
  g_free (arguments->data);
  yc_signing_arguments_clear (&arguments->signing);
  g_free (arguments->tls_key);
  g_free (arguments->tls_certificate);
  g_free (arguments->public_url);
  g_free (arguments->delivery);
  g_free (arguments->create_administrator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static char *
get_data_dir (const Arguments *arguments)
{
  const char *state = g_getenv ("STATE_DIRECTORY");

  if (arguments->data != NULL)
    return g_strdup (arguments->data);
  if (state != NULL)
    return g_strdup (state);
  return g_build_filename (g_get_user_data_dir (), arguments->demo ? "yichuangd-demo" : "yichuangd",
                           NULL);
}

static YcService *
open_service (const Arguments  *arguments,
              const char       *data_dir,
              GError          **error)
{
  YcServiceOptions options;

  yc_service_options_init (&options);
  options.data_dir = data_dir;
  options.demo = arguments->demo;
  options.signing = yc_signing_arguments_read (&arguments->signing);
  options.public_url = arguments->public_url;
  options.delivery = arguments->delivery;
  if (arguments->session_minutes > 0)
    options.session_seconds = arguments->session_minutes * 60;
  if (arguments->keep_free > 0)
    options.reserve_bytes = (guint64) arguments->keep_free * 1024 * 1024;
  if (arguments->max_connections > 0)
    options.limits.max_connections = arguments->max_connections;
  if (arguments->max_per_address > 0)
    options.limits.max_connections_per_address = arguments->max_per_address;
  if (arguments->header_seconds > 0)
    options.limits.header_ms = arguments->header_seconds * 1000;
  return yc_service_new (&options, error);
}

/* Every listener holds a file descriptor. */
static void
raise_file_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) == 0)
    {
      limit.rlim_cur = limit.rlim_max;
      setrlimit (RLIMIT_NOFILE, &limit);
    }
}

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
stdin_cb (int           fd,
          GIOCondition  condition,
          gpointer      loop)
{
  char buffer[256];

  if (read (fd, buffer, sizeof buffer) > 0)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
run_until_stopped (const Arguments *arguments,
                   const char      *url)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_unix_signal_add (SIGTERM, stop_cb, loop);
  g_unix_signal_add (SIGINT, stop_cb, loop);
  if (arguments->exit_with_stdin)
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, stdin_cb, loop);
  /* Whoever reads this line may ask for a stop at once. */
  g_print ("Listening on %s\n", url);
  g_main_loop_run (loop);
}

static gboolean
check_pairs (const Arguments  *arguments,
             GError          **error)
{
  if ((arguments->tls_key == NULL) == (arguments->tls_certificate == NULL))
    return yc_signing_arguments_check (&arguments->signing, error);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("A key and its certificate must be given together."));
  return FALSE;
}

static gboolean
serve (const Arguments  *arguments,
       YcService        *service,
       GError          **error)
{
  const char *listen = arguments->listen != NULL ? arguments->listen : "127.0.0.1:7080";

  if (arguments->demo && !yc_sample_data_fill (service, error))
    return FALSE;
  if (!yc_service_start (service, listen, arguments->tls_certificate, arguments->tls_key, error))
    return FALSE;
  run_until_stopped (arguments, yc_service_get_url (service));
  yc_service_stop (service);
  return TRUE;
}

static gboolean
run (const Arguments  *arguments,
     GError          **error)
{
  g_autofree char *data_dir = get_data_dir (arguments);
  g_autoptr (YcService) service = open_service (arguments, data_dir, error);

  if (service == NULL)
    return FALSE;
  if (arguments->create_administrator != NULL)
    return yc_first_account_create (service, arguments->create_administrator, error);
  return serve (arguments, service, error);
}

int
main (int    argc,
      char **argv)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GError) error = NULL;

  /* Standard output is for what programs read. */
  g_log_writer_default_set_use_stderr (TRUE);
  yc_program_set_locale ();
  raise_file_limit ();
  if (!parse_arguments (&arguments, &argc, &argv, &error) || !check_pairs (&arguments, &error))
    {
      g_printerr ("yichuangd: %s\n", error->message);
      return 2;
    }
  if (arguments.version)
    {
      g_print ("yichuangd %s\n", YC_VERSION);
      return EXIT_SUCCESS;
    }
  if (run (&arguments, &error))
    return EXIT_SUCCESS;
  g_printerr ("yichuangd: %s\n", error->message);
  return EXIT_FAILURE;
}
