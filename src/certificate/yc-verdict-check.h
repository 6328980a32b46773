/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that was checked about a certificate, with its result in words. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcCheckResult:
 * @YC_CHECK_PASSED: as it should be
 * @YC_CHECK_FAILED: not as it should be
 * @YC_CHECK_SKIPPED: not checked, because an earlier check failed or nothing to check it with
 */
typedef enum
{
  YC_CHECK_PASSED = 1,
  YC_CHECK_FAILED,
  YC_CHECK_SKIPPED,
} YcCheckResult;

#define YC_TYPE_VERDICT_CHECK (yc_verdict_check_get_type ())

G_DECLARE_FINAL_TYPE (YcVerdictCheck, yc_verdict_check, YC, VERDICT_CHECK, GObject)

/**
 * yc_verdict_check_get_id:
 * @self: a check
 *
 * Returns: "file", "signature-field", "coverage", "integrity", "signer", "revocation", "period" or
 *   "serial"
 */
const char    *yc_verdict_check_get_id     (YcVerdictCheck *self);

/**
 * yc_verdict_check_get_title:
 * @self: a check
 *
 * Returns: what was checked, translated
 */
const char    *yc_verdict_check_get_title  (YcVerdictCheck *self);
YcCheckResult  yc_verdict_check_get_result (YcVerdictCheck *self);

/**
 * yc_verdict_check_get_detail:
 * @self: a check
 *
 * Returns: (nullable): what was found, translated
 */
const char    *yc_verdict_check_get_detail (YcVerdictCheck *self);

G_END_DECLS
