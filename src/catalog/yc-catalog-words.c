/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the words of a form in other languages are kept: words.LANGUAGE.json beside its schema. */
#include "yc-catalog-words.h"

#include <string.h>

#include "yc-json.h"

#define BEGIN "words."
#define END ".json"

/**
 * yc_catalog_words_dup_language:
 * @path: the path of a file
 *
 * Returns: (transfer full) (nullable): what is between "words." and ".json" in its name; %NULL if it
 *   is called otherwise
 */
char *
yc_catalog_words_dup_language (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);

  if (length <= strlen (BEGIN END) || !g_str_has_prefix (name, BEGIN) ||
      !g_str_has_suffix (name, END))
    return NULL;
  return g_strndup (name + strlen (BEGIN), length - strlen (BEGIN END));
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * yc_catalog_words_list_files:
 * @schema: the path of a form's schema
 *
 * Returns: (transfer full): the paths of the files with words beside it, sorted
 */
GStrv
yc_catalog_words_list_files (const char *schema)
{
  g_autofree char *folder = g_path_get_dirname (schema);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *language = yc_catalog_words_dup_language (name);

      if (language != NULL)
        g_ptr_array_add (paths, g_str_equal (folder, ".") ? g_strdup (name)
                                                          : g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

/**
 * yc_catalog_words_add:
 * @document: a form
 * @path: the path of a file with words
 * @text: (nullable): what stands in it
 * @words: (transfer none): the same, read
 *
 * Makes the words a part of the form.
 */
void
yc_catalog_words_add (YcCatalogDocument *document,
                      const char        *path,
                      const char        *text,
                      JsonNode          *words)
{
  JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));
  g_autofree char *language = yc_catalog_words_dup_language (path);
  g_autofree char *pointer = NULL;

  g_return_if_fail (language != NULL && body != NULL);

  if (!json_object_has_member (body, "words"))
    json_object_set_object_member (body, "words", json_object_new ());
  json_object_set_member (json_object_get_object_member (body, "words"), language,
                          json_node_ref (words));
  pointer = yc_json_pointer_append ("/words", language);
  yc_catalog_document_add_source (document, pointer, path, text);
}
