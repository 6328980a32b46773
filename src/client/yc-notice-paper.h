/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a case for a notice: see `yichuangctl certificate print`. */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

/**
 * yc_notice_paper_find:
 * @desk: the desk
 * @a_case: (nullable): a case
 *
 * Returns: (transfer none) (nullable): the template of the notice that its applicant is handed as things
 *   stand: of acceptance, of what is to be mended, of a refusal; %NULL when the catalog has none
 */
JsonObject *yc_notice_paper_find  (YcDesk *desk,
                                   YcCase *a_case);

/**
 * yc_notice_paper_write:
 * @desk: the desk
 * @a_case: a whole case that yc_notice_paper_find() has a notice for
 *
 * Returns: (transfer full) (nullable): a request; %NULL when @a_case is only a summary
 */
JsonNode   *yc_notice_paper_write (YcDesk *desk,
                                   YcCase *a_case);

G_END_DECLS
