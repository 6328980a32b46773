/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds documents by Chinese text or pinyin: a scan in memory, fast enough for thousands. */
#include "yc-finder.h"

#include "yc-finder-document-private.h"

#include <string.h>

/* Nobody types more; what is pasted beyond is left out. */
#define LONGEST_QUERY 256
#define MOST_WORDS 8

/* In characters: what is shown before the first match, and in all. */
#define SNIPPET_LEAD 12
#define SNIPPET_LENGTH 64

typedef struct
{
  YcFinderDocument *document;
  double            score;
} Candidate;

struct _YcFinder
{
  GObject     parent_instance;

  GPtrArray  *documents;
  /* The same, found by kind and id. */
  GHashTable *by_name;
};

G_DEFINE_FINAL_TYPE (YcFinder, yc_finder, G_TYPE_OBJECT)

static guint
hash_document (gconstpointer key)
{
  const YcFinderDocument *document = key;

  return g_str_hash (document->id) ^ g_str_hash (document->kind);
}

static gboolean
is_same_document (gconstpointer a,
                  gconstpointer b)
{
  const YcFinderDocument *document_a = a, *document_b = b;

  return g_str_equal (document_a->id, document_b->id) &&
         g_str_equal (document_a->kind, document_b->kind);
}

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == '\'' || c == 0x2019;
}

/* Splits at white space, and at the apostrophe that some type between syllables. */
static GPtrArray *
split_query (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, (gssize) strnlen (query, 4 * LONGEST_QUERY));
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_word_free);
  const char *p = valid;

  while (*p != '\0' && words->len < MOST_WORDS)
    {
      const char *begin;
      g_autofree char *word = NULL;

      while (*p != '\0' && is_separator (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      for (begin = p; *p != '\0' && !is_separator (g_utf8_get_char (p));)
        p = g_utf8_next_char (p);
      word = g_strndup (begin, p - begin);
      if (*word != '\0')
        g_ptr_array_add (words, yc_search_word_new (word));
    }
  return words;
}

/* 0 when @word is not in @text; else @base, and more for a match at the very beginning, for one of
 * characters rather than letters, and the more of the text it is. The extras together stay below
 * the difference between two bases.
 */
static double
score_text (const YcSearchText *text,
            const YcSearchWord *word,
            double              base)
{
  YcSearchPlace place;
  YcMatch match = yc_search_text_find (text, word, &place);

  if (match == YC_MATCH_NONE)
    return 0;
  return base + (place.range.start == 0 ? 20 : 0) + (match == YC_MATCH_LITERAL ? 10 : 0) +
         5.0 * place.n_characters / text->length;
}

static double
score_word (const YcFinderDocument *document,
            const YcSearchWord     *word)
{
  double best = score_text (&document->title, word, 100);

  for (guint i = 0; best == 0 && i < document->n_tags; i++)
    best = score_text (&document->tags[i], word, 60);
  if (best == 0 && yc_search_word_fits (word, &document->present))
    best = score_text (&document->body, word, 10);
  return best;
}

/* The mean over all words, 0 when one of them is nowhere. */
static double
score_document (const YcFinderDocument *document,
                GPtrArray              *words)
{
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    {
      double score = score_word (document, words->pdata[i]);

      if (score == 0)
        return 0;
      sum += score;
    }
  return sum / words->len * document->weight;
}

/* Keeps the best, best first, equals in the order in which they came. */
static void
keep_best (GArray          *best,
           const Candidate *candidate,
           guint            limit)
{
  guint position = best->len;

  while (position > 0 && g_array_index (best, Candidate, position - 1).score < candidate->score)
    position--;
  if (position == limit)
    return;
  if (best->len == limit)
    g_array_set_size (best, limit - 1);
  g_array_insert_val (best, position, *candidate);
}

static GArray *
rank (YcFinder   *self,
      const char *kind,
      GPtrArray  *words,
      guint       limit)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; words->len > 0 && i < self->documents->len; i++)
    {
      YcFinderDocument *document = self->documents->pdata[i];
      Candidate candidate = { document, 0 };

      if (kind == NULL || g_str_equal (document->kind, kind))
        candidate.score = score_document (document, words);
      if (candidate.score > 0)
        keep_best (best, &candidate, limit);
    }
  return best;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const YcTextRange *range_a = a, *range_b = b;

  return (range_a->start > range_b->start) - (range_a->start < range_b->start);
}

/* Sorts, and makes one of those that touch. */
static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      YcTextRange next = g_array_index (ranges, YcTextRange, i);
      YcTextRange *last = n > 0 ? &g_array_index (ranges, YcTextRange, n - 1) : NULL;

      if (last != NULL && next.start <= last->start + last->length)
        last->length = MAX (last->length, next.start + next.length - last->start);
      else
        g_array_index (ranges, YcTextRange, n++) = next;
    }
  g_array_set_size (ranges, n);
}

static GArray *
find_ranges (const YcSearchText *text,
             GPtrArray          *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
  YcSearchPlace place;

  for (guint i = 0; i < words->len; i++)
    if (yc_search_text_find (text, words->pdata[i], &place) != YC_MATCH_NONE)
      g_array_append_val (ranges, place.range);
  merge_ranges (ranges);
  return ranges;
}

/* Where the first of the words stands in @body; its beginning when none does. */
static const char *
find_first (const YcSearchText *body,
            GPtrArray          *words)
{
  gsize first = G_MAXSIZE;
  YcSearchPlace place;

  for (guint i = 0; i < words->len; i++)
    if (yc_search_text_find (body, words->pdata[i], &place) != YC_MATCH_NONE)
      first = MIN (first, place.range.start);
  return body->text + (first != G_MAXSIZE ? first : 0);
}

static char *
cut_snippet (const YcSearchText *body,
             GPtrArray          *words)
{
  const char *start = find_first (body, words);
  const char *end;
  g_autoptr (GString) text = NULL;

  for (guint i = 0; i < SNIPPET_LEAD && start > body->text; i++)
    start = g_utf8_prev_char (start);
  end = start;
  for (guint i = 0; i < SNIPPET_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  text = g_string_new (start > body->text ? "…" : "");
  g_string_append_len (text, start, end - start);
  if (*end != '\0')
    g_string_append (text, "…");
  g_strdelimit (text->str, "\r\n\t", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static YcHit *
make_hit (const Candidate *candidate,
          GPtrArray       *words)
{
  const YcFinderDocument *document = candidate->document;
  g_autofree char *snippet = cut_snippet (&document->body, words);
  g_autoptr (GArray) title_ranges = find_ranges (&document->title, words);
  g_autoptr (GArray) snippet_ranges = NULL;
  YcSearchText text;

  yc_search_text_init (&text, snippet, FALSE);
  snippet_ranges = find_ranges (&text, words);
  return yc_hit_new (document->kind, document->id, document->title.text, snippet,
                     candidate->score, title_ranges, snippet_ranges);
}

static void
yc_finder_finalize (GObject *object)
{
  YcFinder *self = YC_FINDER (object);

  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_finder_parent_class)->finalize (object);
}

static void
yc_finder_class_init (YcFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_finder_finalize;
}

static void
yc_finder_init (YcFinder *self)
{
  self->documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_finder_document_free);
  self->by_name = g_hash_table_new (hash_document, is_same_document);
}

YcFinder *
yc_finder_new (void)
{
  return g_object_new (YC_TYPE_FINDER, NULL);
}

/* A document that is replaced keeps its place in the order. */
void
yc_finder_take (YcFinder         *self,
                YcFinderDocument *document)
{
  YcFinderDocument *before;
  guint position;

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (document != NULL);

  before = g_hash_table_lookup (self->by_name, document);
  g_hash_table_replace (self->by_name, document, document);
  if (before != NULL && g_ptr_array_find (self->documents, before, &position))
    {
      self->documents->pdata[position] = document;
      yc_finder_document_free (before);
    }
  else
    g_ptr_array_add (self->documents, document);
}

void
yc_finder_add (YcFinder          *self,
               const char        *kind,
               const char        *id,
               const char        *title,
               const char        *body,
               const char *const *tags,
               double             weight)
{
  g_autofree char *joined = tags != NULL ? g_strjoinv ("\n", (char **) tags) : NULL;

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (kind != NULL && id != NULL && title != NULL);
  g_return_if_fail (weight > 0);

  yc_finder_take (self, yc_finder_document_new (kind, id, title, body, joined, weight));
}

void
yc_finder_remove (YcFinder   *self,
                  const char *kind,
                  const char *id)
{
  const YcFinderDocument name = { .kind = kind, .id = id };
  YcFinderDocument *document;

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (kind != NULL && id != NULL);

  document = g_hash_table_lookup (self->by_name, &name);
  if (document == NULL)
    return;
  g_hash_table_remove (self->by_name, document);
  g_ptr_array_remove (self->documents, document);
}

void
yc_finder_clear (YcFinder *self)
{
  g_return_if_fail (YC_IS_FINDER (self));

  g_hash_table_remove_all (self->by_name);
  g_ptr_array_set_size (self->documents, 0);
}

guint
yc_finder_get_n_documents (YcFinder *self)
{
  g_return_val_if_fail (YC_IS_FINDER (self), 0);

  return self->documents->len;
}

static GListModel *
find (YcFinder   *self,
      const char *kind,
      const char *query,
      guint       limit)
{
  GListStore *hits = g_list_store_new (YC_TYPE_HIT);
  g_autoptr (GPtrArray) words = split_query (query != NULL ? query : "");
  g_autoptr (GArray) best = rank (self, kind, words, limit);

  for (guint i = 0; i < best->len; i++)
    {
      g_autoptr (YcHit) hit = make_hit (&g_array_index (best, Candidate, i), words);

      g_list_store_append (hits, hit);
    }
  return G_LIST_MODEL (hits);
}

GListModel *
yc_finder_find (YcFinder   *self,
                const char *query,
                guint       limit)
{
  g_return_val_if_fail (YC_IS_FINDER (self), NULL);

  return find (self, NULL, query, limit);
}

GListModel *
yc_finder_find_kind (YcFinder   *self,
                     const char *kind,
                     const char *query,
                     guint       limit)
{
  g_return_val_if_fail (YC_IS_FINDER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return find (self, kind, query, limit);
}
