/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs the marks in the QR codes of certificates. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_MARK_SIGNER_SEED_BYTES 32

#define YC_TYPE_MARK_SIGNER (yc_mark_signer_get_type ())

/**
 * YcMarkSigner:
 *
 * The signature in a QR code has a key of its own, Ed25519: that of the seal makes signatures too
 * long for a code that is to be read from paper. May be used by several threads at once.
 */
G_DECLARE_FINAL_TYPE (YcMarkSigner, yc_mark_signer, YC, MARK_SIGNER, GObject)

/**
 * yc_mark_signer_new:
 * @seed: %YC_MARK_SIGNER_SEED_BYTES random bytes, which are the private key
 * @error: return location
 *
 * Returns: (transfer full): a signer, or %NULL with %YC_CERTIFICATE_ERROR_KEY
 */
YcMarkSigner *yc_mark_signer_new            (const guint8  *seed,
                                             GError       **error);

/**
 * yc_mark_signer_new_sample:
 * @error: return location
 *
 * The signer of demo mode. Its key is in everybody's hands: what it signs proves nothing.
 *
 * Returns: (transfer full): a signer
 */
YcMarkSigner *yc_mark_signer_new_sample     (GError       **error);

/**
 * yc_mark_signer_dup_public_key:
 * @self: a signer
 *
 * Returns: (transfer full): the public key, PEM, for a #YcTrust
 */
char         *yc_mark_signer_dup_public_key (YcMarkSigner  *self);

/**
 * yc_mark_signer_make:
 * @self: a signer
 * @verify_url: the address of the certificate's page, which ends with "/" and its number
 * @serial: its number
 * @issued_at: when it is issued
 * @valid_until: (nullable): when it ends
 * @essentials: see yc_verify_mark_pick_essentials()
 *
 * Returns: (transfer full): the text of the QR code: the address, "#" and the mark; of the address
 *   alone if nothing can be signed
 */
char         *yc_mark_signer_make           (YcMarkSigner  *self,
                                             const char    *verify_url,
                                             const char    *serial,
                                             GDateTime     *issued_at,
                                             GDateTime     *valid_until,
                                             JsonObject    *essentials);

G_END_DECLS
