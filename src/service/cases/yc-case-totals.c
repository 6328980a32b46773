/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cases and their returns count in the running totals, as they happen. */
#include "yc-case-totals-private.h"

#include "yc-clock.h"

#include <string.h>

#define MONTH_LENGTH 7

static gboolean
add_months (const YcTotalsTarget  *target,
            YcTotal                total,
            const char            *day,
            const char            *path,
            GError               **error)
{
  g_autofree char *month = g_strndup (day, MONTH_LENGTH);
  g_autofree char *above = g_strdup (path);
  char *end = above + strlen (above);

  total.period = YC_TOTALS_MONTH;
  total.since = month;
  total.path = above;
  while (target->func (&total, target->user_data, error))
    {
      if (end == above)
        return TRUE;
      /* Cuts off the last code and leaves the slash before it. */
      while (--end > above && end[-1] != '/')
        continue;
      *end = '\0';
    }
  return FALSE;
}

/* One thing that happened to a case counts on its day and its month. */
static gboolean
add (const YcTotalsTarget  *target,
     YcCaseRecord          *record,
     YcTotal                total,
     GError               **error)
{
  g_autofree char *day = yc_clock_format_local_day (record->submitted_at);

  total.period = YC_TOTALS_DAY;
  total.since = day;
  total.path = record->place_path;
  return target->func (&total, target->user_data, error) &&
         add_months (target, total, day, record->place_path, error);
}

gboolean
yc_case_totals_count_case (const YcTotalsTarget  *target,
                           YcCaseRecord          *record,
                           const gint64          *counts,
                           GError               **error)
{
  YcTotal clerk = {
    .kind = YC_TOTAL_CLERK, .id = record->clerk, .cause = "", .title = record->clerk_name,
  };
  YcTotal item = {
    .kind = YC_TOTAL_ITEM, .id = record->item, .cause = "", .title = record->item_title,
  };

  memcpy (clerk.counts, counts, sizeof clerk.counts);
  memcpy (item.counts, counts, sizeof item.counts);
  return add (target, record, clerk, error) && add (target, record, item, error);
}

gboolean
yc_case_totals_count_reason (const YcTotalsTarget  *target,
                             YcCaseRecord          *record,
                             const char            *reason,
                             const char            *cause,
                             const char            *title,
                             gboolean               counts,
                             GError               **error)
{
  YcTotal total = { .kind = YC_TOTAL_REASON, .id = reason, .cause = cause, .title = title };

  total.counts[YC_TOTAL_RETURNS] = counts ? 1 : 0;
  return add (target, record, total, error);
}

static gboolean
store_func (const YcTotal  *total,
            gpointer        transaction,
            GError        **error)
{
  return yc_totals_table_add (transaction, total, error);
}

/**
 * yc_case_totals_add_intake:
 * @transaction: the transaction that takes the case in
 * @record: a new case
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_totals_add_intake (YcTransaction  *transaction,
                           YcCaseRecord   *record,
                           GError        **error)
{
  const YcTotalsTarget target = { store_func, transaction };
  const gint64 counts[YC_TOTAL_N_COUNTS] = { [YC_TOTAL_INTAKE] = 1 };

  return yc_case_totals_count_case (&target, record, counts, error);
}

/**
 * yc_case_totals_add_return:
 * @transaction: the transaction that returns the case
 * @record: the case before its return is marked in it
 * @cause: on whose side
 * @reason: the reason's id
 * @reason_title: what it says
 * @first_for_reason: whether the case was never returned for this reason and cause before
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_totals_add_return (YcTransaction  *transaction,
                           YcCaseRecord   *record,
                           YcCause         cause,
                           const char     *reason,
                           const char     *reason_title,
                           gboolean        first_for_reason,
                           GError        **error)
{
  const YcTotalsTarget target = { store_func, transaction };
  gint64 counts[YC_TOTAL_N_COUNTS] = { 0 };

  counts[YC_TOTAL_RETURNS] = record->returned_for == 0;
  counts[YC_TOTAL_RETURNS + cause] = (record->returned_for & (gint64) 1 << cause) == 0;
  return yc_case_totals_count_case (&target, record, counts, error) &&
         yc_case_totals_count_reason (&target, record, reason, yc_cause_to_string (cause),
                                      reason_title, first_for_reason, error);
}
