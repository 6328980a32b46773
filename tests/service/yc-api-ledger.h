/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into the database of a service under test: what must hold at every moment. */
#pragma once

#include "yc-api-fixture.h"

#include "yc-transaction.h"

G_BEGIN_DECLS

typedef struct _YcApiLedger YcApiLedger;

/* The service may be running or killed: the ledger is as things are at this moment. */
YcApiLedger   *yc_api_ledger_open                 (YcApiFixture *fixture);
void           yc_api_ledger_free                 (YcApiLedger  *self);
YcTransaction *yc_api_ledger_get_transaction      (YcApiLedger  *self);
/* The one number that a query without parameters gives. */
gint64         yc_api_ledger_count                (YcApiLedger  *self,
                                                   const char   *sql);
/* (transfer full): the file that was issued under this number */
GBytes        *yc_api_ledger_load_pdf             (YcApiLedger  *self,
                                                   const char   *serial);
/* The file has no damage, the audit chain is whole, the running totals are true, case numbers have
 * no gap, and each change has its record and its event. */
void           yc_api_ledger_assert_sound         (YcApiLedger  *self);
/* Each issued case has certificates that verify and say their own numbers; the numbers of each
 * issuer and year are 1 to n, none missing, none twice, as the chained ledger says. */
void           yc_api_ledger_assert_certificates  (YcApiLedger  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcApiLedger, yc_api_ledger_free)

G_END_DECLS
