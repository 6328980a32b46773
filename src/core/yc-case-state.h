/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a case, what may be done in each and by whom, and the causes of returns. */
#pragma once

#include "yc-role.h"

G_BEGIN_DECLS

/**
 * YcCaseState:
 * @YC_CASE_STATE_SUBMITTED: with a reviewer (已提交).
 * @YC_CASE_STATE_RETURNED: sent back to the counter (已退回).
 * @YC_CASE_STATE_ISSUED: approved, and the certificate was made (已出证).
 * @YC_CASE_STATE_APPROVED: approved, an item without certificate (已通过).
 * @YC_CASE_STATE_REFUSED: not granted (不予许可).
 * @YC_CASE_STATE_WITHDRAWN: taken back by the applicant (已撤回).
 */
typedef enum
{
  YC_CASE_STATE_SUBMITTED = 1,
  YC_CASE_STATE_RETURNED,
  YC_CASE_STATE_ISSUED,
  YC_CASE_STATE_APPROVED,
  YC_CASE_STATE_REFUSED,
  YC_CASE_STATE_WITHDRAWN,
} YcCaseState;

/**
 * YC_N_CASE_STATES:
 *
 * The states are numbered from 1 to this.
 */
#define YC_N_CASE_STATES 6

/**
 * YcCaseAction:
 * @YC_CASE_ACTION_SUBMIT_AGAIN: the clerk sends a mended case.
 * @YC_CASE_ACTION_APPROVE: the reviewer approves the step.
 * @YC_CASE_ACTION_RETURN: the reviewer sends the case back to the counter.
 * @YC_CASE_ACTION_REFUSE: the reviewer refuses the application.
 * @YC_CASE_ACTION_WITHDRAW: the clerk withdraws the case for the applicant.
 * @YC_CASE_ACTION_PRINT: the certificate is printed.
 */
typedef enum
{
  YC_CASE_ACTION_SUBMIT_AGAIN = 1,
  YC_CASE_ACTION_APPROVE,
  YC_CASE_ACTION_RETURN,
  YC_CASE_ACTION_REFUSE,
  YC_CASE_ACTION_WITHDRAW,
  YC_CASE_ACTION_PRINT,
} YcCaseAction;

/**
 * YC_N_CASE_ACTIONS:
 *
 * The actions are numbered from 1 to this.
 */
#define YC_N_CASE_ACTIONS 6

/**
 * YcCause:
 * @YC_CAUSE_CLERK: the clerk made a mistake (窗口责任).
 * @YC_CAUSE_STANDARD: the item's standard is badly drawn (标准责任).
 * @YC_CAUSE_APPLICANT: the applicant's side (申请人原因).
 * @YC_CAUSE_SYSTEM: a technical fault (系统原因).
 *
 * On whose side a return is (责任归类). Only the first two count for the ten-percent rules.
 */
typedef enum
{
  YC_CAUSE_CLERK = 1,
  YC_CAUSE_STANDARD,
  YC_CAUSE_APPLICANT,
  YC_CAUSE_SYSTEM,
} YcCause;

/**
 * YC_N_CAUSES:
 *
 * The causes are numbered from 1 to this.
 */
#define YC_N_CAUSES 4

/**
 * yc_case_state_to_string:
 * @state: a state
 *
 * Returns: (nullable): the word on the wire, such as "submitted"; %NULL for no state
 */
const char *yc_case_state_to_string    (YcCaseState    state);

/**
 * yc_case_state_from_string:
 * @text: (nullable): a word from the wire
 * @state: (out) (optional): the state
 *
 * Returns: whether @text names a state
 */
gboolean    yc_case_state_from_string  (const char    *text,
                                        YcCaseState   *state);

/**
 * yc_case_state_get_title:
 * @state: a state
 *
 * Returns: the translated name
 */
const char *yc_case_state_get_title    (YcCaseState    state);

/**
 * yc_case_state_is_final:
 * @state: a state
 *
 * Returns: whether nobody can decide or mend the case any more
 */
gboolean    yc_case_state_is_final     (YcCaseState    state);

/**
 * yc_case_state_allows:
 * @state: the case's state
 * @action: what is asked for
 * @role: the role of who asks
 * @own_intake: whether who asks took the case in
 * @error: return location for an error
 *
 * Tells whether @action is allowed. Whoever took a case in never decides it (受审分离), whatever
 * the role. Whether the person's place is responsible for the case is not asked here.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_ROLE, _OWN_INTAKE or _STATE (looked at in this order) and a
 *   translated message
 */
gboolean    yc_case_state_allows       (YcCaseState    state,
                                        YcCaseAction   action,
                                        YcRole         role,
                                        gboolean       own_intake,
                                        GError       **error);

/**
 * yc_case_action_to_string:
 * @action: an action
 *
 * Returns: (nullable): a word such as "submit-again", "approve", "return"; %NULL for no action
 */
const char *yc_case_action_to_string   (YcCaseAction   action);

/**
 * yc_case_action_from_string:
 * @text: (nullable): a word
 * @action: (out) (optional): the action
 *
 * Returns: whether @text names an action
 */
gboolean    yc_case_action_from_string (const char    *text,
                                        YcCaseAction  *action);

/**
 * yc_case_action_get_title:
 * @action: an action
 *
 * Returns: the translated name
 */
const char *yc_case_action_get_title   (YcCaseAction   action);

/**
 * yc_cause_to_string:
 * @cause: a cause
 *
 * Returns: (nullable): "clerk", "standard", "applicant" or "system"; %NULL for no cause
 */
const char *yc_cause_to_string         (YcCause        cause);

/**
 * yc_cause_from_string:
 * @text: (nullable): a word from the wire
 * @cause: (out) (optional): the cause
 *
 * Returns: whether @text names a cause
 */
gboolean    yc_cause_from_string       (const char    *text,
                                        YcCause       *cause);

/**
 * yc_cause_get_title:
 * @cause: a cause
 *
 * Returns: the translated name
 */
const char *yc_cause_get_title         (YcCause        cause);

G_END_DECLS
