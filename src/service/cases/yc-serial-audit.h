/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves that no certificate's number is missing, given twice or taken away. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

G_BEGIN_DECLS

/**
 * YcSerialAudit:
 * @n_entries: how many entries the ledger has
 * @n_series: how many series of numbers there are
 * @n_certificates: how many certificates there are, of all versions
 * @n_files: how many of their files were read
 * @head: the hash of the ledger's last entry, "" when there is none: noted down elsewhere, it proves
 *   later that nothing before was written anew
 *
 * What was found good.
 */
typedef struct
{
  gint64 n_entries;
  gint64 n_series;
  gint64 n_certificates;
  gint64 n_files;
  char *head;
} YcSerialAudit;

void     yc_serial_audit_clear (YcSerialAudit  *self);
gboolean yc_serial_audit_run   (YcTransaction  *transaction,
                                YcVault        *vault,
                                const char     *head,
                                YcSerialAudit  *found,
                                GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcSerialAudit, yc_serial_audit_clear)

G_END_DECLS
