/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper is set by a process of its own, since text must not be drawn beside the window's. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * yc_paper_program_set_async:
 * @group: a group of `yichuangctl`, such as "certificate"
 * @command: its command, such as "preview"
 * @request: what it reads
 * @cancellable: (nullable): gives it up
 * @callback: called in the caller's context
 * @user_data: for @callback
 */
void    yc_paper_program_set_async  (const char           *group,
                                     const char           *command,
                                     GBytes               *request,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/**
 * yc_paper_program_set_finish:
 * @result: what @callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the PDF; %NULL with %G_IO_ERROR_CANCELLED, %G_IO_ERROR_NOT_FOUND when
 *   the program is missing, or %G_IO_ERROR_INVALID_DATA with what it complained of, translated
 */
GBytes *yc_paper_program_set_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
