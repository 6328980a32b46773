/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts in order what was found. */
#pragma once

#include "yc-search-mark-private.h"

G_BEGIN_DECLS

/* A hit, not yet with its words. */
typedef struct
{
  const YcSearchSegment *segment;
  guint                  entry;
  double                 score;
} YcSearchCandidate;

/* All of one kind. */
typedef struct
{
  const char *kind;
  guint       total;
  /* Of YcSearchCandidate, best first. */
  GArray     *best;
} YcSearchGroup;

/* How often a document was used; sorted by number. */
typedef struct
{
  gint64 number;
  double boost;
} YcSearchBoost;

/* What a number of a name means for ranking. */
typedef struct
{
  /* -1 when documents of the kind are not wanted, or it is none. */
  int    group;
  /* By which a document of the place is multiplied. */
  double place;
} YcSearchNameMeaning;

typedef struct
{
  /* Of YcSearchGroup. */
  GArray                    *groups;
  /* Over all groups. */
  GArray                    *best;
  guint                      limit;
  guint                      best_limit;
  /* As in YcSearchEntry; 0 for any day. */
  guint                      today;
  const YcSearchBoost       *boosts;
  guint                      n_boosts;
  guint                      n_words;
} YcSearchRanking;

void   yc_search_ranking_init    (YcSearchRanking           *self);
void   yc_search_ranking_clear   (YcSearchRanking           *self);
/* The number of the group of @kind, made if need be. */
guint  yc_search_ranking_name    (YcSearchRanking           *self,
                                  const char                *kind);
/* The documents of @segment that every word is marked in, @marks having those of each word and
 * @meanings a meaning for each name. Bounds are settled of those that may be among the best. */
void   yc_search_ranking_add     (YcSearchRanking           *self,
                                  const YcSearchSegment     *segment,
                                  YcSearchMarks             *marks,
                                  const YcSearchNameMeaning *meanings);
/* By which a document that holds for @places, one on a line, is multiplied at @here. */
double yc_search_ranking_place   (const char                *places,
                                  const char                *here);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSearchRanking, yc_search_ranking_clear)

G_END_DECLS
