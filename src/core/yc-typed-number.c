/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's number as people and scanners give it. */
#include "yc-typed-number.h"

#include <string.h>

/* What is typed is longer than a number when it is a whole address. */
#define MAX_TYPED 400

char *
yc_typed_number_read (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, (gssize) MIN (strlen (typed), MAX_TYPED));
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  const char *path = strstr (plain, "/verify/");
  GString *serial = g_string_new (NULL);

  for (const char *c = path != NULL ? path + strlen ("/verify/") : plain;
       *c != '\0' && *c != '#' && *c != '?'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (serial, g_unichar_toupper (g_utf8_get_char (c)));

  return g_string_free (serial, FALSE);
}
