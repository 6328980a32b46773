/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up city's knowledge base for benchmarks, written sentence by sentence. */
#include "yc-corpus.h"

#include "yc-corpus-words.h"
#include "yc-json.h"

#include <math.h>

/* In characters: how long the body of an entry is at least. */
#define BODY_LENGTH 290

struct _YcCorpus
{
  GPtrArray *entries;
  GRand     *rand;
  /* By the letter that stands for it in a sentence. */
  char     **words[128];
};

static void
entry_free (YcCorpusEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->body);
  g_strfreev (entry->tags);
  g_free (entry);
}

/* As words of a language go: the k-th is taken about 1/k as often as the first. */
static guint
pick_number (YcCorpus *self, guint n)
{
  return MIN ((guint) (pow (n + 1, g_rand_double (self->rand)) - 1), n - 1);
}

static const char *
pick_word (YcCorpus *self, char letter)
{
  char **words = self->words[(guint) letter];

  return words[pick_number (self, g_strv_length (words))];
}

static void
append_telephone (YcCorpus *self, GString *text)
{
  if (g_rand_boolean (self->rand))
    g_string_append_printf (text, "0760-%08d", g_rand_int_range (self->rand, 22000000, 89999999));
  else
    g_string_append_printf (text, "13%09d", g_rand_int_range (self->rand, 0, 999999999));
}

static void
append_address (YcCorpus *self, GString *text)
{
  g_string_append_printf (text, "%s%d号", pick_word (self, 'r'),
                          g_rand_int_range (self->rand, 1, 400));
}

static void
append_name (YcCorpus *self, GString *text)
{
  g_string_append (text, pick_word (self, 's'));
  for (int i = g_rand_int_range (self->rand, 0, 2); i >= 0; i--)
    g_string_append (text, pick_word (self, 'g'));
}

static void
append_code (YcCorpus *self, GString *text)
{
  g_string_append_printf (text, "%c%c-%04d", g_rand_int_range (self->rand, 'A', 'Z' + 1),
                          g_rand_int_range (self->rand, 'A', 'Z' + 1),
                          g_rand_int_range (self->rand, 1, 9999));
}

static void
append_serial (YcCorpus *self, GString *text)
{
  g_string_append_printf (text, "442000-2026-%06d-X", g_rand_int_range (self->rand, 1, 999999));
}

static void
append_small (YcCorpus *self, GString *text)
{
  g_string_append_printf (text, "%u", pick_number (self, 30) + 2);
}

static void
append_large (YcCorpus *self, GString *text)
{
  g_string_append_printf (text, "%u", (pick_number (self, 60) + 1) * 50);
}

static void
append_part (YcCorpus *self, GString *text, char letter)
{
  static void (*const makers[128]) (YcCorpus *, GString *) = {
    ['H'] = append_telephone, ['A'] = append_address, ['X'] = append_name,  ['C'] = append_code,
    ['Z'] = append_serial,    ['N'] = append_small,   ['B'] = append_large,
  };
  guchar index = (guchar) letter;

  if (index < 128 && makers[index] != NULL)
    makers[index] (self, text);
  else if (index < 128 && self->words[index] != NULL)
    g_string_append (text, pick_word (self, letter));
  else
    g_string_append_c (text, letter);
}

static void
append_sentence (YcCorpus *self, GString *text, const char *const *all, guint n)
{
  for (const char *p = all[g_rand_int_range (self->rand, 0, (gint32) n)]; *p != '\0'; p++)
    append_part (self, text, *p);
}

static char *
make_title (YcCorpus *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_sentence (self, text, questions, G_N_ELEMENTS (questions));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_body (YcCorpus *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < BODY_LENGTH)
    append_sentence (self, text, sentences, G_N_ELEMENTS (sentences));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char **
make_tags (YcCorpus *self)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  g_strv_builder_add (tags, pick_word (self, 'I'));
  g_strv_builder_add (tags, pick_word (self, 'O'));
  if (g_rand_boolean (self->rand))
    g_strv_builder_add (tags, pick_word (self, 'P'));
  return g_strv_builder_end (tags);
}

static void
add_entry (YcCorpus *self)
{
  YcCorpusEntry *entry = g_new0 (YcCorpusEntry, 1);

  entry->id = g_strdup_printf ("K-%06u", self->entries->len + 1);
  entry->title = make_title (self);
  entry->body = make_body (self);
  entry->tags = make_tags (self);
  g_ptr_array_add (self->entries, entry);
}

YcCorpus *
yc_corpus_new (guint n_entries, guint32 seed)
{
  static const char *const lists[128] = {
    ['I'] = items, ['M'] = materials, ['O'] = offices, ['P'] = places,   ['W'] = people,
    ['V'] = verbs, ['T'] = times,     ['S'] = systems, ['s'] = surnames, ['g'] = given,
    ['r'] = roads,
  };
  YcCorpus *self = g_new0 (YcCorpus, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < 128; i++)
    self->words[i] = lists[i] != NULL ? g_strsplit (lists[i], " ", -1) : NULL;
  for (guint i = 0; i < n_entries; i++)
    add_entry (self);
  return self;
}

void
yc_corpus_free (YcCorpus *self)
{
  for (guint i = 0; i < 128; i++)
    g_strfreev (self->words[i]);
  g_ptr_array_unref (self->entries);
  g_rand_free (self->rand);
  g_free (self);
}

guint
yc_corpus_get_n_entries (YcCorpus *self)
{
  return self->entries->len;
}

const YcCorpusEntry *
yc_corpus_get_entry (YcCorpus *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

char *
yc_corpus_entry_to_json (const YcCorpusEntry *entry)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  JsonArray *tags = json_array_new ();

  for (guint i = 0; entry->tags[i] != NULL; i++)
    json_array_add_string_element (tags, entry->tags[i]);
  json_object_set_string_member (object, "id", entry->id);
  json_object_set_string_member (object, "title", entry->title);
  json_object_set_string_member (object, "body", entry->body);
  json_object_set_array_member (object, "tags", tags);
  return yc_json_write (node);
}
