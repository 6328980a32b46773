/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a verifier found out about one PDF. */
#pragma once

#include <gio/gio.h>

#include "yc-verdict-check.h"

G_BEGIN_DECLS

/**
 * YcVerdictState:
 * @YC_VERDICT_GENUINE: signed by someone trusted, and not changed since
 * @YC_VERDICT_CHANGED: signed once, but what is in the file now is not what was signed
 * @YC_VERDICT_UNTRUSTED: not changed, but signed by nobody we trust, or by a revoked certificate
 * @YC_VERDICT_NOT_SIGNED: a PDF without any signature
 * @YC_VERDICT_EXPIRED_SIGNER: as genuine, but the signer's certificate is out of its period
 * @YC_VERDICT_BROKEN: not a PDF, or cut off
 * @YC_VERDICT_EXTENDED: begins with a file that is genuine by itself; what follows was added later
 */
typedef enum
{
  YC_VERDICT_GENUINE = 1,
  YC_VERDICT_CHANGED,
  YC_VERDICT_UNTRUSTED,
  YC_VERDICT_NOT_SIGNED,
  YC_VERDICT_EXPIRED_SIGNER,
  YC_VERDICT_BROKEN,
  YC_VERDICT_EXTENDED,
} YcVerdictState;

#define YC_TYPE_VERDICT (yc_verdict_get_type ())

G_DECLARE_FINAL_TYPE (YcVerdict, yc_verdict, YC, VERDICT, GObject)

YcVerdictState  yc_verdict_get_state         (YcVerdict      *self);

/**
 * yc_verdict_get_serial:
 * @self: a verdict
 *
 * Returns: (nullable): the certificate's number, only if the signed bytes are unchanged
 */
const char     *yc_verdict_get_serial        (YcVerdict      *self);

/**
 * yc_verdict_get_last_day:
 * @self: a verdict
 *
 * Returns: (nullable): the certificate's last day as it was signed, "2026-11-22"; only if the signed
 *   bytes are unchanged
 */
const char     *yc_verdict_get_last_day      (YcVerdict      *self);

/**
 * yc_verdict_get_signer:
 * @self: a verdict
 *
 * Returns: (nullable): the signer's name by its certificate, only if the signed bytes are
 *   unchanged; anybody may have chosen it unless the state says genuine or expired
 */
const char     *yc_verdict_get_signer        (YcVerdict      *self);

/**
 * yc_verdict_get_signed_at:
 * @self: a verdict
 *
 * Returns: (nullable) (transfer none): when, by the signer's own word
 */
GDateTime      *yc_verdict_get_signed_at     (YcVerdict      *self);

/**
 * yc_verdict_get_sample:
 * @self: a verdict
 *
 * Returns: whether it was signed with the sample key of demo mode, which everybody has: then even a
 *   genuine signature proves nothing
 */
gboolean        yc_verdict_get_sample        (YcVerdict      *self);

/**
 * yc_verdict_get_checks:
 * @self: a verdict
 *
 * Returns: (transfer none): the checks in their order, a list of #YcVerdictCheck
 */
GListModel     *yc_verdict_get_checks        (YcVerdict      *self);

const char     *yc_verdict_state_to_string   (YcVerdictState  state);

G_END_DECLS
