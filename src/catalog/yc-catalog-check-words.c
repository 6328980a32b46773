/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's words in other languages: each is of use, and none is missing. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-words.h"
#include "yc-json.h"

typedef struct
{
  YcCatalogCheck    *check;
  YcCatalogDocument *document;
  GPtrArray         *asked;     /* YcFormWord */
  GHashTable        *known;     /* keys that something asks for */
} Words;

/* "tenants.name.error.minLength" is of use if there is a “tenants.name”. */
static gboolean
is_error_of (Words      *self,
             const char *key)
{
  const char *error = strstr (key, ".error.");
  g_autofree char *label = NULL;

  if (error == NULL)
    return g_str_has_prefix (key, "error.");
  label = g_strdup_printf ("%.*s.label", (int) (error - key), key);
  return g_hash_table_contains (self->known, label);
}

static void
check_useless (Words      *self,
               JsonObject *words,
               const char *pointer)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, words);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      g_autofree char *place = yc_json_pointer_append (pointer, key);

      if (!g_hash_table_contains (self->known, key) && !is_error_of (self, key))
        yc_catalog_check_tell (self->check, self->document, place,
                               _ ("nothing in the form asks for “%s”"), key);
    }
}

/* A number or a sign is the same in every language. */
static gboolean
has_letters (const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words))
    if (g_unichar_isalpha (g_utf8_get_char (words)))
      return TRUE;
  return FALSE;
}

static void
check_missing (Words      *self,
               JsonObject *words,
               const char *pointer)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      const YcFormWord *word = g_ptr_array_index (self->asked, i);

      if (word->words != NULL && has_letters (word->words) &&
          !json_object_has_member (words, word->key))
        yc_catalog_check_warn (self->check, self->document, pointer,
                               _ ("“%s” is not translated: %s"), word->key, word->words);
    }
}

/* @form is the same as the document, and is of no use afterwards. */
void
yc_catalog_check_words_of (YcCatalogCheck    *check,
                           YcCatalogDocument *document,
                           JsonObject        *body,
                           YcForm            *form)
{
  JsonObject *all = yc_json_get_object (body, "words");
  g_autoptr (GPtrArray) asked = all == NULL ? NULL : yc_form_list_words (form);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Words self = { check, document, asked, known };
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (all == NULL)
    return;
  for (guint i = 0; i < asked->len; i++)
    g_hash_table_add (known, ((YcFormWord *) g_ptr_array_index (asked, i))->key);
  json_object_iter_init_ordered (&iter, all);
  while (json_object_iter_next_ordered (&iter, &language, &node))
    {
      JsonObject *words = yc_json_node_get_object (node);
      g_autofree char *pointer = yc_json_pointer_append ("/words", language);

      if (words == NULL)
        continue;
      check_useless (&self, words, pointer);
      check_missing (&self, words, pointer);
    }
}
