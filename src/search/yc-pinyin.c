/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese characters are read, from the table made at build time. */
#include "yc-pinyin-private.h"

#include "yc-pinyin-table.h"

const char *const *
yc_pinyin_look_up (gunichar character)
{
  return character >= FIRST && character <= LAST ? all_readings[table[character - FIRST]] : NULL;
}
