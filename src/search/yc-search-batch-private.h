/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a batch is made of; private to the search room. */
#pragma once

#include "yc-search-batch.h"

G_BEGIN_DECLS

/* A name without a document is removed. */
typedef struct
{
  YcSearchDocument *document;
  char             *kind;
  char             *id;
} YcSearchChange;

struct _YcSearchBatch
{
  /* Of YcSearchChange. */
  GPtrArray *changes;
  gsize      size;
  gboolean   begins;
  gboolean   ends;
  char      *stamp;
};

/* Put into memory only. */
gboolean yc_search_change_is_personal (const YcSearchChange *change);

G_END_DECLS
