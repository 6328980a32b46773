/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to the print server on which nothing can block for ever. Private to this room. */
#pragma once

#include <cups/cups.h>
#include <glib.h>

#include "yc-printing-error.h"

G_BEGIN_DECLS

/* All functions block, each system call for at most the time limit, and belong to one thread. */
typedef struct _YcCupsConnection YcCupsConnection;

YcCupsConnection *yc_cups_connection_new       (const char *server, guint time_limit);
void              yc_cups_connection_free      (YcCupsConnection *self);

/* Counts how often the print server was seen to go away. A job made in one epoch and looked at in
 * another was in the hands of a server that died: what became of the sheet is not known. */
guint             yc_cups_connection_get_epoch (YcCupsConnection *self);

/**
 * yc_cups_connection_request:
 * @request: (transfer full)
 *
 * Sends a request and waits for the answer.
 *
 * Returns: the answer, to be freed with ippDelete(), or %NULL with an error; an answer that says
 *     that the request failed is an error too
 */
ipp_t            *yc_cups_connection_request   (YcCupsConnection *self,
                                                ipp_t            *request,
                                                const char       *resource,
                                                GError          **error);

/**
 * yc_cups_connection_send:
 * @request: (transfer full)
 *
 * As yc_cups_connection_request() with a document behind the request. The server acts only when it
 * has all of it, so every failure before the last byte means that nothing was done;
 * YC_PRINTING_ERROR_UNCLEAR says that all of it went out and no answer came back.
 */
ipp_t            *yc_cups_connection_send      (YcCupsConnection *self,
                                                ipp_t            *request,
                                                const char       *resource,
                                                GBytes           *document,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCupsConnection, yc_cups_connection_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ipp_t, ippDelete)

G_END_DECLS
