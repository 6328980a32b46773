/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files that are sealed at rest: what is too large for a database row. */
#pragma once

#include <gio/gio.h>

#include "yc-vault.h"

G_BEGIN_DECLS

#define YC_TYPE_SEALED_FILES (yc_sealed_files_get_type ())

G_DECLARE_FINAL_TYPE (YcSealedFiles, yc_sealed_files, YC, SEALED_FILES, GObject)

/**
 * yc_sealed_files_new:
 * @folder: made (mode 0700) when the first file is put into it
 * @vault: seals and opens
 *
 * Everything here blocks on the disk and may be called from any thread. Names are of ASCII letters,
 * digits and "-"; a file is sealed for its name, so that two cannot be exchanged.
 *
 * Returns: (transfer full): the folder
 */
YcSealedFiles *yc_sealed_files_new    (const char     *folder,
                                       YcVault        *vault);

/**
 * yc_sealed_files_put:
 * @self: a folder
 * @name: the file's name
 * @content: what to keep
 * @error: return location
 *
 * The file is whole on the disk when this returns, or not there at all: it is written beside,
 * synced, and then given its name. One of the same name is replaced.
 *
 * Returns: %FALSE with %YC_STORE_ERROR_FULL or _FAILED
 */
gboolean       yc_sealed_files_put    (YcSealedFiles  *self,
                                       const char     *name,
                                       GBytes         *content,
                                       GError        **error);

/* (transfer full): NULL with YC_STORE_ERROR_SEALED, or G_FILE_ERROR_NOENT and the like */
GBytes        *yc_sealed_files_get    (YcSealedFiles  *self,
                                       const char     *name,
                                       GError        **error);
gboolean       yc_sealed_files_has    (YcSealedFiles  *self,
                                       const char     *name);
/* In bytes, unsealed; -1 when there is none */
gint64         yc_sealed_files_get_length (YcSealedFiles *self,
                                       const char     *name);
/* When it was put there, in seconds since 1970; 0 when there is none */
gint64         yc_sealed_files_get_time (YcSealedFiles *self,
                                       const char     *name);
void           yc_sealed_files_remove (YcSealedFiles  *self,
                                       const char     *name);
/* (transfer full): the names of all files; also takes away what a crash left half written */
GStrv          yc_sealed_files_list   (YcSealedFiles  *self);

G_END_DECLS
