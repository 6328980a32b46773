/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a certificate's sheet: template and data become the pages of a PDF. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-certificate-seal.h"
#include "yc-certificate-template.h"

G_BEGIN_DECLS

/**
 * YcCertificateMarks:
 * @serial: the certificate's number, printed at the foot of every page and kept in the signature
 * @verify_url: where anyone can check the certificate; printed and in the QR code
 * @issuer: name of the issuing village or community, printed above the date and around the seal
 * @issued_at: when it is issued; the sheet shows the day in China (UTC+8)
 * @sample: %TRUE for training: every page says 演练 and the seal 样例印章
 *
 * What a certificate carries beside its words. The strings are borrowed for the call.
 */
typedef struct
{
  const char *serial;
  const char *verify_url;
  const char *issuer;
  GDateTime  *issued_at;
  gboolean    sample;
} YcCertificateMarks;

/**
 * yc_certificate_compose:
 * @template_: the words
 * @data: (transfer none): an object with the members applicant, form, case, place, serial,
 *   issued_at and today
 * @marks: the marks
 * @seal: (out) (optional) (transfer full): the seal to stamp when the sheet is signed
 * @error: return location, or %NULL
 *
 * Sets the sheet on A4 and writes it as PDF 1.4 with subsets of its fonts. The sheet bears no seal:
 * the seal appears with the signature, see yc_certificate_sign(). The same input gives the same
 * bytes.
 *
 * May be called from any thread, also from several at once, which then wait for each other; @data
 * must not change meanwhile. The first call loads fonts.
 *
 * Returns: (transfer full): the PDF, or %NULL with %YC_CERTIFICATE_ERROR_PLACEHOLDER,
 *   %YC_CERTIFICATE_ERROR_VALUE, %YC_CERTIFICATE_ERROR_GLYPH, %YC_CERTIFICATE_ERROR_SPACE or
 *   %YC_CERTIFICATE_ERROR_FAILED, or an error of a JsonLogic rule
 */
GBytes *yc_certificate_compose (YcCertificateTemplate     *template_,
                                JsonObject                *data,
                                const YcCertificateMarks  *marks,
                                YcCertificateSeal        **seal,
                                GError                   **error);

G_END_DECLS
