/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What connection and statement share inside the store room. */
#pragma once

#include "yc-connection.h"

#include <sqlite3.h>

G_BEGIN_DECLS

sqlite3     *yc_connection_get_handle  (YcConnection *self);
void         yc_connection_give_back   (YcConnection *self,
                                        sqlite3_stmt *statement);
void         yc_connection_set_error   (sqlite3      *handle,
                                        int           result,
                                        const char   *doing,
                                        GError      **error);
YcStatement *yc_statement_new          (YcConnection *connection,
                                        sqlite3_stmt *statement);

G_END_DECLS
