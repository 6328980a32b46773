/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk prints. */
#pragma once

#include "yc-desk.h"
#include "yc-print-request.h"

G_BEGIN_DECLS

/**
 * YcPrintHistory:
 * @YC_PRINT_HISTORY_NONE: this desk never printed it.
 * @YC_PRINT_HISTORY_FAILED: it tried, and no sheet came out.
 * @YC_PRINT_HISTORY_PRINTED: a sheet came out or may have: a further one needs a reason.
 */
typedef enum
{
  YC_PRINT_HISTORY_NONE = 1,
  YC_PRINT_HISTORY_FAILED,
  YC_PRINT_HISTORY_PRINTED,
} YcPrintHistory;

/**
 * yc_desk_print_async:
 * @self: a desk
 * @request: what to print and where; copied
 * @cancellable: (nullable): stops it only before the print server was asked
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Prints a paper. The run is journalled before the print server is asked; a certificate's first
 * sheet is recorded at the service through the outbox, when the line is up. A further sheet has a
 * reason and is recorded first: the service makes it, with its number on it.
 */
void          yc_desk_print_async    (YcDesk               *self,
                                      const YcPrintRequest *request,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * yc_desk_print_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the run, which follows the job; %NULL with
 *   %YC_CLIENT_ERROR_PRINT_UNDER_WAY, _PRINT_UNRESOLVED, _REPRINT_REASON, _REPRINT_OFFLINE, _DISK,
 *   the service's refusals, errors of
 *   yc_desk_load_certificate_async() or of yc_printer_print_async() (no job was made)
 */
YcPrintRun   *yc_desk_print_finish   (YcDesk               *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/**
 * yc_desk_find_print_run:
 * @self: a desk
 * @serial: a certificate's serial number
 *
 * Returns: (transfer none) (nullable): the newest run of that certificate at this desk
 */
YcPrintRun   *yc_desk_find_print_run (YcDesk               *self,
                                      const char           *serial);

/* What this desk knows of; another desk may have printed it too. */
YcPrintHistory yc_desk_get_print_history (YcDesk              *self,
                                          const char          *serial);

G_END_DECLS
