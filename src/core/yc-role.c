/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of the people at the counter. */
#include "yc-role.h"

#include "yc-word.h"

#include <glib/gi18n-lib.h>

static const YcWord roles[YC_N_ROLES + 1] = {
  { "clerk", N_ ("Clerk") },
  { "reviewer", N_ ("Reviewer") },
  { "supervisor", N_ ("Supervisor") },
  { "trainer", N_ ("Trainer") },
  { "administrator", N_ ("Administrator") },
};

YC_DEFINE_WORDS (YcRole, yc_role, roles)
YC_DEFINE_TITLES (YcRole, yc_role, roles, NULL)

gboolean
yc_role_keeps_knowledge (YcRole role)
{
  return role == YC_ROLE_SUPERVISOR || role == YC_ROLE_ADMINISTRATOR;
}
