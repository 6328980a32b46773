/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit is: at which step, on which draft, and whether that is being sent. */
#pragma once

#include "yc-step-line.h"
#include "yc-visit.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_WALK (yc_visit_walk_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitWalk, yc_visit_walk, YC, VISIT_WALK, GObject)

YcVisitWalk *yc_visit_walk_new               (YcVisit *visit);
YcVisit     *yc_visit_walk_get_visit         (YcVisitWalk *self);
YcCaseDraft *yc_visit_walk_get_draft         (YcVisitWalk *self);
void         yc_visit_walk_set_draft         (YcVisitWalk *self, YcCaseDraft *draft);
gboolean     yc_visit_walk_open_item         (YcVisitWalk *self, const char *code,
                                              GError **error);
YcStep       yc_visit_walk_get_step          (YcVisitWalk *self);
YcStep       yc_visit_walk_set_step          (YcVisitWalk *self, YcStep step);
gboolean     yc_visit_walk_get_sending       (YcVisitWalk *self);
gboolean     yc_visit_walk_can_send          (YcVisitWalk *self);
gboolean     yc_visit_walk_can_go_on         (YcVisitWalk *self);
gboolean     yc_visit_walk_needs_nothing     (YcVisitWalk *self);
const char  *yc_visit_walk_describe_next     (YcVisitWalk *self);
char        *yc_visit_walk_dup_place_to_mend (YcVisitWalk *self);
void         yc_visit_walk_submit_async      (YcVisitWalk *self, GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean     yc_visit_walk_submit_finish     (YcVisitWalk *self, GAsyncResult *result,
                                              GError **error);

G_END_DECLS
