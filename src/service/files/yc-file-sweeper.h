/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away the files that no case needs. */
#pragma once

#include "yc-database.h"
#include "yc-file-store.h"
#include "yc-writer.h"

G_BEGIN_DECLS

/* A file that was sent waits so long for its case, a desk being cut off meanwhile; a file that was
 * not sent to its end waits for the rest. */
#define YC_FILE_SWEEPER_UNUSED_DAYS 7
#define YC_FILE_SWEEPER_PART_DAYS   1

typedef struct _YcFileSweeper YcFileSweeper;

YcFileSweeper *yc_file_sweeper_new  (YcDatabase     *database,
                                     YcWriter       *writer,
                                     YcFileStore    *store);
void           yc_file_sweeper_free (YcFileSweeper  *self);
gboolean       yc_file_sweeper_run  (YcFileSweeper  *self,
                                     GDateTime      *now,
                                     GError        **error);

G_END_DECLS
