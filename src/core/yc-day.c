/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are written everywhere: "2026-11-22". They are those of China. */
#include "yc-day.h"

#include <stdlib.h>
#include <string.h>

GTimeZone *
yc_day_get_zone (void)
{
  static gsize kept = 0;

  /* GLib forgets a zone that nobody holds, and would read its file again every time. */
  if (g_once_init_enter (&kept))
    {
      GTimeZone *zone = g_time_zone_new_identifier ("Asia/Shanghai");

      /* China has had one offset and no summer time since 1992. */
      if (zone == NULL)
        zone = g_time_zone_new_offset (8 * 60 * 60);
      g_once_init_leave (&kept, (gsize) zone);
    }
  return g_time_zone_ref ((GTimeZone *) kept);
}

GDateTime *
yc_day_now (void)
{
  g_autoptr (GTimeZone) china = yc_day_get_zone ();

  return g_date_time_new_now (china);
}

char *
yc_day_dup_today (void)
{
  g_autoptr (GDateTime) now = yc_day_now ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
yc_day_parse (const char *text,
              GDate      *day)
{
  guint parts[3];

  if (text == NULL || strlen (text) != 10 || strspn (text, "0123456789-") != 10 ||
      text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = (guint) strtoul (text + (i == 0 ? 0 : i == 1 ? 5 : 8), NULL, 10);
  if (!g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return FALSE;
  if (day != NULL)
    {
      g_date_clear (day, 1);
      g_date_set_dmy (day, parts[2], parts[1], parts[0]);
    }
  return TRUE;
}

gboolean
yc_day_is_valid (const char *text)
{
  return yc_day_parse (text, NULL);
}

GDateTime *
yc_day_in_china (GDateTime *moment,
                 guint      months)
{
  g_autoptr (GTimeZone) china = yc_day_get_zone ();
  g_autoptr (GDateTime) local = g_date_time_to_timezone (moment, china);

  return g_date_time_add_months (local, (int) months);
}
