/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up in the file which bodies have a word as it is read.
 *
 * The ways in which the word may have been typed are a graph: an edge leads over the letters of one
 * character, or over a character that was typed as it is. Two edges that follow one another are two
 * characters, the places of which are listed by their syllables.
 */
#pragma once

#include "yc-connection.h"
#include "yc-search-mark-private.h"

G_BEGIN_DECLS

typedef struct _YcSearchReading YcSearchReading;

/* NULL when @matcher is too short to be looked for in bodies. */
YcSearchReading *yc_search_reading_new    (YcPinyinMatcher        *matcher);
void             yc_search_reading_free   (YcSearchReading        *self);

/* @marks has one for each document of @segment, which is one of the file. */
gboolean         yc_search_reading_lookup (YcSearchReading        *self,
                                           YcConnection           *connection,
                                           const YcSearchSegment  *segment,
                                           YcSearchMark           *marks,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchReading, yc_search_reading_free)

G_END_DECLS
