/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on the way: how far the program has come, and when. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_MARK_DOMAIN "yichuang-mark"

/**
 * yc_mark_is_on:
 *
 * Returns: whether anybody reads marks, that is, whether $G_MESSAGES_DEBUG names %YC_MARK_DOMAIN
 */
gboolean yc_mark_is_on (void);

/**
 * yc_mark:
 * @name: what has been reached; no personal data
 *
 * Writes "@name MICROSECONDS" of the monotonic clock, which all processes share, to the debug log.
 * Costs next to nothing when nobody reads it. May be called from any thread.
 */
void     yc_mark       (const char *name);

G_END_DECLS
