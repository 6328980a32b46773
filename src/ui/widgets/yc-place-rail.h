/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rail of places at the window's side: one button per place, one of them pressed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-places.h"

G_BEGIN_DECLS

#define YC_TYPE_PLACE_RAIL (yc_place_rail_get_type ())

G_DECLARE_FINAL_TYPE (YcPlaceRail, yc_place_rail, YC, PLACE_RAIL, GtkWidget)

GtkWidget  *yc_place_rail_new       (void);
void        yc_place_rail_clear     (YcPlaceRail *self);
void        yc_place_rail_add       (YcPlaceRail *self, const YcPlace *place);
void        yc_place_rail_press     (YcPlaceRail *self, const char *name);
void        yc_place_rail_set_badge (YcPlaceRail *self, const char *name, guint n);
const char *yc_place_rail_get_name  (YcPlaceRail *self, guint number);

G_END_DECLS
