/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-cups-queue.h"
#include "yc-print-queue-job.h"

G_BEGIN_DECLS

YcPrintQueueJob *yc_print_queue_job_new    (const YcPrintQueueRow *row);
void             yc_print_queue_job_update (YcPrintQueueJob *self, const YcPrintQueueRow *row);

G_END_DECLS
