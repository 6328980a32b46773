/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-cups-jobs.h"
#include "yc-cups-worker.h"
#include "yc-print-job.h"

G_BEGIN_DECLS

/* @handle: (transfer full). Follows the job until its end, or until the object is let go of. */
YcPrintJob *yc_print_job_new (YcCupsWorker *worker, YcPrintJobHandle *handle);

G_END_DECLS
