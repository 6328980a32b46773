/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the list of print runs moves its runs. Private to the client room. */
#pragma once

#include "yc-parts.h"
#include "yc-print-job.h"
#include "yc-print-run.h"
#include "yc-print-table.h"

G_BEGIN_DECLS

YcPrintRun      *yc_print_run_new          (YcParts           *parts,
                                            const YcPrintRow  *row);
void             yc_print_run_follow       (YcPrintRun        *self,
                                            YcPrintJob        *job);
void             yc_print_run_lose         (YcPrintRun        *self);
/* @tell: the service may know of it already */
void             yc_print_run_fail         (YcPrintRun        *self,
                                            const char        *detail,
                                            gboolean           tell);
void             yc_print_run_set_note     (YcPrintRun        *self,
                                            const char        *note);
JsonObject      *yc_print_run_write_record (YcPrintRun        *self);
void             yc_print_run_take_record  (YcPrintRun        *self,
                                            JsonObject        *record);
const YcPrintRow *yc_print_run_get_row     (YcPrintRun        *self);

G_END_DECLS
