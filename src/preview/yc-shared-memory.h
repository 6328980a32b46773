/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that two processes share through a file descriptor, never through a file with a name.
 * Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both return a descriptor that the caller closes, or -1 with G_FILE_ERROR. */
int      yc_shared_memory_new        (gsize size, gpointer *data, GError **error);
int      yc_shared_memory_new_copy   (GBytes *bytes, GError **error);

/* Ends the writing: unmaps @data and makes the memory unchangeable. FALSE with G_FILE_ERROR. */
gboolean yc_shared_memory_seal       (int fd, gpointer data, gsize size, GError **error);

/* What the descriptor holds, mapped, at least @size bytes; memory that its maker could still make
 * shorter is refused. NULL with G_FILE_ERROR. */
GBytes  *yc_shared_memory_map        (int fd, gsize size, GError **error);

G_END_DECLS
