/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's blocks and page, for the composer. */
#pragma once

#include "yc-certificate-template.h"
#include "yc-overprint-private.h"
#include "yc-template-block-private.h"
#include "yc-template-page-private.h"

G_BEGIN_DECLS

GPtrArray            *yc_certificate_template_get_blocks    (YcCertificateTemplate *self);
const char           *yc_certificate_template_get_addressee (YcCertificateTemplate *self);
const YcTemplatePage *yc_certificate_template_get_page      (YcCertificateTemplate *self);
const YcOverprint    *yc_overprint_find                     (YcCertificateTemplate  *self,
                                                             GError                **error);

G_END_DECLS
