/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes into the ledger what was issued before there was one. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

/* (transfer full): the name of the counter that numbers an issuer's certificates of a year */
char    *yc_ledger_name_series (const char     *issuer,
                                guint           year);
gboolean yc_ledger_begin_once  (YcTransaction  *transaction,
                                GError        **error);

G_END_DECLS
