/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the content of files lies: whole ones by their id, and what has come of those under way. */
#pragma once

#include "yc-vault.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define YC_TYPE_FILE_STORE (yc_file_store_get_type ())

G_DECLARE_FINAL_TYPE (YcFileStore, yc_file_store, YC, FILE_STORE, GObject)

YcFileStore *yc_file_store_new          (const char   *data_dir,
                                         YcVault      *vault);
/* How much must stay free on the disk for the database, in bytes; nothing is looked at with 0. */
void         yc_file_store_set_reserve  (YcFileStore  *self,
                                         guint64       reserve);
/* Whether @n_bytes more leave that free. */
gboolean     yc_file_store_has_room     (YcFileStore  *self,
                                         gint64        n_bytes);

/* Whoever changes something about a file, here and in the database, holds its lock; the writer's
 * thread never does. */
GMutex      *yc_file_store_lock         (YcFileStore  *self,
                                         const char   *id);

/* How many bytes of a file have come from a user, without a gap from the start. */
gint64       yc_file_store_get_received (YcFileStore  *self,
                                         const char   *user,
                                         const char   *id);
/* How many bytes have come from a user of all files that are not whole yet. */
gint64       yc_file_store_sum_parts    (YcFileStore  *self,
                                         const char   *user);
gboolean     yc_file_store_add_part     (YcFileStore  *self,
                                         const char   *user,
                                         const char   *id,
                                         gint64        offset,
                                         GBytes       *part,
                                         GError      **error);
/* (transfer full): all that has come, joined */
GBytes      *yc_file_store_join         (YcFileStore  *self,
                                         const char   *user,
                                         const char   *id,
                                         GError      **error);
void         yc_file_store_drop_parts   (YcFileStore  *self,
                                         const char   *user,
                                         const char   *id);

gboolean     yc_file_store_keep         (YcFileStore  *self,
                                         const char   *id,
                                         GBytes       *content,
                                         GError      **error);
GBytes      *yc_file_store_load         (YcFileStore  *self,
                                         const char   *id,
                                         GError      **error);
void         yc_file_store_remove       (YcFileStore  *self,
                                         const char   *id);
/* (transfer full): the ids of files put there before @before, in seconds since 1970 */
GStrv        yc_file_store_list         (YcFileStore  *self,
                                         gint64        before);
/* Takes away the parts of files that have not gone on since @before. */
void         yc_file_store_clean_parts  (YcFileStore  *self,
                                         gint64        before);

G_END_DECLS
