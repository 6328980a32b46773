/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up city's knowledge base for benchmarks: as many entries as one likes, in the language of the
 * sample catalog and with its frequencies, the same at every run; and what clerks type to find them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_CORPUS_SEED 2026

/**
 * YcCorpusEntry:
 * @id: "K-000001" and so on
 * @title: a question
 * @body: about 300 characters
 * @tags: (array zero-terminated=1): two or three words
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *body;
  char **tags;
} YcCorpusEntry;

typedef struct _YcCorpus YcCorpus;

/**
 * YcCorpusClass:
 *
 * What is typed. Those up to %YC_CORPUS_WORDS are runs of characters; of %YC_CORPUS_PINYIN and those
 * after it up to %YC_CORPUS_FUZZY each reads a run of characters of some title.
 */
typedef enum
{
  YC_CORPUS_ONE,
  YC_CORPUS_TWO,
  YC_CORPUS_SOME,
  YC_CORPUS_FREQUENT,
  YC_CORPUS_DIGITS,
  YC_CORPUS_NOTHING,
  YC_CORPUS_WORDS,
  YC_CORPUS_PINYIN,
  YC_CORPUS_INITIALS,
  YC_CORPUS_MIXED,
  YC_CORPUS_FUZZY,
  YC_CORPUS_TRADITIONAL,
  YC_CORPUS_N_CLASSES
} YcCorpusClass;

YcCorpus            *yc_corpus_new            (guint          n_entries,
                                               guint32        seed);
void                 yc_corpus_free           (YcCorpus      *self);
guint                yc_corpus_get_n_entries  (YcCorpus      *self);
const YcCorpusEntry *yc_corpus_get_entry      (YcCorpus      *self,
                                               guint          index);
/* One line of JSON without its end: {"id","title","body","tags"}. (transfer full) */
char                *yc_corpus_entry_to_json  (const YcCorpusEntry *entry);

const char          *yc_corpus_class_get_name (YcCorpusClass  class);
/* (transfer full): queries of one class, the same at every run; none is empty */
char               **yc_corpus_dup_queries    (YcCorpus      *self,
                                               YcCorpusClass  class,
                                               guint          n_queries);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCorpus, yc_corpus_free)

G_END_DECLS
