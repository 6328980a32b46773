/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Authorities, signers and revocation lists made on the spot, with any dates. */
#pragma once

#include "yc-pem-signer.h"
#include "yc-trust.h"

G_BEGIN_DECLS

typedef struct _YcTestAuthority YcTestAuthority;

/**
 * yc_test_authority_new:
 * @name: its common name
 *
 * An authority valid from 2020 to 2050.
 */
YcTestAuthority *yc_test_authority_new          (const char      *name);
void             yc_test_authority_free         (YcTestAuthority *self);

/* A signer with a fresh key, certified under @name from year to year (1 January both). */
YcSigner        *yc_test_authority_issue        (YcTestAuthority *self,
                                                 const char      *name,
                                                 int              from_year,
                                                 int              until_year);

/* A key and a certificate for a TLS server, as two PEM files; @names as OpenSSL writes them, such as
 * "DNS:localhost,IP:127.0.0.1". */
void             yc_test_authority_issue_server (YcTestAuthority *self,
                                                 const char      *names,
                                                 int              from_year,
                                                 int              until_year,
                                                 const char      *key_file,
                                                 const char      *certificate_file);

/* The authority's certificate and, with @with_crl, its revocation list, as PEM: everything issued
 * last is on it if @revoke_last. */
GBytes          *yc_test_authority_dup_pem      (YcTestAuthority *self,
                                                 gboolean         with_crl,
                                                 gboolean         revoke_last);

YcTrust         *yc_test_authority_create_trust (YcTestAuthority *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestAuthority, yc_test_authority_free)

G_END_DECLS
