/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods over which returns are counted. */
#include "yc-period.h"

#include <glib/gi18n-lib.h>

static void
get_last_month (GDate *from, GDate *to)
{
  g_date_set_day (to, 1);
  g_date_subtract_days (to, 1);
  *from = *to;
  g_date_set_day (from, 1);
}

void
yc_period_get_days (YcPeriod period, const GDate *today, GDate *from, GDate *to)
{
  g_return_if_fail (today != NULL && g_date_valid (today));
  g_return_if_fail (from != NULL && to != NULL);

  *from = *to = *today;
  switch (period)
    {
    case YC_PERIOD_LAST_MONTH:
      get_last_month (from, to);
      break;
    case YC_PERIOD_90_DAYS:
      g_date_subtract_days (from, 89);
      break;
    case YC_PERIOD_THIS_MONTH:
    default:
      g_date_set_day (from, 1);
      break;
    }
}

const char *
yc_period_get_title (YcPeriod period)
{
  switch (period)
    {
    case YC_PERIOD_LAST_MONTH:
      return _ ("Last month");
    case YC_PERIOD_90_DAYS:
      return _ ("Last 90 days");
    case YC_PERIOD_THIS_MONTH:
    default:
      return _ ("This month");
    }
}
