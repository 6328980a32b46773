/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in the data, as JSON Pointers, held against each other. */
#include "yc-form-overlap-private.h"

#include <string.h>

/* Whether @pointer is @around or inside of it. */
gboolean
yc_form_is_inside (const char *pointer,
                   const char *around)
{
  gsize length = strlen (around);

  return strncmp (pointer, around, length) == 0 &&
         (pointer[length] == '\0' || pointer[length] == '/');
}

/* Whether one of the places is inside the other or both are the same. */
gboolean
yc_form_overlap (const char *a,
                 const char *b)
{
  return yc_form_is_inside (a, b) || yc_form_is_inside (b, a);
}
