/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form check: every folder of tests/data/forms/bad says in expected.txt what is found. */
#include <gio/gio.h>
#include <string.h>

#define FOLDER YC_SOURCE "/tests/data/forms/bad"

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The whole output, and the exit status that goes with it. */
static char *
run_check (const char *folder,
           int        *status)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *found = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("YICHUANGCTL"), "form",
                                         "check", "schema.json",
                                         has_file (folder, "layout.json") ? "layout.json" : NULL,
                                         NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);
  return found;
}

/* Warnings alone are no mistakes. */
static gboolean
has_mistakes (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && strstr (lines[i], ": warning: ") == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_folder (gconstpointer name)
{
  g_autofree char *folder = g_build_filename (FOLDER, name, NULL);
  g_autofree char *path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  int status;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  found = run_check (folder, &status);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (status, ==, has_mistakes (expected) ? 1 : 0);
}

static void
test_usage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, g_getenv ("YICHUANGCTL"), "form",
                        "check", "/nowhere/schema.json", NULL);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) dir = g_dir_open (FOLDER, 0, NULL);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/ctl/form-check/", name, NULL);
      g_test_add_data_func_full (path, g_strdup (name), test_folder, g_free);
    }
  g_test_add_func ("/ctl/form-check-usage", test_usage);
  return g_test_run ();
}
