/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of saved plans. */
#include "yc-plan-number.h"

#include "yc-certificate-number.h"
#include "yc-check-character-private.h"

#include <string.h>

#define KIND "JH"
#define LOCAL_KIND "LS"
#define HALF 5
#define LOCAL_LENGTH (strlen (LOCAL_KIND) + 2 * (HALF + 1) + 2)

/* Without letters that are taken for digits, or for each other. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char *
yc_plan_number_compose (const char *place,
                        guint       year,
                        guint64     running)
{
  g_return_val_if_fail (place != NULL, NULL);

  return yc_certificate_number_compose (KIND, place, year, running, 1, NULL);
}

/* The last twelve digits of the id are drawn by lot: 48 bits. */
static guint64
get_lot (const char *id)
{
  return g_ascii_strtoull (id + strlen (id) - 12, NULL, 16);
}

char *
yc_plan_number_compose_local (const char *id)
{
  g_autoptr (GString) number = NULL;
  guint64 lot;

  if (id == NULL || !g_uuid_string_is_valid (id))
    return NULL;
  number = g_string_new (LOCAL_KIND);

  lot = get_lot (id);
  for (int i = 2 * HALF - 1; i >= 0; i--)
    {
      if (i % HALF == HALF - 1)
        g_string_append_c (number, '-');
      g_string_append_c (number, letters[(lot >> (5 * i)) & 31]);
    }
  g_string_append_printf (number, "-%c", yc_check_character_find (number->str, number->len));
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static gboolean
is_local (const char *text)
{
  gsize length = strlen (text);

  return length == LOCAL_LENGTH && g_str_has_prefix (text, LOCAL_KIND "-") &&
         strspn (text + strlen (LOCAL_KIND) + 1, letters) == HALF &&
         text[length - 1] == yc_check_character_find (text, length - 1);
}

char *
yc_plan_number_normalize (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text != NULL ? text : "", -1);
  const char *number = g_strstrip (upper);

  if (is_local (number) ||
      (g_str_has_prefix (number, KIND "-") && yc_certificate_number_check (number)))
    return g_strdup (number);
  return NULL;
}
