/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the file which bodies have a word. */
#pragma once

#include "yc-connection.h"
#include "yc-search-mark-private.h"

G_BEGIN_DECLS

/* @marks has one for each document of @segment, which is one of the file. */
gboolean yc_search_lookup_word (YcConnection           *connection,
                                const YcSearchSegment  *segment,
                                const guint16          *word,
                                guint                   length,
                                YcSearchMark           *marks,
                                GError                **error);

G_END_DECLS
