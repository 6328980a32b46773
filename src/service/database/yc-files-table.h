/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that belong to cases: what they are, who sent them, which cases have them. */
#pragma once

#include "yc-identity.h"
#include "yc-transaction.h"

G_BEGIN_DECLS

gboolean   yc_files_table_insert       (YcTransaction    *transaction,
                                        const char       *id,
                                        const char       *type,
                                        gint64            size,
                                        const char       *now,
                                        GError          **error);
/* (transfer full): its media type; NULL with YC_SERVICE_ERROR_NOT_FOUND */
char      *yc_files_table_find         (YcTransaction    *transaction,
                                        const char       *id,
                                        gint64           *size,
                                        GError          **error);
gboolean   yc_files_table_add_sender   (YcTransaction    *transaction,
                                        const char       *id,
                                        const char       *user,
                                        const char       *now,
                                        GError          **error);
gboolean   yc_files_table_is_sender    (YcTransaction    *transaction,
                                        const char       *id,
                                        const char       *user);
/* Bytes that the user has sent and no case has; -1 on an error */
gint64     yc_files_table_sum_unused   (YcTransaction    *transaction,
                                        const char       *user,
                                        GError          **error);
gboolean   yc_files_table_add_to_case  (YcTransaction    *transaction,
                                        const char       *id,
                                        const char       *case_id,
                                        GError          **error);
/* Whether @identity has sent the file or may see a case that has it */
gboolean   yc_files_table_is_seen_by   (YcTransaction    *transaction,
                                        const char       *id,
                                        const YcIdentity *identity);
/* (transfer full) (element-type utf8): files that no case has and nobody sent since @before */
GPtrArray *yc_files_table_list_unused  (YcTransaction    *transaction,
                                        const char       *before,
                                        guint             limit,
                                        GError          **error);
/* Forgets a file if it still is unused; @removed tells whether. */
gboolean   yc_files_table_remove_unused (YcTransaction   *transaction,
                                        const char       *id,
                                        const char       *before,
                                        gboolean         *removed,
                                        GError          **error);

G_END_DECLS
