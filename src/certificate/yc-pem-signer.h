/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose private key and certificate are PEM text. */
#pragma once

#include "yc-cms-signer.h"

G_BEGIN_DECLS

#define YC_TYPE_PEM_SIGNER (yc_pem_signer_get_type ())

G_DECLARE_FINAL_TYPE (YcPemSigner, yc_pem_signer, YC, PEM_SIGNER, YcCmsSigner)

/**
 * yc_pem_signer_new:
 * @key_pem: the private key, PEM, not encrypted
 * @certificate_pem: the certificate of that key, PEM, followed by those of its issuers, if any
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): a signer, or %NULL with %YC_CERTIFICATE_ERROR_KEY
 */
YcSigner *yc_pem_signer_new            (GBytes      *key_pem,
                                        GBytes      *certificate_pem,
                                        GError     **error);

/**
 * yc_pem_signer_new_from_files:
 * @key_path: file of the private key, which may be encrypted
 * @passphrase_path: (nullable): file of its passphrase, see yc_secret_file_read()
 * @certificate_path: file of the certificate
 * @error: return location, or %NULL
 *
 * Like yc_pem_signer_new(); blocks while it reads the files. A passphrase is taken from a file and
 * nowhere else: what stands on a command line or in the environment can be read by others.
 *
 * Returns: (transfer full): a signer, or %NULL with %YC_CERTIFICATE_ERROR_KEY or a #GFileError
 */
YcSigner *yc_pem_signer_new_from_files (const char  *key_path,
                                        const char  *passphrase_path,
                                        const char  *certificate_path,
                                        GError     **error);

/**
 * yc_pem_signer_new_sample:
 * @error: return location, or %NULL
 *
 * The signer of demo mode. Its key is in everybody's hands: what it signs proves nothing.
 *
 * Returns: (transfer full): a signer
 */
YcSigner *yc_pem_signer_new_sample     (GError     **error);

G_END_DECLS
