/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands our answers to the server library. */
#pragma once

#include "yc-http-response.h"

#include <microhttpd.h>

G_BEGIN_DECLS

enum MHD_Result yc_http_sender_queue (struct MHD_Connection *connection,
                                      YcHttpResponse        *answer);

G_END_DECLS
