/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of files that forms name: kept sealed at this desk until their cases are through,
 * fetched from the service for who looks at a case. Belongs to the main thread. */
#pragma once

#include <gio/gio.h>

#include "yc-client-error.h"

G_BEGIN_DECLS

#define YC_TYPE_ATTACHMENTS (yc_attachments_get_type ())

G_DECLARE_FINAL_TYPE (YcAttachments, yc_attachments, YC, ATTACHMENTS, GObject)

/* (transfer full): files in memory only, for a form that is only looked at. A desk has its own. */
YcAttachments *yc_attachments_new          (void);

/**
 * yc_attachments_put_async:
 * @self: the files
 * @content: a file's content, at most %YC_ATTACHMENT_MAX_BYTES
 * @cancellable: (nullable): stops it only before it began
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Keeps a file. It is sealed and synced to the disk when this finishes, so the form may then name
 * it. The same content again changes nothing.
 */
void           yc_attachments_put_async    (YcAttachments        *self,
                                            GBytes               *content,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* (transfer full): its id; NULL with YC_CLIENT_ERROR_DISK (nothing is kept) or _CLOSED */
char          *yc_attachments_put_finish   (YcAttachments        *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_attachments_load_async:
 * @self: the files
 * @id: a file's id
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Gives a file's content: from memory, from this desk, or from the service. It is exactly what was
 * attached: its SHA-256 is checked.
 */
void           yc_attachments_load_async   (YcAttachments        *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* (transfer full): NULL with YC_CLIENT_ERROR_NOT_FOUND, _OFFLINE, _BAD_ANSWER, … */
GBytes        *yc_attachments_load_finish  (YcAttachments        *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
