/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With what the service signs certificates, and whose it believes. */
#pragma once

#include "yc-pkcs11-signer.h"
#include "yc-trust.h"

G_BEGIN_DECLS

/**
 * YcSigningOptions:
 * @key: (nullable): PEM file of the key that signs certificates
 * @passphrase: (nullable): file of that key's passphrase
 * @token: where the key is if it is in a token; unused without a module
 * @certificate: (nullable): PEM file of its certificate
 * @trust: (nullable): PEM file of the roots whose seals are believed
 * @crl: (nullable): PEM file of their revocation lists
 * @timestamp_url: (nullable): where the time-stamp server is
 * @timestamp_trust: (nullable): PEM file of the roots whose time-stamps are believed
 * @timestamp_required: whether nothing is issued without a time-stamp
 */
typedef struct
{
  const char *key;
  const char *passphrase;
  YcPkcs11Key token;
  const char *certificate;
  const char *trust;
  const char *crl;
  const char *timestamp_url;
  const char *timestamp_trust;
  gboolean timestamp_required;
} YcSigningOptions;

gboolean yc_signing_open_signer (const YcSigningOptions  *options,
                                 gboolean                 demo,
                                 YcSigner               **signer,
                                 GError                 **error);
gboolean yc_signing_open_trust  (const YcSigningOptions  *options,
                                 gboolean                 demo,
                                 YcTrust                **trust,
                                 GError                 **error);

G_END_DECLS
