/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten-percent rule on returns, as a pure function. */
#include "yc-ten-percent.h"

#include "yc-word.h"

static const YcWord verdicts[] = { { "too-small" }, { "within" }, { "over" }, { NULL } };

YC_DEFINE_WORDS (YcTenPercentVerdict, yc_ten_percent_verdict, verdicts)

YcTenPercentVerdict
yc_ten_percent_judge (guint intake,
                      guint returned,
                      guint smallest_sample)
{
  if (intake == 0 || intake < smallest_sample)
    return YC_TEN_PERCENT_TOO_SMALL;
  return (guint64) returned * 10 > intake ? YC_TEN_PERCENT_OVER : YC_TEN_PERCENT_WITHIN;
}
