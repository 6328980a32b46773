/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a case, what may be done in each and by whom, and the causes of returns. */
#include "yc-case-state.h"

#include "yc-core-error.h"
#include "yc-role-rule-private.h"
#include "yc-word.h"

#include <glib/gi18n-lib.h>

#define IN(state) (1u << YC_CASE_STATE_##state)
#define BY(role) (1u << YC_ROLE_##role)

/* What an action asks of the case and of the person. */
typedef struct
{
  guint    states;
  guint    roles;
  gboolean decides;
} Rule;

static const Rule rules[YC_N_CASE_ACTIONS] = {
  [YC_CASE_ACTION_SUBMIT_AGAIN - 1] = { IN (RETURNED), BY (CLERK), FALSE },
  [YC_CASE_ACTION_APPROVE - 1] = { IN (SUBMITTED), BY (REVIEWER), TRUE },
  [YC_CASE_ACTION_RETURN - 1] = { IN (SUBMITTED), BY (REVIEWER), TRUE },
  [YC_CASE_ACTION_REFUSE - 1] = { IN (SUBMITTED), BY (REVIEWER), TRUE },
  [YC_CASE_ACTION_WITHDRAW - 1] = { IN (SUBMITTED) | IN (RETURNED), BY (CLERK), FALSE },
  [YC_CASE_ACTION_PRINT - 1] = { IN (ISSUED), BY (CLERK) | BY (REVIEWER) | BY (SUPERVISOR), FALSE },
};

static const YcWord states[YC_N_CASE_STATES + 1] = {
  { "submitted", N_ ("Submitted") },
  { "returned", N_ ("Returned") },
  { "issued", N_ ("Certificate issued") },
  { "approved", N_ ("Approved") },
  { "refused", N_ ("Not granted") },
  { "withdrawn", N_ ("Withdrawn") },
};

static const YcWord actions[YC_N_CASE_ACTIONS + 1] = {
  { "submit-again", N_ ("Submit again") },
  { "approve", N_ ("Approve") },
  { "return", N_ ("Return") },
  { "refuse", N_ ("Refuse") },
  { "withdraw", N_ ("Withdraw") },
  { "print", N_ ("Print") },
};

static const YcWord causes[YC_N_CAUSES + 1] = {
  { "clerk", NC_ ("cause", "Clerk") },
  { "standard", NC_ ("cause", "Standard") },
  { "applicant", NC_ ("cause", "Applicant") },
  { "system", NC_ ("cause", "System") },
};

YC_DEFINE_WORDS (YcCaseState, yc_case_state, states)
YC_DEFINE_TITLES (YcCaseState, yc_case_state, states, NULL)
YC_DEFINE_WORDS (YcCaseAction, yc_case_action, actions)
YC_DEFINE_TITLES (YcCaseAction, yc_case_action, actions, NULL)
YC_DEFINE_WORDS (YcCause, yc_cause, causes)
YC_DEFINE_TITLES (YcCause, yc_cause, causes, "cause")

static gboolean
fail_state (GError      **error,
            YcCaseState   state,
            YcCaseAction  action)
{
  g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_STATE,
               /* Translators: first a state of a case such as “Returned”, then an action such as
                * “Approve”. */
               _("The case is in state “%s”, which does not allow “%s”"),
               yc_case_state_get_title (state), yc_case_action_get_title (action));
  return FALSE;
}

gboolean
yc_case_state_is_final (YcCaseState state)
{
  return state != YC_CASE_STATE_SUBMITTED && state != YC_CASE_STATE_RETURNED;
}

gboolean
yc_case_state_allows (YcCaseState    state,
                      YcCaseAction   action,
                      YcRole         role,
                      gboolean       own_intake,
                      GError       **error)
{
  const Rule *rule;

  g_return_val_if_fail (action >= 1 && action <= YC_N_CASE_ACTIONS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  rule = &rules[action - 1];
  if (!yc_role_rule_allows (rule->roles, rule->decides, role, own_intake, error))
    return FALSE;
  if (state < 1 || state > YC_N_CASE_STATES || !(rule->states & (1u << state)))
    return fail_state (error, state, action);
  return TRUE;
}
