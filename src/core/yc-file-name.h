/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files that come from outside: shown to people, never used as a path. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters. */
#define YC_FILE_NAME_MAX_LENGTH 100

/**
 * yc_file_name_clean:
 * @name: (nullable): what a file is called, of any encoding
 *
 * Leaves out folders, control characters and what turns the direction of writing (with which
 * “fdp.exe” can be made to look like “exe.pdf”), and shortens the name before its ending.
 *
 * Returns: (transfer full): a name that can be shown; "" when nothing is left
 */
char     *yc_file_name_clean    (const char *name);
gboolean  yc_file_name_is_clean (const char *name);

G_END_DECLS
