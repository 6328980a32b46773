/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry as its author's file. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_catalog_entry_write:
 * @body: an entry as it goes over the wire
 *
 * Writes what the catalog's reader reads: the same entry comes out of it. A text in which a line
 * would be taken for the beginning of another version has a space put before that line.
 *
 * Returns: (transfer full): the file, UTF-8
 */
char *yc_catalog_entry_write (JsonObject *body);

G_END_DECLS
