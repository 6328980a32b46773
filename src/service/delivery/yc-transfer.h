/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One try to send something to a receiver, and what came of it. */
#pragma once

#include "yc-receiver.h"

#include <curl/curl.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcTransferOutcome:
 * @YC_TRANSFER_DONE: the receiver has it
 * @YC_TRANSFER_AGAIN: not this time
 * @YC_TRANSFER_NEVER: not until somebody has changed something
 * @YC_TRANSFER_STOPPED: the service is stopping; nothing has gone out, unless the detail says that
 *   nobody knows
 */
typedef enum
{
  YC_TRANSFER_DONE = 1,
  YC_TRANSFER_AGAIN,
  YC_TRANSFER_NEVER,
  YC_TRANSFER_STOPPED,
} YcTransferOutcome;

/**
 * YcTransferResult:
 * @outcome: what came of it
 * @detail: what stood in the way, as yc_delivery_detail_get_words() reads it; "" for nothing
 * @wait_seconds: how long the receiver asked to be left alone, 0 if it did not
 */
typedef struct
{
  YcTransferOutcome outcome;
  char detail[32];
  guint wait_seconds;
} YcTransferResult;

typedef struct _YcTransfer YcTransfer;

YcTransfer       *yc_transfer_new   (const YcReceiver *receiver,
                                     GCancellable     *stopping);
void              yc_transfer_free  (YcTransfer       *self);
CURL             *yc_transfer_begin (YcTransfer       *self);
YcTransferResult  yc_transfer_run   (YcTransfer       *self);
YcTransferResult  yc_transfer_fail  (const char       *detail);

/* "@name: @value" at the end of @headers (nullable); like curl_slist_append() it returns the list. */
struct curl_slist *yc_transfer_add_header (struct curl_slist *headers,
                                           const char        *name,
                                           const char        *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTransfer, yc_transfer_free)

G_END_DECLS
