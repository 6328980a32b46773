/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends a message to a portal, an app or a department as a webhook. */
#pragma once

#include "yc-transfer.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

YcTransferResult yc_webhook_send (YcTransfer       *transfer,
                                  const YcReceiver *receiver,
                                  const char       *id,
                                  const char       *type,
                                  JsonObject       *data,
                                  GBytes           *pdf);

G_END_DECLS
