/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the service refused, as long as nobody has changed it since. */
#pragma once

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_REFUSAL (yc_refusal_get_type ())

G_DECLARE_FINAL_TYPE (YcRefusal, yc_refusal, YC, REFUSAL, GObject)

/* Places outside of the form: what a pointer to a material begins with, and the applicant. */
#define YC_REFUSAL_MATERIALS "materials/"
#define YC_REFUSAL_APPLICANT "applicant"

/**
 * yc_refusal_list:
 * @draft: a draft
 *
 * Returns: (transfer full) (element-type YcRefusal): what the service found wrong in the parked
 *   submission and what is still as it was sent; empty for nothing. What is about none of the
 *   draft's parts is in yc_case_draft_dup_refusals() only.
 */
GPtrArray  *yc_refusal_list        (YcCaseDraft *draft);
/* (transfer full): title of what a problem [{pointer,message,keyword}] of that draft is about. */
char       *yc_refusal_dup_title   (YcCaseDraft *draft,
                                    JsonObject  *problem);
/* JSON Pointer into the form's data, "materials/ID" or "applicant". */
const char *yc_refusal_get_pointer (YcRefusal   *self);
/* Title of the field or material. */
const char *yc_refusal_get_title   (YcRefusal   *self);
/* What the service said, in its own words. */
const char *yc_refusal_get_message (YcRefusal   *self);
gboolean    yc_refusal_equal       (YcRefusal   *a,
                                    YcRefusal   *b);

G_END_DECLS
