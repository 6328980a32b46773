/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a verifier believes: root certificates, revocation lists and keys of QR codes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YC_TYPE_TRUST (yc_trust_get_type ())

G_DECLARE_FINAL_TYPE (YcTrust, yc_trust, YC, TRUST, GObject)

/**
 * yc_trust_new:
 * @pem: root certificates, PEM; may also hold revocation lists, and the public keys (Ed25519) of
 *   those who sign the marks in QR codes
 * @error: return location, or %NULL
 *
 * The system's own roots are never used: a web server's certificate authority has no say in who
 * seals a village's certificate. With at least one revocation list, every certificate of a chain
 * must have a current list of its issuer.
 *
 * Once it is filled and used, it never changes: then several threads may use it at once.
 *
 * Returns: (transfer full): the trust, or %NULL with %YC_CERTIFICATE_ERROR_TRUST
 */
YcTrust *yc_trust_new           (GBytes      *pem,
                                 GError     **error);

/**
 * yc_trust_new_from_file:
 * @path: a PEM file
 * @error: return location, or %NULL
 *
 * Like yc_trust_new(); blocks while it reads the file.
 *
 * Returns: (transfer full): the trust, or %NULL with %YC_CERTIFICATE_ERROR_TRUST or a #GFileError
 */
YcTrust *yc_trust_new_from_file (const char  *path,
                                 GError     **error);

/**
 * yc_trust_add_mark_keys:
 * @self: a trust that nobody uses yet
 * @pem: public keys (Ed25519), PEM
 * @error: return location, or %NULL
 *
 * Believes more of those who sign the marks in QR codes.
 *
 * Returns: %FALSE with %YC_CERTIFICATE_ERROR_TRUST when there are none in it
 */
gboolean yc_trust_add_mark_keys (YcTrust     *self,
                                 GBytes      *pem,
                                 GError     **error);

/**
 * yc_trust_new_sample:
 * @error: return location, or %NULL
 *
 * Trusts the sample authority of demo mode, whose signing key everybody has. For demo mode only.
 *
 * Returns: (transfer full): the trust
 */
YcTrust *yc_trust_new_sample    (GError     **error);

/**
 * yc_trust_add_crls:
 * @self: a trust that nobody uses yet
 * @pem: revocation lists, PEM
 * @error: return location, or %NULL
 *
 * Adds revocation lists, which come anew every day while roots stay for years.
 *
 * Returns: %FALSE with %YC_CERTIFICATE_ERROR_TRUST when there are none in it
 */
gboolean yc_trust_add_crls      (YcTrust     *self,
                                 GBytes      *pem,
                                 GError     **error);

/* The same with a file; it blocks, and a #GFileError can occur. */
gboolean yc_trust_add_crls_from_file (YcTrust     *self,
                                      const char  *path,
                                      GError     **error);

/**
 * yc_trust_set_time_authorities:
 * @self: a trust that nobody uses yet
 * @authorities: (nullable): whose time-stamps are believed
 *
 * Who may say when something was signed is another question than who may sign: without this, no
 * time-stamp is believed.
 */
void     yc_trust_set_time_authorities (YcTrust *self,
                                        YcTrust *authorities);

/* The same with the root certificates in a PEM file; errors as of yc_trust_new_from_file(). */
gboolean yc_trust_add_time_authorities_from_file (YcTrust     *self,
                                                  const char  *path,
                                                  GError     **error);

G_END_DECLS
