/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose private key is in a token (PKCS #11): a smart card, a USB key, a security module. */
#pragma once

#include "yc-cms-signer.h"

G_BEGIN_DECLS

#define YC_TYPE_PKCS11_SIGNER (yc_pkcs11_signer_get_type ())

G_DECLARE_FINAL_TYPE (YcPkcs11Signer, yc_pkcs11_signer, YC, PKCS11_SIGNER, YcCmsSigner)

/**
 * YcPkcs11Key:
 * @module: path of the token's library
 * @token: the token's label
 * @label: the key's label
 * @pin_path: file of the PIN, see yc_secret_file_read(); read anew whenever the token is opened
 *
 * Where a key is.
 */
typedef struct
{
  const char *module;
  const char *token;
  const char *label;
  const char *pin_path;
} YcPkcs11Key;

/**
 * yc_pkcs11_signer_new:
 * @key: where the key is; copied
 * @certificate_path: file of the key's certificate, PEM, followed by those of its issuers, if any
 * @error: return location
 *
 * Opens the token; blocks meanwhile. A token that is not there, or goes away and comes back, is opened
 * when the next signature is wanted; until then signing fails with %YC_CERTIFICATE_ERROR_TOKEN. But a PIN that was refused is never tried a second time: tokens lock
 * themselves after a few. Several threads wait for each other. As the library's state belongs to
 * the process, there must not be two signers for one library.
 *
 * Returns: (transfer full): a signer, or %NULL with %YC_CERTIFICATE_ERROR_TOKEN,
 *   %YC_CERTIFICATE_ERROR_KEY or a #GFileError
 */
YcSigner *yc_pkcs11_signer_new (const YcPkcs11Key  *key,
                                const char         *certificate_path,
                                GError            **error);

G_END_DECLS
