/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever signs a mark and whoever checks it must do alike. */
#pragma once

#include "yc-openssl-private.h"
#include "yc-verify-mark.h"

G_BEGIN_DECLS

void    yc_verify_mark_hash   (const char         *serial,
                               JsonObject         *essentials,
                               guint8             *hash);
GBytes *yc_verify_mark_get_message (const YcVerifyMark *self);
char   *yc_verify_mark_write  (const YcVerifyMark *self);
void    yc_verify_mark_find_key_id (EVP_PKEY      *key,
                               guint8             *key_id);

G_END_DECLS
