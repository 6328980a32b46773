/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever stamps signatures with the time: how a signer reaches a time-stamp authority. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YC_TYPE_TIMESTAMPER (yc_timestamper_get_type ())

G_DECLARE_INTERFACE (YcTimestamper, yc_timestamper, YC, TIMESTAMPER, GObject)

/**
 * YcTimestamperInterface:
 * @ask: sends a TimeStampReq and returns the TimeStampResp, both in DER (RFC 3161)
 *
 * Only carries messages; what they say is the signer's business. May be called from several threads
 * at once, and blocks.
 */
struct _YcTimestamperInterface
{
  GTypeInterface parent_interface;

  GBytes *(*ask) (YcTimestamper *self, GBytes *request, GError **error);
};

/**
 * yc_timestamper_ask:
 * @self: a time-stamper
 * @request: a TimeStampReq in DER
 * @error: return location
 *
 * Returns: (transfer full): whatever was answered, or %NULL with %YC_CERTIFICATE_ERROR_TIMESTAMP
 */
GBytes *yc_timestamper_ask (YcTimestamper  *self,
                            GBytes         *request,
                            GError        **error);

G_END_DECLS
