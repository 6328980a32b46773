/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which totals a case and a return count in. */
#pragma once

#include "yc-case-totals.h"

#include "yc-totals-table.h"

G_BEGIN_DECLS

/**
 * YcTotalsTarget:
 * @func: called for each total that something counts in; %FALSE to stop
 * @user_data: data for @func
 *
 * What is done with what is counted.
 */
typedef struct
{
  gboolean (*func) (const YcTotal  *total,
                    gpointer        user_data,
                    GError        **error);
  gpointer user_data;
} YcTotalsTarget;

gboolean yc_case_totals_count_case   (const YcTotalsTarget  *target,
                                      YcCaseRecord          *record,
                                      const gint64          *counts,
                                      GError               **error);
gboolean yc_case_totals_count_reason (const YcTotalsTarget  *target,
                                      YcCaseRecord          *record,
                                      const char            *reason,
                                      const char            *cause,
                                      const char            *title,
                                      gboolean               counts,
                                      GError               **error);

G_END_DECLS
