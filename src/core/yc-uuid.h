/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers that sort by the time they were made (RFC 9562, version 7). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_uuid_v7_new:
 *
 * Makes a UUID of version 7. Those made by one process sort in the order they were made, also
 * within one millisecond. May be called from any thread.
 *
 * Returns: (transfer full): 36 characters in lower case
 */
char     *yc_uuid_v7_new   (void);

/**
 * yc_uuid_is_valid:
 * @text: (nullable): anything
 *
 * Returns: whether @text is a UUID of any version in 36 lower-case characters
 */
gboolean  yc_uuid_is_valid (const char *text);

G_END_DECLS
