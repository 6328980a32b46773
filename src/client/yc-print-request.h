/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One paper to print. */
#pragma once

#include "yc-print-kind.h"
#include "yc-print-reason.h"
#include "yc-printer.h"

G_BEGIN_DECLS

/**
 * YcPrintRequest:
 * @kind: what kind of paper it is
 * @case_id: (nullable): the certificate's case
 * @serial: (nullable): the certificate's serial number; %NULL for a paper that has none
 * @title: what the paper is called, without names of people
 * @pdf: (nullable): what is printed; %NULL, of a certificate alone: the desk's own copy of it, the
 *   same bytes as previewed
 * @sheet_path: (nullable): where the service has the sheet to print instead, below /api/v1; it is
 *   asked for when @pdf is %NULL
 * @printer: where to
 * @options: how; its print id is replaced by the run's
 * @reason: why a certificate is printed once more; 0 for its first sheet
 * @note: (nullable): the clerk's own words to it, which OTHER needs; at most 200 characters
 *
 * One paper to print. Nothing of it is owned.
 */
typedef struct
{
  YcPrintKind           kind;
  const char           *case_id;
  const char           *serial;
  const char           *title;
  GBytes               *pdf;
  const char           *sheet_path;
  YcPrinter            *printer;
  const YcPrintOptions *options;
  YcPrintReason         reason;
  const char           *note;
} YcPrintRequest;

G_END_DECLS
