/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a reader goes through pages. */
#include "yc-page-travel.h"

/* What the last step says of the speed; keys and wheels come in bursts. */
#define WEIGHT 0.3

void
yc_page_travel_move (YcPageTravel *self, double place, gint64 now)
{
  double seconds = (double) (now - self->time) / G_USEC_PER_SEC;

  if (now - self->time > YC_PAGE_TRAVEL_REST)
    self->speed = 0;
  else if (seconds > 0)
    self->speed += WEIGHT * ((place - self->place) / seconds - self->speed);
  else
    return;
  self->place = place;
  self->time = now;
}

double
yc_page_travel_get_speed (const YcPageTravel *self, gint64 now)
{
  return now - self->time > YC_PAGE_TRAVEL_REST ? 0 : self->speed;
}
