/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running totals by day and place, and by month and every place above. */
#pragma once

#include "yc-case-state.h"
#include "yc-transaction.h"

G_BEGIN_DECLS

/**
 * YcTotalsPeriod:
 * @YC_TOTALS_DAY: of one day and exactly one place
 * @YC_TOTALS_MONTH: of one month and a place with all below it
 *
 * What a total is over.
 */
typedef enum
{
  YC_TOTALS_DAY = 1,
  YC_TOTALS_MONTH,
} YcTotalsPeriod;

#define YC_TOTAL_CLERK "clerk"
#define YC_TOTAL_ITEM "item"
#define YC_TOTAL_REASON "reason"

/* Places in a total's counts; for each cause, the place of the returns and the cause together. */
#define YC_TOTAL_INTAKE 0
#define YC_TOTAL_RETURNS 1
#define YC_TOTAL_N_COUNTS (YC_TOTAL_RETURNS + YC_N_CAUSES + 1)

/**
 * YcTotal:
 * @period: what it is over
 * @since: the day, such as "2026-11-21", or the month
 * @path: the place's path, "" for all
 * @kind: what is counted
 * @id: which one
 * @cause: a reason's cause, otherwise ""
 * @title: its name
 * @counts: cases taken in, cases returned, cases returned for each cause
 *
 * One total, or what is added to one. Borrows its texts.
 */
typedef struct
{
  YcTotalsPeriod period;
  const char *since;
  const char *path;
  const char *kind;
  const char *id;
  const char *cause;
  const char *title;
  gint64 counts[YC_TOTAL_N_COUNTS];
} YcTotal;

gboolean yc_totals_table_add      (YcTransaction   *transaction,
                                   const YcTotal   *total,
                                   GError         **error);
gboolean yc_totals_table_clear    (YcTransaction   *transaction,
                                   GError         **error);
YcRows  *yc_totals_table_list     (YcTransaction   *transaction,
                                   YcTotalsPeriod   period,
                                   const char      *from,
                                   const char      *until,
                                   const char      *path,
                                   GError         **error);
YcRows  *yc_totals_table_list_all (YcTransaction   *transaction,
                                   YcTotalsPeriod   period,
                                   GError         **error);
void     yc_totals_table_read     (YcRows          *rows,
                                   YcTotalsPeriod   period,
                                   YcTotal         *total);

G_END_DECLS
