/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One print being begun: its document is got, its run journalled, its printer asked. Private to the
 * client room. */
#pragma once

#include "yc-parts.h"
#include "yc-print-runs.h"

G_BEGIN_DECLS

/* The run is added to @runs once it is journalled. @reason: of the request, or found for it. */
void        yc_print_errand_async  (YcPrintRuns           *runs,
                                    YcParts               *parts,
                                    const YcPrintRequest  *request,
                                    YcPrintReason          reason,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data);
/* (transfer full): the run, which follows its job; an error means that no job was made */
YcPrintRun *yc_print_errand_finish (YcPrintRuns           *runs,
                                    GAsyncResult          *result,
                                    GError               **error);

G_END_DECLS
