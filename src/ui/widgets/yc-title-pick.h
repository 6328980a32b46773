/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks one of many titles by a few letters of it and a digit. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_TITLE_PICK (yc_title_pick_get_type ())

G_DECLARE_FINAL_TYPE (YcTitlePick, yc_title_pick, YC, TITLE_PICK, GtkWidget)

/* Signal "picked" (id). */

GtkWidget *yc_title_pick_new (const char *label, const char *nothing);
void       yc_title_pick_add (YcTitlePick *self, const char *id, const char *title);

G_END_DECLS
