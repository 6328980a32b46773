/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One certificate of a batch: how far it has come, and the question whether it came out. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-batch-item.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_BATCH_LINE (yc_print_batch_line_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintBatchLine, yc_print_batch_line, YC, PRINT_BATCH_LINE, GtkListBoxRow)

GtkWidget *yc_print_batch_line_new (YcPrintBatchItem *item);

G_END_DECLS
