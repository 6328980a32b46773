/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese characters are read. */
#include "yc-pinyin-private.h"

#include "yc-pinyin-table.h"

G_STATIC_ASSERT (FIRST == YC_PINYIN_FIRST && LAST == YC_PINYIN_LAST);

const guint16 *
yc_pinyin_get_sounds (void)
{
  return table;
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
