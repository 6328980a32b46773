/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register says of a certificate that somebody brings, whichever place issued it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcRegisteredState:
 * @YC_REGISTERED_VALID: in force
 * @YC_REGISTERED_VOID: made void
 * @YC_REGISTERED_REPLACED: a later version took its place
 * @YC_REGISTERED_EXPIRED: its last day is over
 */
typedef enum
{
  YC_REGISTERED_VALID = 1,
  YC_REGISTERED_VOID,
  YC_REGISTERED_REPLACED,
  YC_REGISTERED_EXPIRED,
} YcRegisteredState;

#define YC_TYPE_REGISTERED_CERTIFICATE (yc_registered_certificate_get_type ())

G_DECLARE_FINAL_TYPE (YcRegisteredCertificate, yc_registered_certificate, YC,
                      REGISTERED_CERTIFICATE, GObject)

/* (transfer full): NULL with YC_CLIENT_ERROR_BAD_ANSWER */
YcRegisteredCertificate *
                  yc_registered_certificate_new_from_json   (JsonObject              *json,
                                                             GError                 **error);
/* (transfer full): as a copy of what is not in force any more has it. Of one that is not in the copy,
 * which is all that it can tell, the state is valid. @known_at: when the copy was made */
YcRegisteredCertificate *
                  yc_registered_certificate_new_from_copy   (const char              *serial,
                                                             YcRegisteredState        state,
                                                             const char              *replaced_by,
                                                             GDateTime               *known_at);
/* (nullable): when this was known; NULL when the register itself has said it just now. From a copy
 * there is neither title nor place nor file */
GDateTime        *yc_registered_certificate_get_known_at    (YcRegisteredCertificate *self);
YcRegisteredState yc_registered_certificate_get_state       (YcRegisteredCertificate *self);
const char       *yc_registered_certificate_get_serial      (YcRegisteredCertificate *self);
const char       *yc_registered_certificate_get_title       (YcRegisteredCertificate *self);
const char       *yc_registered_certificate_get_place_name  (YcRegisteredCertificate *self);
/* (nullable) */
GDateTime        *yc_registered_certificate_get_issued_at   (YcRegisteredCertificate *self);
/* (nullable): the last day, YYYY-MM-DD; NULL when it is valid for good */
const char       *yc_registered_certificate_get_valid_until (YcRegisteredCertificate *self);
/* (nullable): the number of the version that took its place */
const char       *yc_registered_certificate_get_replaced_by (YcRegisteredCertificate *self);
/* SHA-256 of the file as it was issued, in hexadecimal */
const char       *yc_registered_certificate_get_sha256      (YcRegisteredCertificate *self);
gboolean          yc_registered_certificate_get_sample      (YcRegisteredCertificate *self);

G_END_DECLS
