/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos of a certificate, fetched from among its case's files. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

/**
 * yc_certificate_photos_fill:
 * @work: the work, in a transaction
 * @record: the case
 * @template_: the id of the certificate's template
 * @data: what the certificate says, of its own; changed
 * @error: (nullable): return location
 *
 * Puts the content of files in the place of their names, wherever the template shows a photo. A field
 * without a file stays as it is: the sheet has a frame there.
 *
 * Returns: %FALSE when a file cannot be read
 */
gboolean yc_certificate_photos_fill (const YcWork  *work,
                                     YcCaseRecord  *record,
                                     const char    *template_,
                                     JsonObject    *data,
                                     GError       **error);

G_END_DECLS
