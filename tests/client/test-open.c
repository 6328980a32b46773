/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a desk: keys, passphrases, locks, damaged and newer data. */
#include "yc-test-desk.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define URL "http://127.0.0.1:1"

static YcDesk *
desk_new (const char *folder,
          gboolean    demo)
{
  YcLimits limits;

  yc_test_limits_init (&limits);
  return yc_desk_new_with_limits (folder, URL, demo, &limits);
}

static void
assert_refused (YcDesk        *desk,
                YcClientError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_test_desk_try_open (desk, &error));
  g_assert_error (error, YC_CLIENT_ERROR, (int) code);
  g_assert_false (yc_desk_get_open (desk));
}

static void
assert_opens (YcDesk *desk)
{
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_open (desk, &error);
  g_assert_no_error (error);
  g_assert_true (yc_desk_get_open (desk));
}

static void
test_new_folder (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *data = g_build_filename (folder, "a", "b", NULL);
  g_autoptr (YcTestDesk) desk = desk_new (data, TRUE);
  GStatBuf status;

  assert_opens (desk);
  g_assert_cmpint (g_stat (data, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  yc_test_wait_until (yc_line_get_state (yc_desk_get_line (desk)) == YC_LINE_OFFLINE);
}

static void
test_insecure_url (void)
{
  static const char *const urls[] = { "http://example.com", "http://10.0.0.1:80", "ftp://127.0.0.1",
                                      "not a url", "", "https://", "http://127.0.0.1.example.com",
                                      "http://localhost@example.com" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
      g_autoptr (YcTestDesk) desk = yc_desk_new (folder, urls[i], TRUE);

      assert_refused (desk, YC_CLIENT_ERROR_INSECURE);
    }
}

static void
test_secure_urls (void)
{
  static const char *const urls[] = {"https://example.invalid", "http://localhost:1/",
                                     "http://[::1]:1", "http://127.0.0.9:1"};

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
      g_autoptr (YcTestDesk) desk = yc_desk_new (folder, urls[i], TRUE);

      assert_opens (desk);
    }
}

static void
test_two_desks (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) first = desk_new (folder, TRUE);
  g_autoptr (YcTestDesk) second = desk_new (folder, TRUE);

  assert_opens (first);
  assert_refused (second, YC_CLIENT_ERROR_LOCKED);
  g_clear_pointer (&first, yc_test_desk_free);
  assert_opens (second);
}

/* No Secret Service here: a passphrase is asked for, the first one counts. */
static void
test_passphrase (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = desk_new (folder, FALSE);

  assert_refused (desk, YC_CLIENT_ERROR_PASSPHRASE_NEEDED);
  g_assert_true (yc_desk_get_passphrase_is_new (desk));
  yc_desk_set_passphrase (desk, "一二三四");
  assert_opens (desk);
  g_clear_pointer (&desk, yc_test_desk_free);

  desk = desk_new (folder, FALSE);
  g_assert_false (yc_desk_get_passphrase_is_new (desk));
  assert_refused (desk, YC_CLIENT_ERROR_PASSPHRASE_NEEDED);
  yc_desk_set_passphrase (desk, "四三二一");
  assert_refused (desk, YC_CLIENT_ERROR_PASSPHRASE_WRONG);
  yc_desk_set_passphrase (desk, "一二三四");
  assert_opens (desk);
}

/* Data sealed with another key is never taken for ours, and not touched. */
static void
test_other_key (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *key = g_build_filename (folder, "desk.key", NULL);
  g_autoptr (YcTestDesk) desk = desk_new (folder, TRUE);

  assert_opens (desk);
  g_clear_pointer (&desk, yc_test_desk_free);
  g_assert_cmpint (g_unlink (key), ==, 0);
  desk = desk_new (folder, TRUE);
  assert_refused (desk, YC_CLIENT_ERROR_KEY_LOST);
}

/* The key ring is gone while there is data: no new passphrase may be asked for. */
static void
test_key_ring_gone (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = desk_new (folder, TRUE);

  assert_opens (desk);
  g_clear_pointer (&desk, yc_test_desk_free);
  desk = desk_new (folder, FALSE);
  assert_refused (desk, YC_CLIENT_ERROR_KEY_RING_LOCKED);
}

static void
test_newer_database (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = desk_new (folder, TRUE);

  assert_opens (desk);
  g_clear_pointer (&desk, yc_test_desk_free);
  yc_test_desk_exec (folder, "INSERT INTO schema_version VALUES (999, 'tomorrow', '2099')");
  desk = desk_new (folder, TRUE);
  assert_refused (desk, YC_CLIENT_ERROR_NEWER);
  yc_test_desk_exec (folder, "DELETE FROM schema_version WHERE version = 999");
  assert_opens (desk);
}

static void
test_damaged_database (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "desk.db", NULL);
  g_autofree char *noise = g_strnfill (8192, 'x');
  g_autoptr (YcTestDesk) desk = desk_new (folder, TRUE);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, noise, -1, NULL));
  assert_refused (desk, YC_CLIENT_ERROR_DISK);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, noise);
}

static void
test_no_folder (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "desk", NULL);
  g_autoptr (YcTestDesk) desk = desk_new (below, TRUE);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  assert_refused (desk, YC_CLIENT_ERROR_DISK);
}

/* Before it is open nothing crashes and nothing is promised. */
static void
test_closed_desk (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = desk_new (folder, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_test_desk_add_command (desk, "/cases", "a", "{}", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (
      yc_test_desk_load_certificate (desk, "0190a000-0000-7000-8000-00000000000a", &error));
  g_assert_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CLOSED);
  g_assert_null (yc_visits_add (yc_desk_get_visits (desk)));
  yc_desk_record_look (desk, "x");
}

int
main (int    argc,
      char **argv)
{
  /* No key ring of whoever runs the tests. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/open/new-folder", test_new_folder);
  g_test_add_func ("/client/open/insecure-url", test_insecure_url);
  g_test_add_func ("/client/open/secure-urls", test_secure_urls);
  g_test_add_func ("/client/open/two-desks", test_two_desks);
  g_test_add_func ("/client/open/passphrase", test_passphrase);
  g_test_add_func ("/client/open/other-key", test_other_key);
  g_test_add_func ("/client/open/key-ring-gone", test_key_ring_gone);
  g_test_add_func ("/client/open/newer-database", test_newer_database);
  g_test_add_func ("/client/open/damaged-database", test_damaged_database);
  g_test_add_func ("/client/open/no-folder", test_no_folder);
  g_test_add_func ("/client/open/closed-desk", test_closed_desk);
  return g_test_run ();
}
