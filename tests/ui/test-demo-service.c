/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice service as a child: found, started, stopped, emptied; and what goes wrong. */
#include "yc-demo-service.h"
#include "yc-test-folder.h"

#include <glib/gstdio.h>

typedef struct
{
  char          *folder;
  char          *program;
  YcDemoService *service;
  GAsyncResult  *result;
} Fixture;

static void
write_program (Fixture *fixture, const char *script)
{
  g_autofree char *text = g_strconcat ("#!/bin/sh\n", script, NULL);

  g_assert_true (g_file_set_contents (fixture->program, text, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->program, 0700), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *data_dir = NULL;

  fixture->folder = yc_test_folder_new ();
  fixture->program = g_build_filename (fixture->folder, "yichuangd", NULL);
  data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_setenv ("YICHUANGD", fixture->program, TRUE);
  fixture->service = yc_demo_service_new (data_dir);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->service);
  yc_test_folder_free (fixture->folder);
  g_free (fixture->program);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static char *
start (Fixture *fixture, GError **error)
{
  yc_demo_service_start_async (fixture->service, NULL, started_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return yc_demo_service_start_finish (fixture->service, fixture->result, error);
}

static void
test_start_and_stop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ended = g_build_filename (fixture->folder, "ended", NULL);
  g_autofree char *script = g_strdup_printf ("echo Listening on http://127.0.0.1:4711\n"
                                             "cat > /dev/null\necho \"$@\" > %s\n", ended);
  g_autofree char *arguments = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  write_program (fixture, script);
  url = start (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (url, ==, "http://127.0.0.1:4711");

  yc_demo_service_stop (fixture->service);
  g_assert_true (g_file_get_contents (ended, &arguments, NULL, NULL));
  g_assert_nonnull (strstr (arguments, "--demo"));
  g_assert_nonnull (strstr (arguments, "--exit-with-stdin"));
  g_assert_nonnull (strstr (arguments, "127.0.0.1:0"));
}

/* A child that does not listen must not hold the desk fast. */
static void
test_program_that_does_not_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  write_program (fixture, "echo Listening on http://127.0.0.1:4711\nexec sleep 600\n");
  url = start (fixture, &error);
  g_assert_no_error (error);
  yc_demo_service_stop (fixture->service);
}

static void
test_program_that_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  write_program (fixture, "exit 1\n");
  url = start (fixture, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (url);
}

static void
test_program_that_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;

  url = start (fixture, &error);
  g_assert_nonnull (error);
  g_assert_null (url);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *data_dir = g_build_filename (fixture->folder, "data", NULL);
  g_autofree char *inner = g_build_filename (data_dir, "inner", NULL);
  g_autofree char *file = g_build_filename (inner, "service.db", NULL);
  g_autofree char *outside = g_build_filename (fixture->folder, "outside", NULL);
  g_autofree char *link = g_build_filename (data_dir, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (outside, "kept", -1, NULL));
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "gone", -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);

  g_assert_true (yc_demo_service_empty (fixture->service, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (data_dir, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/demo-service/start", Fixture, NULL, set_up, test_start_and_stop, tear_down);
  g_test_add ("/demo-service/deaf", Fixture, NULL, set_up, test_program_that_does_not_end,
              tear_down);
  g_test_add ("/demo-service/fails", Fixture, NULL, set_up, test_program_that_fails, tear_down);
  g_test_add ("/demo-service/missing", Fixture, NULL, set_up, test_program_that_is_missing,
              tear_down);
  g_test_add ("/demo-service/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
