/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room may do with the outbox. Private to the client room. */
#pragma once

#include "yc-attachments.h"
#include "yc-http.h"
#include "yc-line.h"
#include "yc-outbox.h"
#include "yc-session.h"
#include "yc-storage.h"

G_BEGIN_DECLS

YcOutbox *yc_outbox_new          (YcHttp               *http,
                                  YcLine               *line,
                                  YcSession            *session,
                                  YcAttachments        *attachments);
void      yc_outbox_load_async   (YcOutbox             *self,
                                  YcStorage            *storage,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean  yc_outbox_load_finish  (YcOutbox             *self,
                                  GAsyncResult         *result,
                                  GError              **error);
void      yc_outbox_submit_async (YcOutbox             *self,
                                  const char           *id,
                                  const char           *path,
                                  JsonNode             *body,
                                  JsonArray            *files,
                                  const char           *if_match,
                                  const char           *case_id,
                                  const char           *title,
                                  YcCommand            *replaces,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
void      yc_outbox_add_as       (YcOutbox             *self,
                                  const char           *id,
                                  const char           *user_id,
                                  const char           *path,
                                  JsonNode             *body,
                                  const char           *order_key,
                                  const char           *title);
void      yc_outbox_close        (YcOutbox             *self);

G_END_DECLS
