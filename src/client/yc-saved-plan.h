/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as the service keeps it, or will once it has taken it: number, who is responsible, to whom
 * it is being handed over. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcSavedPlanState:
 * @YC_SAVED_PLAN_NEW: nobody asked to save it.
 * @YC_SAVED_PLAN_WAITING: in the outbox, on its way.
 * @YC_SAVED_PLAN_SAVED: the service has it.
 * @YC_SAVED_PLAN_REFUSED: the service does not take it as it is; see the outbox.
 */
typedef enum
{
  YC_SAVED_PLAN_NEW = 1,
  YC_SAVED_PLAN_WAITING,
  YC_SAVED_PLAN_SAVED,
  YC_SAVED_PLAN_REFUSED,
} YcSavedPlanState;

#define YC_TYPE_SAVED_PLAN (yc_saved_plan_get_type ())

G_DECLARE_FINAL_TYPE (YcSavedPlan, yc_saved_plan, YC, SAVED_PLAN, GObject)

/* Signal "changed": anything below did. */

const char       *yc_saved_plan_get_id          (YcSavedPlan *self);
/* The service's number; before it has given one, that which follows from the id. */
const char       *yc_saved_plan_get_number      (YcSavedPlan *self);
/* Whether it is the latter. */
gboolean          yc_saved_plan_get_local       (YcSavedPlan *self);
YcSavedPlanState  yc_saved_plan_get_state       (YcSavedPlan *self);
/* (nullable): why it could not be saved, in YC_CLIENT_ERROR */
const GError     *yc_saved_plan_get_error       (YcSavedPlan *self);
/* Whether the user is responsible for it, or works where who is responsible does. */
gboolean          yc_saved_plan_get_may_change  (YcSavedPlan *self);
/* The version that was saved or opened here; 0 before the service has it. */
gint64            yc_saved_plan_get_version     (YcSavedPlan *self);
/* What it is about. */
const char       *yc_saved_plan_get_title       (YcSavedPlan *self);
/* What the citizen asked for, in the clerk's words; "" for none. */
const char       *yc_saved_plan_get_need        (YcSavedPlan *self);
/* The citizen's masked name and ID number, "" for what is not known. */
char             *yc_saved_plan_dup_name        (YcSavedPlan *self);
char             *yc_saved_plan_dup_id_number   (YcSavedPlan *self);
/* (nullable): when it was last changed */
GDateTime        *yc_saved_plan_get_updated_at  (YcSavedPlan *self);
/* Who was asked first, and who is responsible now; "" before the service has it. */
const char       *yc_saved_plan_get_asked_first (YcSavedPlan *self);
const char       *yc_saved_plan_get_holder      (YcSavedPlan *self);
const char       *yc_saved_plan_get_holder_id   (YcSavedPlan *self);

/* (nullable): to whom it goes as soon as the outbox can send that, and to whom the service does not
 * let it go */
const char       *yc_saved_plan_get_waiting_for (YcSavedPlan *self);
const char       *yc_saved_plan_get_refused_by  (YcSavedPlan *self);
/* The last hand-over: "open", "accepted", "declined", "withdrawn", or "" when there was none. */
const char       *yc_saved_plan_get_hand_over   (YcSavedPlan *self);
/* Translated. */
const char       *yc_saved_plan_get_hand_over_title (YcSavedPlan *self);
/* Of the last hand-over; "" where there is nothing. */
const char       *yc_saved_plan_get_to_kind     (YcSavedPlan *self);
const char       *yc_saved_plan_get_to          (YcSavedPlan *self);
const char       *yc_saved_plan_get_from        (YcSavedPlan *self);
const char       *yc_saved_plan_get_due         (YcSavedPlan *self);
const char       *yc_saved_plan_get_note        (YcSavedPlan *self);
const char       *yc_saved_plan_get_answered_by (YcSavedPlan *self);
const char       *yc_saved_plan_get_answer      (YcSavedPlan *self);
const char       *yc_saved_plan_get_answered_at (YcSavedPlan *self);

G_END_DECLS
