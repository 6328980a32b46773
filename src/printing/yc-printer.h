/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A printer as the print server shows it. */
#pragma once

#include <gio/gio.h>

#include "yc-print-job.h"
#include "yc-print-options.h"
#include "yc-printer-capabilities.h"

G_BEGIN_DECLS

/**
 * YcPrinterState:
 * @YC_PRINTER_IDLE: ready.
 * @YC_PRINTER_BUSY: prints something; further jobs wait.
 * @YC_PRINTER_STOPPED: stopped; jobs wait until somebody resumes it.
 */
typedef enum
{
  YC_PRINTER_IDLE = 1,
  YC_PRINTER_BUSY,
  YC_PRINTER_STOPPED,
} YcPrinterState;

#define YC_TYPE_PRINTER (yc_printer_get_type ())
G_DECLARE_FINAL_TYPE (YcPrinter, yc_printer, YC, PRINTER, GObject)

/* Properties "name", "info", "is-default", "accepting", "state", "reasons", "message";
 * a refresh changes them in place and notifies. */
const char        *yc_printer_get_name      (YcPrinter *self);
/* What people call it; the name where nobody wrote a description. */
const char        *yc_printer_get_info      (YcPrinter *self);
gboolean           yc_printer_get_is_default (YcPrinter *self);
gboolean           yc_printer_get_accepting (YcPrinter *self);
YcPrinterState     yc_printer_get_state     (YcPrinter *self);
/* IPP printer-state-reasons without "none"; may be empty. A stale "media-empty" stays on an idle
 * printer until its next job: not a statement about now. */
const char * const *yc_printer_get_reasons  (YcPrinter *self);
/* The printer's own words about its state, or "". */
const char        *yc_printer_get_message   (YcPrinter *self);
/* Translated: ready, prints, stopped, takes no jobs. */
const char        *yc_printer_get_state_title (YcPrinter *self);

/**
 * yc_printer_load_capabilities_async:
 *
 * Asks the print server what the printer has; kept until the printer is refreshed with another
 * model. Errors: SERVER_DOWN, TIMED_OUT, NO_PRINTER, FAILED.
 */
void                   yc_printer_load_capabilities_async  (YcPrinter          *self,
                                                            GCancellable       *cancellable,
                                                            GAsyncReadyCallback callback,
                                                            gpointer            user_data);
/* Returns: (transfer full) */
YcPrinterCapabilities *yc_printer_load_capabilities_finish (YcPrinter          *self,
                                                            GAsyncResult       *result,
                                                            GError            **error);

/**
 * yc_printer_print_async:
 * @pdf: the document, handed on byte for byte
 * @options: copied
 *
 * Makes one job named by options->print_id, unless the server already has a job of that name:
 * then that job is followed instead. Of a fresh id that is not asked. Finishes as soon as the
 * server has the document.
 *
 * An error means that no job was made. When the line breaks after the document was sent, there is
 * no error: the job comes back in state YC_PRINT_JOB_UNKNOWN, and nothing is sent again.
 *
 * Errors: SERVER_DOWN, TIMED_OUT, NO_PRINTER, REJECTED, UNSUPPORTED, DENIED, FAILED. Cancelling
 * before the document goes out gives G_IO_ERROR_CANCELLED; afterwards it has no effect.
 */
void        yc_printer_print_async  (YcPrinter            *self,
                                     GBytes               *pdf,
                                     const YcPrintOptions *options,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Returns: (transfer full) */
YcPrintJob *yc_printer_print_finish (YcPrinter            *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
