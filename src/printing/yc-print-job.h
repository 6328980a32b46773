/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document on its way through the print server, followed to its end. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcPrintJobState:
 * @YC_PRINT_JOB_WAITING: in the queue, nothing on paper yet.
 * @YC_PRINT_JOB_PRINTING: the printer has it.
 * @YC_PRINT_JOB_OUT_OF_PAPER: the printer has it and waits for paper; goes on by itself.
 * @YC_PRINT_JOB_STOPPED: the printer was stopped; somebody has to act.
 * @YC_PRINT_JOB_HELD: the job is held back at the server; somebody has to release it.
 * @YC_PRINT_JOB_DONE: the printer says that the sheets are out. Final.
 * @YC_PRINT_JOB_FAILED: it did not come out and will not. Final.
 * @YC_PRINT_JOB_CANCELLED: somebody cancelled it. Final.
 * @YC_PRINT_JOB_UNKNOWN: the print server went away meanwhile: the sheet may or may not be out,
 *     and may yet come. Final; never print again without asking the clerk. Final.
 */
typedef enum
{
  YC_PRINT_JOB_WAITING = 1,
  YC_PRINT_JOB_PRINTING,
  YC_PRINT_JOB_OUT_OF_PAPER,
  YC_PRINT_JOB_STOPPED,
  YC_PRINT_JOB_HELD,
  YC_PRINT_JOB_DONE,
  YC_PRINT_JOB_FAILED,
  YC_PRINT_JOB_CANCELLED,
  YC_PRINT_JOB_UNKNOWN,
} YcPrintJobState;

/**
 * YcPrintJobReason:
 *
 * Why a job is in its state, where the state alone does not say.
 */
typedef enum
{
  YC_PRINT_JOB_REASON_NONE = 1,
  YC_PRINT_JOB_REASON_RETRY,           /* WAITING: the printer was not ready, tried again later */
  YC_PRINT_JOB_REASON_PRINTER_STOPPED, /* STOPPED */
  YC_PRINT_JOB_REASON_HELD,            /* HELD: by somebody */
  YC_PRINT_JOB_REASON_COVER_OPEN,      /* STOPPED: cover or door open */
  YC_PRINT_JOB_REASON_JAM,             /* STOPPED: paper jam */
  YC_PRINT_JOB_REASON_OFFLINE,         /* STOPPED: printer switched off or unplugged */
  YC_PRINT_JOB_REASON_DOCUMENT,        /* FAILED: the document could not be made ready */
  YC_PRINT_JOB_REASON_ABORTED,         /* FAILED: the print server gave up */
  YC_PRINT_JOB_REASON_PRINTER_GONE,    /* FAILED, UNKNOWN: the printer was removed */
  YC_PRINT_JOB_REASON_SERVER_GONE,     /* UNKNOWN: the print server stopped or restarted */
  YC_PRINT_JOB_REASON_SERVER_SILENT,   /* UNKNOWN: the print server does not answer */
  YC_PRINT_JOB_REASON_FORGOTTEN,       /* UNKNOWN: the print server has no such job any more */
} YcPrintJobReason;

#define YC_TYPE_PRINT_JOB (yc_print_job_get_type ())
G_DECLARE_FINAL_TYPE (YcPrintJob, yc_print_job, YC, PRINT_JOB, GObject)

/* "waiting" "printing" "out-of-paper" "stopped" "done" "failed" "cancelled" "unknown". */
const char      *yc_print_job_state_to_string (YcPrintJobState state);
/* Translated, for a clerk: 等待打印, 打印中, 缺纸, … */
const char      *yc_print_job_state_get_title (YcPrintJobState state);
gboolean         yc_print_job_state_is_final  (YcPrintJobState state);

/* The job's number at the print server; 0 when it is not known (state UNKNOWN). */
int              yc_print_job_get_id          (YcPrintJob *self);
const char      *yc_print_job_get_print_id    (YcPrintJob *self);
/* The printer that has it: another one once it was moved. Property "printer". */
const char      *yc_print_job_get_printer     (YcPrintJob *self);

/* Properties "state", "reason", "detail", "advice"; they change together, "state" is notified
 * last. Only in the main context the job was made in. */
YcPrintJobState  yc_print_job_get_state       (YcPrintJob *self);
YcPrintJobReason yc_print_job_get_reason      (YcPrintJob *self);
/* What happened, in the clerk's language; NULL when the state says it all. */
const char      *yc_print_job_get_detail      (YcPrintJob *self);
/* What to do about it, in the clerk's language; NULL when there is nothing to do. */
const char      *yc_print_job_get_advice      (YcPrintJob *self);

/**
 * yc_print_job_cancel_async:
 *
 * Asks the print server to cancel the job. The state becomes CANCELLED when the server says so;
 * the job may also end otherwise first.
 *
 * Errors: SERVER_DOWN, TIMED_OUT, DENIED, FAILED of YC_PRINTING_ERROR.
 */
void             yc_print_job_cancel_async    (YcPrintJob         *self,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean         yc_print_job_cancel_finish   (YcPrintJob         *self,
                                               GAsyncResult       *result,
                                               GError            **error);

G_END_DECLS
