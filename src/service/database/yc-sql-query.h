/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A statement put together from parts, with its parameters numbered. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

typedef struct _YcSqlQuery YcSqlQuery;

YcSqlQuery    *yc_sql_query_new     (const char    *sql);
void        yc_sql_query_free    (YcSqlQuery       *self);
void        yc_sql_query_add     (YcSqlQuery       *self,
                              const char    *sql,
                              const char    *types,
                              ...);
const char *yc_sql_query_get_sql (YcSqlQuery       *self);
YcRows     *yc_sql_query_run     (YcSqlQuery       *self,
                              YcTransaction *transaction,
                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSqlQuery, yc_sql_query_free)

G_END_DECLS
