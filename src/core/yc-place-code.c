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
