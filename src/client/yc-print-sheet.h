/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that the service makes to be printed: a further one of a certificate carries its print
 * number, so that it is recorded first. Private to the client room. */
#pragma once

#include "yc-parts.h"
#include "yc-print-run.h"

G_BEGIN_DECLS

/* @source: who asks; @callback gets it as its source. @path: below /api/v1 */
void    yc_print_sheet_fetch_async  (gpointer              source,
                                     YcParts              *parts,
                                     const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Records @run at the service and fetches what it makes of it. @sheet_path: (nullable): of another
 * sheet than the certificate itself; it is told which print it is for */
void    yc_print_sheet_record_async (gpointer              source,
                                     YcParts              *parts,
                                     YcPrintRun           *run,
                                     const char           *sheet_path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* (transfer full): of both */
GBytes *yc_print_sheet_finish       (gpointer              source,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
