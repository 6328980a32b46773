/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the user's role: the rail that names them, and the page of the one on screen. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_PLACES_VIEW (yc_places_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPlacesView, yc_places_view, YC, PLACES_VIEW, AdwBin)

void        yc_places_view_set_desk    (YcPlacesView *self, YcDesk *desk);
void        yc_places_view_show        (YcPlacesView *self, const char *name);
void        yc_places_view_show_number (YcPlacesView *self, guint number);
const char *yc_places_view_get_place   (YcPlacesView *self);
GtkWidget  *yc_places_view_get_page    (YcPlacesView *self, const char *name);
gboolean    yc_places_view_command     (YcPlacesView *self, YcPageCommand command);

G_END_DECLS
