/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows why a document was found: the stretch of its body, or the tag, that has the words. */
#include "yc-search-snippet-private.h"

#include "yc-folding-private.h"

#include <string.h>

/* In units: what is shown before the first match, and in all. */
#define LEAD 12
#define LENGTH 64

/* Between a tag that was found and the body. */
#define AFTER_TAG "　"

typedef struct
{
  const char    *text;
  GArray        *units;
  GArray        *offsets;
  const guint16 *begin;
  const guint16 *end;
} Folded;

static void
folded_init (Folded     *self,
             const char *text)
{
  self->text = text;
  self->units = g_array_sized_new (TRUE, FALSE, sizeof (guint16), (guint) strlen (text) / 3 + 1);
  self->offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) strlen (text) / 3 + 2);
  yc_folding_append (self->units, text, self->offsets);
  self->begin = (const guint16 *) (gpointer) self->units->data;
  self->end = self->begin + self->units->len;
}

static void
folded_clear (Folded *self)
{
  g_array_unref (self->units);
  g_array_unref (self->offsets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static gsize
get_offset (const Folded  *self,
            const guint16 *at)
{
  return g_array_index (self->offsets, guint32, at - self->begin);
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

static void
add_range (const Folded  *text,
           const guint16 *begin,
           const guint16 *end,
           GArray        *ranges)
{
  YcTextRange range = { get_offset (text, begin), get_offset (text, end) - get_offset (text, begin) };

  g_array_append_val (ranges, range);
}

static gboolean
add_characters (const Folded  *text,
                const guint16 *word,
                guint          length,
                GArray        *ranges)
{
  const guint16 *p = text->begin;
  guint before = ranges->len;

  while (length > 0 && (p = yc_query_find (p, text->end, word, length)) != NULL)
    {
      add_range (text, p, p + length, ranges);
      p += length;
    }
  return ranges->len > before;
}

/* As it was typed or, where it does not stand so, as it is called else. */
static gboolean
add_word (const Folded      *text,
          const YcQueryWord *word,
          GArray            *ranges)
{
  gboolean added = add_characters (text, word->units, word->length, ranges);

  for (guint i = 0; !added && i < yc_query_word_count_others (word); i++)
    {
      guint length;
      const guint16 *units = yc_query_word_get_other (word, i, &length);

      added = add_characters (text, units, length, ranges);
    }
  return added;
}

/* Where @word stands in a short text: all places, or the first that is read so. */
static void
add_places (const Folded      *text,
            const YcQueryWord *word,
            GArray            *ranges)
{
  const guint16 *begin, *end;

  if (add_word (text, word, ranges) ||
      add_characters (text, word->code, word->code_length, ranges))
    return;
  if (word->pinyin != NULL &&
      yc_pinyin_matcher_find (word->pinyin, text->begin, text->end, &begin, &end))
    add_range (text, begin, end, ranges);
}

static GArray *
find_places (const char    *short_text,
             const YcQuery *query)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
  g_auto (Folded) text = { NULL };

  folded_init (&text, short_text);
  for (guint i = 0; i < query->n_words; i++)
    add_places (&text, &query->words[i], ranges);
  merge_ranges (ranges);
  return ranges;
}

/* Before @end; NULL when it is not there. */
static const guint16 *
find_word (const Folded      *body,
           const guint16     *end,
           const YcQueryWord *word)
{
  const guint16 *at = yc_query_find (body->begin, end, word->units, word->length);

  for (guint i = 0; at == NULL && i < yc_query_word_count_others (word); i++)
    {
      guint length;
      const guint16 *units = yc_query_word_get_other (word, i, &length);

      at = yc_query_find (body->begin, end, units, length);
    }
  return at;
}

/* NULL when no word is in the body. */
static const guint16 *
find_first (const Folded  *body,
            const YcQuery *query)
{
  const guint16 *first = NULL;

  for (guint i = 0; i < query->n_words; i++)
    {
      const guint16 *at = find_word (body, first != NULL ? first : body->end, &query->words[i]);

      first = at != NULL ? at : first;
    }
  return first;
}

/* The first tag or code that has a word, with the places; NULL when none has. */
static char *
find_tag (const YcSearchDocument *document,
          const YcQuery          *query,
          GArray                **ranges)
{
  g_autofree char *lines = g_strconcat (document->tags->str, document->codes->str, NULL);
  g_auto (GStrv) tags = g_strsplit (lines, "\n", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (GArray) places = find_places (tags[i], query);

      if (places->len == 0)
        continue;
      *ranges = g_steal_pointer (&places);
      return g_strdup (tags[i]);
    }
  return NULL;
}

/* @body from some way before @at on, with the dots for what is left out. */
static void
append_stretch (GString       *snippet,
                const Folded  *body,
                const guint16 *at)
{
  const guint16 *begin = at - MIN (at - body->begin, LEAD);
  const guint16 *end = begin + MIN (body->end - begin, LENGTH);

  if (begin > body->begin)
    g_string_append (snippet, "…");
  g_string_append_len (snippet, body->text + get_offset (body, begin),
                       (gssize) (get_offset (body, end) - get_offset (body, begin)));
  if (end < body->end)
    g_string_append (snippet, "…");
}

/* Where a word is read in the body that does not stand there; NULL when none is. */
static const guint16 *
find_first_read (const Folded  *body,
                 const YcQuery *query)
{
  const guint16 *first = NULL, *begin, *after;

  for (guint i = 0; i < query->n_words; i++)
    if (query->words[i].pinyin != NULL &&
        yc_pinyin_matcher_find_in_body (query->words[i].pinyin, body->begin,
                                        first != NULL ? first : body->end, &begin, &after))
      first = begin;
  return first;
}

/* Where the words stand in the snippet; or, where one does not, where it is read there first. */
static GArray *
mark_words (const char    *snippet,
            const YcQuery *query)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
  const guint16 *begin, *after;
  g_auto (Folded) text = { NULL };

  folded_init (&text, snippet);
  for (guint i = 0; i < query->n_words; i++)
    if (!add_word (&text, &query->words[i], ranges) &&
        query->words[i].pinyin != NULL &&
        yc_pinyin_matcher_find_in_body (query->words[i].pinyin, text.begin, text.end, &begin,
                                        &after))
      add_range (&text, begin, after, ranges);
  merge_ranges (ranges);
  return ranges;
}

static char *
cut_snippet (const YcSearchDocument *document,
             const YcQuery          *query,
             const GArray           *title_places,
             GArray                **ranges)
{
  g_auto (Folded) body = { NULL };
  g_autoptr (GString) snippet = g_string_new (NULL);
  g_autofree char *tag = NULL;
  const guint16 *first;

  folded_init (&body, document->body);
  first = find_first (&body, query);
  /* What is shown of a person is masked: names and numbers are found, not told. */
  if (first == NULL && title_places->len == 0 && !document->personal)
    tag = find_tag (document, query, ranges);
  if (first == NULL && title_places->len == 0 && tag == NULL)
    first = find_first_read (&body, query);
  if (tag != NULL)
    g_string_append_printf (snippet, "%s%s", tag, body.end > body.begin ? AFTER_TAG : "");
  append_stretch (snippet, &body, first != NULL ? first : body.begin);
  g_strdelimit (snippet->str, "\r\n\t", ' ');
  if (tag == NULL)
    *ranges = mark_words (snippet->str, query);
  return g_string_free (g_steal_pointer (&snippet), FALSE);
}

YcHit *
yc_search_snippet_make_hit (const YcSearchDocument *document,
                            const YcQuery          *query,
                            double                  score)
{
  g_autoptr (GArray) title_places = find_places (document->title, query);
  g_autoptr (GArray) snippet_places = NULL;
  g_autofree char *snippet = cut_snippet (document, query, title_places, &snippet_places);

  return yc_hit_new (document->kind, document->id, document->title, snippet, score, title_places,
                     snippet_places);
}
