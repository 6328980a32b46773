/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on JSON share. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The line and column, in characters and from 1, of the byte at @at in @text. */
void yc_json_find_place (const char *text,
                         const char *at,
                         guint      *line,
                         guint      *column);

G_END_DECLS
