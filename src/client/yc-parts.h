/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk is made of, for those inside the room who need several parts at once. Private. */
#pragma once

#include "yc-attachments.h"
#include "yc-case-pool.h"
#include "yc-catalog.h"
#include "yc-delivery-channels.h"
#include "yc-http.h"
#include "yc-line.h"
#include "yc-live.h"
#include "yc-outbox.h"
#include "yc-session.h"
#include "yc-storage.h"

G_BEGIN_DECLS

#define YC_TYPE_PARTS (yc_parts_get_type ())

G_DECLARE_FINAL_TYPE (YcParts, yc_parts, YC, PARTS, GObject)

/* The parts know nothing of who uses them, so holding them makes no circle. */
struct _YcParts
{
  GObject     parent_instance;

  YcHttp     *http;
  YcLine     *line;
  YcSession  *session;
  YcLive     *live;
  YcCatalog  *catalog;
  YcAttachments *attachments;
  YcOutbox   *outbox;
  YcCasePool *pool;
  YcDeliveryChannels *channels;
  /* NULL until the desk is open. */
  YcStorage  *storage;
};

YcParts *yc_parts_new (const char     *service_url,
                       const YcLimits *limits);

G_END_DECLS
