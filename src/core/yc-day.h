/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which day it is where the program runs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): today by the local clock, "2026-11-22" */
char *yc_day_dup_today (void);

G_END_DECLS
