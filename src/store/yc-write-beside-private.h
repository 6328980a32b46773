/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a file so that a crash leaves all of it or nothing. Private to the store room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yc_write_beside       (char          *beside,
                                gconstpointer  data,
                                gsize          size);
gboolean yc_write_beside_sync  (const char    *folder);

G_END_DECLS
