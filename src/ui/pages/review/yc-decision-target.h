/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a return can be about: a field of the form, a material, or the case as a whole. */
#pragma once

#include <gio/gio.h>

#include "yc-case.h"
#include "yc-form.h"
#include "yc-item.h"

G_BEGIN_DECLS

#define YC_TYPE_DECISION_TARGET (yc_decision_target_get_type ())

G_DECLARE_FINAL_TYPE (YcDecisionTarget, yc_decision_target, YC, DECISION_TARGET, GObject)

/* Property: "title". */

const char *yc_decision_target_get_pointer (YcDecisionTarget *self);
/* (transfer full): the case as a whole, the item's materials, as variants where @a_case
 * (nullable) has such, then the form's fields */
GListModel *yc_decision_target_list        (YcItem           *item,
                                            YcCase           *a_case,
                                            YcForm           *form);
/* The place of @pointer in a list of targets; 0 (the case as a whole) when it is not there. */
guint       yc_decision_target_find        (GListModel       *targets,
                                            const char       *pointer);

G_END_DECLS
