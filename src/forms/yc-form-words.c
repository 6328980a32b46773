/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a form in other languages than its own. A document of a catalog has them as `words`:
 * for each language an object with what stands in forms/ID/words.LANGUAGE.json, words by key.
 */
#include "yc-form-words.h"

#include <string.h>

#include "yc-form-private.h"
#include "yc-json.h"

/* Lists in lists and alternatives in alternatives are listed so deep, so many of them, and so many
 * keys: references can make a small schema endless. */
#define MAX_DEPTH 6
#define MAX_BRANCHES 300
#define MAX_KEYS 20000

/* "en_GB.UTF-8" → "en", or the whole without what is behind the point. */
static char *
cut_language (const char *name,
              const char *at)
{
  return g_strndup (name, strcspn (name, at));
}

static JsonObject *
find_words (JsonObject *all,
            const char *language)
{
  g_autofree char *whole = cut_language (language, ".@");
  g_autofree char *general = cut_language (language, "_.@");
  JsonObject *words = yc_json_get_object (all, whole);

  return words != NULL ? words : yc_json_get_object (all, general);
}

/**
 * yc_form_choose_words:
 * @document: a form of a catalog: `schema`, `layout` and perhaps `words`
 * @languages: (nullable) (array zero-terminated=1): names such as "en_GB", the best first; %NULL for
 *   those of the interface
 *
 * Returns: (transfer none) (nullable): the words for the first language that there are some for;
 *   %NULL if the form's own language, the schema's `x-language` or else Chinese, comes before
 */
JsonObject *
yc_form_choose_words (JsonObject        *document,
                      const char *const *languages)
{
  JsonObject *all = yc_json_get_object (document, "words");
  const char *own =
      yc_json_get_string (yc_json_get_object (document, "schema"), "x-language", "zh");
  JsonObject *words = NULL;

  if (languages == NULL)
    languages = g_get_language_names ();
  for (guint i = 0; all != NULL && words == NULL && languages[i] != NULL; i++)
    {
      g_autofree char *general = cut_language (languages[i], "_.@");

      if (g_str_equal (general, own))
        return NULL;
      words = find_words (all, languages[i]);
    }
  return words;
}

static const char *
translate_cb (const char *key,
              const char *fallback,
              gpointer    words)
{
  return yc_json_get_string (words, key, fallback);
}

/**
 * yc_form_set_words:
 * @self: a form
 * @words: (nullable) (transfer none): words by key; %NULL for the form's own
 *
 * Lets the form speak another language; see yc_form_set_translator().
 */
void
yc_form_set_words (YcForm     *self,
                   JsonObject *words)
{
  g_return_if_fail (YC_IS_FORM (self));

  if (words == NULL)
    yc_form_set_translator (self, NULL, NULL, NULL);
  else
    yc_form_set_translator (self, translate_cb, json_object_ref (words),
                            (GDestroyNotify) json_object_unref);
}

/**
 * yc_form_new_from_document:
 * @document: (transfer none): a form of a catalog
 * @error: return location
 *
 * Opens a form as yc_form_new() does, in the language of the interface if the catalog has words for
 * it.
 *
 * Returns: (transfer full) (nullable): the form
 */
YcForm *
yc_form_new_from_document (JsonObject  *document,
                           GError     **error)
{
  JsonNode *schema = yc_json_get_member (document, "schema");
  JsonObject *words;
  YcForm *self;

  g_return_val_if_fail (schema != NULL, NULL);

  self = yc_form_new (schema, yc_json_get_member (document, "layout"), error);
  words = self == NULL ? NULL : yc_form_choose_words (document, NULL);
  if (words != NULL)
    yc_form_set_words (self, words);
  return self;
}

/* Listing: everything is asked for once, and what asks is written down. */

typedef struct
{
  YcForm     *form;
  GPtrArray  *list;     /* YcFormWord */
  GHashTable *seen;     /* key → YcFormWord */
  guint       depth;
  guint       n_branches;
} Listing;

static void
word_free (gpointer data)
{
  YcFormWord *self = data;

  g_free (self->key);
  g_free (self->words);
  g_free (self);
}

static const char *
list_cb (const char *key,
         const char *fallback,
         gpointer    user_data)
{
  Listing *self = user_data;
  YcFormWord *word = g_hash_table_lookup (self->seen, key);

  if (word == NULL && self->list->len < MAX_KEYS)
    {
      word = g_new0 (YcFormWord, 1);
      word->key = g_strdup (key);
      g_ptr_array_add (self->list, word);
      g_hash_table_insert (self->seen, word->key, word);
    }
  if (word != NULL && word->words == NULL)
    word->words = g_strdup (fallback);
  return fallback;
}

static void
list_message (Listing    *self,
              const char *prefix,
              const char *keyword,
              JsonNode   *words)
{
  g_autofree char *key = g_strdup_printf ("%s.error.%s", prefix, keyword);

  list_cb (key, yc_json_node_get_string (words), self);
}

/* The words of `x-message`: for whatever is wrong, or by keyword. */
static void
list_messages (Listing     *self,
               YcFormField *field)
{
  JsonNode *said = yc_json_get_member (field->spec->schema, "x-message");
  JsonObject *by_keyword = yc_json_node_get_object (said);
  g_autofree char *prefix = yc_form_field_dup_key (field);
  JsonObjectIter iter;
  const char *keyword;
  JsonNode *words;

  if (yc_json_node_get_string (said) != NULL)
    list_message (self, prefix, "custom", said);
  if (by_keyword == NULL)
    return;
  json_object_iter_init_ordered (&iter, by_keyword);
  while (json_object_iter_next_ordered (&iter, &keyword, &words))
    list_message (self, prefix, keyword, words);
}

static void list_branch (YcFormBranch *branch,
                         gpointer      user_data);

static void
list_field (Listing     *self,
            YcFormField *field)
{
  guint n = field->spec->kind == YC_FORM_FIELD_ALTERNATIVES
                ? yc_form_field_get_n_choices (field)
                : 0;

  list_messages (self, field);
  if (self->depth == MAX_DEPTH)
    return;
  self->depth++;
  if (field->rows != NULL && self->n_branches < MAX_BRANCHES)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (G_LIST_MODEL (field->rows), 0);
      YcFormBranch *branch = row == NULL ? NULL : yc_form_row_ensure_branch (row);

      if (branch != NULL)
        list_branch (branch, self);
    }
  for (guint i = 0; i < n && self->n_branches < MAX_BRANCHES; i++)
    {
      yc_form_field_show_alternative (field, (int) i);
      list_branch (field->alternative, self);
    }
  self->depth--;
}

static void
list_branch (YcFormBranch *branch,
             gpointer      user_data)
{
  Listing *self = user_data;

  self->n_branches++;
  for (guint i = 0; i < branch->fields->len; i++)
    list_field (self, branch->fields->pdata[i]);
}

/**
 * yc_form_list_words:
 * @self: a form that nobody looks at
 *
 * Asks for the words of everything that can be shown, of each alternative and of a row of each list.
 * The form's words are its own afterwards.
 *
 * Returns: (transfer full) (element-type YcFormWord): the keys and what the form says itself, each
 *   once, in the order of the form
 */
GPtrArray *
yc_form_list_words (YcForm *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new_with_free_func (word_free);
  Listing listing = { self, list, seen, 0, 0 };

  g_return_val_if_fail (YC_IS_FORM (self), list);

  /* Nobody asks what is wrong with what is shown. */
  self->updating++;
  yc_form_set_translator (self, list_cb, &listing, NULL);
  yc_form_get_title (self);
  list_branch (self->branch, &listing);
  yc_form_checks_each_words (self->checks, list_cb, &listing);
  yc_form_set_translator (self, NULL, NULL, NULL);
  self->updating--;
  return list;
}
