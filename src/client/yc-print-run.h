/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One printing of one paper: asked, followed to its true end; a certificate's is recorded at the
 * service. */
#pragma once

#include <gio/gio.h>

#include "yc-print-kind.h"
#include "yc-print-run-state.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_RUN (yc_print_run_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintRun, yc_print_run, YC, PRINT_RUN, GObject)

/* Properties, read-only and notified: "printer", "state" (int), "final" (boolean), "detail",
 * "advice", "number" (uint). */

/* A UUID of version 7; the job's name at the print server and the print's id at the service. */
const char      *yc_print_run_get_id         (YcPrintRun           *self);
YcPrintKind      yc_print_run_get_kind       (YcPrintRun           *self);
/* "" of a paper that is no certificate; so is the case's id. */
const char      *yc_print_run_get_serial     (YcPrintRun           *self);
const char      *yc_print_run_get_case_id    (YcPrintRun           *self);
/* What the paper is called. */
const char      *yc_print_run_get_title      (YcPrintRun           *self);
/* The printer's name. */
const char      *yc_print_run_get_printer    (YcPrintRun           *self);
guint            yc_print_run_get_copies     (YcPrintRun           *self);
GDateTime       *yc_print_run_get_asked_at   (YcPrintRun           *self);
YcPrintRunState  yc_print_run_get_state      (YcPrintRun           *self);
/* DONE, FAILED, CANCELLED. */
gboolean         yc_print_run_get_final      (YcPrintRun           *self);
/* (nullable): what happened, for the clerk, translated */
const char      *yc_print_run_get_detail     (YcPrintRun           *self);
/* (nullable): what to do about it, for the clerk, translated */
const char      *yc_print_run_get_advice     (YcPrintRun           *self);
/* The how-manieth print of this certificate, from 1; 0 until the service has recorded it. */
guint            yc_print_run_get_number     (YcPrintRun           *self);

/* Asks the print server to cancel. Errors: YC_PRINTING_ERROR, YC_CLIENT_ERROR_STATE. */
void             yc_print_run_cancel_async   (YcPrintRun           *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean         yc_print_run_cancel_finish  (YcPrintRun           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/**
 * yc_print_run_resolve_async:
 * @self: a run whose outcome is unknown
 * @came_out: what the clerk saw: whether the sheets came out
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called in the main context
 * @user_data: for @callback
 *
 * Ends an unknown run as DONE or FAILED, here and at the service.
 */
void             yc_print_run_resolve_async  (YcPrintRun           *self,
                                              gboolean              came_out,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_STATE or _DISK. */
gboolean         yc_print_run_resolve_finish (YcPrintRun           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
