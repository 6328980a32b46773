/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yc-cups-worker.h"
#include "yc-printers.h"

G_BEGIN_DECLS

/* (transfer none): the thread that talks to these printers' server */
YcCupsWorker *yc_printers_get_worker (YcPrinters *self);

G_END_DECLS
