/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds documents by Chinese text or pinyin: a scan in memory, fast enough for thousands. */
#include "yc-finder.h"

#include "yc-search-text-private.h"

#include <string.h>

/* Nobody types more; what is pasted beyond is left out. */
#define LONGEST_QUERY 256
#define MOST_WORDS 8

/* In characters: what is shown before the first match, and in all. */
#define SNIPPET_LEAD 12
#define SNIPPET_LENGTH 64

typedef struct
{
  char         *kind;
  char         *id;
  YcSearchText *title;
  YcSearchText *body;
  GPtrArray    *tags;
  double        weight;
} Document;

typedef struct
{
  Document *document;
  double    score;
} Candidate;

struct _YcFinder
{
  GObject     parent_instance;

  GPtrArray  *documents;
  GHashTable *by_key;
};

G_DEFINE_FINAL_TYPE (YcFinder, yc_finder, G_TYPE_OBJECT)

static void
free_document (gpointer data)
{
  Document *document = data;

  g_clear_pointer (&document->kind, g_free);
  g_clear_pointer (&document->id, g_free);
  g_clear_pointer (&document->title, yc_search_text_free);
  g_clear_pointer (&document->body, yc_search_text_free);
  g_clear_pointer (&document->tags, g_ptr_array_unref);
  g_free (document);
}

static char *
make_key (const char *kind,
          const char *id)
{
  return g_strconcat (kind, "\n", id, NULL);
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
  guint start, length;
  YcMatch match = yc_search_text_find (text, word, &start, &length);

  if (match == YC_MATCH_NONE)
    return 0;
  return base + (start == 0 ? 20 : 0) + (match == YC_MATCH_LITERAL ? 10 : 0) +
         5.0 * length / text->length;
}

static double
score_word (const Document     *document,
            const YcSearchWord *word)
{
  double best = score_text (document->title, word, 100);

  for (guint i = 0; best == 0 && i < document->tags->len; i++)
    best = MAX (best, score_text (document->tags->pdata[i], word, 60));
  if (best == 0)
    best = score_text (document->body, word, 10);
  return best;
}

/* The mean over all words, 0 when one of them is nowhere. */
static double
score_document (const Document *document,
                GPtrArray      *words)
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

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  double score_a = ((const Candidate *) a)->score, score_b = ((const Candidate *) b)->score;

  return (score_a < score_b) - (score_a > score_b);
}

static GArray *
rank (YcFinder   *self,
      const char *kind,
      GPtrArray  *words)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; words->len > 0 && i < self->documents->len; i++)
    {
      Document *document = self->documents->pdata[i];
      Candidate candidate = { document, 0 };

      if (kind == NULL || g_str_equal (document->kind, kind))
        candidate.score = score_document (document, words);
      if (candidate.score > 0)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
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
  guint start, length;

  for (guint i = 0; i < words->len; i++)
    if (yc_search_text_find (text, words->pdata[i], &start, &length) != YC_MATCH_NONE)
      {
        YcTextRange range = yc_search_text_to_bytes (text, start, length);

        g_array_append_val (ranges, range);
      }
  merge_ranges (ranges);
  return ranges;
}

/* Where the first of the words stands in @body, in characters; 0 when none does. */
static guint
find_first (const YcSearchText *body,
            GPtrArray          *words)
{
  guint first = G_MAXUINT, start, length;

  for (guint i = 0; i < words->len; i++)
    if (yc_search_text_find (body, words->pdata[i], &start, &length) != YC_MATCH_NONE)
      first = MIN (first, start);
  return first != G_MAXUINT ? first : 0;
}

static YcSearchText *
cut_snippet (const YcSearchText *body,
             GPtrArray          *words)
{
  guint first = find_first (body, words);
  guint start = first > SNIPPET_LEAD ? first - SNIPPET_LEAD : 0;
  guint end = MIN (start + SNIPPET_LENGTH, body->length);
  YcTextRange range = yc_search_text_to_bytes (body, start, end - start);
  g_autoptr (GString) text = g_string_new (start > 0 ? "…" : "");

  g_string_append_len (text, body->text + range.start, (gssize) range.length);
  if (end < body->length)
    g_string_append (text, "…");
  g_strdelimit (text->str, "\r\n\t", ' ');
  return yc_search_text_new (text->str, FALSE);
}

static YcHit *
make_hit (const Candidate *candidate,
          GPtrArray       *words)
{
  const Document *document = candidate->document;
  g_autoptr (YcSearchText) snippet = cut_snippet (document->body, words);
  g_autoptr (GArray) title_ranges = find_ranges (document->title, words);
  g_autoptr (GArray) snippet_ranges = find_ranges (snippet, words);

  return yc_hit_new (document->kind, document->id, document->title->text, snippet->text,
                     candidate->score, title_ranges, snippet_ranges);
}

static void
yc_finder_finalize (GObject *object)
{
  YcFinder *self = YC_FINDER (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
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
  self->documents = g_ptr_array_new_with_free_func (free_document);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

YcFinder *
yc_finder_new (void)
{
  return g_object_new (YC_TYPE_FINDER, NULL);
}

static GPtrArray *
read_tags (const char *const *tags)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_text_free);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      g_ptr_array_add (texts, yc_search_text_new (tags[i], TRUE));
  return texts;
}

/* A document that is replaced keeps its place in the order. */
static void
put_document (YcFinder *self,
              Document *document)
{
  g_autofree char *key = make_key (document->kind, document->id);
  Document *before = g_hash_table_lookup (self->by_key, key);
  guint position;

  if (before != NULL && g_ptr_array_find (self->documents, before, &position))
    {
      free_document (before);
      self->documents->pdata[position] = document;
    }
  else
    g_ptr_array_add (self->documents, document);
  g_hash_table_replace (self->by_key, g_steal_pointer (&key), document);
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
  Document *document;

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (kind != NULL && id != NULL && title != NULL);
  g_return_if_fail (weight > 0);

  document = g_new0 (Document, 1);
  document->kind = g_strdup (kind);
  document->id = g_strdup (id);
  document->title = yc_search_text_new (title, TRUE);
  document->body = yc_search_text_new (body != NULL ? body : "", FALSE);
  document->tags = read_tags (tags);
  document->weight = weight;
  put_document (self, document);
}

void
yc_finder_remove (YcFinder   *self,
                  const char *kind,
                  const char *id)
{
  g_autofree char *key = NULL;
  Document *document;

  g_return_if_fail (YC_IS_FINDER (self));
  g_return_if_fail (kind != NULL && id != NULL);

  key = make_key (kind, id);
  document = g_hash_table_lookup (self->by_key, key);
  if (document == NULL)
    return;
  g_hash_table_remove (self->by_key, key);
  g_ptr_array_remove (self->documents, document);
}

void
yc_finder_clear (YcFinder *self)
{
  g_return_if_fail (YC_IS_FINDER (self));

  g_hash_table_remove_all (self->by_key);
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
  g_autoptr (GArray) candidates = rank (self, kind, words);

  for (guint i = 0; i < MIN (limit, candidates->len); i++)
    {
      g_autoptr (YcHit) hit = make_hit (&g_array_index (candidates, Candidate, i), words);

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
