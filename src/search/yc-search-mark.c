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

/* Of a word that stands at @at, in the document that begins at @begin. */
static YcSearchMark
tell_mark (const YcSearchSegment *segment,
           const YcSearchEntry   *entry,
           const guint16         *at,
           guint                  length)
{
  const guint16 *begin = segment->shorts + entry->shorts;
  gsize before;

  if (segment->in_memory && at >= segment->shorts + entry->body)
    return YC_SEARCH_MARK (YC_SEARCH_IN_BODY, 0);
  if (at < begin + entry->title)
    return make_mark (YC_SEARCH_IN_TITLE, at == begin ? YC_SEARCH_AT_BEGIN : YC_SEARCH_INSIDE,
                      length, entry->title);
  before = count_from_mark (begin, at);
  return make_mark (YC_SEARCH_IN_TAG, before == 0 ? YC_SEARCH_AT_BEGIN : YC_SEARCH_INSIDE, length,
                    before + count_to_mark (at));
}

static gboolean
is_in_code (const guint16 *begin,
            const guint16 *at)
{
  gsize before = count_from_mark (begin, at);

  return at - before > begin && at[-(gssize) before - 1] == YC_SEARCH_CODE;
}

static void
mark_characters (YcSearchMark          *marks,
                 const YcSearchSegment *segment,
                 const guint16         *word,
                 guint                  length,
                 gboolean               codes_only)
{
  const guint16 *end = segment->shorts + segment->n_shorts;
  const YcSearchEntry *entry = segment->entries;

  for (const guint16 *p = segment->shorts; (p = yc_query_find (p, end, word, length)) != NULL; p++)
    {
      gsize at = p - segment->shorts;

      while (entry[1].shorts <= at)
        entry++;
      if (!codes_only || is_in_code (segment->shorts + entry->shorts, p))
        yc_search_mark (&marks[entry - segment->entries],
                        tell_mark (segment, entry, p, length));
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
    { YC_PINYIN_FUZZY_BEGIN, YC_SEARCH_FUZZY_AT_BEGIN },
    { YC_PINYIN_FUZZY_INSIDE, YC_SEARCH_FUZZY_INSIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (found & ways[i].match)
      return make_mark (place, ways[i].way, length, whole);
  return 0;
}

/* The title first; when it is read there, nothing behind is better. */
static YcSearchMark
read_document (const YcSearchSegment *segment,
               const YcSearchEntry   *entry,
               const YcQueryWord     *word)
{
  const guint16 *p = segment->shorts + entry->shorts;
  YcSearchPlaceInText place = YC_SEARCH_IN_TITLE;
  YcSearchMark best = 0;

  for (;;)
    {
      gsize whole = count_to_mark (p);
      guint found = yc_pinyin_matcher_match (word->pinyin, p, p + whole);

      yc_search_mark (&best, tell_pinyin_mark (found, place, word->length, whole));
      p += whole;
      if (best >= YC_SEARCH_MARK (YC_SEARCH_IN_TITLE, 0) || *p == YC_SEARCH_END ||
          *p == YC_SEARCH_BODY)
        return best;
      place = YC_SEARCH_IN_TAG;
      p++;
    }
}

/* What was found by its characters in the title is not better as pinyin. */
static void
mark_pinyin (YcSearchMark          *marks,
             const YcSearchSegment *segment,
             const YcQueryWord     *word)
{
  for (guint i = 0; i < segment->n_entries; i++)
    if (marks[i] < YC_SEARCH_MARK (YC_SEARCH_IN_TITLE + YC_SEARCH_AT_BEGIN, 0))
      yc_search_mark (&marks[i], read_document (segment, &segment->entries[i], word));
}

void
yc_search_mark_shorts (YcSearchMark          *marks,
                       const YcSearchSegment *segment,
                       const YcQueryWord     *word)
{
  mark_characters (marks, segment, word->units, word->length, FALSE);
  if (word->code_length > 0)
    mark_characters (marks, segment, word->code, word->code_length, TRUE);
  if (word->pinyin != NULL)
    mark_pinyin (marks, segment, word);
}

void
yc_search_mark_bodies (YcSearchMark          *marks,
                       const YcSearchSegment *segment,
                       const guint32         *positions,
                       guint                  n_positions)
{
  guint at = 0;

  for (guint i = 0; i < n_positions; i++)
    {
      guint step = 1;

      for (; at + step < segment->n_entries && segment->entries[at + step].body <= positions[i];
           step *= 2)
        at += step;
      for (; step > 0; step /= 2)
        if (at + step < segment->n_entries && segment->entries[at + step].body <= positions[i])
          at += step;
      if (at < segment->n_entries)
        yc_search_mark (&marks[at], YC_SEARCH_MARK (YC_SEARCH_IN_BODY, 0));
    }
}
