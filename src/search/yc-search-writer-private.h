/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a batch into the index. */
#pragma once

#include "yc-connection.h"
#include "yc-search-batch-private.h"

G_BEGIN_DECLS

/* In a transaction that the caller commits, or rolls back when this fails. Documents that are
 * personal are passed over. */
gboolean yc_search_writer_apply (YcConnection   *connection,
                                 YcSearchBatch  *batch,
                                 GError        **error);

G_END_DECLS
