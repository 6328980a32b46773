/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All print runs of the desk, newest first: a GListModel of YcPrintRun. Private to the room. */
#pragma once

#include "yc-desk-print.h"
#include "yc-parts.h"
#include "yc-print-request.h"
#include "yc-print-run.h"
#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_RUNS (yc_print_runs_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintRuns, yc_print_runs, YC, PRINT_RUNS, GObject)

YcPrintRuns *yc_print_runs_new          (YcParts               *parts,
                                         YcPrinters            *printers);
void         yc_print_runs_load_async   (YcPrintRuns           *self,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
gboolean     yc_print_runs_load_finish  (YcPrintRuns           *self,
                                         GAsyncResult          *result,
                                         GError               **error);
/* Begun: its row is in the journal. */
void         yc_print_runs_add          (YcPrintRuns           *self,
                                         YcPrintRun            *run);
YcPrintRun  *yc_print_runs_find         (YcPrintRuns           *self,
                                         const char            *serial);
YcPrintHistory yc_print_runs_get_history (YcPrintRuns          *self,
                                          const char           *serial);
void         yc_print_runs_print_async  (YcPrintRuns           *self,
                                         const YcPrintRequest  *request,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
YcPrintRun  *yc_print_runs_print_finish (YcPrintRuns           *self,
                                         GAsyncResult          *result,
                                         GError               **error);

G_END_DECLS
