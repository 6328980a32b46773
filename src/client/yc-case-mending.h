/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate is to certify after it was mended: a case's contents with some of them changed. */
#pragma once

#include "yc-case.h"
#include "yc-catalog.h"
#include "yc-form.h"

G_BEGIN_DECLS

/**
 * yc_case_mending_create_form:
 * @catalog: the catalog
 * @a_case: a whole case
 * @data: (nullable): what is to stand in the form
 *
 * Returns: (transfer full) (nullable): the form of the case's item, filled in; %NULL when it has none or
 *   the catalog does not know it
 */
YcForm     *yc_case_mending_create_form (YcCatalog  *catalog,
                                         YcCase     *a_case,
                                         JsonNode   *data);

/**
 * yc_case_mending_write:
 * @a_case: a whole case
 * @name: the applicant's name
 * @id_number: the applicant's number
 * @form: (nullable): the form as it is to be
 *
 * Returns: (transfer full): the contents for yc_desk_change_certificate_async(); all else is as in the
 *   case
 */
JsonObject *yc_case_mending_write       (YcCase     *a_case,
                                         const char *name,
                                         const char *id_number,
                                         YcForm     *form);

G_END_DECLS
