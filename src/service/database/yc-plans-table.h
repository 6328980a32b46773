/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans, with what is personal sealed. */
#pragma once

#include "yc-plan-record.h"
#include "yc-transaction.h"
#include "yc-vault.h"

G_BEGIN_DECLS

gboolean      yc_plans_table_insert (YcTransaction  *transaction,
                                     YcVault        *vault,
                                     YcPlanRecord   *record,
                                     GError        **error);
gboolean      yc_plans_table_update (YcTransaction  *transaction,
                                     YcVault        *vault,
                                     YcPlanRecord   *record,
                                     GError        **error);
YcPlanRecord *yc_plans_table_load   (YcTransaction  *transaction,
                                     YcVault        *vault,
                                     const char     *id,
                                     GError        **error);
GStrv         yc_plans_table_find   (YcTransaction  *transaction,
                                     const char     *number,
                                     const char     *person,
                                     gint64          limit,
                                     GError        **error);
GStrv         yc_plans_table_list_held (YcTransaction  *transaction,
                                     const char     *holder,
                                     gint64          limit,
                                     GError        **error);

G_END_DECLS
