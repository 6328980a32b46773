/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of sealed files: whole or not there, unreadable without the key, bound to its name. */
#include "yc-sealed-files.h"

#include "yc-store-error.h"
#include "yc-test-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define TEXT "周国强 990101198001011237"

static YcVault *
vault_of (char letter)
{
  g_autofree char *key = g_strnfill (YC_VAULT_KEY_BYTES, letter);

  return yc_vault_new ((const guint8 *) key, YC_VAULT_KEY_BYTES, NULL);
}

static YcSealedFiles *
files_of (const char *folder,
          char        letter)
{
  g_autofree char *path = g_build_filename (folder, "files", NULL);
  g_autoptr (YcVault) vault = vault_of (letter);

  return yc_sealed_files_new (path, vault);
}

static void
put (YcSealedFiles *files,
     const char    *name,
     const char    *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_sealed_files_put (files, name, content, &error));
  g_assert_no_error (error);
}

static void
assert_content (YcSealedFiles *files,
                const char    *name,
                const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = yc_sealed_files_get (files, name, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), text,
                   strlen (text));
}

static void
assert_sealed (YcSealedFiles *files,
               const char    *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_sealed_files_get (files, name, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_SEALED);
}

static void
test_life (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcSealedFiles) files = files_of (folder, 'k');
  g_auto (GStrv) none = yc_sealed_files_list (files);
  g_auto (GStrv) names = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  put (files, "a-1", TEXT);
  put (files, "b", "");
  put (files, "a-1", "other " TEXT);
  names = yc_sealed_files_list (files);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  assert_content (files, "a-1", "other " TEXT);
  assert_content (files, "b", "");
  g_assert_true (yc_sealed_files_has (files, "a-1"));
  yc_sealed_files_remove (files, "a-1");
  g_assert_false (yc_sealed_files_has (files, "a-1"));
}

static void
test_unreadable (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcSealedFiles) files = files_of (folder, 'k');
  g_autoptr (YcSealedFiles) others = files_of (folder, 'o');
  g_autofree char *path = g_build_filename (folder, "files", "a", NULL);
  g_autofree char *moved = g_build_filename (folder, "files", "b", NULL);
  g_autofree char *raw = NULL;
  gsize length;
  GStatBuf status;

  put (files, "a", TEXT);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_cmpuint (length, ==, strlen (TEXT) + 41);
  g_assert_null (g_strstr_len (raw, length, "990101"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_sealed (others, "a");
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  assert_sealed (files, "b");
  raw[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, raw, length, NULL));
  assert_sealed (files, "a");
}

static void
test_left_over (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcSealedFiles) files = files_of (folder, 'k');
  g_autofree char *old = g_build_filename (folder, "files", ".part-OLD", NULL);
  g_autofree char *new = g_build_filename (folder, "files", ".part-NEW", NULL);
  struct utimbuf long_ago = { 1000000, 1000000 };
  g_auto (GStrv) names = NULL;

  put (files, "a", TEXT);
  g_assert_true (g_file_set_contents (old, "half", 4, NULL));
  g_assert_true (g_file_set_contents (new, "half", 4, NULL));
  g_assert_cmpint (utime (old, &long_ago), ==, 0);
  names = yc_sealed_files_list (files);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
}

static void
test_no_room (void)
{
  g_autoptr (YcVault) vault = vault_of ('k');
  g_autoptr (YcSealedFiles) files = yc_sealed_files_new ("/proc/self/fdinfo/files", vault);
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_sealed_files_put (files, "a", content, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == YC_STORE_ERROR);
}

/* The child tells the parent of each file that it calls safe, and is killed in the middle. */
static void
write_until_killed (const char *folder,
                    int         told)
{
  g_autoptr (YcSealedFiles) files = files_of (folder, 'k');
  g_autofree char *filling = g_strnfill (200000, 'x');

  for (guint8 i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%u", i);
      g_autoptr (GBytes) content = g_bytes_new (filling, strlen (filling));

      if (!yc_sealed_files_put (files, name, content, NULL) || write (told, &i, 1) != 1)
        _exit (1);
    }
  _exit (0);
}

static void
test_killed (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcSealedFiles) files = files_of (folder, 'k');
  g_auto (GStrv) names = NULL;
  int ends[2];
  pid_t child;
  guint n_told = 0;
  guint8 last;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    write_until_killed (folder, ends[1]);
  close (ends[1]);
  while (n_told < 20 && read (ends[0], &last, 1) == 1)
    n_told++;
  kill (child, SIGKILL);
  while (read (ends[0], &last, 1) == 1)
    n_told++;
  waitpid (child, NULL, 0);
  close (ends[0]);
  g_assert_cmpuint (n_told, >=, 20);
  names = yc_sealed_files_list (files);
  g_assert_cmpuint (g_strv_length (names), >=, n_told);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) content = yc_sealed_files_get (files, names[i], NULL);

      g_assert_nonnull (content);
      g_assert_cmpuint (g_bytes_get_size (content), ==, 200000);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sealed-files/life", test_life);
  g_test_add_func ("/sealed-files/unreadable", test_unreadable);
  g_test_add_func ("/sealed-files/left-over", test_left_over);
  g_test_add_func ("/sealed-files/no-room", test_no_room);
  g_test_add_func ("/sealed-files/killed", test_killed);

  return g_test_run ();
}
