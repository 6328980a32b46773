/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as a reader takes it: whichever form its letters have and wherever its lines end. Private to
 * this room and its tests.
 *
 * Letters of either case and width are the same (Unicode's compatibility forms). Blanks beside
 * Chinese characters are none: there they are typesetting. The end of a line may be a blank or
 * nothing, and so may be a hyphen before it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcFoldedText YcFoldedText;

/* @text: UTF-8 */
YcFoldedText *yc_folded_text_new      (const char *text);
void          yc_folded_text_free     (YcFoldedText *self);
/* Whether nothing is left to look for. */
gboolean      yc_folded_text_is_empty (const YcFoldedText *self);

/**
 * yc_folded_text_find:
 * @position: (inout): where to begin, 0 at first; afterwards where to go on
 * @first: (out): the first character that was found, counted in the text that @self was made from
 * @n: (out): how many they are there
 *
 * Returns: whether @words were found from @position on
 */
gboolean      yc_folded_text_find     (const YcFoldedText *self,
                                       const YcFoldedText *words,
                                       guint              *position,
                                       guint              *first,
                                       guint              *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFoldedText, yc_folded_text_free)

G_END_DECLS
