/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that nobody asks for any more. */
#pragma once

#include <gio/gio.h>

#include "yc-writer.h"

G_BEGIN_DECLS

/* A desk that was cut off for longer than this must not send its old commands blindly. */
#define YC_OLD_ROWS_DAYS_KEPT 90

/**
 * yc_old_rows_remove:
 * @writer: the writer
 * @now: the time
 * @cancellable: (nullable): stops it between two portions
 * @error: (nullable): return location
 *
 * Takes away the sessions that ended a day ago, and the answers to commands and the events of
 * %YC_OLD_ROWS_DAYS_KEPT days ago, a portion at a time: commands that wait come in between. Not on
 * the writer's thread.
 *
 * Returns: %FALSE on an error; what is left is taken away another time
 */
gboolean yc_old_rows_remove (YcWriter      *writer,
                             GDateTime     *now,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
