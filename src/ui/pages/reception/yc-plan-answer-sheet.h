/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what belongs to an answer to a hand-over: who it was at the hotline, why it is declined. */
#pragma once

#include "yc-saved-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcPlanAnswerGiven:
 * @over: the widget that asked
 * @plan: the plan
 * @answer: "accept", "decline" or "withdraw"
 * @by: (nullable): who answered, as all will read it; %NULL for who is signed in
 * @note: (nullable): why
 */
typedef void (*YcPlanAnswerGiven) (GtkWidget   *over,
                                   YcSavedPlan *plan,
                                   const char  *answer,
                                   const char  *by,
                                   const char  *note);

void yc_plan_answer_sheet_ask (GtkWidget         *over,
                               YcSavedPlan       *plan,
                               const char        *answer,
                               YcPlanAnswerGiven  given);

G_END_DECLS
