/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever stamps signatures with the time: how a signer reaches a time-stamp authority. */
#include "yc-timestamper.h"

G_DEFINE_INTERFACE (YcTimestamper, yc_timestamper, G_TYPE_OBJECT)

static void
yc_timestamper_default_init (YcTimestamperInterface *interface_)
{
}

GBytes *
yc_timestamper_ask (YcTimestamper  *self,
                    GBytes         *request,
                    GError        **error)
{
  g_return_val_if_fail (YC_IS_TIMESTAMPER (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return YC_TIMESTAMPER_GET_IFACE (self)->ask (self, request, error);
}
