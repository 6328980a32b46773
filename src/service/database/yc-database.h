/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database of the service, whatever engine is behind it. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

#define YC_TYPE_DATABASE (yc_database_get_type ())

G_DECLARE_INTERFACE (YcDatabase, yc_database, YC, DATABASE, GObject)

/**
 * YcDatabaseInterface:
 * @begin: begins a transaction for the calling thread; only one at a time writes
 *
 * What each database engine provides. The SQL of the service is written so that SQLite and
 * PostgreSQL both take it.
 */
struct _YcDatabaseInterface
{
  GTypeInterface parent_interface;

  YcTransaction *(*begin) (YcDatabase  *self,
                           gboolean     writing,
                           GError     **error);
};

YcTransaction *yc_database_begin_read  (YcDatabase  *self,
                                        GError     **error);
YcTransaction *yc_database_begin_write (YcDatabase  *self,
                                        GError     **error);

G_END_DECLS
