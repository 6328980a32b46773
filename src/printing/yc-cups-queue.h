/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits at the print server, and changing its course. Private to this room; in the worker's
 * thread only. */
#pragma once

#include "yc-cups-connection.h"
#include "yc-print-job.h"

G_BEGIN_DECLS

/* A job that has not ended, as the server shows it now. */
typedef struct
{
  int              id;
  char            *print_id;
  char            *printer;
  YcPrintJobState  state;
  YcPrintJobReason reason;
  char            *detail;
  gboolean         was_processed; /* the printer has had it: paper may have moved */
} YcPrintQueueRow;

void       yc_print_queue_row_free (YcPrintQueueRow  *self);

/* Returns: (element-type YcPrintQueueRow): the user's own, in the server's order */
GPtrArray *yc_cups_list_queue      (YcCupsConnection *connection,
                                    GError          **error);

/* @op: IPP_OP_CANCEL_JOB, _HOLD_JOB or _RELEASE_JOB. */
gboolean   yc_cups_change_job      (YcCupsConnection *connection,
                                    ipp_op_t          op,
                                    int               job_id,
                                    GError          **error);

/* Refuses with YC_PRINTING_ERROR_BEGUN when a printer has had the job. */
gboolean   yc_cups_move_job        (YcCupsConnection *connection,
                                    int               job_id,
                                    const char       *printer,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPrintQueueRow, yc_print_queue_row_free)

G_END_DECLS
