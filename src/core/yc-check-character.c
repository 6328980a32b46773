/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check character of numbers that people read out and type. */
#include "yc-check-character-private.h"

#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static int
get_value (char character)
{
  const char *found = character != '\0' ? strchr (alphabet, character) : NULL;

  return found != NULL ? (int) (found - alphabet) : -1;
}

char
yc_check_character_find (const char *text,
                         gsize       length)
{
  int product = 36;

  for (gsize i = 0; i < length; i++)
    if (get_value (text[i]) >= 0)
      {
        int sum = (product + get_value (text[i])) % 36;

        product = (sum != 0 ? sum : 36) * 2 % 37;
      }
  return alphabet[(37 - product) % 36];
}
