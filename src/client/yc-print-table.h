/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of print runs: jobs for the database thread. Private to the client room. */
#pragma once

#include "yc-storage.h"

G_BEGIN_DECLS

/**
 * YcPrintRow:
 *
 * One run as the journal has it; all texts are owned. A paper that is no certificate has "" for
 * @serial and @case_id; @reason is "" for a first print.
 */
typedef struct
{
  char    *id;
  char    *user_id;
  char    *serial;
  char    *case_id;
  char    *title;
  char    *printer;
  guint    copies;
  char    *asked_at;
  char    *state;
  gboolean recorded;
  guint    number;
  char    *kind;
  char    *reason;
} YcPrintRow;

YcPrintRow *yc_print_row_copy         (const YcPrintRow     *row);
void        yc_print_row_free         (YcPrintRow           *row);

/* Takes nothing of @row; finishes with yc_storage_run_finish(). */
void        yc_print_table_save_async (YcStorage            *storage,
                                       const YcPrintRow     *row,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* Finishes with yc_storage_run_finish(), a GPtrArray of YcPrintRow (transfer full): the newest
 * hundred and all that are open, oldest first. */
void        yc_print_table_load_async (YcStorage            *storage,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

G_END_DECLS
