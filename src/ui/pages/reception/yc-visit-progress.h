/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a visit is: its steps, what comes next, what was sent back. */
#pragma once

#include "yc-step-line.h"
#include "yc-visit.h"

G_BEGIN_DECLS

YcStepMark    yc_visit_progress_mark            (YcVisit *visit, YcCaseDraft *draft, YcStep step);
const char   *yc_visit_progress_describe_next   (YcVisit *visit, YcCaseDraft *draft, YcStep step,
                                                 gboolean can_send);
void          yc_visit_progress_remember        (YcVisit *visit, YcCaseDraft *draft, YcStep step);
YcStep        yc_visit_progress_recall          (YcVisit *visit, YcCaseDraft **draft);
YcCaseDraft  *yc_visit_progress_find_draft      (YcVisit *visit, const char *code);
const char   *yc_visit_progress_find_next_item  (YcVisit *visit);
gboolean      yc_visit_progress_nothing_needed  (YcVisit *visit);
YcCaseReturn *yc_visit_progress_get_return      (YcCaseDraft *draft);
gboolean      yc_visit_progress_is_conflict     (YcCaseDraft *draft);
gboolean      yc_visit_progress_needs_mending   (YcCaseDraft *draft);

G_END_DECLS
