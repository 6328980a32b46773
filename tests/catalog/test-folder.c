/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a folder that is no catalog, or that would lead out of itself. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "yc-catalog-folder.h"
#include "yc-json.h"
#include "yc-test-folder.h"

#define BASE YC_TEST_DATA "/catalog-bad/base"

static YcCatalogFolder *
read_path (const char *path,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return yc_catalog_folder_read (file, error);
}

static void
write_file (const char *folder,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = read_path (BASE "/nowhere", &error);

  g_assert_null (folder);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_not_a_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = read_path (BASE "/catalog.json", &error);

  g_assert_null (folder);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

static void
test_not_a_catalog (void)
{
  g_autoptr (YcTestFolder) path = yc_test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = read_path (path, &error);

  g_assert_null (folder);
  g_assert_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_NOT_A_CATALOG);
}

static void
test_contents (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = read_path (BASE, &error);
  YcCatalogDocument *document;
  const char *file;
  guint line, column;

  g_assert_no_error (error);
  g_assert_cmpstr (yc_catalog_folder_get_title (folder), ==, "小目录");
  g_assert_cmpstr (yc_catalog_folder_get_place (folder), ==, "990118");
  g_assert_cmpuint (yc_catalog_folder_get_n_documents (folder), ==, 12);
  g_assert_null (yc_catalog_folder_find (folder, "item", "AA-0003"));

  document = yc_catalog_folder_find (folder, "form", "headcount");
  g_assert_nonnull (document);
  yc_catalog_document_locate (document, "/layout/elements/1/rule", &file, &line, &column);
  g_assert_cmpstr (file, ==, "forms/headcount/layout.json");
  g_assert_cmpuint (line, ==, 8);
  g_assert_cmpuint (column, ==, 15);
}

/* Someone else's making: bytes that are no text, a pipe, a link to where secrets are. */
static void
test_hostile (void)
{
  g_autoptr (YcTestFolder) path = yc_test_folder_new ();
  g_autofree char *items = g_build_filename (path, "items", NULL);
  g_autofree char *pipe = g_build_filename (items, "AA-0001.json", NULL);
  g_autofree char *link = g_build_filename (items, "AA-0002.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpint (g_mkdir (items, 0700), ==, 0);
  write_file (path, "catalog.json", "\xff\xfe", 2);
  write_file (path, "places", "", 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  write_file (items, "AA-0003.json", "{\"a\":\0}", 7);

  folder = read_path (path, &error);
  g_assert_no_error (error);
  problems = yc_catalog_folder_check (folder);
  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_cmpuint (yc_catalog_folder_get_n_documents (folder), ==, 0);
}

static void
collect_pointers (JsonNode   *node,
                  const char *pointer,
                  GPtrArray  *pointers)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  if (*pointer != '\0')
    g_ptr_array_add (pointers, g_strdup (pointer));
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *child = yc_json_pointer_append (pointer, l->data);

      collect_pointers (json_object_get_member (object, l->data), child, pointers);
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s/%u", pointer, i);

      collect_pointers (json_array_get_element (array, i), child, pointers);
    }
}

/* Checks @documents with @value (or nothing) at @pointer; whatever it says, it must say it. */
static void
check_mutation (JsonNode   *documents,
                const char *pointer,
                const char *value)
{
  g_autoptr (JsonNode) mutated = yc_json_copy (documents);
  g_autoptr (YcCatalogFolder) folder = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  JsonNode *node = value != NULL ? yc_json_parse (value, -1, NULL, NULL) : NULL;

  yc_json_pointer_set (mutated, pointer, node);
  folder = yc_catalog_folder_new_from_json (mutated, NULL);
  if (folder == NULL)
    return;

  problems = yc_catalog_folder_check (folder);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (yc_catalog_problem_get_message (problems->pdata[i]), !=, "");
}

/* Anything of any type anywhere: the check must take what no author would write. */
static void
test_mutations (void)
{
  static const char *const values[] = { NULL, "null", "7", "\"{\"", "[]", "{}", "[[{}]]" };
  g_autoptr (YcCatalogFolder) folder = read_path (BASE, NULL);
  g_autoptr (JsonNode) documents = yc_catalog_folder_to_json (folder);
  g_autoptr (GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);

  collect_pointers (documents, "", pointers);
  g_assert_cmpuint (pointers->len, >, 250);
  for (guint i = 0; i < pointers->len; i++)
    check_mutation (documents, pointers->pdata[i], values[i % G_N_ELEMENTS (values)]);
  if (!g_test_slow ())
    return;
  for (guint i = 0; i < pointers->len; i++)
    for (guint v = 0; v < G_N_ELEMENTS (values); v++)
      check_mutation (documents, pointers->pdata[i], values[v]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/folder/missing", test_missing);
  g_test_add_func ("/catalog/folder/not-a-folder", test_not_a_folder);
  g_test_add_func ("/catalog/folder/not-a-catalog", test_not_a_catalog);
  g_test_add_func ("/catalog/folder/contents", test_contents);
  g_test_add_func ("/catalog/folder/hostile", test_hostile);
  g_test_add_func ("/catalog/folder/mutations", test_mutations);

  return g_test_run ();
}
