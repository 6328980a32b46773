/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a certificate's sheet: template and data become the pages of a PDF. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-certificate-marks.h"
#include "yc-certificate-seal.h"
#include "yc-certificate-template.h"

G_BEGIN_DECLS

/**
 * yc_certificate_compose:
 * @template_: the words
 * @data: (transfer none): an object with the members applicant, form, case, place, serial,
 *   issued_at and today; of a notice also notice
 * @marks: the marks; a notice has neither number nor address
 * @seal: (out) (optional) (nullable) (transfer full): the seal to stamp when the sheet is signed; a
 *   preview and a notice have none
 * @error: return location, or %NULL
 *
 * Sets the sheet on the template's paper and writes it as PDF 1.4 with subsets of its fonts. The sheet bears no seal:
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
