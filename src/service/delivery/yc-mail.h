/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends a certificate, or word that it is void, by e-mail. */
#pragma once

#include "yc-transfer.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

YcTransferResult yc_mail_send (YcTransfer       *transfer,
                               const YcReceiver *receiver,
                               const char       *id,
                               const char       *to,
                               JsonObject       *data,
                               GBytes           *pdf);
char            *yc_mail_encode_words (const char *text);

G_END_DECLS
