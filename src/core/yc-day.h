/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as they are written everywhere: "2026-11-22". They are those of China, wherever a program
 * runs: the desk and the service must mean the same day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the zone in which hours, days, months and years of the product are counted */
GTimeZone *
          yc_day_get_zone  (void);
/* (transfer full): now, in China */
GDateTime *
          yc_day_now       (void);
/* (transfer full): today in China */
char     *yc_day_dup_today (void);

/* Whether @text (nullable) is a day that there is; @day: (out) (optional): that day */
gboolean  yc_day_parse     (const char *text,
                            GDate      *day);
gboolean  yc_day_is_valid  (const char *text);

/* (transfer full): the moment in China (UTC+8), so many months later */
GDateTime *
          yc_day_in_china  (GDateTime  *moment,
                            guint       months);

G_END_DECLS
