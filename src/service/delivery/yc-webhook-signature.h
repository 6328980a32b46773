/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs what is sent to a receiver, as the Standard Webhooks specification (1.0.0) writes it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *yc_webhook_signature_read_secret (const char *text);
char   *yc_webhook_signature_make        (GBytes     *secret,
                                          const char *id,
                                          gint64      timestamp,
                                          const char *body);

G_END_DECLS
