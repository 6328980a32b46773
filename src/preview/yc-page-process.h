/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the process that draws, behind a fence or without. Private to this room. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether there is a bubblewrap; whether it may do anything is only known once it has. */
gboolean     yc_page_process_can_be_fenced (void);

/**
 * yc_page_process_start:
 * @fenced: in namespaces of its own: no network, no other process, no file but libraries, fonts and
 *   the program's own
 * @stream: (out): its end of the pair of sockets that joins us
 *
 * Returns: (transfer full) (nullable): the process; %NULL with G_IO_ERROR
 */
GSubprocess *yc_page_process_start         (gboolean    fenced,
                                            GIOStream **stream,
                                            GError    **error);

G_END_DECLS
