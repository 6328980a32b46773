/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place is asked at each step of a review. */
#pragma once

#include "yc-case-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_case_review_find_place  (const YcWork  *work,
                                        YcCaseRecord  *record,
                                        const char    *level,
                                        char         **path);
void        yc_case_review_set_step    (const YcWork  *work,
                                        YcCaseRecord  *record,
                                        gint64         step);
gboolean    yc_case_review_check_place (const YcWork  *work,
                                        YcCaseRecord  *record,
                                        GError       **error);

G_END_DECLS
