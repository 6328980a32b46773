/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the service tells of one certificate: its numbers, its term and what was done to it. */
#pragma once

#include "yc-certificate-state.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcCertificateChange:
 * @at: (nullable): when
 * @by: who
 * @action: what was done; 0 when it was issued
 * @reason: why; 0 when it was issued
 * @note: (nullable): more words
 * @version: the version that was made, or made void
 *
 * Something that was done to a certificate. The strings are the details'.
 */
typedef struct
{
  GDateTime          *at;
  const char         *by;
  YcCertificateAction action;
  YcChangeReason      reason;
  const char         *note;
  guint               version;
} YcCertificateChange;

#define YC_TYPE_CERTIFICATE_DETAILS (yc_certificate_details_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificateDetails, yc_certificate_details, YC, CERTIFICATE_DETAILS, GObject)

/* (transfer full): NULL with YC_CLIENT_ERROR_BAD_ANSWER */
YcCertificateDetails *yc_certificate_details_new_from_json   (JsonObject            *json,
                                                              GError               **error);
const char           *yc_certificate_details_get_serial      (YcCertificateDetails  *self);
/* (nullable): the nationwide identifier */
const char           *yc_certificate_details_get_identifier  (YcCertificateDetails  *self);
YcCertificateState    yc_certificate_details_get_state       (YcCertificateDetails  *self);
guint                 yc_certificate_details_get_version     (YcCertificateDetails  *self);
/* (nullable): the last day, YYYY-MM-DD; NULL when it is valid for good */
const char           *yc_certificate_details_get_valid_until (YcCertificateDetails  *self);
/* (nullable): the number of the version before */
const char           *yc_certificate_details_get_replaces    (YcCertificateDetails  *self);
/* The oldest first; there is always one. */
guint                 yc_certificate_details_get_n_changes   (YcCertificateDetails  *self);
const YcCertificateChange *
                      yc_certificate_details_get_change      (YcCertificateDetails  *self,
                                                              guint                  position);

G_END_DECLS
