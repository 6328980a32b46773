/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese characters are read, in letters as they are typed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters from here to there may be read. */
#define YC_PINYIN_FIRST 0x3400
#define YC_PINYIN_LAST 0x9fff

/* Characters that are read alike have one sound; 0 is that of all that are not read. There is one for
 * each character from first to last. */
const guint16     *yc_pinyin_get_sounds   (void);
guint              yc_pinyin_get_n_sounds (void);
/* Without tones, "v" for ü, the usual one first; NULL at the end of the list, and for the sound 0. */
const char *const *yc_pinyin_get_readings (guint sound);

/* The sound of each unit of a folded text as it stands there: a character of several readings has
 * those only that it has in the words of the dictionary that it is part of, if there are any. */
void               yc_pinyin_read         (const guint16 *text,
                                           gsize          length,
                                           guint16       *sounds);

/* Differs when characters were read in another way. */
guint32            yc_pinyin_get_hash     (void);

G_END_DECLS
