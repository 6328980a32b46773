/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field that the service refused, as long as nobody has changed it since. */
#pragma once

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_REFUSAL (yc_refusal_get_type ())

G_DECLARE_FINAL_TYPE (YcRefusal, yc_refusal, YC, REFUSAL, GObject)

/**
 * yc_refusal_list:
 * @draft: a draft
 *
 * Returns: (transfer full) (element-type YcRefusal): what the service found wrong in the form of the
 *   parked submission and what is still as it was sent; empty for nothing. What it says about the
 *   applicant or the materials is in yc_case_draft_dup_refusals() only.
 */
GPtrArray  *yc_refusal_list        (YcCaseDraft *draft);
/* JSON Pointer into the form's data. */
const char *yc_refusal_get_pointer (YcRefusal   *self);
/* What the service said, in its own words. */
const char *yc_refusal_get_message (YcRefusal   *self);
gboolean    yc_refusal_equal       (YcRefusal   *a,
                                    YcRefusal   *b);

G_END_DECLS
