/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the whole-program tests play on: service, line, print server, desk and robot. */
#include "yc-stage.h"

#include "yc-test-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

/* A change is written within 400 ms; then the desk's file rests. */
#define QUIET_US (1000 * 1000)
#define WRITES_END_US (30 * G_USEC_PER_SEC)

struct _YcStage
{
  char *folder;
  YcTestCups *cups;
  YcProxy *line;
  guint16 line_port;
  YcRobot *robot;
  YcTestService *service;
  GSubprocess *desk;
  char *desk_log;
  int mark;
};

static void
join_line (YcStage *self)
{
  const char *colon = g_strrstr (yc_test_service_get_url (self->service), ":");

  yc_proxy_set_target (self->line, (guint16) strtoul (colon + 1, NULL, 10));
}

void
yc_stage_start_service (YcStage *self)
{
  yc_test_service_start (self->service);
  join_line (self);
}

void
yc_stage_kill_service (YcStage *self)
{
  yc_proxy_set_target (self->line, 0);
  yc_test_service_kill (self->service);
}

void
yc_stage_spawn_desk (YcStage *self)
{
  g_autofree char *data = g_build_filename (self->folder, "desk", NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", self->line_port);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_null (self->desk);
  g_subprocess_launcher_setenv (launcher, "CUPS_SERVER", yc_test_cups_get_socket (self->cups),
                                TRUE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-criticals", TRUE);
  g_subprocess_launcher_set_stdout_file_path (launcher, self->desk_log);
  self->desk = g_subprocess_launcher_spawn (launcher, &error, YC_E2E_YICHUANG, "--demo",
                                            "--data", data, "--service", url, NULL);
  g_assert_no_error (error);
}

void
yc_stage_set_desk_log (YcStage *self, const char *path)
{
  g_free (self->desk_log);
  self->desk_log = g_strdup (path);
}

void
yc_stage_start_desk (YcStage *self)
{
  yc_stage_spawn_desk (self);
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

static gint64
get_desk_written_at (YcStage *self)
{
  g_autofree char *path = g_build_filename (self->folder, "desk", "desk", "desk.db-wal", NULL);
  GStatBuf found;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  return (gint64) found.st_mtim.tv_sec * G_USEC_PER_SEC + found.st_mtim.tv_nsec / 1000;
}

void
yc_stage_pull_plug (YcStage *self)
{
  gint64 deadline = g_get_monotonic_time () + WRITES_END_US;

  while (g_get_real_time () - get_desk_written_at (self) < QUIET_US)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (QUIET_US / 10);
    }
  yc_stage_kill_desk (self);
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

char *
yc_stage_dup_desk_file (YcStage *self, const char *name)
{
  return g_build_filename (self->folder, "desk", name, NULL);
}

static void
print_case (JsonArray *cases, guint position, JsonNode *node, gpointer user_data)
{
  JsonObject *a_case = json_node_get_object (node);
  JsonObject *item = json_object_get_object_member (a_case, "item");

  g_printerr ("  %s %s, version %d, try %d, %s\n", json_object_get_string_member (item, "code"),
              json_object_get_string_member (a_case, "state"),
              (int) json_object_get_int_member (a_case, "version"),
              (int) json_object_get_int_member (a_case, "n_tries"),
              json_object_get_string_member (a_case, "updated_at"));
}

/* The newest cases of the clerk, as the service has them. */
static void
print_cases (YcStage *self)
{
  g_autofree char *token = yc_test_service_sign_in (self->service, "chenxiao");
  g_autoptr (JsonObject) answer =
    yc_test_service_get (self->service, "/api/v1/cases?view=mine&limit=5", token, 200);

  g_printerr ("What the service has:\n");
  json_array_foreach_element (json_object_get_array_member (answer, "cases"), print_case, NULL);
}

static void
testify (gpointer user_data)
{
  YcStage *self = user_data;

  if (self->desk == NULL)
    g_printerr ("The desk was not started, or stopped by the test.\n");
  else if (g_subprocess_get_identifier (self->desk) == NULL)
    g_printerr ("The desk has ended: wait status %d\n", g_subprocess_get_status (self->desk));
  g_printerr ("Sheets in the tray: %u\n",
              yc_test_cups_count_sheets (self->cups, YC_STAGE_PRINTER));
  if (yc_test_service_get_process (self->service) == NULL)
    g_printerr ("The service is not running.\n");
  else
    print_cases (self);
}

YcStage *
yc_stage_new (const char *pictures)
{
  YcStage *self = g_new0 (YcStage, 1);

  self->folder = yc_test_folder_new ();
  self->cups = yc_test_cups_new (YC_STAGE_PRINTER "=一号窗口样例打印机", NULL);
  self->line = yc_proxy_new (&self->line_port);
  self->robot = yc_robot_new (pictures);
  yc_robot_set_witness (self->robot, testify, self);
  self->service = yc_test_service_new (TRUE, NULL);
  join_line (self);
  return self;
}

void
yc_stage_free (YcStage *self)
{
  if (self->desk != NULL)
    yc_stage_kill_desk (self);
  yc_robot_free (self->robot);
  yc_proxy_free (self->line);
  yc_test_service_free (self->service);
  yc_test_cups_free (self->cups);
  yc_test_folder_free (self->folder);
  g_free (self->desk_log);
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

YcTestService *
yc_stage_get_service (YcStage *self)
{
  return self->service;
}

int *
yc_stage_get_mark (YcStage *self)
{
  return &self->mark;
}

void
yc_stage_await_mark (YcStage *self)
{
  yc_test_wait_until (g_atomic_int_get (&self->mark));
}
