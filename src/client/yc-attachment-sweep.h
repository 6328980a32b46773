/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away the files at this desk that nothing names any more. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-sealed-files.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/* Ids of files that came in this session and that undo may bring back; used by several threads. */
typedef struct _YcFreshFiles YcFreshFiles;

YcFreshFiles *yc_fresh_files_new    (void);
YcFreshFiles *yc_fresh_files_ref    (YcFreshFiles *self);
void          yc_fresh_files_unref  (YcFreshFiles *self);
void          yc_fresh_files_add    (YcFreshFiles *self,
                                     const char   *id);
void          yc_fresh_files_forget (YcFreshFiles *self,
                                     GHashTable   *ids);

/* (transfer full) (element-type utf8): a set of all that can be a file's id, anywhere in @json */
GHashTable   *yc_attachment_sweep_collect (JsonNode *json);
void          yc_attachment_sweep_async   (YcStorage     *storage,
                                           YcSealedFiles *files,
                                           YcFreshFiles  *fresh);

G_END_DECLS
