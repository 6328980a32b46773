/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One running desk for one data folder. Private to the client room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcFolderLock YcFolderLock;

YcFolderLock *yc_folder_lock_take (const char    *folder,
                                   GError       **error);
void          yc_folder_lock_free (YcFolderLock  *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFolderLock, yc_folder_lock_free)

G_END_DECLS
