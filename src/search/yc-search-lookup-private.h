/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the file which bodies have a word. */
#pragma once

#include "yc-connection.h"
#include "yc-search-mark-private.h"

G_BEGIN_DECLS

typedef void (*YcSearchListFunc) (YcSearchGram gram,
                                  YcSearchList list,
                                  gpointer     data);

/* Calls for each list there is of a gram from @first to @last. */
gboolean yc_search_lookup_lists (YcConnection           *connection,
                                 const YcSearchSegment  *segment,
                                 YcSearchGram            first,
                                 YcSearchGram            last,
                                 YcSearchListFunc        func,
                                 gpointer                data,
                                 GError                **error);

/* @marks has one for each document of @segment, which is one of the file. */
gboolean yc_search_lookup_word (YcConnection           *connection,
                                const YcSearchSegment  *segment,
                                const guint16          *word,
                                guint                   length,
                                YcSearchMark           *marks,
                                GError                **error);

G_END_DECLS
