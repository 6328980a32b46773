/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service is told of the printing of a certificate, through the outbox. Private to the
 * client room. */
#pragma once

#include "yc-command.h"
#include "yc-parts.h"
#include "yc-print-run-state.h"
#include "yc-print-table.h"

G_BEGIN_DECLS

typedef struct _YcPrintReport YcPrintReport;

/* @row: outlives the report; of a paper that is no certificate nothing is told */
YcPrintReport *yc_print_report_new         (YcParts         *parts,
                                            YcPrintRow      *row);
void           yc_print_report_free        (YcPrintReport   *self);
/* The clerk's words to the reason of a further sheet. They are not journalled: they may name
 * people. */
void           yc_print_report_set_note    (YcPrintReport   *self,
                                            const char      *note);
/* (transfer full): what the service is asked to record; by the outbox, or before a further sheet is
 * printed */
JsonObject    *yc_print_report_write       (YcPrintReport   *self,
                                            int              job_id);
/* It was recorded already: the answer to that. */
void           yc_print_report_take_record (YcPrintReport   *self,
                                            JsonObject      *record);
/* @detail: (nullable); @job_id: the job's number at the print server, 0 while there is none */
void           yc_print_report_tell        (YcPrintReport   *self,
                                            YcPrintRunState  state,
                                            const char      *detail,
                                            int              job_id);
/* Whether this was the service's answer to the record: the row has the print's number now. */
gboolean       yc_print_report_take_answer (YcPrintReport   *self,
                                            YcCommand       *command,
                                            JsonNode        *answer);

G_END_DECLS
