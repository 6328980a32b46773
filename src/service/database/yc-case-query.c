/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list of cases is asked for, so that it opens at once among millions.
 *
 * A condition that leaves few cases leads: its cases are looked at, all of them, and sorted. When
 * there is no such condition the list's own order leads: cases are walked along it until the page
 * is full, which is soon, because every condition leaves many. Either way an index tells all that the
 * conditions ask for. Which index is used is not left to a guess of the database: every condition
 * but the leading one, and an order that does not lead, is written as an expression that no index
 * fits. */
#include "yc-case-query.h"

/* So many cases are few: they are counted and sorted in some 10 ms. A condition that leaves more of
 * a million fills a page after some 5,000, on average. */
#define FEW 10000

/* The period is of submissions, and so is the order of its list; otherwise cases that were taken in
 * long ago and never touched since would be looked for among all that came after. */
gboolean
yc_case_query_is_by_submission (const YcCaseFilter *filter)
{
  return filter->oldest_first || filter->from != NULL || filter->until != NULL;
}

/* Whether the cases come along the leading index in the list's order. */
static gboolean
is_in_order (const YcCaseFilter *filter,
             YcCaseLead          lead)
{
  if (lead == YC_CASE_LEAD_CLERK)
    return !yc_case_query_is_by_submission (filter);
  if (lead == YC_CASE_LEAD_STATE)
    return yc_case_query_is_by_submission (filter);
  return lead == YC_CASE_LEAD_NONE;
}

static void
add_equal (YcSqlQuery    *query,
           gboolean    leads,
           const char *column,
           const char *value)
{
  g_autofree char *sql =
    g_strdup_printf (leads ? " AND c.%s = ?" : " AND (c.%s || '') = ?", column);

  if (value != NULL)
    yc_sql_query_add (query, sql, "s", value);
}

/* Codes are digits and slashes, so the paths under a path are those from it to the same with a
 * character behind that comes after all of these. */
static void
add_place (YcSqlQuery    *query,
           gboolean    leads,
           const char *path)
{
  if (path == NULL || path[0] == '\0')
    return;
  if (leads)
    yc_sql_query_add (query, " AND c.place_path >= ? AND c.place_path < ? || ':'", "ss", path,
                      path);
  else
    yc_sql_query_add (query, " AND substr(c.place_path, 1, length(?)) = ?", "ss", path, path);
}

/* One return must fit both the cause and the reason. */
static void
add_reason (YcSqlQuery            *query,
            gboolean            leads,
            const YcCaseFilter *filter)
{
  yc_sql_query_add (query, leads ? " AND c.id IN (SELECT d.case_id FROM decisions d WHERE "
                             : " AND c.returned_for <> 0 AND EXISTS (SELECT 1 FROM decisions d "
                               "WHERE d.case_id = c.id AND ", "");
  yc_sql_query_add (query, "d.kind = 'return' AND d.reason = ?", "s", filter->reason);
  if (filter->cause != NULL)
    yc_sql_query_add (query, " AND d.cause = ?", "s", filter->cause);
  yc_sql_query_add (query, ")", "");
}

static void
add_returns (YcSqlQuery            *query,
             const YcCaseFilter *filter)
{
  YcCause cause = 0;

  if (filter->returned)
    yc_sql_query_add (query, " AND c.returned_for <> 0", "");
  if (yc_cause_from_string (filter->cause, &cause))
    yc_sql_query_add (query, " AND (c.returned_for & ?) <> 0", "i", (gint64) 1 << cause);
}

static void
add_times (YcSqlQuery            *query,
           const YcCaseFilter *filter,
           gboolean            in_order)
{
  if (filter->from != NULL)
    yc_sql_query_add (query,
                      in_order ? " AND c.submitted_at >= ?" : " AND (c.submitted_at || '') >= ?",
                  "s", filter->from);
  if (filter->until != NULL)
    yc_sql_query_add (query,
                      in_order ? " AND c.submitted_at < ?" : " AND (c.submitted_at || '') < ?",
                  "s", filter->until);
}

static void
add_page (YcSqlQuery            *query,
          const YcCaseFilter *filter,
          gboolean            in_order)
{
  const char *column =
    yc_case_query_is_by_submission (filter) ? "submitted_at" : "updated_at";
  const char *no_index = in_order ? "" : " || ''";
  const char *direction = filter->oldest_first ? "" : " DESC";
  g_autofree char *after = g_strdup_printf (" AND (c.%s%s, c.id%s) %s (?, ?)", column, no_index,
                                            no_index, filter->oldest_first ? ">" : "<");
  g_autofree char *order = g_strdup_printf (" ORDER BY c.%s%s%s, c.id%s%s LIMIT ?", column,
                                            no_index, direction, no_index, direction);

  if (filter->after_time != NULL)
    yc_sql_query_add (query, after, "ss", filter->after_time, filter->after_id);
  yc_sql_query_add (query, order, "i", filter->limit);
}

YcSqlQuery *
yc_case_query_new (const YcCaseFilter *filter,
                   YcCaseLead          lead)
{
  YcSqlQuery *query = yc_sql_query_new ("SELECT c.id FROM cases c WHERE 1 = 1");
  gboolean in_order = is_in_order (filter, lead);

  add_equal (query, lead == YC_CASE_LEAD_CLERK, "clerk", filter->clerk);
  add_equal (query, lead == YC_CASE_LEAD_STATE, "state", filter->state);
  add_equal (query, lead == YC_CASE_LEAD_ITEM, "item", filter->item);
  add_place (query, lead == YC_CASE_LEAD_PLACE, filter->path);
  if (filter->not_clerk != NULL)
    yc_sql_query_add (query, " AND c.clerk <> ?", "s", filter->not_clerk);
  if (filter->review_path != NULL && filter->review_path[0] != '\0')
    yc_sql_query_add (query, " AND substr(c.review_path, 1, length(?)) = ?", "ss",
                      filter->review_path, filter->review_path);
  add_times (query, filter, in_order);
  add_returns (query, filter);
  if (filter->reason != NULL)
    add_reason (query, lead == YC_CASE_LEAD_REASON, filter);
  add_page (query, filter, in_order);
  return query;
}

/* Counts no further than it must. */
static gboolean
is_few (const YcCaseFilter  *filter,
        YcCaseLead           lead,
        YcTransaction       *transaction,
        gboolean            *few,
        GError             **error)
{
  g_autoptr (YcSqlQuery) query = yc_sql_query_new ("SELECT count(*) FROM (SELECT 1 FROM ");
  g_autoptr (YcRows) rows = NULL;

  yc_sql_query_add (query, lead == YC_CASE_LEAD_REASON ? "decisions d" : "cases c", "");
  yc_sql_query_add (query, " WHERE 1 = 1", "");
  if (lead == YC_CASE_LEAD_REASON)
    yc_sql_query_add (query, " AND d.kind = 'return' AND d.reason = ?", "s", filter->reason);
  else if (lead == YC_CASE_LEAD_STATE)
    add_equal (query, TRUE, "state", filter->state);
  else if (lead == YC_CASE_LEAD_ITEM)
    add_equal (query, TRUE, "item", filter->item);
  else
    add_place (query, TRUE, filter->path);
  yc_sql_query_add (query, " LIMIT ?) AS found", "i", (gint64) FEW + 1);
  rows = yc_sql_query_run (query, transaction, error);
  if (rows == NULL || !yc_rows_next (rows, error))
    return FALSE;
  *few = yc_rows_get_int (rows, 0) <= FEW;
  return TRUE;
}

static gboolean
is_asked (const YcCaseFilter *filter,
          YcCaseLead          lead)
{
  if (lead == YC_CASE_LEAD_STATE)
    return filter->state != NULL;
  if (lead == YC_CASE_LEAD_ITEM)
    return filter->item != NULL;
  if (lead == YC_CASE_LEAD_REASON)
    return filter->reason != NULL;
  return filter->path != NULL && filter->path[0] != '\0';
}

/**
 * yc_case_query_choose_lead:
 * @filter: which cases
 * @transaction: a transaction
 * @lead: (out): what should lead
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_query_choose_lead (const YcCaseFilter  *filter,
                           YcTransaction       *transaction,
                           YcCaseLead          *lead,
                           GError             **error)
{
  static const YcCaseLead leads[] = {
    YC_CASE_LEAD_ITEM, YC_CASE_LEAD_STATE, YC_CASE_LEAD_PLACE, YC_CASE_LEAD_REASON,
  };

  *lead = YC_CASE_LEAD_CLERK;
  if (filter->clerk != NULL)
    return TRUE;
  *lead = YC_CASE_LEAD_STATE;
  if (filter->oldest_first && filter->state != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      gboolean few = FALSE;

      *lead = leads[i];
      if (is_asked (filter, *lead) && !is_few (filter, *lead, transaction, &few, error))
        return FALSE;
      if (few)
        return TRUE;
    }
  *lead = YC_CASE_LEAD_NONE;
  return TRUE;
}
