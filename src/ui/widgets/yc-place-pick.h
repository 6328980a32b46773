/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks a place by a few letters of its name and a digit. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-question.h"

G_BEGIN_DECLS

#define YC_TYPE_PLACE_PICK (yc_place_pick_get_type ())

G_DECLARE_FINAL_TYPE (YcPlacePick, yc_place_pick, YC, PLACE_PICK, GtkWidget)

GtkWidget *yc_place_pick_new (YcQuestion *question,
                              YcCatalog  *catalog);

G_END_DECLS
