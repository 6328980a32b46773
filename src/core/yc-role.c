/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of the people at the counter. */
#include "yc-role.h"

#include "yc-word-private.h"

#include <glib/gi18n-lib.h>

static const char *const words[YC_N_ROLES] = {
  "clerk", "reviewer", "supervisor", "trainer", "administrator",
};

const char *
yc_role_to_string (YcRole role)
{
  return yc_word_of (words, YC_N_ROLES, role);
}

gboolean
yc_role_from_string (const char *text,
                     YcRole     *role)
{
  guint value = yc_word_find (words, YC_N_ROLES, text);

  if (value != 0 && role != NULL)
    *role = value;
  return value != 0;
}

const char *
yc_role_get_title (YcRole role)
{
  static const char *const titles[YC_N_ROLES] = {
    N_ ("Clerk"), N_ ("Reviewer"), N_ ("Supervisor"), N_ ("Trainer"), N_ ("Administrator"),
  };
  const char *title = yc_word_of (titles, YC_N_ROLES, role);

  return title != NULL ? _(title) : "";
}
