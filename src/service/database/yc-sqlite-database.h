/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service's database in one SQLite file. */
#pragma once

#include "yc-database.h"

G_BEGIN_DECLS

#define YC_TYPE_SQLITE_DATABASE (yc_sqlite_database_get_type ())

G_DECLARE_FINAL_TYPE (YcSqliteDatabase, yc_sqlite_database, YC, SQLITE_DATABASE, GObject)

YcDatabase *yc_sqlite_database_open          (const char  *path,
                                              GError     **error);
YcDatabase *yc_sqlite_database_open_existing (const char  *path,
                                              GError     **error);

G_END_DECLS
