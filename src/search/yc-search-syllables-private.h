/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the bodies of a segment each pair of syllables is read, and in which bodies each one. */
#pragma once

#include "yc-search-blocks-private.h"
#include "yc-syllable-private.h"

G_BEGIN_DECLS

#define YC_SEARCH_FIRST_SYLLABLE 0x10000u
#define YC_SEARCH_FIRST_PAIR 0x12000u

/* The bodies in which a syllable is read. */
static inline YcSearchGram
yc_search_syllable_gram (YcSyllable syllable)
{
  return YC_SEARCH_FIRST_SYLLABLE + syllable;
}

/* Where two follow one another. Those that begin with the same two stand together. */
static inline YcSearchGram
yc_search_syllables_gram (YcSyllable first,
                          YcSyllable second)
{
  guint beginnings = YC_SYLLABLE_BEGINNING (first) * YC_SYLLABLE_N_BEGINNINGS +
                     YC_SYLLABLE_BEGINNING (second);

  return YC_SEARCH_FIRST_PAIR +
         (beginnings * YC_SYLLABLE_MOST_ENDS + YC_SYLLABLE_END (first)) * YC_SYLLABLE_MOST_ENDS +
         YC_SYLLABLE_END (second);
}

#define YC_SEARCH_N_PAIRS ((guint) YC_SYLLABLE_MOST * YC_SYLLABLE_MOST)

G_STATIC_ASSERT (YC_SEARCH_FIRST_SYLLABLE + YC_SYLLABLE_MOST <= YC_SEARCH_FIRST_PAIR);
G_STATIC_ASSERT (YC_SEARCH_FIRST_PAIR + YC_SEARCH_N_PAIRS <= YC_SEARCH_FIRST_OF_UNITS);

/* @units are those of all bodies. */
gboolean yc_search_syllables_write (YcSearchBlocks  *blocks,
                                    const guint16   *units,
                                    guint32          n_units,
                                    guint            n_bodies,
                                    GError         **error);

G_END_DECLS
