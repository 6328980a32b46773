/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods over which returns are counted. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPeriod:
 * @YC_PERIOD_THIS_MONTH: from the first of the month to today; the rules' own period.
 * @YC_PERIOD_LAST_MONTH: the whole calendar month before.
 * @YC_PERIOD_90_DAYS: the last 90 days, today among them.
 */
typedef enum
{
  YC_PERIOD_THIS_MONTH = 1,
  YC_PERIOD_LAST_MONTH,
  YC_PERIOD_90_DAYS,
} YcPeriod;

#define YC_N_PERIODS 3

/**
 * yc_period_get_days:
 * @period: a period
 * @today: the day that it is seen from
 * @from: (out caller-allocates): its first day
 * @to: (out caller-allocates): its last day
 */
void        yc_period_get_days  (YcPeriod     period,
                                 const GDate *today,
                                 GDate       *from,
                                 GDate       *to);
/* (transfer none): in the user's language */
const char *yc_period_get_title (YcPeriod     period);

G_END_DECLS
