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
/* Without tones, "v" for ü; NULL at the end of the list, and for the sound 0. */
const char *const *yc_pinyin_get_readings (guint sound);

G_END_DECLS
