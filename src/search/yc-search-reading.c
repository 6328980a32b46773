/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the file which bodies have a word as it is read. */
#include "yc-search-reading-private.h"

#include "yc-pinyin-private.h"
#include "yc-search-lookup-private.h"
#include "yc-search-places-private.h"
#include "yc-search-syllables-private.h"

#include <string.h>

typedef struct
{
  guint8         from;
  guint8         to;
  /* What was typed as it is; 0 for letters. */
  guint16        unit;
  /* For each beginning of a syllable the ends that it may have, as bits. */
  guint64        ends[YC_SYLLABLE_N_BEGINNINGS];
  /* Positions of characters that the edge leads over, with the word up to there before them: in no
   * order, and some more than once. */
  GArray        *places;
} Edge;

/* No reading has more letters. */
#define MOST_NEXT 8

struct _YcSearchReading
{
  /* Of Edge, in the order in which they begin. */
  GArray        *edges;
  guint          length;
  /* Where the last edge leads to; those of the edge that is followed; and where characters stand that
   * were typed as they are. */
  YcSearchPlaces found;
  YcSearchPlaces before;
  YcSearchPlaces units[2];
};

/* What is looked up at one time. */
typedef struct
{
  YcSearchReading       *reading;
  YcConnection          *connection;
  const YcSearchSegment *segment;

  /* The edge that is followed, and those that follow it: of one character that was typed as it is
   * there is one. */
  const Edge            *first;
  Edge                  *next[MOST_NEXT];
  guint                  n_next;
  /* What the edges that follow may be together. */
  guint64                ends[YC_SYLLABLE_N_BEGINNINGS];
  /* NULL for any place. */
  const YcSearchPlaces  *before;
  const YcSearchPlaces  *first_units;
  const YcSearchPlaces  *next_units;
} Lookup;

static void
clear_edge (gpointer data)
{
  Edge *edge = data;

  g_clear_pointer (&edge->places, g_array_unref);
}

static Edge *
ensure_edge (YcSearchReading *self,
             guint            from,
             guint            to)
{
  Edge edge = { .from = (guint8) from, .to = (guint8) to };

  for (guint i = self->edges->len; i-- > 0;)
    {
      Edge *known = &g_array_index (self->edges, Edge, i);

      if (known->from != from)
        break;
      if (known->to == to)
        return known;
    }
  g_array_append_val (self->edges, edge);
  return &g_array_index (self->edges, Edge, self->edges->len - 1);
}

static void
allow (Edge       *edge,
       YcSyllable  syllable)
{
  edge->ends[YC_SYLLABLE_BEGINNING (syllable)] |= G_GUINT64_CONSTANT (1) << YC_SYLLABLE_END (syllable);
}

static void
add_letters (YcSearchReading      *self,
             const YcPinyinTyping *typing,
             guint                 at,
             guint64               places)
{
  for (guint syllable = 0; syllable < YC_SYLLABLE_MOST; syllable++)
    {
      const char *text = yc_syllable_get_text ((YcSyllable) syllable);
      guint64 next = 0;

      if (text != NULL)
        next = typing->fuzzy != 0 ? yc_pinyin_typing_step_fuzzy (typing, at, text)
                                  : yc_pinyin_typing_step (typing, at, text);
      for (next &= places; next != 0; next &= next - 1)
        allow (ensure_edge (self, at, (guint) __builtin_ctzll (next)), (YcSyllable) syllable);
    }
  allow (ensure_edge (self, at, at + 1), yc_syllable_of_letter (typing->letters[at]));
}

/* However it is read. */
static void
add_unit (YcSearchReading *self,
          guint16          unit,
          guint            at)
{
  gboolean read = unit >= YC_PINYIN_FIRST && unit <= YC_PINYIN_LAST;
  guint sound = read ? yc_pinyin_get_sounds ()[unit - YC_PINYIN_FIRST] : 0;
  guint n;
  const YcSyllable *syllables = yc_syllable_list (unit, sound, &n);
  Edge *edge = ensure_edge (self, at, at + 1);

  edge->unit = unit;
  for (guint i = 0; i < n; i++)
    allow (edge, syllables[i]);
}

/* Leaves the edges on ways from the beginning to the end. */
static void
prune (YcSearchReading *self)
{
  guint64 before = 1, behind = G_GUINT64_CONSTANT (1) << self->length;
  guint n = 0;

  for (guint i = self->edges->len; i-- > 0;)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      if (behind >> edge->to & 1)
        behind |= G_GUINT64_CONSTANT (1) << edge->from;
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      if ((before >> edge->from & 1) == 0 || (behind >> edge->to & 1) == 0)
        continue;
      before |= G_GUINT64_CONSTANT (1) << edge->to;
      g_array_index (self->edges, Edge, n) = *edge;
      g_array_index (self->edges, Edge, n++).places = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  g_array_set_size (self->edges, n);
}

YcSearchReading *
yc_search_reading_new (YcPinyinMatcher *matcher)
{
  const YcPinyinTyping *typing = yc_pinyin_matcher_get_typing (matcher);
  YcSearchReading *self;

  if (typing->length < YC_PINYIN_LEAST_IN_BODY)
    return NULL;
  self = g_new0 (YcSearchReading, 1);
  self->length = typing->length;
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (guint at = 0; at < typing->length; at++)
    if (yc_pinyin_is_letter (typing->letters[at]))
      add_letters (self, typing, at, yc_pinyin_matcher_get_in_body (matcher)[at]);
    else
      add_unit (self, typing->letters[at], at);
  prune (self);
  g_array_set_clear_func (self->edges, clear_edge);
  return self;
}

void
yc_search_reading_free (YcSearchReading *self)
{
  g_array_unref (self->edges);
  yc_search_places_clear (&self->found);
  yc_search_places_clear (&self->before);
  for (guint i = 0; i < G_N_ELEMENTS (self->units); i++)
    yc_search_places_clear (&self->units[i]);
  g_free (self);
}

/* Of all units of the bodies, and the one behind them. */
static gsize
count_positions (const Lookup *self)
{
  return self->segment->entries[self->segment->n_entries].body + 1;
}

static void
note_places_cb (YcSearchGram gram,
                YcSearchList list,
                gpointer     data)
{
  guint32 position = 0;

  while (yc_search_list_next (&list, &position))
    yc_search_places_add (data, position);
}

/* Where @unit stands; NULL in @places when there is none. */
static gboolean
read_units (Lookup                *self,
            guint16                unit,
            YcSearchPlaces        *all,
            const YcSearchPlaces **places,
            GError               **error)
{
  *places = unit != 0 ? all : NULL;
  if (unit == 0)
    return TRUE;
  yc_search_places_prepare (all, count_positions (self));
  return yc_search_lookup_lists (self->connection, self->segment,
                                 YC_SEARCH_GRAM (unit, YC_SEARCH_LAST_IN_BODY),
                                 YC_SEARCH_GRAM (unit, 0xffff), note_places_cb, all, error);
}

static gboolean
may_be (const YcSearchPlaces *places,
        guint32               position)
{
  return places == NULL || yc_search_places_has (places, position);
}

/* The places of @list that go on where the first edge led to; in @places, where there is room for them,
 * those behind them. */
static guint
choose_places (const Lookup *self,
               YcSearchList  list,
               guint32      *places)
{
  guint32 position = 0;
  guint n = 0;

  if (self->before == NULL && self->first_units == NULL && self->next_units == NULL)
    while (yc_search_list_next (&list, &position))
      places[n++] = position + 1;
  else
    while (yc_search_list_next (&list, &position))
      if (may_be (self->before, position) && may_be (self->first_units, position) &&
          may_be (self->next_units, position + 1))
        places[n++] = position + 1;
  return n;
}

/* Adds to the places of @edge, one of those that follow. */
static void
take_places (Lookup       *self,
             YcSearchList  list,
             const Edge   *edge)
{
  guint begin = edge->places->len;

  /* Never more positions than bytes. */
  g_array_set_size (edge->places, begin + (guint) list.size);
  begin += choose_places (self, list, &g_array_index (edge->places, guint32, begin));
  g_array_set_size (edge->places, begin);
}

/* The word ends with them. */
static void
take_found (Lookup       *self,
            YcSearchList  list)
{
  YcSearchPlaces *found = &self->reading->found;
  guint32 position = 0;

  while (yc_search_list_next (&list, &position))
    if (may_be (self->before, position) && may_be (self->first_units, position) &&
        may_be (self->next_units, position + 1))
      yc_search_places_add (found, position + 1);
}

static void
take_list (Lookup       *self,
           YcSearchList  list,
           const Edge   *edge)
{
  if (edge->to == self->reading->length)
    take_found (self, list);
  else
    take_places (self, list, edge);
}

static void
take_pair_cb (YcSearchGram gram,
              YcSearchList list,
              gpointer     data)
{
  Lookup *self = data;
  guint pair = gram - YC_SEARCH_FIRST_PAIR;
  guint end_second = pair % YC_SYLLABLE_MOST_ENDS;
  guint end_first = pair / YC_SYLLABLE_MOST_ENDS % YC_SYLLABLE_MOST_ENDS;
  guint beginnings = pair / YC_SYLLABLE_MOST_ENDS / YC_SYLLABLE_MOST_ENDS;
  guint second = beginnings % YC_SYLLABLE_N_BEGINNINGS;

  if ((self->first->ends[beginnings / YC_SYLLABLE_N_BEGINNINGS] >> end_first & 1) == 0)
    return;
  for (guint i = 0; i < self->n_next; i++)
    if (self->next[i]->ends[second] >> end_second & 1)
      take_list (self, list, self->next[i]);
}

static void
take_units_cb (YcSearchGram gram,
               YcSearchList list,
               gpointer     data)
{
  Lookup *self = data;

  take_list (self, list, self->next[0]);
}

static YcSyllable
get_least (guint   beginning,
           guint64 ends)
{
  return (YcSyllable) (beginning * YC_SYLLABLE_MOST_ENDS + (guint) __builtin_ctzll (ends));
}

static YcSyllable
get_most (guint   beginning,
          guint64 ends)
{
  return (YcSyllable) (beginning * YC_SYLLABLE_MOST_ENDS + 63 - (guint) __builtin_clzll (ends));
}

static gboolean
take_beginnings (Lookup  *self,
                 guint    a,
                 guint    b,
                 GError **error)
{
  guint64 ends_a = self->first->ends[a], ends_b = self->ends[b];

  return ends_a == 0 || ends_b == 0 ||
         yc_search_lookup_lists (
           self->connection, self->segment,
           yc_search_syllables_gram (get_least (a, ends_a), get_least (b, ends_b)),
           yc_search_syllables_gram (get_most (a, ends_a), get_most (b, ends_b)), take_pair_cb, self,
           error);
}

static gboolean
take_syllables (Lookup  *self,
                GError **error)
{
  for (guint a = 0; a < YC_SYLLABLE_N_BEGINNINGS; a++)
    for (guint b = 0; b < YC_SYLLABLE_N_BEGINNINGS; b++)
      if (!take_beginnings (self, a, b, error))
        return FALSE;
  return TRUE;
}

static gboolean
take_two_units (Lookup  *self,
                GError **error)
{
  YcSearchGram gram = YC_SEARCH_GRAM (self->first->unit, self->next[0]->unit);

  return yc_search_lookup_lists (self->connection, self->segment, gram, gram, take_units_cb, self,
                                 error);
}

static void
find_next (Lookup *self,
           guint   to)
{
  GArray *edges = self->reading->edges;

  self->n_next = 0;
  memset (self->ends, 0, sizeof self->ends);
  for (guint i = 0; i < edges->len && self->n_next < MOST_NEXT; i++)
    {
      Edge *edge = &g_array_index (edges, Edge, i);

      if (edge->from != to)
        continue;
      self->next[self->n_next++] = edge;
      for (guint k = 0; k < YC_SYLLABLE_N_BEGINNINGS; k++)
        self->ends[k] |= edge->ends[k];
    }
}

/* From the places of @edge, which are those before, to those of the edges that follow it. */
static gboolean
take_next (Lookup      *self,
           const Edge  *edge,
           GError     **error)
{
  YcSearchReading *reading = self->reading;
  guint16 next = self->next[0]->unit;

  self->first = edge;
  self->before = edge->from > 0 ? &reading->before : NULL;
  self->first_units = self->next_units = NULL;
  if (edge->unit != 0 && next != 0)
    return take_two_units (self, error);
  /* What was typed before is a narrower choice than where the first character stands. */
  return read_units (self, edge->from == 0 ? edge->unit : 0, &reading->units[0], &self->first_units,
                     error) &&
         read_units (self, next, &reading->units[1], &self->next_units, error) &&
         take_syllables (self, error);
}

static gboolean
follow_edge (Lookup      *self,
             const Edge  *edge,
             GError     **error)
{
  YcSearchPlaces *before = &self->reading->before;
  const guint32 *places = (const guint32 *) (gpointer) edge->places->data;
  gboolean taken;

  if (edge->from > 0 && edge->places->len == 0)
    return TRUE;
  find_next (self, edge->to);
  if (self->n_next == 0)
    return TRUE;
  for (guint i = 0; i < edge->places->len; i++)
    yc_search_places_add (before, places[i]);
  taken = take_next (self, edge, error);
  yc_search_places_empty (before, places, edge->places->len);
  return taken;
}

static gboolean
follow_edges (Lookup  *self,
              GError **error)
{
  GArray *edges = self->reading->edges;

  yc_search_places_prepare (&self->reading->before, count_positions (self));
  yc_search_places_prepare (&self->reading->found, count_positions (self));
  for (guint i = 0; i < edges->len; i++)
    g_array_set_size (g_array_index (edges, Edge, i).places, 0);
  for (guint i = 0; i < edges->len; i++)
    if (!follow_edge (self, &g_array_index (edges, Edge, i), error))
      return FALSE;
  return TRUE;
}

static void
mark_body_cb (guint    body,
              gpointer data)
{
  YcSearchMark *marks = data;

  yc_search_mark (&marks[body], YC_SEARCH_MARK (YC_SEARCH_READ_IN_BODY, 0));
}

typedef struct
{
  const Edge            *edge;
  const YcSearchSegment *segment;
  YcSearchMark          *marks;
} Single;

static void
mark_syllable_cb (YcSearchGram gram,
                  YcSearchList list,
                  gpointer     data)
{
  const Single *single = data;
  YcSyllable syllable = (YcSyllable) (gram - YC_SEARCH_FIRST_SYLLABLE);

  if (single->edge->ends[YC_SYLLABLE_BEGINNING (syllable)] >> YC_SYLLABLE_END (syllable) & 1)
    yc_search_posting_each_body (list, single->segment->n_entries, mark_body_cb, single->marks);
}

/* One character is all of the word. */
static gboolean
mark_single (Lookup        *self,
             const Edge    *edge,
             YcSearchMark  *marks,
             GError       **error)
{
  Single single = { edge, self->segment, marks };

  for (guint i = 0; i < YC_SYLLABLE_N_BEGINNINGS; i++)
    if (edge->ends[i] != 0 &&
        !yc_search_lookup_lists (self->connection, self->segment,
                                 yc_search_syllable_gram (get_least (i, edge->ends[i])),
                                 yc_search_syllable_gram (get_most (i, edge->ends[i])),
                                 mark_syllable_cb, &single, error))
      return FALSE;
  return TRUE;
}

/* The first place from @from on; G_MAXUINT32 when there is none. */
static guint32
find_place (const YcSearchPlaces *self,
            guint32               from)
{
  gsize i = from / 64;
  guint64 rest = i < self->n_words ? self->bits[i] >> from % 64 << from % 64 : 0;

  while (rest == 0 && ++i < self->n_words)
    rest = self->bits[i];
  return rest != 0 ? (guint32) (i * 64 + (guint) __builtin_ctzll (rest)) : G_MAXUINT32;
}

/* Of each body one place is looked at. */
static void
mark_found (const Lookup *self,
            YcSearchMark *marks)
{
  const YcSearchPlaces *found = &self->reading->found;
  const YcSearchEntry *entry = self->segment->entries;
  const guint32 end = entry[self->segment->n_entries].body;
  guint32 position = found->n_added > 0 ? find_place (found, 0) : end;

  for (; position < end; position = find_place (found, entry[1].body))
    {
      while (entry[1].body <= position)
        entry++;
      yc_search_mark (&marks[entry - self->segment->entries],
                      YC_SEARCH_MARK (YC_SEARCH_READ_IN_BODY, 0));
    }
}

gboolean
yc_search_reading_lookup (YcSearchReading        *self,
                          YcConnection           *connection,
                          const YcSearchSegment  *segment,
                          YcSearchMark           *marks,
                          GError                **error)
{
  Lookup lookup = { .reading = self, .connection = connection, .segment = segment };

  if (!follow_edges (&lookup, error))
    return FALSE;
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      if (edge->from == 0 && edge->to == self->length &&
          !mark_single (&lookup, edge, marks, error))
        return FALSE;
    }
  mark_found (&lookup, marks);
  return TRUE;
}
