/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database of the service, whatever engine is behind it. */
#include "yc-database.h"

G_DEFINE_INTERFACE (YcDatabase, yc_database, G_TYPE_OBJECT)

static void
yc_database_default_init (YcDatabaseInterface *iface)
{
}

/**
 * yc_database_begin_read:
 * @self: a database
 * @error: (nullable): return location
 *
 * Begins a transaction that sees one unchanging state. It belongs to the calling thread, which has
 * at most one at a time.
 *
 * Returns: (transfer full): a transaction, %NULL on an error
 */
YcTransaction *
yc_database_begin_read (YcDatabase  *self,
                        GError     **error)
{
  return YC_DATABASE_GET_IFACE (self)->begin (self, FALSE, error);
}

/**
 * yc_database_begin_write:
 * @self: a database
 * @error: (nullable): return location
 *
 * Begins a transaction that may change things; waits for the one before it. It is rolled back
 * unless committed.
 *
 * Returns: (transfer full): a transaction, %NULL on an error
 */
YcTransaction *
yc_database_begin_write (YcDatabase  *self,
                         GError     **error)
{
  return YC_DATABASE_GET_IFACE (self)->begin (self, TRUE, error);
}
