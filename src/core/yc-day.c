/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which day it is where the program runs. */
#include "yc-day.h"

char *
yc_day_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
