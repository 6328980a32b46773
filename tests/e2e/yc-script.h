/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mr Zhou's case, step by step, as a clerk and a reviewer do it with the keyboard. */
#pragma once

#include "yc-stage.h"

G_BEGIN_DECLS

/* What every test of the main job types, to be found again on the sheet. */
#define YC_SCRIPT_APPLICANT "周伯安"
#define YC_SCRIPT_ID_NUMBER "990101198103161155"
#define YC_SCRIPT_ADDRESS "东莞市黄江镇北岸社区样例一路 8 号"
#define YC_SCRIPT_METER "20260101"
#define YC_SCRIPT_TENANT "马建国"
#define YC_SCRIPT_ITEM "YS-0101"

/* From the first question to the filled form, the cursor in the last field. */
void yc_script_answer_list  (YcStage *stage);
void yc_script_fill_person  (YcStage *stage);
void yc_script_check_papers (YcStage *stage);
void yc_script_fill_form    (YcStage *stage);
/* All of these, then to the check; the next Ctrl+Enter sends. */
void yc_script_prepare_case (YcStage *stage);
/* Sends and waits until the service has it. */
void yc_script_submit       (YcStage *stage);
/* Changes to the reviewer, approves the newest case, changes back to the clerk. */
void yc_script_approve      (YcStage *stage);
/* The same, but returns it with the first reason and a note. */
void yc_script_return       (YcStage *stage,
                             const char *note);
/* Ctrl+P on the result; does not wait for the sheet. */
void yc_script_print        (YcStage *stage);

/* (transfer full): the only case of the applicant that the service has; fails when there are
 * none or several */
JsonObject *yc_script_get_case (YcStage *stage);
JsonObject *yc_script_get_case_of (YcStage *stage, const char *item);
/* Words on the screen pass; what the service has decided stays. Waits for it, a minute at most. */
void        yc_script_await_state (YcStage *stage, const char *state, guint n_tries);
/* How many cases of the item the clerk took in today for the applicant. */
guint       yc_script_count_cases (YcStage *stage);

G_END_DECLS
