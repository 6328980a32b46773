/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters what is done to a certificate into the ledger. */
#include "yc-certificate-ledger.h"

gboolean
yc_certificate_ledger_enter (const YcWork               *work,
                             const YcCertificateRecord  *certificate,
                             const YcLedgerCause        *cause,
                             GError                    **error)
{
  g_autoptr (GBytes) note =
    yc_ledger_table_seal_note (yc_service_get_vault (work->service), cause->note);
  YcLedgerEntry entry = {
    .at = work->now_text,
    .by = work->identity->id,
    .kind = cause->kind,
    .series = certificate->series,
    .running = certificate->running,
    .version = certificate->version,
    .serial = certificate->serial,
    .identifier = certificate->identifier,
    .sha256 = certificate->sha256,
    .reason = cause->reason,
    .note = note,
  };

  return yc_ledger_table_append (work->transaction, &entry, error);
}
