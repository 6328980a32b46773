/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for one test, and waiting with a deadline. No GTK. */
#include "yc-test-folder.h"

char *
yc_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("yichuang-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* A link is deleted, never followed: what it leads to is not the test's. */
static void
delete_recursively (GFile *file)
{
  g_autoptr (GFileEnumerator) children = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) ==
      G_FILE_TYPE_DIRECTORY)
    children = g_file_enumerate_children (file, "standard::name",
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL)
    {
      GFile *child = NULL;

      if (!g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) || child == NULL)
        break;
      delete_recursively (child);
    }
  g_file_delete (file, NULL, NULL);
}

void
yc_test_folder_free (char *path)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL)
    return;
  file = g_file_new_for_path (path);
  delete_recursively (file);
  g_free (path);
}

static void
copy_recursively (GFile *from,
                  GFile *to)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GError) error = NULL;
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (from, "standard::name,standard::type",
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, &error);
  g_assert_no_error (error);
  while (g_file_enumerator_iterate (children, &info, &child, NULL, &error) && info != NULL)
    {
      g_autoptr (GFile) target = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          g_file_make_directory (target, NULL, &error);
          g_assert_no_error (error);
          copy_recursively (child, target);
        }
      else
        g_file_copy (child, target, G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_no_error (error);
}

void
yc_test_folder_copy (const char *from,
                     const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  copy_recursively (source, target);
}

static gboolean
nudge_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
yc_test_iterate (void)
{
  guint nudge = g_timeout_add (10, nudge_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (nudge);
}

void
yc_test_keep_result (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}
