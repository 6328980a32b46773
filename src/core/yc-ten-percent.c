/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten-percent rule on returns, as a pure function. */
#include "yc-ten-percent.h"

#include "yc-word-private.h"

static const char *const words[] = { "too-small", "within", "over" };

YcTenPercentVerdict
yc_ten_percent_judge (guint intake,
                      guint returned,
                      guint smallest_sample)
{
  if (intake == 0 || intake < smallest_sample)
    return YC_TEN_PERCENT_TOO_SMALL;
  return (guint64) returned * 10 > intake ? YC_TEN_PERCENT_OVER : YC_TEN_PERCENT_WITHIN;
}

const char *
yc_ten_percent_verdict_to_string (YcTenPercentVerdict verdict)
{
  return yc_word_of (words, G_N_ELEMENTS (words), verdict);
}

gboolean
yc_ten_percent_verdict_from_string (const char          *text,
                                    YcTenPercentVerdict *verdict)
{
  guint value = yc_word_find (words, G_N_ELEMENTS (words), text);

  if (value != 0 && verdict != NULL)
    *verdict = value;
  return value != 0;
}
