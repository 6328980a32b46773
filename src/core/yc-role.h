/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of the people at the counter. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcRole:
 * @YC_ROLE_CLERK: takes cases in (综窗人员).
 * @YC_ROLE_REVIEWER: decides cases (后台审批).
 * @YC_ROLE_SUPERVISOR: watches returns and quality (窗口主管).
 * @YC_ROLE_TRAINER: trains clerks and tests them (培训主管).
 * @YC_ROLE_ADMINISTRATOR: publishes the catalog, keeps accounts (管理员).
 */
typedef enum
{
  YC_ROLE_CLERK = 1,
  YC_ROLE_REVIEWER,
  YC_ROLE_SUPERVISOR,
  YC_ROLE_TRAINER,
  YC_ROLE_ADMINISTRATOR,
} YcRole;

/**
 * YC_N_ROLES:
 *
 * The roles are numbered from 1 to this.
 */
#define YC_N_ROLES 5

/**
 * yc_role_to_string:
 * @role: a role
 *
 * Returns: (nullable): the word on the wire, such as "clerk"; %NULL for no role
 */
const char *yc_role_to_string   (YcRole      role);

/**
 * yc_role_from_string:
 * @text: (nullable): a word from the wire
 * @role: (out) (optional): the role
 *
 * Returns: whether @text names a role
 */
gboolean    yc_role_from_string (const char *text,
                                 YcRole     *role);

/**
 * yc_role_get_title:
 * @role: a role
 *
 * Returns: the translated name
 */
const char *yc_role_get_title   (YcRole      role);

/**
 * yc_role_keeps_knowledge:
 * @role: a role
 *
 * Returns: whether it answers reports and publishes knowledge entries
 */
gboolean    yc_role_keeps_knowledge (YcRole role);

G_END_DECLS
