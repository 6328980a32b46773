/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cases and their returns count in the running totals. */
#pragma once

#include "yc-case-record.h"
#include "yc-transaction.h"

G_BEGIN_DECLS

gboolean yc_case_totals_add_intake (YcTransaction  *transaction,
                                    YcCaseRecord   *record,
                                    GError        **error);
gboolean yc_case_totals_add_return (YcTransaction  *transaction,
                                    YcCaseRecord   *record,
                                    YcCause         cause,
                                    const char     *reason,
                                    const char     *reason_title,
                                    gboolean        first_for_reason,
                                    GError        **error);
gboolean yc_case_totals_fill       (YcTransaction  *transaction,
                                    GError        **error);
gboolean yc_case_totals_fill_once  (YcTransaction  *transaction,
                                    GError        **error);
gboolean yc_case_totals_verify     (YcTransaction  *transaction,
                                    gint64         *n_totals,
                                    GError        **error);

G_END_DECLS
