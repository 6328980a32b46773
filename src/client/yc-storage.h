/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's database and its key, together. Private to the client room. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-vault.h"
#include "yc-worker.h"

G_BEGIN_DECLS

#define YC_TYPE_STORAGE (yc_storage_get_type ())

G_DECLARE_FINAL_TYPE (YcStorage, yc_storage, YC, STORAGE, GObject)

YcStorage *yc_storage_new           (const char           *path,
                                     YcVault              *vault);
YcVault   *yc_storage_get_vault     (YcStorage            *self);
YcWorker  *yc_storage_create_reader (YcStorage            *self);
void       yc_storage_open_async    (YcStorage            *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean   yc_storage_open_finish   (YcStorage            *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void       yc_storage_run_async     (YcStorage            *self,
                                     YcWorkerKind          kind,
                                     YcWorkerFunc          func,
                                     gpointer              data,
                                     GDestroyNotify        free_data,
                                     GDestroyNotify        free_result,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gpointer   yc_storage_run_finish    (YcStorage            *self,
                                     GAsyncResult         *result,
                                     GError              **error);
void       yc_storage_close         (YcStorage            *self);

/* For the jobs, in the worker's thread. */
GBytes    *yc_storage_seal_json     (YcVault              *vault,
                                     JsonNode             *json,
                                     const char           *table,
                                     const char           *id);
JsonNode  *yc_storage_open_json     (YcVault              *vault,
                                     YcStatement          *statement,
                                     guint                 column,
                                     const char           *table,
                                     const char           *id,
                                     GError              **error);

/* What outlives a restart. NULL json removes it. */
void       yc_storage_set_async     (YcStorage            *self,
                                     const char           *name,
                                     JsonNode             *json,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
void       yc_storage_get_async     (YcStorage            *self,
                                     const char           *name,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* (transfer full) (nullable) */
JsonNode  *yc_storage_get_finish    (YcStorage            *self,
                                     GAsyncResult         *result,
                                     GError              **error);

char      *yc_time_now              (void);
char      *yc_time_format           (GDateTime            *time);

G_END_DECLS
