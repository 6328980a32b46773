/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten-percent rule on returns, as a pure function. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YC_TEN_PERCENT_SMALLEST_SAMPLE:
 *
 * The smallest intake for which the rule speaks unless the settings say otherwise.
 */
#define YC_TEN_PERCENT_SMALLEST_SAMPLE 20u

/**
 * YcTenPercentVerdict:
 * @YC_TEN_PERCENT_TOO_SMALL: the intake is too small for the rule to speak.
 * @YC_TEN_PERCENT_WITHIN: at most ten in a hundred were returned.
 * @YC_TEN_PERCENT_OVER: more than ten in a hundred were returned.
 */
typedef enum
{
  YC_TEN_PERCENT_TOO_SMALL = 1,
  YC_TEN_PERCENT_WITHIN,
  YC_TEN_PERCENT_OVER,
} YcTenPercentVerdict;

/**
 * yc_ten_percent_judge:
 * @intake: how many cases were taken in
 * @returned: how many returns count: those of cause clerk for a clerk, of standard for an item
 * @smallest_sample: the intake below which the rule does not speak
 *
 * Judges one clerk or one item over one period (两个10%). Exactly ten in a hundred is not over.
 * With no intake at all there is nothing to judge, whatever @smallest_sample says.
 *
 * Returns: the verdict
 */
YcTenPercentVerdict  yc_ten_percent_judge             (guint                intake,
                                                       guint                returned,
                                                       guint                smallest_sample);

/**
 * yc_ten_percent_verdict_to_string:
 * @verdict: a verdict
 *
 * Returns: (nullable): "too-small", "within" or "over"
 */
const char          *yc_ten_percent_verdict_to_string (YcTenPercentVerdict  verdict);

/**
 * yc_ten_percent_verdict_from_string:
 * @text: (nullable): a word
 * @verdict: (out) (optional): the verdict
 *
 * Returns: whether @text names a verdict
 */
gboolean             yc_ten_percent_verdict_from_string (const char          *text,
                                                         YcTenPercentVerdict *verdict);

G_END_DECLS
