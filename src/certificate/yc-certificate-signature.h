/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts seal and signature on a composed sheet. */
#pragma once

#include "yc-certificate-composer.h"
#include "yc-signer.h"

G_BEGIN_DECLS

/**
 * yc_certificate_sign:
 * @pdf: a composed sheet, not signed yet
 * @signer: who signs
 * @seal: (nullable): the seal that came with the sheet; %NULL signs invisibly
 * @marks: the marks the sheet was composed with
 * @error: return location, or %NULL
 *
 * Appends one incremental update with a signature field (PAdES, certifying, no change allowed) that
 * looks like the seal, so that the seal on the page and the signature are one thing. The time of
 * signing is the time of issue. May be called from any thread.
 *
 * Returns: (transfer full): the signed PDF, or %NULL with %YC_CERTIFICATE_ERROR_DOCUMENT or an
 *   error of the signer
 */
GBytes *yc_certificate_sign  (GBytes                    *pdf,
                              YcSigner                  *signer,
                              YcCertificateSeal         *seal,
                              const YcCertificateMarks  *marks,
                              GError                   **error);

/**
 * yc_certificate_issue:
 * @template_: the words
 * @data: the data, see yc_certificate_compose()
 * @marks: the marks
 * @signer: who signs
 * @error: return location, or %NULL
 *
 * Composes and signs in one go.
 *
 * Returns: (transfer full): the signed PDF, or %NULL with an error of either step
 */
GBytes *yc_certificate_issue (YcCertificateTemplate     *template_,
                              JsonObject                *data,
                              const YcCertificateMarks  *marks,
                              YcSigner                  *signer,
                              GError                   **error);

G_END_DECLS
