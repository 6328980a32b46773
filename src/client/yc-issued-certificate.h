/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as a line of a list. */
#pragma once

#include "yc-certificate-state.h"

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_ISSUED_CERTIFICATE (yc_issued_certificate_get_type ())

G_DECLARE_FINAL_TYPE (YcIssuedCertificate, yc_issued_certificate, YC, ISSUED_CERTIFICATE, GObject)

/* Read-only properties of the same names: "serial", "case-id", "case-number", "title",
 * "applicant-name", "issued-at" (GDateTime), "n-prints" (uint, notified), "state"
 * (int, a YcCertificateState, notified), "n-undelivered" (uint, notified). */

/* (transfer full): NULL with YC_CLIENT_ERROR_BAD_ANSWER */
YcIssuedCertificate *yc_issued_certificate_new_from_json      (JsonObject           *json,
                                                               GError              **error);
const char          *yc_issued_certificate_get_serial         (YcIssuedCertificate  *self);
const char          *yc_issued_certificate_get_case_id        (YcIssuedCertificate  *self);
const char          *yc_issued_certificate_get_case_number    (YcIssuedCertificate  *self);
const char          *yc_issued_certificate_get_title          (YcIssuedCertificate  *self);
const char          *yc_issued_certificate_get_applicant_name (YcIssuedCertificate  *self);
GDateTime           *yc_issued_certificate_get_issued_at      (YcIssuedCertificate  *self);
guint                yc_issued_certificate_get_n_prints       (YcIssuedCertificate  *self);
YcCertificateState   yc_issued_certificate_get_state          (YcIssuedCertificate  *self);
/* Over how many channels it was given up. */
guint                yc_issued_certificate_get_n_undelivered  (YcIssuedCertificate  *self);

G_END_DECLS
