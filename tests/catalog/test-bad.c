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

static void
copy_folder (GFile *from,
             GFile *to)
{
  g_autoptr (GFileEnumerator) entries = NULL;
  g_autoptr (GError) error = NULL;
  GFileInfo *info;
  GFile *child;

  g_file_make_directory (to, NULL, NULL);
  entries = g_file_enumerate_children (from, "standard::name,standard::type",
                                       G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
  while (g_file_enumerator_iterate (entries, &info, &child, NULL, &error) && info != NULL)
    {
      g_autoptr (GFile) copy = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        copy_folder (child, copy);
      else
        g_assert_true (g_file_copy (child, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_no_error (error);
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
  g_assert_true (g_file_set_contents (path, changed, -1, &error));
}

static void
copy_file (const char *folder,
           const char *from,
           const char *path)
{
  g_autofree char *source = g_build_filename (folder, from, NULL);
  g_autofree char *text = NULL;
  g_autofree char *parent = g_path_get_dirname (path);
  gsize length;

  g_assert_true (g_file_get_contents (source, &text, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
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
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  if (copy != NULL)
    copy_file (folder, copy, path);
  if (size > 0)
    {
      g_autofree char *spaces = g_strnfill (size, ' ');

      g_assert_true (g_file_set_contents (path, spaces, size, NULL));
    }
  else if (link != NULL)
    {
      g_unlink (path);
      g_assert_cmpint (symlink (link, path), ==, 0);
    }
  else if (old != NULL)
    replace (path, old, new);
  else if (new != NULL)
    g_assert_true (g_file_set_contents (path, new, -1, NULL));
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
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
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
  g_autoptr (GFile) base = g_file_new_for_path (DATA "/base");
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *expected = g_key_file_get_string (cases, name, "expect", NULL);
  g_autofree char *found = NULL;

  copy_folder (base, copy);
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

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  cases = g_key_file_new ();
  g_key_file_load_from_file (cases, DATA "/cases.ini", G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  names = g_key_file_get_groups (cases, NULL);

  g_test_add_func ("/catalog/bad/base", test_base);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalog/bad/%s", names[i]);

      g_test_add_data_func (path, names[i], test_case);
    }

  return g_test_run ();
}
