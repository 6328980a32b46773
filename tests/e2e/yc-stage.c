/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the whole-program tests play on: service, line, print server, desk and robot. */
#include "yc-stage.h"

#include "yc-json.h"
#include "yc-test-folder.h"

#include <libsoup/soup.h>
#include <signal.h>
#include <stdlib.h>

#define PASSWORD "yanlian-2026"

struct _YcStage
{
  char *folder;
  YcTestCups *cups;
  YcProxy *line;
  guint16 line_port;
  YcRobot *robot;
  GSubprocess *service;
  guint16 service_port;
  GSubprocess *desk;
};

static guint16
read_port (GSubprocess *service)
{
  g_autoptr (GDataInputStream) input =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (service));
  g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  const char *colon = line != NULL ? g_strrstr (line, ":") : NULL;

  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "Listening on http://127.0.0.1:"));
  return (guint16) strtoul (colon + 1, NULL, 10);
}

void
yc_stage_start_service (YcStage *self)
{
  g_autofree char *data = g_build_filename (self->folder, "service", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (self->service);
  g_mkdir_with_parents (data, 0700);
  self->service = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, g_getenv ("YICHUANGD"), "--demo", "--data", data,
                                    "--listen", "127.0.0.1:0", "--exit-with-stdin", NULL);
  g_assert_no_error (error);
  self->service_port = read_port (self->service);
  yc_proxy_set_target (self->line, self->service_port);
}

void
yc_stage_kill_service (YcStage *self)
{
  yc_proxy_set_target (self->line, 0);
  g_subprocess_force_exit (self->service);
  g_subprocess_wait (self->service, NULL, NULL);
  g_clear_object (&self->service);
}

void
yc_stage_start_desk (YcStage *self)
{
  g_autofree char *data = g_build_filename (self->folder, "desk", NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", self->line_port);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_null (self->desk);
  g_subprocess_launcher_setenv (launcher, "CUPS_SERVER", yc_test_cups_get_socket (self->cups),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-criticals", TRUE);
  self->desk = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("YICHUANG"), "--demo",
                                            "--data", data, "--service", url, NULL);
  g_assert_no_error (error);
  yc_robot_watch (self->robot, "yichuang");
}

static void
wait_for_desk (YcStage *self)
{
  g_subprocess_wait (self->desk, NULL, NULL);
  g_clear_object (&self->desk);
}

void
yc_stage_kill_desk (YcStage *self)
{
  g_subprocess_force_exit (self->desk);
  wait_for_desk (self);
}

void
yc_stage_stop_desk (YcStage *self)
{
  g_subprocess_send_signal (self->desk, SIGTERM);
  wait_for_desk (self);
}

int
yc_stage_get_desk_pid (YcStage *self)
{
  return atoi (g_subprocess_get_identifier (self->desk));
}

YcStage *
yc_stage_new (const char *pictures)
{
  YcStage *self = g_new0 (YcStage, 1);

  self->folder = yc_test_folder_new ();
  self->cups = yc_test_cups_new (YC_STAGE_PRINTER "=一号窗口样例打印机", NULL);
  self->line = yc_proxy_new (&self->line_port);
  self->robot = yc_robot_new (pictures);
  yc_stage_start_service (self);
  return self;
}

void
yc_stage_free (YcStage *self)
{
  if (self->desk != NULL)
    yc_stage_kill_desk (self);
  if (self->service != NULL)
    yc_stage_kill_service (self);
  yc_robot_free (self->robot);
  yc_proxy_free (self->line);
  yc_test_cups_free (self->cups);
  yc_test_folder_free (self->folder);
  g_free (self);
}

YcRobot *
yc_stage_get_robot (YcStage *self)
{
  return self->robot;
}

YcTestCups *
yc_stage_get_cups (YcStage *self)
{
  return self->cups;
}

YcProxy *
yc_stage_get_line (YcStage *self)
{
  return self->line;
}

static GBytes *
send (SoupSession *session, SoupMessage *message)
{
  g_autoptr (GError) error = NULL;
  GBytes *body = soup_session_send_and_read (session, message, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  return body;
}

static char *
sign_in (YcStage *self, SoupSession *session, const char *user)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/api/v1/sessions",
                                          self->service_port);
  g_autofree char *text = g_strdup_printf ("{\"user\":\"%s\",\"password\":\"" PASSWORD "\"}", user);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) question = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (JsonNode) json = NULL;

  soup_message_set_request_body_from_bytes (message, "application/json", question);
  answer = send (session, message);
  json = yc_json_parse (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), NULL, NULL);
  g_assert_nonnull (json);
  return g_strdup (yc_json_get_string (json_node_get_object (json), "token", NULL));
}

GBytes *
yc_stage_ask (YcStage *self, const char *user, const char *path)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *token = sign_in (self, session, user);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/api/v1%s", self->service_port,
                                          path);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);

  soup_message_headers_append (soup_message_get_request_headers (message), "Authorization",
                               bearer);
  return send (session, message);
}
