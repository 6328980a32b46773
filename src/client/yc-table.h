/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of the desk's database share: statements run by jobs, in the worker's thread.
 * Private to the client room. */
#pragma once

#include "yc-connection.h"

G_BEGIN_DECLS

/**
 * YcTableReadFunc:
 * @statement: stands on a row
 * @data: of the reader
 * @error: return location
 *
 * Returns: (transfer full): what is made of the row, also when @error was set
 */
typedef gpointer (*YcTableReadFunc) (YcStatement  *statement,
                                     gpointer      data,
                                     GError      **error);

gboolean   yc_table_write (YcConnection     *connection,
                           GError          **error,
                           const char       *sql,
                           const char       *types,
                           ...);
GPtrArray *yc_table_read  (YcConnection     *connection,
                           const char       *sql,
                           const char       *parameter,
                           YcTableReadFunc   read_row,
                           gpointer          data,
                           GDestroyNotify    free_row,
                           GError          **error);

G_END_DECLS
