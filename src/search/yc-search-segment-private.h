/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of the index: what is kept in memory of the documents that were written together. */
#pragma once

#include "yc-search-document-private.h"

G_BEGIN_DECLS

/* What divides the texts of a document. The short ones, "title TAG tag … END", are read as pinyin too;
 * the plain ones, "CODE code … END", are not, and of documents in memory have "BODY body" before END. */
#define YC_SEARCH_END 0
#define YC_SEARCH_TAG 1
#define YC_SEARCH_CODE 2
#define YC_SEARCH_BODY 3

/* Julian days are kept from here on, in 16 bits: from 1917 to 2096. */
#define YC_SEARCH_FIRST_DAY 700000

#define YC_SEARCH_WEIGHT_ONE 1000

/* As it is in the file. */
typedef struct
{
  /* Where its body begins among the bodies of the segment, or in memory among the plain texts; its
   * title among the short texts; and its plain texts. In units. */
  guint32 body;
  guint32 shorts;
  guint32 plain;
  /* Equals are found in this order. */
  guint32 sequence;
  /* Days; 0 for no bound. */
  guint16 from;
  guint16 until;
  guint16 weight;
  /* Numbers of names. */
  guint16 place;
  guint16 kind;
  /* Of the title, in units. */
  guint16 title;
} YcSearchEntry;

typedef struct
{
  gint64               number;
  /* The number of its first document. */
  gint64               first;
  guint                n_entries;
  /* One more than there are: where the last one ends. */
  const YcSearchEntry *entries;
  const guint16       *shorts;
  gsize                n_shorts;
  const guint16       *plain;
  gsize                n_plain;
  /* A bit for each; NULL for none. */
  GBytes              *removed;
  gboolean             in_memory;
  GBytes              *entries_bytes;
  GBytes              *shorts_bytes;
  GBytes              *plain_bytes;
} YcSearchSegment;

/* NULL when the parts do not fit together. */
YcSearchSegment *yc_search_segment_new        (gint64                 number,
                                               gint64                 first,
                                               GBytes                *entries,
                                               GBytes                *shorts,
                                               GBytes                *plain,
                                               gboolean               in_memory);
void             yc_search_segment_free       (YcSearchSegment       *self);

static inline gboolean
yc_search_segment_is_removed (const guint8 *removed,
                              guint         i)
{
  return removed != NULL && (removed[i / 8] >> i % 8 & 1) != 0;
}

/* Where a segment is put together. */
typedef struct
{
  /* Of YcSearchEntry, and units. */
  GArray   *entries;
  GArray   *shorts;
  GArray   *plain;
  GArray   *bodies;
  gboolean  in_memory;
} YcSearchBuilder;

void             yc_search_builder_init       (YcSearchBuilder        *self,
                                               gboolean                in_memory);
void             yc_search_builder_clear      (YcSearchBuilder        *self);
void             yc_search_builder_add        (YcSearchBuilder        *self,
                                               const YcSearchDocument *document,
                                               guint16                 kind,
                                               guint16                 place,
                                               guint32                 sequence);
/* To be called once, at last: then the parts are those of a segment. */
void             yc_search_builder_end        (YcSearchBuilder        *self);

static inline guint64
yc_search_hash (guint64       hash,
                const void   *data,
                gsize         size)
{
  const guint8 *p = data;
  guint64 word;

  for (; size >= sizeof word; p += sizeof word, size -= sizeof word)
    {
      memcpy (&word, p, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  word = size;
  memcpy (&word, p, size);
  hash = (hash ^ word ^ (guint64) size << 56) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchSegment, yc_search_segment_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSearchBuilder, yc_search_builder_clear)

G_END_DECLS
