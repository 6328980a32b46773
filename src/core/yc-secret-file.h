/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases, PINs and shared secrets, each in a file of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_secret_file_read:
 * @path: a regular file with one line of UTF-8 text, of at most 4096 bytes
 * @error: return location
 *
 * Reads a secret. Its file may be read by the owner and, as service managers hand over
 * credentials, by its group; never by others, nor be changed by the group.
 *
 * Returns: (transfer full): the line without its end, to be freed with yc_secret_free(), or %NULL
 *   with a #GFileError
 */
char *yc_secret_file_read (const char  *path,
                           GError     **error);

/**
 * yc_secret_free:
 * @secret: (nullable) (transfer full): a secret
 *
 * Overwrites and frees it.
 */
void  yc_secret_free      (char        *secret);

G_END_DECLS
