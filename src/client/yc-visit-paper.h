/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a visit: see `yichuangctl plan print`. */
#pragma once

#include "yc-desk.h"
#include "yc-visit.h"

G_BEGIN_DECLS

/**
 * yc_visit_paper_write:
 * @desk: the desk
 * @visit: a visit
 * @sheets: the names of the sheets
 * @declaration: (nullable): the id of what the citizen declares, for that sheet
 * @filled: whether the declaration is filled with what is known of the citizen
 *
 * Writes down what the sheets say: the plan in words, the citizen, who was asked and where. Materials
 * that were ticked off in every draft that needs them count as brought.
 *
 * Returns: (transfer full): JSON text
 */
GBytes *yc_visit_paper_write (YcDesk             *desk,
                              YcVisit            *visit,
                              const char *const  *sheets,
                              const char         *declaration,
                              gboolean            filled);

G_END_DECLS
