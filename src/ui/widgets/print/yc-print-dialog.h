/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where, how and, of a further sheet, why something is printed: the one place for all of it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-reason.h"
#include "yc-print-setup.h"

G_BEGIN_DECLS

/**
 * YcPrintDialogFlags:
 * @YC_PRINT_DIALOG_WITH_PAGES: some of the pages can be asked for.
 * @YC_PRINT_DIALOG_FURTHER: a sheet of it may exist: a reason is asked for.
 * @YC_PRINT_DIALOG_REMEMBER: nothing is printed: it is how the kind of paper is printed from now on.
 * @YC_PRINT_DIALOG_ONCE: what it is printed on is not what others of its kind are printed on: nothing is
 *   remembered.
 */
typedef enum
{
  YC_PRINT_DIALOG_WITH_PAGES = 1 << 0,
  YC_PRINT_DIALOG_FURTHER = 1 << 1,
  YC_PRINT_DIALOG_REMEMBER = 1 << 2,
  YC_PRINT_DIALOG_ONCE = 1 << 3,
} YcPrintDialogFlags;

#define YC_TYPE_PRINT_DIALOG (yc_print_dialog_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintDialog, yc_print_dialog, YC, PRINT_DIALOG, GtkWidget)

/* Signal "print": Print was pressed; where and how is in the setup. The sheet is closed then. */

/* Lays it over the window of @over. (transfer none). */
YcPrintDialog *yc_print_dialog_present    (GtkWidget          *over,
                                           YcPrintSetup       *setup,
                                           YcPrintDialogFlags  flags);
/* Of a further sheet, as in #YcPrintRequest; 0 and %NULL otherwise. */
YcPrintReason  yc_print_dialog_get_reason (YcPrintDialog      *self);
const char    *yc_print_dialog_get_note   (YcPrintDialog      *self);

G_END_DECLS
