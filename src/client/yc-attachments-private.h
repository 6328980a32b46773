/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room may do with the files of forms. Private to the client room. */
#pragma once

#include "yc-attachments.h"
#include "yc-http.h"
#include "yc-storage.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

YcAttachments *yc_attachments_new_with_http (YcHttp              *http);
void           yc_attachments_open         (YcAttachments        *self,
                                            const char           *folder,
                                            YcStorage            *storage);
void           yc_attachments_close        (YcAttachments        *self);
/* As yc_attachments_load_async(), but never from the service; the same finish. */
void           yc_attachments_load_here_async (YcAttachments     *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* The files named in @json (nullable) are no longer needed for it. */
void           yc_attachments_release      (YcAttachments        *self,
                                            JsonNode             *json);

G_END_DECLS
