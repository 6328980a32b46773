/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a word stands in a document. */
#include "yc-search-mark-private.h"

#include <string.h>

static YcSearchMark
make_mark (YcSearchPlaceInText place,
           YcSearchWay         way,
           gsize               length,
           gsize               whole)
{
  return YC_SEARCH_MARK (place + way, whole > length ? 255 * length / whole : 255);
}

static gsize
count_to_mark (const guint16 *text)
{
  gsize n = 0;

  while (text[n] > YC_SEARCH_BODY)
    n++;
  return n;
}

static gsize
count_from_mark (const guint16 *begin,
                 const guint16 *text)
{
  gsize n = 0;

  while (text > begin && *--text > YC_SEARCH_BODY)
    n++;
  return n;
}

/* What was typed in other words comes behind all in which it stands or is read. */
static YcSearchWay
tell_way (gboolean begins,
          gboolean other)
{
  if (other)
    return begins ? YC_SEARCH_OTHER_AT_BEGIN : YC_SEARCH_OTHER_INSIDE;
  return begins ? YC_SEARCH_AT_BEGIN : YC_SEARCH_INSIDE;
}

static YcSearchMark
tell_mark (YcSearchPlaceInText  place,
           const guint16       *begin,
           const guint16       *at,
           guint                length,
           gboolean             other)
{
  gsize before = count_from_mark (begin, at);

  return make_mark (place, tell_way (before == 0, other), length, before + count_to_mark (at));
}

static void
mark_short (YcSearchMark          *marks,
            const YcSearchSegment *segment,
            const guint16         *word,
            guint                  length,
            gboolean               other)
{
  const guint16 *end = segment->shorts + segment->n_shorts;
  const YcSearchEntry *entry = segment->entries;

  for (const guint16 *p = segment->shorts; (p = yc_query_find (p, end, word, length)) != NULL; p++)
    {
      gsize at = p - segment->shorts;
      YcSearchPlaceInText place;

      while (entry[1].shorts <= at)
        entry++;
      place = at < entry->shorts + entry->title ? YC_SEARCH_IN_TITLE : YC_SEARCH_IN_TAG;
      yc_search_mark (&marks[entry - segment->entries],
                      tell_mark (place, segment->shorts + entry->shorts, p, length, other));
    }
}

static void
mark_plain (YcSearchMark          *marks,
            const YcSearchSegment *segment,
            const guint16         *word,
            guint                  length,
            gboolean               codes_only)
{
  const guint16 *end = segment->plain + segment->n_plain;
  const YcSearchEntry *entry = segment->entries;

  for (const guint16 *p = segment->plain; (p = yc_query_find (p, end, word, length)) != NULL; p++)
    {
      gsize at = p - segment->plain;
      gboolean in_body;

      while (entry[1].plain <= at)
        entry++;
      in_body = segment->in_memory && at >= entry->body;
      if (!in_body)
        yc_search_mark (&marks[entry - segment->entries],
                        tell_mark (YC_SEARCH_IN_TAG, segment->plain + entry->plain, p, length,
                                   FALSE));
      else if (!codes_only)
        yc_search_mark (&marks[entry - segment->entries], YC_SEARCH_MARK (YC_SEARCH_IN_BODY, 0));
    }
}

static YcSearchMark
tell_pinyin_mark (guint               found,
                  YcSearchPlaceInText place,
                  guint               length,
                  gsize               whole)
{
  static const struct
  {
    YcPinyinMatch match;
    YcSearchWay   way;
  } ways[] = {
    { YC_PINYIN_BEGIN, YC_SEARCH_PINYIN_AT_BEGIN },
    { YC_PINYIN_INSIDE, YC_SEARCH_PINYIN_INSIDE },
    { YC_PINYIN_OTHER_BEGIN, YC_SEARCH_OTHER_AT_BEGIN },
    { YC_PINYIN_OTHER_INSIDE, YC_SEARCH_OTHER_INSIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (found & ways[i].match)
      return make_mark (place, ways[i].way, length, whole);
  return 0;
}

/* From the title on; when it is read there, nothing behind is better. */
static YcSearchMark
read_document (const guint16     *title,
               const YcQueryWord *word)
{
  YcSearchPlaceInText place = YC_SEARCH_IN_TITLE;
  YcSearchMark best = 0;

  for (const guint16 *p = title;; p++)
    {
      gsize whole = count_to_mark (p);
      /* Inside one does not know how much it is: at least one. */
      guint n = 1;
      guint found = yc_pinyin_matcher_match (word->pinyin, p, p + whole, &n);

      yc_search_mark (&best, tell_pinyin_mark (found, place, n, whole));
      p += whole;
      if ((best != 0 && place == YC_SEARCH_IN_TITLE) || *p == YC_SEARCH_END)
        return best;
      place = YC_SEARCH_IN_TAG;
    }
}

/* No worse than read_document(), of one that is first read at @at. */
static YcSearchMark
bound_document (const guint16     *title,
                gsize              whole,
                const guint16     *at,
                const YcQueryWord *word)
{
  guint n;

  if (at >= title + whole)
    return make_mark (YC_SEARCH_IN_TAG, YC_SEARCH_PINYIN_AT_BEGIN, 1, 1);
  n = yc_pinyin_matcher_begin (word->pinyin, title, title + whole);
  return make_mark (YC_SEARCH_IN_TITLE, n > 0 ? YC_SEARCH_PINYIN_AT_BEGIN : YC_SEARCH_PINYIN_INSIDE,
                    MAX (n, 1), whole);
}

/* All short texts are gone through at once; how something is read there is left for later, as with
 * most of it nobody will want to know. */
static void
bound_pinyin (YcSearchMarks         *self,
              const YcSearchSegment *segment)
{
  /* The last unit is a mark, which nothing ends with. */
  const guint16 *begin = segment->shorts, *end = begin + segment->n_shorts - 1;
  const YcSearchEntry *entry = segment->entries;

  for (const guint16 *p = begin; (p = yc_pinyin_matcher_scan (self->word->pinyin, p, end)) != NULL;
       p = begin + (++entry)->shorts)
    {
      guint i;
      YcSearchMark bound;

      while (entry[1].shorts <= p - begin)
        entry++;
      i = (guint) (entry - segment->entries);
      bound = bound_document (begin + entry->shorts, entry->title, p, self->word);
      self->bounds[i] = bound > self->marks[i] ? bound : 0;
    }
}

void
yc_search_mark_settle (YcSearchMarks         *self,
                       const YcSearchSegment *segment,
                       guint                  i)
{
  if (self->bounds[i] == 0)
    return;
  yc_search_mark (&self->marks[i],
                  read_document (segment->shorts + segment->entries[i].shorts, self->word));
  self->bounds[i] = 0;
}

/* Of documents in memory, which are few. */
static void
mark_bodies_read (YcSearchMark          *marks,
                  const YcSearchSegment *segment,
                  const YcQueryWord     *word)
{
  for (guint i = 0; i < segment->n_entries; i++)
    {
      const guint16 *body = segment->plain + segment->entries[i].body, *begin, *after;

      if (yc_pinyin_matcher_find_in_body (word->pinyin, body, body + count_to_mark (body), &begin,
                                          &after))
        yc_search_mark (&marks[i], YC_SEARCH_MARK (YC_SEARCH_READ_IN_BODY, 0));
    }
}

static void
mark_others (YcSearchMarks         *self,
             const YcSearchSegment *segment)
{
  for (guint i = 0; i < yc_query_word_count_others (self->word); i++)
    {
      guint length;
      const guint16 *units = yc_query_word_get_other (self->word, i, &length);

      mark_short (self->marks, segment, units, length, TRUE);
      mark_plain (self->marks, segment, units, length, FALSE);
    }
}

void
yc_search_mark_shorts (YcSearchMarks         *self,
                       const YcSearchSegment *segment)
{
  const YcQueryWord *word = self->word;

  memset (self->marks, 0, segment->n_entries * sizeof *self->marks);
  memset (self->bounds, 0, segment->n_entries * sizeof *self->bounds);
  mark_short (self->marks, segment, word->units, word->length, FALSE);
  mark_others (self, segment);
  mark_plain (self->marks, segment, word->units, word->length, FALSE);
  if (word->code_length > 0)
    mark_plain (self->marks, segment, word->code, word->code_length, TRUE);
  if (word->pinyin != NULL)
    bound_pinyin (self, segment);
  if (word->pinyin != NULL && segment->in_memory)
    mark_bodies_read (self->marks, segment, word);
}

/* The body from @at on that has @position: mostly the next, or one soon after. */
static guint
find_body (const YcSearchSegment *segment,
           guint                  at,
           guint32                position)
{
  const YcSearchEntry *entries = segment->entries;
  guint step = 1;

  for (; at + step < segment->n_entries && entries[at + step].body <= position; step *= 2)
    at += step;
  for (step /= 2; step > 0; step /= 2)
    if (at + step < segment->n_entries && entries[at + step].body <= position)
      at += step;
  return at;
}

void
yc_search_mark_bodies (YcSearchMark          *marks,
                       const YcSearchSegment *segment,
                       const guint32         *positions,
                       guint                  n_positions)
{
  guint at = 0;
  guint32 next = 0;

  for (guint i = 0; i < n_positions; i++)
    {
      /* Often there are several in one body. */
      if (positions[i] < next)
        continue;
      at = find_body (segment, at, positions[i]);
      next = segment->entries[at + 1].body;
      yc_search_mark (&marks[at], YC_SEARCH_MARK (YC_SEARCH_IN_BODY, 0));
    }
}
