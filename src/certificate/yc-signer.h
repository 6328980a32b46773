/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever can sign a certificate: the base of all kinds of signers. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YC_TYPE_SIGNER (yc_signer_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcSigner, yc_signer, YC, SIGNER, GObject)

/**
 * YcSignerClass:
 * @get_name: the name of the seal's holder, as its certificate says; owned by the signer
 * @get_sub_filter: the PDF SubFilter name of the signatures it makes, "ETSI.CAdES.detached"
 * @get_size: the most bytes that @sign can return
 * @sign: returns the signature over the content, as DER
 * @is_sample: (nullable): whether everybody has its key, as in demo mode; %NULL for never
 *
 * A signer for a key in a smart card or in a remote signing service derives from this class, and so
 * would one for the national algorithms (SM2 with SM3). The national form of a sealed document is
 * OFD with a GB/T 38540 seal; it would be a second writer beside this one, not only a second
 * signer. All functions may be called from several threads at once, and @sign may block.
 */
struct _YcSignerClass
{
  GObjectClass parent_class;

  const char *(*get_name)       (YcSigner   *self);
  const char *(*get_sub_filter) (YcSigner   *self);
  gsize       (*get_size)       (YcSigner   *self);
  GBytes     *(*sign)           (YcSigner   *self,
                                 GBytes     *content,
                                 GDateTime  *signed_at,
                                 GError    **error);
  gboolean    (*is_sample)      (YcSigner   *self);

  gpointer     padding[7];
};

const char *yc_signer_get_name       (YcSigner   *self);
const char *yc_signer_get_sub_filter (YcSigner   *self);
gsize       yc_signer_get_size       (YcSigner   *self);
gboolean    yc_signer_is_sample      (YcSigner   *self);

/**
 * yc_signer_sign:
 * @self: a signer
 * @content: the bytes to sign
 * @signed_at: the time to put into the signature
 * @error: return location, or %NULL
 *
 * Returns: (transfer full): a detached CMS signature in DER of at most yc_signer_get_size() bytes,
 *   or %NULL with %YC_CERTIFICATE_ERROR_EXPIRED, %YC_CERTIFICATE_ERROR_KEY or
 *   %YC_CERTIFICATE_ERROR_FAILED
 */
GBytes     *yc_signer_sign           (YcSigner   *self,
                                      GBytes     *content,
                                      GDateTime  *signed_at,
                                      GError    **error);

G_END_DECLS
