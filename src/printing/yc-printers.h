/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printers of the desk: a GListModel of YcPrinter, the default one first, then by name. */
#pragma once

#include <gio/gio.h>

#include "yc-print-job.h"
#include "yc-printer.h"

G_BEGIN_DECLS

/**
 * YcPrintersState:
 * @YC_PRINTERS_LOADING: not asked yet, or asking for the first time.
 * @YC_PRINTERS_READY: there is at least one printer.
 * @YC_PRINTERS_EMPTY: the print server has no printer.
 * @YC_PRINTERS_SERVER_DOWN: no print server answers.
 * @YC_PRINTERS_ERROR: something else; see yc_printers_get_error().
 */
typedef enum
{
  YC_PRINTERS_LOADING = 1,
  YC_PRINTERS_READY,
  YC_PRINTERS_EMPTY,
  YC_PRINTERS_SERVER_DOWN,
  YC_PRINTERS_ERROR,
} YcPrintersState;

#define YC_TYPE_PRINTERS (yc_printers_get_type ())
G_DECLARE_FINAL_TYPE (YcPrinters, yc_printers, YC, PRINTERS, GObject)

/**
 * yc_printers_new:
 * @server: (nullable): socket path or host[:port]; %NULL for the user's own (CUPS_SERVER,
 *     client.conf, then the system's)
 *
 * The list is empty and LOADING until yc_printers_refresh_async(). Every call to the server has
 * the time limit of the property "time-limit" (ms, 5000 unless set at construction).
 */
YcPrinters     *yc_printers_new               (const char *server);

/* Properties "state" and "error-text". */
YcPrintersState yc_printers_get_state         (YcPrinters *self);
/* In the clerk's language what is wrong and what to do; NULL in LOADING and READY. */
const char     *yc_printers_get_error_text    (YcPrinters *self);
/* (transfer none) (nullable): the default printer, else the first. */
YcPrinter      *yc_printers_get_default       (YcPrinters *self);
/* (transfer none) (nullable) */
YcPrinter      *yc_printers_find              (YcPrinters *self, const char *name);

/**
 * yc_printers_refresh_async:
 *
 * Asks the server for its printers. Printers that stay keep their object. On failure the list
 * empties and the state says why; the same error is returned: SERVER_DOWN, TIMED_OUT, DENIED,
 * FAILED. An empty list is no error.
 */
void            yc_printers_refresh_async     (YcPrinters         *self,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean        yc_printers_refresh_finish    (YcPrinters         *self,
                                               GAsyncResult       *result,
                                               GError            **error);

/**
 * yc_printers_find_job_async:
 * @print_id: as given in #YcPrintOptions
 *
 * Looks for the job of a print that an earlier run of the program left open, among all jobs the
 * server still remembers. Finishes with %NULL and no error when there is none; that the server
 * does not know it does not prove that nothing was printed.
 *
 * Errors: SERVER_DOWN, TIMED_OUT, DENIED, FAILED.
 */
void            yc_printers_find_job_async    (YcPrinters         *self,
                                               const char         *print_id,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
/* Returns: (transfer full) (nullable) */
YcPrintJob     *yc_printers_find_job_finish   (YcPrinters         *self,
                                               GAsyncResult       *result,
                                               GError            **error);

G_END_DECLS
