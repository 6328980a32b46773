/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of places: what lies within what (GB/T 2260 and the statistical codes below it). */
#include "yc-place-code.h"

#include <string.h>

gboolean
yc_place_code_is_valid (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  return (length == 6 || length == 9 || length == 12) && strspn (code, "0123456789") == length;
}

gboolean
yc_place_code_is_within (const char *code,
                         const char *around)
{
  gsize length;

  if (!yc_place_code_is_valid (code) || !yc_place_code_is_valid (around))
    return FALSE;
  length = strlen (around);
  while (length <= 6 && length > 2 && strncmp (around + length - 2, "00", 2) == 0)
    length -= 2;
  return strncmp (code, around, length) == 0;
}

/* The first @length digits, with zeros for the rest of the six; not what was said before. */
static void
add_around (GStrvBuilder *places,
            const char   *code,
            gsize         length,
            char        **last)
{
  g_autofree char *head = g_strndup (code, length);
  g_autofree char *place = length < 6 ? g_strdup_printf ("%s%.*s", head, (int) (6 - length), "0000")
                                      : g_strdup (head);

  if (length > strlen (code) || g_strcmp0 (place, *last) == 0)
    return;
  g_strv_builder_add (places, place);
  g_free (*last);
  *last = g_steal_pointer (&place);
}

GStrv
yc_place_code_list_around (const char *code)
{
  static const gsize lengths[] = { 2, 4, 6, 9, 12 };
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_autofree char *last = NULL;

  for (guint i = 0; yc_place_code_is_valid (code) && i < G_N_ELEMENTS (lengths); i++)
    add_around (places, code, lengths[i], &last);
  return g_strv_builder_end (places);
}
