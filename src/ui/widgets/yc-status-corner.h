/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The corner that says in words how line, outbox and printer are; each opens its details. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_STATUS_CORNER (yc_status_corner_get_type ())

G_DECLARE_FINAL_TYPE (YcStatusCorner, yc_status_corner, YC, STATUS_CORNER, GtkWidget)

GtkWidget *yc_status_corner_new      (void);
void       yc_status_corner_set_desk (YcStatusCorner *self, YcDesk *desk);

G_END_DECLS
