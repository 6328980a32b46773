/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as the service writes them: RFC 3339 in UTC with milliseconds; days are those of China. */
#include "yc-clock.h"

#include "yc-day.h"

#include <stdio.h>

/* So that the day after can be written, too. */
#define MAX_YEAR 9998

/**
 * yc_clock_format:
 * @time: a time of any zone
 *
 * Returns: (transfer full): such as "2026-11-21T07:42:08.123Z"
 */
char *
yc_clock_format (GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (utc) / 1000);
}

/**
 * yc_clock_parse:
 * @text: (nullable): a time in RFC 3339
 *
 * Returns: (transfer full) (nullable): the time, %NULL when @text is none
 */
GDateTime *
yc_clock_parse (const char *text)
{
  return text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
}

guint
yc_clock_get_local_year (GDateTime *time)
{
  g_autoptr (GDateTime) local = yc_day_in_china (time, 0);

  return g_date_time_get_year (local);
}

/**
 * yc_clock_parse_day:
 * @text: (nullable): a day such as "2026-11-21"
 * @day: (out): the day
 *
 * Returns: whether @text is a day that exists, before the last day that can be written
 */
gboolean
yc_clock_parse_day (const char *text,
                    GDate      *day)
{
  guint year, month, number;
  int length = 0;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u%n", &year, &month, &number, &length) != 3 ||
      length != 10 || text[10] != '\0' || !g_date_valid_dmy (number, month, year) ||
      year > MAX_YEAR)
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

/**
 * yc_clock_format_day_start:
 * @day: a day
 *
 * Returns: (transfer full): the moment in UTC at which @day begins in China
 */
char *
yc_clock_format_day_start (const GDate *day)
{
  g_autoptr (GTimeZone) zone = yc_day_get_zone ();
  g_autoptr (GDateTime) start =
    g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0,
                     0, 0);

  return yc_clock_format (start);
}

/**
 * yc_clock_format_local_day:
 * @time: a time as the service writes it
 *
 * Returns: (transfer full): the day in China, such as "2026-11-21"
 */
char *
yc_clock_format_local_day (const char *time)
{
  g_autoptr (GDateTime) utc = yc_clock_parse (time);
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup ("");
  local = yc_day_in_china (utc, 0);
  return g_date_time_format (local, "%Y-%m-%d");
}
