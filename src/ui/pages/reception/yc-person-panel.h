/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen in the left column: typed once, then masked until somebody asks to see it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-citizen.h"

G_BEGIN_DECLS

#define YC_TYPE_PERSON_PANEL (yc_person_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcPersonPanel, yc_person_panel, YC, PERSON_PANEL, GtkWidget)

GtkWidget *yc_person_panel_new         (void);
void       yc_person_panel_set_citizen (YcPersonPanel *self, YcCitizen *citizen);
void       yc_person_panel_edit        (YcPersonPanel *self);
gboolean   yc_person_panel_settle      (YcPersonPanel *self);
void       yc_person_panel_set_shown   (YcPersonPanel *self, gboolean shown);
gboolean   yc_person_panel_get_shown   (YcPersonPanel *self);

G_END_DECLS
