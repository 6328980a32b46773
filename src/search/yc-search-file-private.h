/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index as a database: its tables, and the reading and writing of their rows. Belongs to one
 * thread at a time, as its connection does.
 */
#pragma once

#include "yc-connection.h"
#include "yc-search-document-private.h"
#include "yc-search-segment-private.h"

G_BEGIN_DECLS

/* Makes the tables in an empty file. FALSE with YC_SEARCH_ERROR_DAMAGED when it is another file or
 * was written by another version. */
gboolean          yc_search_file_prepare       (YcConnection            *connection,
                                                GError                 **error);
/* Errors of the database become errors of this room. */
void              yc_search_file_take_error    (GError                 **error,
                                                GError                  *store_error);
void              yc_search_file_set_damaged   (GError                 **error,
                                                const char              *what);

/* A number of the state; 0 when there is none. */
gint64            yc_search_file_get_number    (YcConnection            *connection,
                                                const char              *name,
                                                GError                 **error);
gboolean          yc_search_file_set_number    (YcConnection            *connection,
                                                const char              *name,
                                                gint64                   number,
                                                GError                 **error);
char             *yc_search_file_dup_stamp     (YcConnection            *connection,
                                                GError                 **error);
gboolean          yc_search_file_set_stamp     (YcConnection            *connection,
                                                const char              *stamp,
                                                GError                 **error);

/* (transfer full) (nullable): the document of a number, NULL without error when there is none. */
YcSearchDocument *yc_search_file_read_document (YcConnection            *connection,
                                                gint64                   number,
                                                gint64                  *sequence,
                                                GError                 **error);
gboolean          yc_search_file_find_document (YcConnection            *connection,
                                                const char              *kind,
                                                const char              *id,
                                                gint64                  *number,
                                                gint64                  *sequence,
                                                guint64                 *hash,
                                                GError                 **error);
guint64           yc_search_file_hash_document (const YcSearchDocument  *document);

/* Runs a statement with numbers only. */
gboolean          yc_search_file_run           (YcConnection            *connection,
                                                GError                 **error,
                                                const char              *sql,
                                                guint                    n_numbers,
                                                ...);

G_END_DECLS
