/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement put together from parts, with its parameters numbered. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

typedef struct _YcQuery YcQuery;

YcQuery    *yc_query_new     (const char    *sql);
void        yc_query_free    (YcQuery       *self);
void        yc_query_add     (YcQuery       *self,
                              const char    *sql,
                              const char    *types,
                              ...);
const char *yc_query_get_sql (YcQuery       *self);
YcRows     *yc_query_run     (YcQuery       *self,
                              YcTransaction *transaction,
                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcQuery, yc_query_free)

G_END_DECLS
