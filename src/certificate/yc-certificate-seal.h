/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round red seal ready to be stamped: its vector drawing and its place on the sheet. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_SEAL (yc_certificate_seal_get_type ())

/**
 * YcCertificateSeal:
 *
 * Made by yc_certificate_compose(), used up by yc_certificate_sign(). Never changes.
 */
typedef struct _YcCertificateSeal YcCertificateSeal;

GType              yc_certificate_seal_get_type (void);
YcCertificateSeal *yc_certificate_seal_ref      (YcCertificateSeal *self);
void               yc_certificate_seal_unref    (YcCertificateSeal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCertificateSeal, yc_certificate_seal_unref)

G_END_DECLS
