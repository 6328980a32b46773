/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that mean the same: who types one of them finds what has another. */
#include "yc-search-synonyms-private.h"

#include "yc-folding-private.h"

/* Of one word of a query: each is looked up like a word. */
#define MOST_OTHERS 6

struct _YcSearchSynonyms
{
  /* Of groups, which are arrays of folded words, which are arrays of units with a 0 behind. */
  GPtrArray *groups;
};

YcSearchSynonyms *
yc_search_synonyms_new (void)
{
  YcSearchSynonyms *self = g_new0 (YcSearchSynonyms, 1);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
yc_search_synonyms_free (YcSearchSynonyms *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

void
yc_search_synonyms_clear (YcSearchSynonyms *self)
{
  g_ptr_array_set_size (self->groups, 0);
}

static GPtrArray *
make_group (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  GPtrArray *group = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        GArray *units = g_array_new (TRUE, FALSE, sizeof (guint16));

        yc_folding_append (units, words[i], NULL);
        g_ptr_array_add (group, units);
      }
  return group;
}

void
yc_search_synonyms_add (YcSearchSynonyms *self,
                        const char       *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);

  for (guint i = 0; all[i] != NULL; i++)
    g_ptr_array_add (self->groups, make_group (all[i]));
}

static const guint16 *
get_units (const GArray *word)
{
  return (const guint16 *) (gpointer) word->data;
}

static const guint16 *
find_in (const guint16 *units,
         guint          length,
         const GArray  *word)
{
  return word->len > 0 ? yc_query_find (units, units + length, get_units (word), word->len) : NULL;
}

/* “shebao” is 社保; initials are too little to tell. */
static gboolean
is_read (const YcQueryWord *typed,
         const GArray      *word)
{
  guint n = 0, found;

  if (typed->pinyin == NULL || typed->length < 2 * word->len)
    return FALSE;
  found = yc_pinyin_matcher_match (typed->pinyin, get_units (word), get_units (word) + word->len, &n);
  return (found & (YC_PINYIN_BEGIN | YC_PINYIN_OTHER_BEGIN)) != 0 && n == word->len;
}

/* The longest of @group that is in what was typed; NULL when none is. */
static const GArray *
find_typed (GPtrArray         *group,
            const YcQueryWord *typed)
{
  const GArray *best = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      const GArray *word = group->pdata[i];

      if ((best == NULL || word->len > best->len) &&
          find_in (typed->units, typed->length, word) != NULL)
        best = word;
    }
  for (guint i = 0; i < group->len && best == NULL; i++)
    if (is_read (typed, group->pdata[i]))
      best = group->pdata[i];
  return best;
}

/* What was typed, with @other in place of @word. */
static GArray *
put_in_place (const YcQueryWord *typed,
              const GArray      *word,
              const GArray      *other)
{
  GArray *units = g_array_new (TRUE, FALSE, sizeof (guint16));
  const guint16 *at = find_in (typed->units, typed->length, word);
  guint begin = at != NULL ? (guint) (at - typed->units) : 0;
  guint end = at != NULL ? begin + word->len : typed->length;

  g_array_append_vals (units, typed->units, begin);
  g_array_append_vals (units, other->data, other->len);
  g_array_append_vals (units, typed->units + end, typed->length - end);
  return units;
}

/* Not when all that has it has what was typed too: 住房公积金 for 公积金. */
static void
add_other (YcQueryWord  *typed,
           const GArray *word,
           const GArray *other)
{
  g_autoptr (GArray) units = put_in_place (typed, word, other);

  if (typed->others == NULL)
    typed->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (other->len > 0 && typed->others->len < MOST_OTHERS &&
      yc_query_find (get_units (units), get_units (units) + units->len, typed->units,
                     typed->length) == NULL)
    g_ptr_array_add (typed->others, g_steal_pointer (&units));
}

static void
expand_word (YcSearchSynonyms *self,
             YcQueryWord      *typed)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GPtrArray *group = self->groups->pdata[i];
      const GArray *word = find_typed (group, typed);

      for (guint k = 0; word != NULL && k < group->len; k++)
        if (group->pdata[k] != word)
          add_other (typed, word, group->pdata[k]);
    }
}

void
yc_search_synonyms_expand (YcSearchSynonyms *self,
                           YcQuery          *query)
{
  for (guint i = 0; i < query->n_words; i++)
    expand_word (self, &query->words[i]);
}
