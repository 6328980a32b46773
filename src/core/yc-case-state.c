/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of a case, what may be done in each and by whom, and the causes of returns. */
#include "yc-case-state.h"

#include "yc-core-error.h"
#include "yc-word-private.h"

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

static const char *const state_words[YC_N_CASE_STATES] = {
  "submitted", "returned", "issued", "approved", "refused", "withdrawn",
};

static const char *const action_words[YC_N_CASE_ACTIONS] = {
  "submit-again", "approve", "return", "refuse", "withdraw", "print",
};

static const char *const cause_words[YC_N_CAUSES] = {
  "clerk", "standard", "applicant", "system",
};

static gboolean
fail (GError     **error,
      YcCoreError  code,
      const char  *message)
{
  g_set_error_literal (error, YC_CORE_ERROR, code, message);
  return FALSE;
}

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

const char *
yc_case_state_to_string (YcCaseState state)
{
  return yc_word_of (state_words, YC_N_CASE_STATES, state);
}

gboolean
yc_case_state_from_string (const char  *text,
                           YcCaseState *state)
{
  guint value = yc_word_find (state_words, YC_N_CASE_STATES, text);

  if (value != 0 && state != NULL)
    *state = value;
  return value != 0;
}

const char *
yc_case_state_get_title (YcCaseState state)
{
  static const char *const titles[YC_N_CASE_STATES] = {
    N_ ("Submitted"),   N_ ("Returned"), N_ ("Certificate issued"), N_ ("Approved"),
    N_ ("Not granted"), N_ ("Withdrawn"),
  };
  const char *title = yc_word_of (titles, YC_N_CASE_STATES, state);

  return title != NULL ? _(title) : "";
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
  if (role < 1 || role > YC_N_ROLES || !(rule->roles & (1u << role)))
    return fail (error, YC_CORE_ERROR_ROLE, _("Your role does not allow this"));
  if (rule->decides && own_intake)
    return fail (error, YC_CORE_ERROR_OWN_INTAKE,
                 _("Whoever took a case in may not decide it: another person must"));
  if (state < 1 || state > YC_N_CASE_STATES || !(rule->states & (1u << state)))
    return fail_state (error, state, action);
  return TRUE;
}

const char *
yc_case_action_to_string (YcCaseAction action)
{
  return yc_word_of (action_words, YC_N_CASE_ACTIONS, action);
}

gboolean
yc_case_action_from_string (const char   *text,
                            YcCaseAction *action)
{
  guint value = yc_word_find (action_words, YC_N_CASE_ACTIONS, text);

  if (value != 0 && action != NULL)
    *action = value;
  return value != 0;
}

const char *
yc_case_action_get_title (YcCaseAction action)
{
  static const char *const titles[YC_N_CASE_ACTIONS] = {
    N_ ("Submit again"), N_ ("Approve"),  N_ ("Return"),
    N_ ("Refuse"),       N_ ("Withdraw"), N_ ("Print"),
  };
  const char *title = yc_word_of (titles, YC_N_CASE_ACTIONS, action);

  return title != NULL ? _(title) : "";
}

const char *
yc_cause_to_string (YcCause cause)
{
  return yc_word_of (cause_words, YC_N_CAUSES, cause);
}

gboolean
yc_cause_from_string (const char *text,
                      YcCause    *cause)
{
  guint value = yc_word_find (cause_words, YC_N_CAUSES, text);

  if (value != 0 && cause != NULL)
    *cause = value;
  return value != 0;
}

const char *
yc_cause_get_title (YcCause cause)
{
  static const char *const titles[YC_N_CAUSES] = {
    NC_ ("cause", "Clerk"), NC_ ("cause", "Standard"), NC_ ("cause", "Applicant"),
    NC_ ("cause", "System"),
  };
  const char *title = yc_word_of (titles, YC_N_CAUSES, cause);

  return title != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "cause", title) : "";
}
