/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A visit's plan on paper: which sheets, looked at, then printed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

gboolean yc_plan_print_present             (GtkWidget  *over,
                                            YcDesk     *desk,
                                            YcVisit    *visit);
gboolean yc_plan_print_present_declaration (GtkWidget  *over,
                                            YcDesk     *desk,
                                            YcVisit    *visit,
                                            const char *replacement_id);

G_END_DECLS
