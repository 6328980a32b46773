/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a whole case says of the certificate that came out of it. */
#include "yc-case-certificate.h"

#include "yc-json.h"

static JsonObject *
get_certificate (YcCase *a_case)
{
  return yc_json_get_object (yc_case_get_json (a_case), "certificate");
}

YcCertificateState
yc_case_certificate_get_state (YcCase *a_case)
{
  YcCertificateState state = YC_CERTIFICATE_VALID;

  g_return_val_if_fail (YC_IS_CASE (a_case), state);

  yc_certificate_state_from_string (yc_json_get_string (get_certificate (a_case), "state", NULL),
                                    &state);
  return state;
}

const char *
yc_case_certificate_get_identifier (YcCase *a_case)
{
  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  return yc_json_get_string (get_certificate (a_case), "identifier", NULL);
}

guint
yc_case_certificate_get_version (YcCase *a_case)
{
  g_return_val_if_fail (YC_IS_CASE (a_case), 1);

  return (guint) CLAMP (yc_json_get_int (get_certificate (a_case), "version", 1), 1, G_MAXINT);
}
