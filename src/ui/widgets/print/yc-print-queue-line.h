/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One job at the print server: what it is, how it goes, and holding, moving or cancelling it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-print-queue.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_QUEUE_LINE (yc_print_queue_line_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintQueueLine, yc_print_queue_line, YC, PRINT_QUEUE_LINE, GtkListBoxRow)

GtkWidget *yc_print_queue_line_new (YcDesk *desk, YcPrintQueue *queue, YcPrintQueueJob *job);

G_END_DECLS
