/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a reader goes through pages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who has not moved for so long stands still, in microseconds. */
#define YC_PAGE_TRAVEL_REST (150 * 1000)

/* All zero: stands at the beginning. */
typedef struct
{
  double place; /* in pages from the beginning */
  double speed; /* in pages a second, below 0 backwards */
  gint64 time;  /* when it was there, in microseconds of the monotonic clock */
} YcPageTravel;

void   yc_page_travel_move      (YcPageTravel *self, double place, gint64 now);
/* 0 for who stands still; one leap from rest is no travel. */
double yc_page_travel_get_speed (const YcPageTravel *self, gint64 now);

G_END_DECLS
