/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an item is done: at the counter, in an app, on the portal, at a terminal, elsewhere. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_channel_get_title:
 * @channel: (nullable): "counter", "hall", "app", "portal", "terminal" or "department"
 *
 * Returns: translated words for a plan's line, "" for a channel that is unknown
 */
const char *yc_channel_get_title (const char *channel);

G_END_DECLS
