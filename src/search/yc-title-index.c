/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of short titles, found by what is typed of them: characters, pinyin or its initials. */
#include "yc-title-index.h"

#include "yc-search-text-private.h"

struct _YcTitleIndex
{
  GObject    parent_instance;
  GPtrArray *titles;            /* owned strings, which the texts point to */
  GArray    *texts;             /* YcSearchText */
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

  g_array_unref (self->texts);
  g_ptr_array_unref (self->titles);
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
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_array_new (FALSE, FALSE, sizeof (YcSearchText));
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
  YcSearchText text;

  g_return_if_fail (YC_IS_TITLE_INDEX (self));
  g_return_if_fail (title != NULL);

  g_ptr_array_add (self->titles, g_utf8_make_valid (title, -1));
  yc_search_text_init (&text, g_ptr_array_index (self->titles, self->titles->len - 1), TRUE);
  g_array_append_val (self->texts, text);
}

static Fit
find_word (const YcSearchText *text,
           const YcSearchWord *word)
{
  YcSearchPlace place;

  switch (yc_search_text_find (text, word, &place))
    {
    case YC_MATCH_LITERAL:
      if (place.range.start > 0)
        return FIT_INSIDE;
      return text->text[place.range.length] == '\0' ? FIT_WHOLE : FIT_BEGINNING;
    case YC_MATCH_PINYIN:
      return place.range.start == 0 ? FIT_READ_FROM_BEGINNING : FIT_READ;
    case YC_MATCH_NONE:
    default:
      return FIT_NOT;
    }
}

/* As well as the word that fits worst. */
static Fit
find_words (const YcSearchText *text,
            GPtrArray          *words)
{
  Fit fit = FIT_WHOLE;

  for (guint i = 0; i < words->len && fit != FIT_NOT; i++)
    fit = MAX (fit, find_word (text, g_ptr_array_index (words, i)));
  return fit;
}

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_word_free);
  g_autofree char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", valid, G_REGEX_OPTIMIZE, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_ptr_array_add (words, yc_search_word_new (parts[i]));
    }
  return words;
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
  g_autoptr (GPtrArray) words = split_words (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (YC_IS_TITLE_INDEX (self), numbers);

  for (guint i = 0; i < self->texts->len; i++)
    {
      Found one = { i, find_words (&g_array_index (self->texts, YcSearchText, i), words) };

      if (one.fit != FIT_NOT)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (numbers, g_array_index (found, Found, i).number);
  return numbers;
}
