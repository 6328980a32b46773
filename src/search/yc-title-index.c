/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of short titles, found by what is typed of them: characters, pinyin or its initials. */
#include "yc-title-index.h"

#include "yc-folding-private.h"
#include "yc-query-private.h"

struct _YcTitleIndex
{
  GObject  parent_instance;
  GArray  *units;               /* guint16: the titles, folded, each ended by a 0 */
  GArray  *begins;              /* guint: where each title begins, and the next one would */
};

/* How well a title fits, the best first. */
typedef enum
{
  FIT_WHOLE,
  FIT_BEGINNING,
  FIT_INSIDE,
  FIT_READ_FROM_BEGINNING,
  FIT_READ,
  FIT_NOT,
} Fit;

typedef struct
{
  guint number;
  Fit   fit;
} Found;

G_DEFINE_FINAL_TYPE (YcTitleIndex, yc_title_index, G_TYPE_OBJECT)

static void
yc_title_index_finalize (GObject *object)
{
  YcTitleIndex *self = YC_TITLE_INDEX (object);

  g_array_unref (self->units);
  g_array_unref (self->begins);
  G_OBJECT_CLASS (yc_title_index_parent_class)->finalize (object);
}

static void
yc_title_index_class_init (YcTitleIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_title_index_finalize;
}

static void
yc_title_index_init (YcTitleIndex *self)
{
  self->units = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->begins, self->units->len);
}

YcTitleIndex *
yc_title_index_new (void)
{
  return g_object_new (YC_TYPE_TITLE_INDEX, NULL);
}

void
yc_title_index_add (YcTitleIndex *self,
                    const char   *title)
{
  g_autofree char *valid = NULL;
  const guint16 end = 0;

  g_return_if_fail (YC_IS_TITLE_INDEX (self));
  g_return_if_fail (title != NULL);

  valid = g_utf8_make_valid (title, -1);
  yc_folding_append (self->units, valid, NULL);
  g_array_append_val (self->units, end);
  g_array_append_val (self->begins, self->units->len);
}

static Fit
find_word (const guint16     *title,
           const guint16     *end,
           const YcQueryWord *word)
{
  const guint16 *at = yc_query_find (title, end, word->units, word->length);
  guint found, n;

  if (at == title)
    return at + word->length == end ? FIT_WHOLE : FIT_BEGINNING;
  if (at != NULL)
    return FIT_INSIDE;
  found = word->pinyin != NULL ? yc_pinyin_matcher_match (word->pinyin, title, end, &n) : 0;
  if (found & YC_PINYIN_BEGIN)
    return FIT_READ_FROM_BEGINNING;
  return found != 0 ? FIT_READ : FIT_NOT;
}

/* As well as the word that fits worst. */
static Fit
find_words (YcTitleIndex  *self,
            guint          number,
            const YcQuery *query)
{
  const guint16 *units = (const guint16 *) (gpointer) self->units->data;
  const guint *begins = &g_array_index (self->begins, guint, number);
  Fit fit = FIT_WHOLE;

  for (guint i = 0; i < query->n_words && fit != FIT_NOT; i++)
    {
      Fit one = find_word (units + begins[0], units + begins[1] - 1, &query->words[i]);

      fit = MAX (fit, one);
    }
  return fit;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->fit != other->fit)
    return one->fit < other->fit ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

GArray *
yc_title_index_find (YcTitleIndex *self,
                     const char   *text)
{
  g_autoptr (YcQuery) query = yc_query_new (text, YC_SEARCH_FUZZY_NONE);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (YC_IS_TITLE_INDEX (self), numbers);

  for (guint i = 0; i + 1 < self->begins->len; i++)
    {
      Found one = { i };

      one.fit = find_words (self, i, query);
      if (one.fit != FIT_NOT)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (numbers, g_array_index (found, Found, i).number);
  return numbers;
}
