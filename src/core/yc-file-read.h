/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files whose size nobody vouches for. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *yc_file_read (GFile   *file,
                    gsize    max_bytes,
                    gsize   *length,
                    GError **error);

G_END_DECLS
