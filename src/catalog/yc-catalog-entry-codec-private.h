/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries: a header of key=value lines, a line of dashes, then CommonMark. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *yc_catalog_entry_parse  (const char  *id,
                                   const char  *text,
                                   guint       *line,
                                   GError     **error);
void      yc_catalog_entry_locate (const char  *text,
                                   const char  *pointer,
                                   guint       *line,
                                   guint       *column);

G_END_DECLS
