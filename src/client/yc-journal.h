/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox's table: jobs for the database thread. Private to the client room. */
#pragma once

#include "yc-command.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/* Each finishes with yc_storage_run_finish(): no error means committed and synced. */
void       yc_journal_insert_async (YcStorage            *storage,
                                    YcCommand            *command,
                                    gboolean              submission,
                                    const char           *replaces,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
void       yc_journal_delete_async (YcStorage            *storage,
                                    const char           *id,
                                    const char           *etag,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
void       yc_journal_discard_async (YcStorage           *storage,
                                     const char          *id,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void       yc_journal_park_async   (YcStorage            *storage,
                                    YcCommand            *command,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
void       yc_journal_renew_async  (YcStorage            *storage,
                                    YcCommand            *command,
                                    const char           *new_id,
                                    const char           *if_match,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
void       yc_journal_load_async   (YcStorage            *storage,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
/* (transfer full) (element-type YcCommand): oldest first */
GPtrArray *yc_journal_load_finish  (YcStorage            *storage,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
