/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making jobs at the print server, finding them again and looking at them.
 * Private to this room; in the worker's thread only. */
#pragma once

#include "yc-cups-connection.h"
#include "yc-print-job-facts.h"
#include "yc-print-options.h"

G_BEGIN_DECLS

/* A job as it is found or made. */
typedef struct
{
  int      id;
  char    *print_id;
  char    *printer;
  guint    epoch; /* of the connection, see yc_cups_connection_get_epoch() */
  gboolean unclear; /* it may exist; id is 0 */
} YcPrintJobHandle;

void                   yc_print_job_handle_free         (YcPrintJobHandle *self);

/* Looks among the user's own jobs. NULL without error: there is none. */
YcPrintJobHandle      *yc_cups_find_job                 (YcCupsConnection *connection,
                                                         const char       *print_id,
                                                         GError          **error);
/* See yc_printer_print_async(). */
YcPrintJobHandle      *yc_cups_print                    (YcCupsConnection     *connection,
                                                         const char           *printer,
                                                         GBytes               *pdf,
                                                         const YcPrintOptions *options,
                                                         GError              **error);
YcPrintJobFacts       *yc_cups_look_at_job              (YcCupsConnection       *connection,
                                                         const YcPrintJobHandle *job,
                                                         GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPrintJobHandle, yc_print_job_handle_free)

G_END_DECLS
