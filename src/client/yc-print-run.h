/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One printing of one certificate: asked, followed to its true end, recorded at the service. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcPrintRunState:
 * @YC_PRINT_RUN_ASKED: journalled; the print server is being asked.
 * @YC_PRINT_RUN_WAITING: in the printer's queue.
 * @YC_PRINT_RUN_PRINTING: the printer has it.
 * @YC_PRINT_RUN_OUT_OF_PAPER: the printer waits for paper; goes on by itself.
 * @YC_PRINT_RUN_STOPPED: the printer was stopped; somebody has to act.
 * @YC_PRINT_RUN_DONE: the sheets are out. Final.
 * @YC_PRINT_RUN_FAILED: nothing came out and nothing will. Final.
 * @YC_PRINT_RUN_CANCELLED: somebody cancelled it. Final.
 * @YC_PRINT_RUN_UNKNOWN: the sheet may or may not be out: look, then
 *   yc_print_run_resolve_async(). Until then the certificate cannot be printed again.
 */
typedef enum
{
  YC_PRINT_RUN_ASKED = 1,
  YC_PRINT_RUN_WAITING,
  YC_PRINT_RUN_PRINTING,
  YC_PRINT_RUN_OUT_OF_PAPER,
  YC_PRINT_RUN_STOPPED,
  YC_PRINT_RUN_DONE,
  YC_PRINT_RUN_FAILED,
  YC_PRINT_RUN_CANCELLED,
  YC_PRINT_RUN_UNKNOWN,
} YcPrintRunState;

#define YC_TYPE_PRINT_RUN (yc_print_run_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintRun, yc_print_run, YC, PRINT_RUN, GObject)

/* Properties, read-only and notified: "id", "serial", "case-id", "title", "printer", "copies"
 * (uint), "asked-at" (GDateTime), "state" (int), "final" (boolean), "detail", "advice", "number"
 * (uint). */

/* A UUID of version 7; the job's name at the print server and the print's id at the service. */
const char      *yc_print_run_get_id         (YcPrintRun           *self);
const char      *yc_print_run_get_serial     (YcPrintRun           *self);
const char      *yc_print_run_get_case_id    (YcPrintRun           *self);
/* The certificate's title. */
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

/* "asked", "waiting", "printing", "out-of-paper", "stopped", "done", "failed", "cancelled",
 * "unknown". */
const char      *yc_print_run_state_to_string (YcPrintRunState      state);
/* Translated. */
const char      *yc_print_run_state_get_title (YcPrintRunState      state);

G_END_DECLS
