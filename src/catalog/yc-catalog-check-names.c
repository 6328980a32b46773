/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: a document is called like its file, and nothing is called like another. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>

#include "yc-catalog-kind-private.h"
#include "yc-json.h"

static void
check_file_name (YcCatalogCheck    *check,
                 YcCatalogDocument *document,
                 JsonObject        *body)
{
  const char *id = yc_catalog_document_get_id (document);
  const YcCatalogKind *kind = yc_catalog_kind_find (yc_catalog_document_get_kind (document));
  const char *given = yc_json_get_string (body, kind->key, NULL);
  g_autofree char *pointer = g_strconcat ("/", kind->key, NULL);

  if (given != NULL && !g_str_equal (given, id))
    yc_catalog_check_tell (check, document, pointer, _("“%s” should be “%s”, like the file's name"),
                           given, id);
}

/* Tells of the second of two documents of one kind with the same @member. */
static void
check_unique (YcCatalogCheck *check,
              const char     *kind,
              const char     *member)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *pointer = g_strconcat ("/", member, NULL);
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));
      const char *value = yc_json_get_string (body, member, NULL);
      YcCatalogDocument *first;

      if (value == NULL || !g_str_equal (kind, yc_catalog_document_get_kind (document)))
        continue;
      first = g_hash_table_lookup (seen, value);
      if (first != NULL)
        yc_catalog_check_tell (check, document, pointer, _("“%s” is also in %s"), value,
                               yc_catalog_document_get_file (first));
      else
        g_hash_table_insert (seen, (gpointer) value, document);
    }
}

/* The same within one document: @member of the objects in the array at @array. */
static void
check_unique_within (YcCatalogCheck    *check,
                     YcCatalogDocument *document,
                     JsonArray         *array,
                     const char        *pointer,
                     const char        *member)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = yc_json_node_get_object (json_array_get_element (array, i));
      const char *value = yc_json_get_string (object, member, NULL);
      g_autofree char *place = g_strdup_printf ("%s/%u/%s", pointer, i, member);

      if (value != NULL && !g_hash_table_add (seen, (gpointer) value))
        yc_catalog_check_tell (check, document, place, _("“%s” is used twice"), value);
    }
}

static void
check_item (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  check_unique_within (check, document, yc_json_get_array (body, "materials"), "/materials", "id");
  check_unique_within (check, document, yc_json_get_array (body, "materials"), "/materials",
                       "title");
}

static void
check_list (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            JsonObject        *body)
{
  JsonArray *questions = yc_json_get_array (body, "questions");

  check_unique_within (check, document, questions, "/questions", "id");
  check_unique_within (check, document, yc_json_get_array (body, "outcomes"), "/outcomes", "id");

  for (guint i = 0; questions != NULL && i < json_array_get_length (questions); i++)
    {
      JsonObject *question = yc_json_node_get_object (json_array_get_element (questions, i));
      g_autofree char *pointer = g_strdup_printf ("/questions/%u/choices", i);

      check_unique_within (check, document, yc_json_get_array (question, "choices"), pointer,
                           "value");
      check_unique_within (check, document, yc_json_get_array (question, "choices"), pointer,
                           "title");
    }
}

void
yc_catalog_check_names (YcCatalogCheck *check)
{
  const YcCatalogKind *kind;

  for (guint i = 0; (kind = yc_catalog_kind_get (i)) != NULL; i++)
    {
      yc_catalog_check_each (check, kind->name, check_file_name);
      if (kind->title != NULL)
        check_unique (check, kind->name, kind->title);
    }
  check_unique (check, "template", "type");
  yc_catalog_check_each (check, "item", check_item);
  yc_catalog_check_each (check, "list", check_list);
}
