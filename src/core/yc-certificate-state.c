/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of an issued certificate, what may be done in each, by whom, and for which reasons. */
#include "yc-certificate-state.h"

#include "yc-core-error.h"
#include "yc-role-rule-private.h"
#include "yc-word.h"

#include <glib/gi18n-lib.h>

#define BY(role) (1u << YC_ROLE_##role)
#define FOR(reason) (1u << YC_CHANGE_REASON_##reason)

/* What an action asks of the person and of the reason; the certificate is in force for all. */
typedef struct
{
  guint    roles;
  guint    reasons;
  gboolean decides;
} Rule;

static const Rule rules[YC_N_CERTIFICATE_ACTIONS] = {
  [YC_CERTIFICATE_ACTION_VOID - 1] = { BY (REVIEWER) | BY (SUPERVISOR),
                                       FOR (MISTAKE) | FOR (REQUEST) | FOR (REVOKED) | FOR (OTHER),
                                       TRUE },
  [YC_CERTIFICATE_ACTION_REPLACE - 1] = { BY (REVIEWER) | BY (SUPERVISOR),
                                          FOR (MISTAKE) | FOR (REQUEST) | FOR (OTHER), TRUE },
  [YC_CERTIFICATE_ACTION_REISSUE - 1] = { BY (REVIEWER) | BY (SUPERVISOR),
                                          FOR (LOST) | FOR (DAMAGED) | FOR (OTHER), TRUE },
  [YC_CERTIFICATE_ACTION_PRINT - 1] = { BY (CLERK) | BY (REVIEWER) | BY (SUPERVISOR), 0, FALSE },
};

static const YcWord states[YC_N_CERTIFICATE_STATES + 1] = {
  { "valid", NC_ ("certificate", "In force") },
  { "void", NC_ ("certificate", "Void") },
  { "replaced", NC_ ("certificate", "Replaced") },
};

static const YcWord actions[YC_N_CERTIFICATE_ACTIONS + 1] = {
  { "void", NC_ ("certificate action", "Make void") },
  { "replace", NC_ ("certificate action", "Replace") },
  { "reissue", NC_ ("certificate action", "Issue again") },
  { "print", NC_ ("certificate action", "Print") },
};

static const YcWord reasons[YC_N_CHANGE_REASONS + 1] = {
  { "mistake", NC_ ("change reason", "What it says is wrong") },
  { "request", NC_ ("change reason", "The applicant asked for it") },
  { "revoked", NC_ ("change reason", "The approval was revoked") },
  { "lost", NC_ ("change reason", "The holder lost it") },
  { "damaged", NC_ ("change reason", "It is damaged") },
  { "other", NC_ ("change reason", "Other reason") },
};

YC_DEFINE_WORDS (YcCertificateState, yc_certificate_state, states)
YC_DEFINE_TITLES (YcCertificateState, yc_certificate_state, states, "certificate")
YC_DEFINE_WORDS (YcCertificateAction, yc_certificate_action, actions)
YC_DEFINE_TITLES (YcCertificateAction, yc_certificate_action, actions, "certificate action")
YC_DEFINE_WORDS (YcChangeReason, yc_change_reason, reasons)
YC_DEFINE_TITLES (YcChangeReason, yc_change_reason, reasons, "change reason")

gboolean
yc_change_reason_fits (YcChangeReason      reason,
                       YcCertificateAction action)
{
  g_return_val_if_fail (action >= 1 && action <= YC_N_CERTIFICATE_ACTIONS, FALSE);

  return reason >= 1 && reason <= YC_N_CHANGE_REASONS &&
         (rules[action - 1].reasons & (1u << reason)) != 0;
}

gboolean
yc_certificate_state_allows (YcCertificateState    state,
                             YcCertificateAction   action,
                             YcRole                role,
                             gboolean              own_intake,
                             GError              **error)
{
  const Rule *rule;

  g_return_val_if_fail (action >= 1 && action <= YC_N_CERTIFICATE_ACTIONS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  rule = &rules[action - 1];
  if (!yc_role_rule_allows (rule->roles, rule->decides, role, own_intake, error))
    return FALSE;
  if (state == YC_CERTIFICATE_VALID)
    return TRUE;
  g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_STATE,
                       state == YC_CERTIFICATE_VOID
                         ? _("This certificate is void")
                         : _("A later version has taken this certificate’s place"));
  return FALSE;
}
