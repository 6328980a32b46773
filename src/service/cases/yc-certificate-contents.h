/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate says, gathered from its case and the catalog. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

/* (transfer full): the place of the item's own level: a town's item is sealed by the town although a
 * village took it in. Otherwise where the case was taken in, under its bare code if the catalog has
 * no name. */
JsonObject *yc_certificate_contents_find_issuer   (const YcWork *work,
                                                   YcCaseRecord *record,
                                                   JsonObject   *item);
/* (transfer full): what the template's placeholders name, but for the serial number */
JsonObject *yc_certificate_contents_write         (const YcWork *work,
                                                   YcCaseRecord *record,
                                                   JsonObject   *place);
/* What the catalog knows of the certificate's kind in the whole country; both (out) (transfer full):
 * @root: what its identifier begins with; @type_code: (nullable) */
void        yc_certificate_contents_read_codes    (const YcWork  *work,
                                                   YcCaseRecord  *record,
                                                   const char    *template_,
                                                   char         **root,
                                                   char         **type_code);

G_END_DECLS
