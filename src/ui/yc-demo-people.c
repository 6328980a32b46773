/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signs in when the role is changed in practice. */
#include "yc-demo-people.h"

/* The sample users of resources/demo/people.json: they exist in practice data only. */
static const char *const users[YC_N_ROLES + 1] = {
  [YC_ROLE_CLERK] = "chenxiao",       [YC_ROLE_REVIEWER] = "wangfang",
  [YC_ROLE_SUPERVISOR] = "lijun",     [YC_ROLE_TRAINER] = "zhaomin",
  [YC_ROLE_ADMINISTRATOR] = "admin",
};

/**
 * yc_demo_people_get_user:
 * @role: a role
 *
 * Returns: (nullable): the sample user's id
 */
const char *
yc_demo_people_get_user (YcRole role)
{
  return role >= 1 && role <= YC_N_ROLES ? users[role] : NULL;
}

/**
 * yc_demo_people_get_password:
 *
 * Returns: the password of every sample user
 */
const char *
yc_demo_people_get_password (void)
{
  return "yanlian-2026";
}
