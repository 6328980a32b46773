/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every mistake an author can make, one by one (tests/data/catalog-bad/cases.ini). */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yc-catalog-folder.h"
#include "yc-test-folder.h"

#define DATA YC_TEST_DATA "/catalog-bad"

static GKeyFile *cases;
/* A copy of what the mistakes are made in, on the disk of the tests, whose files can be linked. */
static char *base;

typedef int (*TakeFunc) (const char *from,
                         const char *to);

static int
copy_file (const char *from,
           const char *to)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (from, &text, &length, NULL) &&
         g_file_set_contents_full (to, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL) ? 0 : -1;
}

static void
take_folder (const char *from,
             const char *to,
             TakeFunc    take)
{
  g_autoptr (GDir) folder = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        take_folder (source, target, take);
      else
        g_assert_cmpint (take (source, target), ==, 0);
    }
}

/* In place of what is linked there, without waiting for the disk. */
static void
write_file (const char *path,
            const char *text,
            gssize      length)
{
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
replace (const char *path,
         const char *old,
         const char *new)
{
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  const char *at;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  at = strstr (text, old);
  g_assert_nonnull (at);
  changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, new, at + strlen (old));
  write_file (path, changed, -1);
}

/* Makes the case's mistake in @folder. */
static void
apply (const char *folder,
       const char *name)
{
  g_autofree char *file = g_key_file_get_string (cases, name, "file", NULL);
  g_autofree char *old = g_key_file_get_string (cases, name, "replace", NULL);
  g_autofree char *new = g_key_file_get_string (cases, name, "with", NULL);
  g_autofree char *link = g_key_file_get_string (cases, name, "link", NULL);
  g_autofree char *copy = g_key_file_get_string (cases, name, "copy", NULL);
  gsize size = g_key_file_get_uint64 (cases, name, "size", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *source = copy != NULL ? g_build_filename (folder, copy, NULL) : NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (source != NULL)
    {
      g_assert_true (g_file_get_contents (source, &text, &length, NULL));
      write_file (path, text, (gssize) length);
    }
  if (size > 0)
    {
      g_autofree char *spaces = g_strnfill (size, ' ');

      write_file (path, spaces, (gssize) size);
    }
  else if (link != NULL)
    {
      g_unlink (path);
      g_assert_cmpint (symlink (link, path), ==, 0);
    }
  else if (old != NULL)
    replace (path, old, new);
  else if (new != NULL)
    write_file (path, new, -1);
  else if (copy == NULL)
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Of mistakes between two files, the second. */
static void
apply_also (const char *folder,
            const char *name)
{
  g_autofree char *file = g_key_file_get_string (cases, name, "also", NULL);
  g_autofree char *text = g_key_file_get_string (cases, name, "also-with", NULL);
  g_autofree char *path = file != NULL ? g_build_filename (folder, file, NULL) : NULL;

  if (path != NULL)
    write_file (path, text, -1);
}

static char *
check (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) catalog = yc_catalog_folder_read (file, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  problems = yc_catalog_folder_check (catalog);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = yc_catalog_problem_to_string (problems->pdata[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "catalog", NULL);
  g_autofree char *expected = g_key_file_get_string (cases, name, "expect", NULL);
  g_autofree char *found = NULL;

  take_folder (base, path, link);
  apply (path, name);
  apply_also (path, name);
  found = check (path);

  g_assert_cmpstr (found, ==, expected);
}

/* The mistakes are in the cases, not in what they are made in. */
static void
test_base (void)
{
  g_autofree char *found = check (DATA "/base");

  g_assert_cmpstr (found, ==, "");
}

static gpointer
check_base (gpointer unused)
{
  test_base ();
  return NULL;
}

/* As the service does: what a thread has compiled goes with it. */
static void
test_thread (void)
{
  g_thread_join (g_thread_new ("check", check_base, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (YcTestFolder) folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  cases = g_key_file_new ();
  g_key_file_load_from_file (cases, DATA "/cases.ini", G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  names = g_key_file_get_groups (cases, NULL);

  g_test_add_func ("/catalog/bad/base", test_base);
  g_test_add_func ("/catalog/bad/thread", test_thread);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalog/bad/%s", names[i]);

      g_test_add_data_func (path, names[i], test_case);
    }

  folder = yc_test_folder_new ();
  base = g_build_filename (folder, "base", NULL);
  take_folder (DATA "/base", base, copy_file);
  status = g_test_run ();
  g_free (base);
  return status;
}
