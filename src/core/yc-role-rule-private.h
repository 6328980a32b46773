/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action asks of the person, on cases and on certificates alike. Private to the core room. */
#pragma once

#include "yc-role.h"

G_BEGIN_DECLS

/* @roles: bits 1 << YcRole of those who may; @decides: whoever took the case in may not.
 * YC_CORE_ERROR_ROLE or YC_CORE_ERROR_OWN_INTAKE. */
gboolean yc_role_rule_allows (guint      roles,
                              gboolean   decides,
                              YcRole     role,
                              gboolean   own_intake,
                              GError   **error);

G_END_DECLS
