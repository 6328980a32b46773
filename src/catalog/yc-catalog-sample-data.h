/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up answers to a form, for trying out what is made of them. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

/**
 * yc_catalog_sample_fill:
 * @form: an empty form
 * @document: (transfer none): the catalog's form it was made of
 * @variant: which answers; even ones answer what must be answered, odd ones everything, and repeating groups
 *   have one row more than this
 *
 * Fills a form until it has no problem left.
 *
 * Returns: whether that was reached: a form may ask for more than such answers have
 */
gboolean yc_catalog_sample_fill (YcForm   *form,
                                 JsonNode *document,
                                 guint     variant);

G_END_DECLS
