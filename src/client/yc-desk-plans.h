/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does with saved plans: save, find, open, hand over, answer. */
#pragma once

#include "yc-desk.h"
#include "yc-saved-plan.h"

G_BEGIN_DECLS

/**
 * yc_desk_save_plan:
 * @self: a desk
 * @visit: a visit with a plan that is not empty
 *
 * Saves the visit's plan with all answers through the outbox, also with the line down: see
 * yc_visit_get_saved_plan() for what becomes of it. The service gives it a number when it arrives.
 * A plan that another counter has changed meanwhile is not saved over theirs: see #YcPlanConflict.
 * Nothing is sent when nothing was changed since.
 */
void        yc_desk_save_plan               (YcDesk               *self,
                                             YcVisit              *visit);

/**
 * yc_desk_find_plans_async:
 * @self: a desk
 * @number: (nullable): a plan's number, typed or scanned
 * @id_number: (nullable): a citizen's ID number; one of both at least
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Looks for saved plans. By one of both only those that the user may know of by place are found; by
 * both also those of other counters. The service notes every search.
 */
void        yc_desk_find_plans_async        (YcDesk               *self,
                                             const char           *number,
                                             const char           *id_number,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* (transfer full): a list of YcSavedPlan; NULL with YC_CLIENT_ERROR_OFFLINE, _BUSY, … */
GListModel *yc_desk_find_plans_finish       (YcDesk               *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* (transfer full): plans whose hand-over waits for an answer, handed to the user's place or by the
 * user, then also those that were answered in the last days: a live list of YcSavedPlan that begins to
 * load, the earliest due first */
YcLiveList *yc_desk_create_hand_over_list   (YcDesk               *self,
                                             gboolean              outgoing);

/* (transfer full): the plans that the user is responsible for: a live list of YcSavedPlan that begins
 * to load, the last changed first */
YcLiveList *yc_desk_create_plan_list        (YcDesk               *self);

/* (transfer full) (nullable): one of the user's plans, as yc_desk_find_own() knows them */
YcSavedPlan *yc_desk_find_own_plan          (YcDesk               *self,
                                             const char           *id);

/* Opens a saved plan as a visit with all answers: one that is open here and has it already, also with
 * the line down, or a new one. The look is noted. @id_number: (nullable): the citizen's, for plans of other counters. */
void        yc_desk_open_plan_async         (YcDesk               *self,
                                             YcSavedPlan          *plan,
                                             const char           *id_number,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* (transfer none): NULL with YC_CLIENT_ERROR_NOT_FOUND, _OFFLINE, … */
YcVisit    *yc_desk_open_plan_finish        (YcDesk               *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Asks somebody else to take a plan over that is saved or on its way; through the outbox, also with
 * the line down. @kind: "counter", "hotline" or "department"; @place: for a counter its place's code;
 * @due: "YYYY-MM-DD". */
void        yc_desk_hand_over_plan_async    (YcDesk               *self,
                                             YcSavedPlan          *plan,
                                             const char           *kind,
                                             const char           *place,
                                             const char           *name,
                                             const char           *due,
                                             const char           *note,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_PENDING (kept; it goes as soon as the line is back), _STATE, _INVALID,
 * …; when it is done @plan shows it. */
gboolean    yc_desk_hand_over_plan_finish   (YcDesk               *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* Answers the hand-over of a plan that is open; through the outbox, also with the line down.
 * @answer: "accept", "decline" or "withdraw"; @by: (nullable): who accepted, where they have no
 * desk. */
void        yc_desk_answer_plan_async       (YcDesk               *self,
                                             YcSavedPlan          *plan,
                                             const char           *answer,
                                             const char           *by,
                                             const char           *note,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_PENDING (kept; it goes as soon as the line is back), _STATE (it is not
 * open any more), _INVALID, …; when it is done @plan shows it. */
gboolean    yc_desk_answer_plan_finish      (YcDesk               *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* (nullable): the answer to the plan's hand-over that is kept here and not sent yet */
const char *yc_desk_find_kept_answer        (YcDesk               *self,
                                             YcSavedPlan          *plan);

G_END_DECLS
