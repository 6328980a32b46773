/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that was ever done to certificates, chained. */
#pragma once

#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A certificate's first version came about. */
#define YC_LEDGER_ISSUE "issue"

/**
 * YcLedgerEntry:
 * @number: from 1
 * @at: when
 * @by: who, "" for nobody
 * @kind: %YC_LEDGER_ISSUE, or the word of a #YcCertificateAction
 * @series: the counter that gave @running
 * @running: the running number
 * @version: the version that was made, or made void
 * @serial: its serial number
 * @identifier: its identifier, "" when it has none
 * @sha256: of its file
 * @reason: the word of a #YcChangeReason, "" for an issue
 * @note: (nullable): sealed words
 *
 * What the ledger says once. Borrowed.
 */
typedef struct
{
  gint64 number;
  const char *at;
  const char *by;
  const char *kind;
  const char *series;
  gint64 running;
  gint64 version;
  const char *serial;
  const char *identifier;
  const char *sha256;
  const char *reason;
  GBytes *note;
} YcLedgerEntry;

/* Returns %FALSE with @error to go no further. */
typedef gboolean (*YcLedgerFunc) (const YcLedgerEntry  *entry,
                                  gpointer              user_data,
                                  GError              **error);

GBytes    *yc_ledger_table_seal_note (YcVault              *vault,
                                      const char           *note);
gboolean   yc_ledger_table_append    (YcTransaction        *transaction,
                                      const YcLedgerEntry  *entry,
                                      GError              **error);
JsonArray *yc_ledger_table_list      (YcTransaction        *transaction,
                                      YcVault              *vault,
                                      const char           *series,
                                      gint64                running,
                                      GError              **error);
gboolean   yc_ledger_walk            (YcTransaction        *transaction,
                                      YcLedgerFunc          func,
                                      gpointer              user_data,
                                      gint64               *n_entries,
                                      char                **head,
                                      GError              **error);

G_END_DECLS
