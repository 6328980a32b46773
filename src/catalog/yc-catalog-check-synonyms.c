/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Synonyms: a word is in one group of the catalog, or the groups would have to be one. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

/* Word → YcCatalogDocument that has it first. */
static void
check_words (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonArray         *words,
             guint              group,
             GHashTable        *seen)
{
  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    {
      const char *word = yc_json_node_get_string (json_array_get_element (words, i));
      YcCatalogDocument *first = word != NULL ? g_hash_table_lookup (seen, word) : NULL;
      g_autofree char *pointer = g_strdup_printf ("/groups/%u/words/%u", group, i);

      if (first == document)
        yc_catalog_check_tell (check, document, pointer, _("“%s” is used twice"), word);
      else if (first != NULL)
        yc_catalog_check_tell (check, document, pointer, _("“%s” is also in %s"), word,
                               yc_catalog_document_get_file (first));
      else if (word != NULL)
        g_hash_table_insert (seen, (gpointer) word, document);
    }
}

static void
check_groups (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              GHashTable        *seen)
{
  JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));
  JsonArray *groups = yc_json_get_array (body, "groups");

  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    {
      JsonObject *group = yc_json_node_get_object (json_array_get_element (groups, i));

      check_words (check, document, yc_json_get_array (group, "words"), i, seen);
    }
}

void
yc_catalog_check_synonyms (YcCatalogCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);

      if (g_str_equal (yc_catalog_document_get_kind (document), "synonyms"))
        check_groups (check, document, seen);
    }
}
