/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syllables that text is read in, numbered by how they begin and how they end: those that begin
 * alike, or so that one is taken for the other, stand together. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter each, n with l and h with f, and what is no syllable. */
#define YC_SYLLABLE_N_BEGINNINGS 25
#define YC_SYLLABLE_MOST_ENDS 56
#define YC_SYLLABLE_MOST (YC_SYLLABLE_N_BEGINNINGS * YC_SYLLABLE_MOST_ENDS)

/* The beginning times the most ends, and the end. */
typedef guint16 YcSyllable;

#define YC_SYLLABLE_BEGINNING(syllable) ((syllable) / YC_SYLLABLE_MOST_ENDS)
#define YC_SYLLABLE_END(syllable) ((syllable) % YC_SYLLABLE_MOST_ENDS)

/* What no letter is typed for: punctuation, digits, characters that nobody can read. */
#define YC_SYLLABLE_OTHER ((YcSyllable) (YC_SYLLABLE_MOST - YC_SYLLABLE_MOST_ENDS))

/* Those of @unit in a text, of which it is read as @sound; at least one. A letter that stands in the
 * text has a syllable of its own. */
const YcSyllable *yc_syllable_list     (guint16     unit,
                                        guint       sound,
                                        guint      *n);

/* How it is read: NULL when it is no syllable of any character. */
const char       *yc_syllable_get_text (YcSyllable  syllable);
/* That of the letter itself. */
YcSyllable        yc_syllable_of_letter (guint16    letter);

G_END_DECLS
