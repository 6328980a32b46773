/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time-stamps (RFC 3161): what is asked, what is answered, and whether a token holds. */
#pragma once

#include <openssl/ts.h>

#include "yc-openssl-private.h"
#include "yc-trust.h"

G_BEGIN_DECLS

/**
 * YcTimestampResult:
 * @YC_TIMESTAMP_HOLDS: whole, over these bytes, and by an authority that is trusted
 * @YC_TIMESTAMP_UNKNOWN: whole and over these bytes, but by nobody who is trusted
 * @YC_TIMESTAMP_BROKEN: not in the form we take, or over other bytes
 */
typedef enum
{
  YC_TIMESTAMP_HOLDS = 1,
  YC_TIMESTAMP_UNKNOWN,
  YC_TIMESTAMP_BROKEN,
} YcTimestampResult;

GBytes            *yc_timestamp_write_request (const ASN1_OCTET_STRING  *value,
                                               TS_REQ                  **request);
GBytes            *yc_timestamp_read_reply    (GBytes                   *reply,
                                               TS_REQ                   *request,
                                               GError                  **error);
YcTimestampResult  yc_timestamp_check         (const guint8             *token,
                                               gsize                     size,
                                               const ASN1_OCTET_STRING  *value,
                                               YcTrust                  *authorities,
                                               time_t                    at,
                                               GDateTime               **stamped_at,
                                               char                    **authority);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TS_REQ, TS_REQ_free)

G_END_DECLS
