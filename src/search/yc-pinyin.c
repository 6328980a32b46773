/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese characters are read. */
#include "yc-pinyin-private.h"

#include "yc-pinyin-table.h"

guint
yc_pinyin_get_sound (gunichar character)
{
  return character >= FIRST && character <= LAST ? table[character - FIRST] : 0;
}

guint
yc_pinyin_get_n_sounds (void)
{
  return G_N_ELEMENTS (all_readings);
}

const char *const *
yc_pinyin_get_readings (guint sound)
{
  return all_readings[sound];
}

const char *const *
yc_pinyin_look_up (gunichar character)
{
  return all_readings[yc_pinyin_get_sound (character)];
}
