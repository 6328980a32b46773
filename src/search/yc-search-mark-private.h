/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a word stands in a document. */
#pragma once

#include "yc-query-private.h"
#include "yc-search-posting-private.h"

G_BEGIN_DECLS

/* How, from worst to best; 0 is not at all. The lower bits tell how much of the title or tag the word
 * is. */
typedef guint16 YcSearchMark;

typedef enum
{
  YC_SEARCH_READ_IN_BODY = 1,
  YC_SEARCH_IN_BODY = 2,
  /* Each followed by its ways. */
  YC_SEARCH_IN_TAG = 3,
  YC_SEARCH_IN_TITLE = 9,
  YC_SEARCH_N_PLACES = 15,
} YcSearchPlaceInText;

typedef enum
{
  YC_SEARCH_OTHER_INSIDE,
  YC_SEARCH_OTHER_AT_BEGIN,
  YC_SEARCH_PINYIN_INSIDE,
  YC_SEARCH_INSIDE,
  YC_SEARCH_PINYIN_AT_BEGIN,
  YC_SEARCH_AT_BEGIN,
} YcSearchWay;

#define YC_SEARCH_MARK(place, share) ((YcSearchMark) ((place) << 8 | (share)))

static inline void
yc_search_mark (YcSearchMark *mark,
                YcSearchMark  found)
{
  if (found > *mark)
    *mark = found;
}

/* How well one word stands in each document of a segment. */
typedef struct
{
  const YcQueryWord *word;
  YcSearchMark      *marks;
  /* Where it is read among the short texts, and it takes time to tell how: no mark will be better.
   * 0 for all others. */
  YcSearchMark      *bounds;
} YcSearchMarks;

/* Looks for the word among the short texts. */
void yc_search_mark_shorts (YcSearchMarks         *self,
                            const YcSearchSegment *segment);

/* Makes a mark of the bound of one document. */
void yc_search_mark_settle (YcSearchMarks         *self,
                            const YcSearchSegment *segment,
                            guint                  i);

/* Takes positions among the bodies for hits in the documents. */
void yc_search_mark_bodies (YcSearchMark          *marks,
                            const YcSearchSegment *segment,
                            const guint32         *positions,
                            guint                  n_positions);

G_END_DECLS
