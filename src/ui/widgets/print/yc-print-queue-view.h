/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits at the print server, looked at anew for as long as it is seen; not there when nothing
 * waits. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_QUEUE_VIEW (yc_print_queue_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintQueueView, yc_print_queue_view, YC, PRINT_QUEUE_VIEW, GtkWidget)

GtkWidget *yc_print_queue_view_new      (void);
/* @desk: (nullable) */
void       yc_print_queue_view_set_desk (YcPrintQueueView *self, YcDesk *desk);

G_END_DECLS
