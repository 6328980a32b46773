/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one plan: what is here, and what somebody else saved meanwhile. */
#pragma once

#include "yc-desk.h"
#include "yc-difference.h"
#include "yc-saved-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_CONFLICT (yc_plan_conflict_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanConflict, yc_plan_conflict, YC, PLAN_CONFLICT, GObject)

/**
 * yc_plan_conflict_is_of:
 * @command: a command of the outbox
 *
 * Returns: whether it is parked because somebody else changed the plan that it saves, or became
 *   responsible for it
 */
gboolean        yc_plan_conflict_is_of             (YcCommand            *command);

/**
 * yc_plan_conflict_new:
 * @desk: the desk
 * @command: a command that yc_plan_conflict_is_of() is true for
 *
 * Returns: (transfer full): both versions, as they are now; not followed when they change
 */
YcPlanConflict *yc_plan_conflict_new               (YcDesk               *desk,
                                                    YcCommand            *command);
/* (transfer none) (nullable): what the plan of a visit is parked for, if that is another version */
YcCommand      *yc_plan_conflict_find              (YcDesk               *desk,
                                                    YcSavedPlan          *plan);
/* (transfer none): a list of #YcDifference; numbers of people are masked */
GListModel     *yc_plan_conflict_get_differences   (YcPlanConflict       *self);
/* (transfer none): as the service has it */
YcSavedPlan    *yc_plan_conflict_get_theirs        (YcPlanConflict       *self);
/* Whether the service would take ours in the place of theirs: the user is responsible. */
gboolean        yc_plan_conflict_can_send          (YcPlanConflict       *self);

/* Saves what is here in the place of theirs. */
void            yc_plan_conflict_send_ours_async   (YcPlanConflict       *self,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* Takes ours out of the outbox; an open visit then goes on from theirs. */
void            yc_plan_conflict_keep_theirs_async (YcPlanConflict       *self,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* Of both: FALSE with YC_CLIENT_ERROR_DISK or _STATE (decided already). */
gboolean        yc_plan_conflict_decide_finish     (YcPlanConflict       *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
