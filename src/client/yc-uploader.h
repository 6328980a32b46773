/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends the files that a command names, before the command itself. Private to the client room. */
#pragma once

#include "yc-attachments.h"
#include "yc-command.h"
#include "yc-http.h"

G_BEGIN_DECLS

/**
 * yc_uploader_run_async:
 * @http: requests
 * @attachments: the files at this desk
 * @command: what names files; shows how far it is
 * @cancellable: a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Sends what the service does not have yet, from where it stopped the last time. A file that is not
 * at this desk is passed over: the service has it from an earlier try, or says that it has not.
 */
void      yc_uploader_run_async  (YcHttp               *http,
                                  YcAttachments        *attachments,
                                  YcCommand            *command,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

/**
 * yc_uploader_run_finish:
 * @result: the result
 * @reply: (out) (nullable) (transfer full): what the service answered when it refused a file
 * @pointer: (out) (nullable) (transfer full): where that file stands in the command's body
 * @error: return location
 *
 * Returns: whether the service has all files
 */
gboolean  yc_uploader_run_finish (GAsyncResult         *result,
                                  YcReply             **reply,
                                  char                **pointer,
                                  GError              **error);

G_END_DECLS
