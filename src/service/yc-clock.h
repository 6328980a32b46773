/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as the service writes them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *yc_clock_format          (GDateTime  *time);
GDateTime *yc_clock_parse           (const char *text);
guint      yc_clock_get_local_year  (GDateTime  *time);
gboolean   yc_clock_parse_day       (const char *text,
                                     GDate      *day);
char      *yc_clock_format_day_start (const GDate *day);
char      *yc_clock_format_local_day (const char *time);

G_END_DECLS
