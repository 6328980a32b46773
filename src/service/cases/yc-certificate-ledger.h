/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters what is done to a certificate into the ledger. */
#pragma once

#include "yc-certificates-table.h"
#include "yc-ledger-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

/**
 * YcLedgerCause:
 * @kind: %YC_LEDGER_ISSUE, or the word of a #YcCertificateAction
 * @reason: the word of a #YcChangeReason, "" for an issue
 * @note: (nullable): words
 *
 * Why something is entered.
 */
typedef struct
{
  const char *kind;
  const char *reason;
  const char *note;
} YcLedgerCause;

/**
 * yc_certificate_ledger_enter:
 * @work: the work, in the transaction that makes the change
 * @certificate: what was made, or made void
 * @cause: why
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean yc_certificate_ledger_enter (const YcWork               *work,
                                      const YcCertificateRecord  *certificate,
                                      const YcLedgerCause        *cause,
                                      GError                    **error);

G_END_DECLS
