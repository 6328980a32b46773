/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a certificate is printed once more. */
#include "yc-print-reason.h"

#include "yc-word.h"

#include <glib/gi18n-lib.h>

static const YcWord reasons[YC_N_PRINT_REASONS + 1] = {
  { "fault", NC_ ("print reason", "The last sheet did not come out right") },
  { "damaged", NC_ ("print reason", "The sheet is damaged") },
  { "lost", NC_ ("print reason", "The holder lost the sheet") },
  { "more", NC_ ("print reason", "Another one is needed") },
  { "other", NC_ ("print reason", "Other reason") },
};

YC_DEFINE_WORDS (YcPrintReason, yc_print_reason, reasons)
YC_DEFINE_TITLES (YcPrintReason, yc_print_reason, reasons, "print reason")
