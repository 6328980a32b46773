/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small helpers around OpenSSL for the files of this room. */
#pragma once

#include <gio/gio.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "yc-certificate-error.h"

G_BEGIN_DECLS

typedef STACK_OF (X509) YcX509Stack;

static inline void
yc_x509_stack_free (YcX509Stack *stack)
{
  sk_X509_pop_free (stack, X509_free);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ASN1_TIME, ASN1_TIME_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_CRL, X509_CRL_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE, X509_STORE_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_STORE_CTX, X509_STORE_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcX509Stack, yc_x509_stack_free)

BIO        *yc_openssl_new_bio       (GBytes              *bytes);
YcX509Stack *yc_openssl_read_certificates (GBytes         *pem);
GBytes     *yc_openssl_read_file     (const char          *path,
                                      GError             **error);
char       *yc_openssl_dup_name      (X509                *certificate);
GDateTime  *yc_openssl_dup_time      (const ASN1_TIME     *time);
gboolean    yc_openssl_fail          (GError             **error,
                                      YcCertificateError   code,
                                      const char          *message);
gsize       yc_openssl_find_canonical_size (CMS_ContentInfo *cms,
                                      const guint8        *der,
                                      gsize                size);
void        yc_openssl_clear         (void);
gboolean    yc_openssl_is_sample     (X509                *certificate);
GBytes     *yc_openssl_get_sample    (const char          *name);

G_END_DECLS
