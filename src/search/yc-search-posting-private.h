/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in the bodies of a segment each pair of units stands, and in which bodies each unit; and the
 * same of the syllables that the bodies are read in.
 *
 * The bodies follow one another, each ended by a unit of 0. A gram is a pair of units, or a unit and a
 * sign; those of syllables are below all of units. Its list tells places, of a pair the positions
 * among the bodies and of one alone the numbers of the bodies. Lists come in blocks, in the order of
 * grams; a block is a row of the database.
 */
#pragma once

#include "yc-search-segment-private.h"

G_BEGIN_DECLS

typedef guint32 YcSearchGram;

#define YC_SEARCH_GRAM(first, second) ((YcSearchGram) (first) << 16 | (second))

/* Behind a unit: its bodies; and the positions at which it ends one. */
#define YC_SEARCH_IN_BODIES 0
#define YC_SEARCH_LAST_IN_BODY 1

/* Grams of units begin here. */
#define YC_SEARCH_FIRST_OF_UNITS YC_SEARCH_GRAM (' ', 0)

/* In bytes, at the beginning of a block. */
#define YC_SEARCH_BLOCK_HASH 8

/* How the bodies of one unit are listed, the first byte of the list. */
#define YC_SEARCH_LIST_NUMBERS 0
#define YC_SEARCH_LIST_BITS 1

typedef gboolean (*YcSearchBlockFunc) (YcSearchGram   first,
                                       GByteArray    *block,
                                       gpointer       data,
                                       GError       **error);

/* Calls @func for each block, in the order of their grams. @bodies and @entries are those of a
 * builder that was ended. */
gboolean yc_search_posting_write  (const GArray       *bodies,
                                   const GArray       *entries,
                                   YcSearchBlockFunc   func,
                                   gpointer            data,
                                   GError            **error);

/* Whether a block is as it was written. */
gboolean yc_search_posting_check  (GBytes             *block,
                                   YcSearchGram        first);

typedef struct
{
  const guint8 *data;
  gsize         size;
} YcSearchList;

/* The list of @gram in a checked block; empty when it is not in there. */
YcSearchList yc_search_posting_find (GBytes            *block,
                                     YcSearchGram       first,
                                     YcSearchGram       gram);

/* Goes through the list of a pair. */
static inline gboolean
yc_search_list_next (YcSearchList *self,
                     guint32      *position)
{
  guint32 value = 0;

  if (self->size == 0)
    return FALSE;
  /* Most numbers are small. */
  if (self->data[0] < 0x80 || (self->size > 1 && self->data[1] < 0x80))
    {
      guint n = self->data[0] < 0x80 ? 1 : 2;

      *position += n == 1 ? self->data[0] : (guint32) (self->data[0] & 0x7f) | (guint32) self->data[1] << 7;
      self->data += n;
      self->size -= n;
      return TRUE;
    }
  for (guint shift = 0; self->size > 0 && shift < 32; shift += 7)
    {
      guint8 byte = *self->data++;

      self->size--;
      value |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        break;
    }
  *position += value;
  return TRUE;
}

/* Calls for each body that has the unit. */
typedef void (*YcSearchBodyFunc) (guint    body,
                                  gpointer data);

void     yc_search_posting_each_body (YcSearchList      list,
                                      guint             n_bodies,
                                      YcSearchBodyFunc  func,
                                      gpointer          data);

G_END_DECLS
