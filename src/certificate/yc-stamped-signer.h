/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose signatures are stamped with the time by an authority. */
#pragma once

#include "yc-signer.h"
#include "yc-timestamper.h"
#include "yc-trust.h"

G_BEGIN_DECLS

#define YC_TYPE_STAMPED_SIGNER (yc_stamped_signer_get_type ())

G_DECLARE_FINAL_TYPE (YcStampedSigner, yc_stamped_signer, YC, STAMPED_SIGNER, YcSigner)

/**
 * yc_stamped_signer_new:
 * @signer: who signs
 * @timestamper: who is asked for the time
 * @authorities: whose time-stamps are taken
 * @required: whether a signature without a time-stamp is no signature
 *
 * Makes the signatures of @signer into PAdES B-T. When the authority gives nothing that can be used,
 * the signature is made without a time-stamp (B-B), because a certificate must not wait for it;
 * with @required, signing fails instead with %YC_CERTIFICATE_ERROR_TIMESTAMP.
 *
 * Returns: (transfer full): a signer
 */
YcSigner *yc_stamped_signer_new        (YcSigner        *signer,
                                        YcTimestamper   *timestamper,
                                        YcTrust         *authorities,
                                        gboolean         required);

/**
 * yc_stamped_signer_get_counts:
 * @self: a signer
 * @n_stamped: (out): how many signatures got a time-stamp
 * @n_missed: (out): how many did not
 *
 * May be called from any thread.
 */
void      yc_stamped_signer_get_counts (YcStampedSigner *self,
                                        guint           *n_stamped,
                                        guint           *n_missed);

G_END_DECLS
