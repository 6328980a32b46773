/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One process in which documents are touched, started when it is needed and again when it died.
 * Private to this room. Of the main thread only. */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

/**
 * YcPageCall:
 * @method: of yc-page-protocol.h
 * @arguments: those of @method
 * @answer_type: what must come back
 * @fd: goes with them as handle 0
 * @patience: how long the answer may take before the process is ended, in milliseconds
 */
typedef struct
{
  const char         *method;
  GVariant           *arguments;
  const GVariantType *answer_type;
  int                 fd;
  int                 patience;
} YcPageCall;

#define YC_TYPE_PAGE_WORKER (yc_page_worker_get_type ())
G_DECLARE_FINAL_TYPE (YcPageWorker, yc_page_worker, YC, PAGE_WORKER, GObject)

/* @fence: whether to put it behind a fence where one can be built */
YcPageWorker *yc_page_worker_new         (gboolean            fence);

/**
 * yc_page_worker_call_async:
 * @call: kept by the caller until the answer has come; one at a time
 *
 * Errors: those of YC_PREVIEW_ERROR are the process's own answer. After any other it is gone.
 */
void          yc_page_worker_call_async  (YcPageWorker       *self,
                                          const YcPageCall   *call,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
/* @fds: (out) (nullable) (transfer full); @died: (out): it was at work on the call when it went.
 * Returns: (transfer full) */
GVariant     *yc_page_worker_call_finish (YcPageWorker       *self,
                                          GAsyncResult       *result,
                                          GUnixFDList       **fds,
                                          gboolean           *died,
                                          GError            **error);

/* Starts the process before there is anything to ask of it. */
void          yc_page_worker_wake        (YcPageWorker       *self);
/* Tells it something it need not answer, if it is there. */
void          yc_page_worker_tell        (YcPageWorker       *self,
                                          const char         *method,
                                          GVariant           *arguments);
void          yc_page_worker_stop        (YcPageWorker       *self);

G_END_DECLS
