/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states of an issued certificate, what may be done in each, by whom, and for which reasons. */
#pragma once

#include "yc-role.h"

G_BEGIN_DECLS

/**
 * YcCertificateState:
 * @YC_CERTIFICATE_VALID: in force, unless its last day is over (有效).
 * @YC_CERTIFICATE_VOID: without effect for good (已作废).
 * @YC_CERTIFICATE_REPLACED: a later version took its place (已被新版本取代).
 */
typedef enum
{
  YC_CERTIFICATE_VALID = 1,
  YC_CERTIFICATE_VOID,
  YC_CERTIFICATE_REPLACED,
} YcCertificateState;

#define YC_N_CERTIFICATE_STATES 3

/**
 * YcCertificateAction:
 * @YC_CERTIFICATE_ACTION_VOID: it loses its effect (作废).
 * @YC_CERTIFICATE_ACTION_REPLACE: a new version with mended words takes its place (换发).
 * @YC_CERTIFICATE_ACTION_REISSUE: a new version with the same words takes its place (补发).
 * @YC_CERTIFICATE_ACTION_PRINT: it is printed.
 */
typedef enum
{
  YC_CERTIFICATE_ACTION_VOID = 1,
  YC_CERTIFICATE_ACTION_REPLACE,
  YC_CERTIFICATE_ACTION_REISSUE,
  YC_CERTIFICATE_ACTION_PRINT,
} YcCertificateAction;

#define YC_N_CERTIFICATE_ACTIONS 4

/**
 * YcChangeReason:
 * @YC_CHANGE_REASON_MISTAKE: what it says is wrong.
 * @YC_CHANGE_REASON_REQUEST: the applicant asked for it.
 * @YC_CHANGE_REASON_REVOKED: what it rests on was revoked.
 * @YC_CHANGE_REASON_LOST: the holder lost it.
 * @YC_CHANGE_REASON_DAMAGED: it cannot be used any more.
 * @YC_CHANGE_REASON_OTHER: something else, to be told in words.
 *
 * Why an issued certificate is changed.
 */
typedef enum
{
  YC_CHANGE_REASON_MISTAKE = 1,
  YC_CHANGE_REASON_REQUEST,
  YC_CHANGE_REASON_REVOKED,
  YC_CHANGE_REASON_LOST,
  YC_CHANGE_REASON_DAMAGED,
  YC_CHANGE_REASON_OTHER,
} YcChangeReason;

#define YC_N_CHANGE_REASONS 6

/* The word on the wire: "valid", "void", "replaced"; NULL for no state. */
const char *yc_certificate_state_to_string    (YcCertificateState    state);
gboolean    yc_certificate_state_from_string  (const char           *text,
                                               YcCertificateState   *state);
const char *yc_certificate_state_get_title    (YcCertificateState    state);

/* "void", "replace", "reissue", "print" */
const char *yc_certificate_action_to_string   (YcCertificateAction   action);
gboolean    yc_certificate_action_from_string (const char           *text,
                                               YcCertificateAction  *action);
const char *yc_certificate_action_get_title   (YcCertificateAction   action);

/* "mistake", "request", "revoked", "lost", "damaged", "other" */
const char *yc_change_reason_to_string        (YcChangeReason        reason);
gboolean    yc_change_reason_from_string      (const char           *text,
                                               YcChangeReason       *reason);
const char *yc_change_reason_get_title        (YcChangeReason        reason);

/**
 * yc_change_reason_fits:
 * @reason: a reason
 * @action: what is to be done
 *
 * Returns: whether it can be done for that reason; %FALSE for every action that needs none
 */
gboolean    yc_change_reason_fits             (YcChangeReason        reason,
                                               YcCertificateAction   action);

/**
 * yc_certificate_state_allows:
 * @state: the certificate's state
 * @action: what is asked for
 * @role: the role of who asks
 * @own_intake: whether who asks took the case in
 * @error: return location for an error
 *
 * Tells whether @action is allowed. As with the approval itself, whoever took the case in never
 * changes its certificate. Whether the person's place is responsible is not asked here.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_ROLE, _OWN_INTAKE or _STATE (looked at in this order) and a
 *   translated message
 */
gboolean    yc_certificate_state_allows       (YcCertificateState    state,
                                               YcCertificateAction   action,
                                               YcRole                role,
                                               gboolean              own_intake,
                                               GError              **error);

G_END_DECLS
