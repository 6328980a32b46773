/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The installed desk, somewhere else than it was configured for, in practice and in Chinese:
 * it must find its translation, its settings and its service beside itself.
 * Argument: the prefix. */
#include "yc-robot.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

static GSubprocess *
start_desk (const char *prefix)
{
  g_autofree char *program = g_build_filename (prefix, "bin", "yichuang", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GError) error = NULL;
  GSubprocess *desk;

  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-criticals", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  desk = g_subprocess_launcher_spawn (launcher, &error, program, "--demo", NULL);
  g_assert_no_error (error);

  return desk;
}

/* How many processes run a program of the installation; @name is in the path of one of them. */
static guint
count_processes (const char *prefix, const char *name)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  g_autofree char *wanted = g_build_filename (prefix, "bin", name, NULL);
  const char *entry;
  guint n = 0;

  while ((entry = g_dir_read_name (processes)) != NULL)
    {
      g_autofree char *link = g_build_filename ("/proc", entry, "exe", NULL);
      g_autofree char *program = g_file_read_link (link, NULL);

      if (program != NULL && g_str_has_prefix (program, wanted))
        n++;
    }

  return n;
}

/* The settings' own file, which the desk writes only with the schema at hand. */
static void
assert_settings_were_kept (void)
{
  g_autofree char *path =
      g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", "keyfile", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *size = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  size = g_key_file_get_string (file, "io/github/yichuang/Yichuang", "window-size", NULL);
  g_assert_nonnull (size);
  g_assert_true (g_str_has_prefix (size, "("));
}

static void
test_practice (gconstpointer data)
{
  const char *prefix = data;
  g_autoptr (YcRobot) robot = yc_robot_new (g_getenv ("YC_PICTURES"));
  g_autoptr (GSubprocess) desk = start_desk (prefix);
  g_autoptr (GError) error = NULL;

  yc_robot_set_patience (robot, 60);
  yc_robot_watch (robot, "yichuang");
  /* Signed in as the sample clerk; the words are those that the installed catalogue has. */
  yc_robot_expect_text (robot, "陈晓");
  yc_robot_expect_text (robot, "接待");
  yc_robot_expect_text (robot, "演练");
  g_assert_cmpuint (count_processes (prefix, "yichuangd"), ==, 1);
  yc_robot_picture (robot, "installed");

  yc_robot_press (robot, "ctrl+q");
  g_subprocess_wait_check (desk, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_processes (prefix, ""), ==, 0);
  assert_settings_were_kept ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  /* The accessibility library warns of programs that know nothing of its cache, as GTK's do. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_test_add_data_func ("/installed/practice", argv[1], test_practice);

  return g_test_run ();
}
