/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates printed at one go: chosen, printed one after another, stopped, gone on with. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_BATCH_VIEW (yc_print_batch_view_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintBatchView, yc_print_batch_view, YC, PRINT_BATCH_VIEW, GtkWidget)

/* Lays it over the window of @over. (transfer none) */
YcPrintBatchView *yc_print_batch_view_present (GtkWidget  *over,
                                               YcDesk     *desk,
                                               YcLiveList *certificates);

G_END_DECLS
