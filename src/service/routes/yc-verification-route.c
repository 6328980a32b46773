/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a desk asks about a certificate that somebody brings, whichever place issued it. */
#include "yc-routes-private.h"

#include "yc-certificate-standing.h"

YcHttpResponse *
yc_verification_route_get (YcCall  *call,
                           GError **error)
{
  g_autoptr (YcCertificateStanding) standing =
    yc_certificate_standing_find (&call->work, call->argument, error);

  return standing != NULL
             ? yc_http_response_new_json (200, yc_certificate_standing_write (standing))
             : NULL;
}
