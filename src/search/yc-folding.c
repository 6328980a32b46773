/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as the index has it. */
#include "yc-folding-private.h"

#include "yc-folding-table.h"

#include <string.h>

static guint16
fold_unit (gunichar c)
{
  const guint16 *page = folding_pages[c >> 8];

  return page != NULL ? page[c & 0xff] : (guint16) c;
}

static guint
fold_character (gunichar c,
                guint16  units[2])
{
  if (c < 0x10000)
    {
      units[0] = fold_unit (c);
      return 1;
    }
  units[0] = (guint16) (0xd800 + ((c - 0x10000) >> 10));
  units[1] = (guint16) (0xdc00 + (c & 0x3ff));
  return 2;
}

static void
note_offsets (GArray     *offsets,
              const char *text)
{
  guint32 offset = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      offset = (guint32) (p - text);
      g_array_append_val (offsets, offset);
      if (g_utf8_get_char (p) >= 0x10000)
        g_array_append_val (offsets, offset);
    }
  offset = (guint32) strlen (text);
  g_array_append_val (offsets, offset);
}

void
yc_folding_append (GArray     *units,
                   const char *text,
                   GArray     *offsets)
{
  guint length = units->len;
  guint16 *at;

  /* Never more units than bytes. */
  g_array_set_size (units, length + (guint) strlen (text));
  at = &g_array_index (units, guint16, length);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    at += fold_character (g_utf8_get_char (p), at);
  g_array_set_size (units, (guint) (at - &g_array_index (units, guint16, 0)));
  if (offsets != NULL)
    note_offsets (offsets, text);
}

guint32
yc_folding_get_hash (void)
{
  return FOLDING_HASH;
}
