/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts in order what was found.
 *
 * The words of a query give points each, of which the mean counts: titles from 90 on, tags from 40
 * to 85, bodies 10, or 5 by how they are read. What holds elsewhere or not today is worth half of that or less.
 */
#include "yc-search-ranking-private.h"

#include <string.h>

#define ELSEWHERE 0.5
#define NEARER 0.02
#define NOT_IN_FORCE 0.4

/* Points for the share that a word has of its title or tag. */
#define WHOLE 5.0

static const double points[YC_SEARCH_N_PLACES] = {
  [YC_SEARCH_READ_IN_BODY] = 5,
  [YC_SEARCH_IN_BODY] = 10,
  [YC_SEARCH_IN_TAG + YC_SEARCH_OTHER_INSIDE] = 40,
  [YC_SEARCH_IN_TAG + YC_SEARCH_OTHER_AT_BEGIN] = 45,
  [YC_SEARCH_IN_TAG + YC_SEARCH_PINYIN_INSIDE] = 50,
  [YC_SEARCH_IN_TAG + YC_SEARCH_INSIDE] = 60,
  [YC_SEARCH_IN_TAG + YC_SEARCH_PINYIN_AT_BEGIN] = 70,
  [YC_SEARCH_IN_TAG + YC_SEARCH_AT_BEGIN] = 80,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_OTHER_INSIDE] = 90,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_OTHER_AT_BEGIN] = 95,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_PINYIN_INSIDE] = 100,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_INSIDE] = 110,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_PINYIN_AT_BEGIN] = 120,
  [YC_SEARCH_IN_TITLE + YC_SEARCH_AT_BEGIN] = 130,
};

static void
clear_group (gpointer data)
{
  YcSearchGroup *group = data;

  g_array_unref (group->best);
}

void
yc_search_ranking_init (YcSearchRanking *self)
{
  *self = (YcSearchRanking){ .limit = 0 };
  self->groups = g_array_new (FALSE, FALSE, sizeof (YcSearchGroup));
  g_array_set_clear_func (self->groups, clear_group);
  self->best = g_array_new (FALSE, FALSE, sizeof (YcSearchCandidate));
}

void
yc_search_ranking_clear (YcSearchRanking *self)
{
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->best, g_array_unref);
}

guint
yc_search_ranking_name (YcSearchRanking *self,
                        const char      *kind)
{
  YcSearchGroup group = { .kind = kind };

  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (g_array_index (self->groups, YcSearchGroup, i).kind, kind))
      return i;
  group.best = g_array_new (FALSE, FALSE, sizeof (YcSearchCandidate));
  g_array_append_val (self->groups, group);
  return self->groups->len - 1;
}

static double
get_nearness (const char *place,
              const char *here)
{
  double nearness = 1;

  for (const char *p = strchr (place, '/'); p != NULL; p = strchr (p + 1, '/'))
    nearness += NEARER;
  return g_str_has_prefix (here, place) ? nearness : ELSEWHERE;
}

double
yc_search_ranking_place (const char *places,
                         const char *here)
{
  g_auto (GStrv) lines = g_strsplit (places, "\n", -1);
  double best = 0;

  if (here == NULL)
    return 1;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      best = MAX (best, get_nearness (lines[i], here));
  return best > 0 ? best : 1;
}

static gboolean
is_in_force (const YcSearchRanking *self,
             const YcSearchEntry   *entry)
{
  return self->today == 0 || ((entry->from == 0 || entry->from <= self->today) &&
                              (entry->until == 0 || entry->until >= self->today));
}

static double
get_points (const YcSearchRanking *self,
            const YcSearchMarks   *marks,
            guint                  i)
{
  double sum = 0;

  for (guint word = 0; word < self->n_words; word++)
    {
      YcSearchMark mark = MAX (marks[word].marks[i], marks[word].bounds[i]);

      if (mark == 0)
        return 0;
      sum += points[mark >> 8] + (mark & 0xff) * (WHOLE / 255);
    }
  return sum / self->n_words;
}

static gboolean
is_better (const YcSearchCandidate *a,
           const YcSearchCandidate *b)
{
  if (a->score > b->score || a->score < b->score)
    return a->score > b->score;
  return a->segment->entries[a->entry].sequence < b->segment->entries[b->entry].sequence;
}

static gboolean
may_keep (const GArray            *best,
          guint                    limit,
          const YcSearchCandidate *candidate)
{
  return best->len < limit ||
         (limit > 0 && is_better (candidate, &g_array_index (best, YcSearchCandidate, limit - 1)));
}

static void
keep_best (GArray                  *best,
           guint                    limit,
           const YcSearchCandidate *candidate)
{
  guint at = best->len;

  if (!may_keep (best, limit, candidate))
    return;
  while (at > 0 &&
         is_better (candidate, &g_array_index (best, YcSearchCandidate, at - 1)))
    at--;
  if (best->len == limit)
    g_array_set_size (best, limit - 1);
  g_array_insert_val (best, at, *candidate);
}

/* Those from @number on. */
static guint
find_boosts (const YcSearchRanking *self,
             gint64                 number)
{
  guint low = 0, high = self->n_boosts;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->boosts[middle].number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static double
get_boost (const YcSearchRanking *self,
           gint64                 number,
           guint                 *at)
{
  while (*at < self->n_boosts && self->boosts[*at].number < number)
    (*at)++;
  return *at < self->n_boosts && self->boosts[*at].number == number ? self->boosts[*at].boost : 1;
}

/* By which the points of @entry are multiplied, of equal use. */
static double
get_worth (const YcSearchRanking     *self,
           const YcSearchEntry       *entry,
           const YcSearchNameMeaning *meanings)
{
  double worth = entry->weight * meanings[entry->place].place / YC_SEARCH_WEIGHT_ONE;

  return is_in_force (self, entry) ? worth : worth * NOT_IN_FORCE;
}

static void
settle (const YcSearchRanking *self,
        YcSearchMarks         *marks,
        const YcSearchSegment *segment,
        guint                  i)
{
  for (guint word = 0; word < self->n_words; word++)
    yc_search_mark_settle (&marks[word], segment, i);
}

/* What every word is found in counts, however bad its marks turn out to be. */
static void
add_candidate (YcSearchRanking   *self,
               YcSearchGroup     *group,
               YcSearchMarks     *marks,
               double             worth,
               YcSearchCandidate *candidate)
{
  candidate->score = get_points (self, marks, candidate->entry) * worth;
  if (candidate->score <= 0)
    return;
  group->total++;
  if (!may_keep (group->best, self->limit, candidate) &&
      !may_keep (self->best, self->best_limit, candidate))
    return;
  settle (self, marks, candidate->segment, candidate->entry);
  candidate->score = get_points (self, marks, candidate->entry) * worth;
  keep_best (group->best, self->limit, candidate);
  keep_best (self->best, self->best_limit, candidate);
}

void
yc_search_ranking_add (YcSearchRanking           *self,
                       const YcSearchSegment     *segment,
                       YcSearchMarks             *marks,
                       const YcSearchNameMeaning *meanings)
{
  const guint8 *removed = segment->removed != NULL ? g_bytes_get_data (segment->removed, NULL) : NULL;
  guint boost = find_boosts (self, segment->first);

  for (guint i = 0; i < segment->n_entries; i++)
    {
      const YcSearchEntry *entry = &segment->entries[i];
      YcSearchCandidate candidate = { segment, i, 0 };
      int group = meanings[entry->kind].group;

      if ((marks[0].marks[i] | marks[0].bounds[i]) == 0 || group < 0 ||
          yc_search_segment_is_removed (removed, i))
        continue;
      add_candidate (self, &g_array_index (self->groups, YcSearchGroup, group), marks,
                     get_worth (self, entry, meanings) * get_boost (self, segment->first + i, &boost),
                     &candidate);
    }
}
