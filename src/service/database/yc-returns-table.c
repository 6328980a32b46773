/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules, counted by the database.
 *
 * Intake is every case first submitted in the period. A case that was returned several times is
 * counted once in all, once for each cause and once for each reason, so that a rate never exceeds
 * 100 % and each figure is the number of cases that its list shows. */
#include "yc-returns-table.h"

#include "yc-ten-percent.h"

/* The intake of the period; $1 from, $2 until, $3 the place's path. */
#define INTAKE                                                                                   \
  "FROM cases c WHERE c.submitted_at >= $1 AND c.submitted_at < $2 "                             \
  "AND substr(c.place_path, 1, length($3)) = $3"

#define RETURNED "EXISTS (SELECT 1 FROM decisions d WHERE d.case_id = c.id AND d.kind = 'return')"
#define RETURNED_FOR(cause)                                                                      \
  "EXISTS (SELECT 1 FROM decisions d WHERE d.case_id = c.id AND d.kind = 'return' "              \
  "AND d.cause = '" cause "')"

typedef JsonObject *(*ReadRow) (YcRows *rows);

typedef struct
{
  YcTransaction *transaction;
  const char *from;
  const char *until;
  const char *path;
} Period;

static JsonObject *
read_judged (YcRows     *rows,
             const char *id,
             const char *name,
             const char *counted)
{
  JsonObject *object = json_object_new ();
  YcTenPercentVerdict verdict =
    yc_ten_percent_judge (yc_rows_get_int (rows, 2), yc_rows_get_int (rows, 4),
                          YC_TEN_PERCENT_SMALLEST_SAMPLE);

  json_object_set_string_member (object, id, yc_rows_get_text (rows, 0));
  json_object_set_string_member (object, name, yc_rows_get_text (rows, 1));
  json_object_set_int_member (object, "intake", yc_rows_get_int (rows, 2));
  json_object_set_int_member (object, "returns", yc_rows_get_int (rows, 3));
  json_object_set_int_member (object, counted, yc_rows_get_int (rows, 4));
  json_object_set_string_member (object, "verdict", yc_ten_percent_verdict_to_string (verdict));
  return object;
}

static JsonObject *
read_clerk (YcRows *rows)
{
  return read_judged (rows, "id", "name", "clerk_returns");
}

static JsonObject *
read_item (YcRows *rows)
{
  return read_judged (rows, "code", "title", "standard_returns");
}

static JsonObject *
read_cause (YcRows *rows)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "cause", yc_rows_get_text (rows, 0));
  json_object_set_int_member (object, "returns", yc_rows_get_int (rows, 1));
  return object;
}

static JsonObject *
read_reason (YcRows *rows)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_rows_get_text (rows, 0));
  json_object_set_string_member (object, "title", yc_rows_get_text (rows, 1));
  json_object_set_string_member (object, "cause", yc_rows_get_text (rows, 2));
  json_object_set_int_member (object, "returns", yc_rows_get_int (rows, 3));
  return object;
}

static gboolean
add_totals (const Period  *period,
            JsonObject    *summary,
            GError       **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    period->transaction, error,
    "SELECT count(*), coalesce(sum(CASE WHEN " RETURNED " THEN 1 ELSE 0 END), 0) " INTAKE, "sss",
    period->from, period->until, period->path);

  if (rows == NULL)
    return FALSE;
  json_object_set_int_member (summary, "intake", yc_rows_get_int (rows, 0));
  json_object_set_int_member (summary, "returns", yc_rows_get_int (rows, 1));
  return TRUE;
}

static gboolean
add_list (const Period  *period,
          JsonObject    *summary,
          const char    *name,
          const char    *sql,
          ReadRow        read_row,
          GError       **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query (period->transaction, error, sql, "sss",
                                                  period->from, period->until, period->path);

  if (rows == NULL)
    return FALSE;
  while (yc_rows_next (rows, &local))
    json_array_add_object_element (array, read_row (rows));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  json_object_set_array_member (summary, name, g_steal_pointer (&array));
  return TRUE;
}

static gboolean
add_lists (const Period  *period,
           JsonObject    *summary,
           GError       **error)
{
  return add_list (period, summary, "by_clerk",
                   "SELECT c.clerk, max(c.clerk_name), count(*), "
                   "sum(CASE WHEN " RETURNED " THEN 1 ELSE 0 END), "
                   "sum(CASE WHEN " RETURNED_FOR ("clerk") " THEN 1 ELSE 0 END) " INTAKE
                   " GROUP BY c.clerk ORDER BY 5 DESC, 3 DESC, 1", read_clerk, error) &&
         add_list (period, summary, "by_item",
                   "SELECT c.item, max(c.item_title), count(*), "
                   "sum(CASE WHEN " RETURNED " THEN 1 ELSE 0 END), "
                   "sum(CASE WHEN " RETURNED_FOR ("standard") " THEN 1 ELSE 0 END) " INTAKE
                   " GROUP BY c.item ORDER BY 5 DESC, 3 DESC, 1", read_item, error) &&
         add_list (period, summary, "by_cause",
                   "SELECT r.cause, count(DISTINCT r.case_id) FROM decisions r WHERE "
                   "r.kind = 'return' AND r.case_id IN (SELECT c.id " INTAKE ") "
                   "GROUP BY r.cause ORDER BY 2 DESC, 1", read_cause, error) &&
         add_list (period, summary, "by_reason",
                   "SELECT r.reason, max(r.reason_title), r.cause, count(DISTINCT r.case_id) "
                   "FROM decisions r WHERE r.kind = 'return' AND r.case_id IN (SELECT c.id " INTAKE
                   ") GROUP BY r.reason, r.cause ORDER BY 4 DESC, 1, 3", read_reason, error);
}

/**
 * yc_returns_table_summarize:
 * @transaction: a transaction
 * @from: the moment at which the period begins
 * @until: the moment at which it has ended
 * @path: only cases of places under this path, "" for all
 * @error: (nullable): return location
 *
 * Returns: (transfer full): {intake, returns, by_clerk, by_item, by_cause, by_reason}
 */
JsonObject *
yc_returns_table_summarize (YcTransaction  *transaction,
                            const char     *from,
                            const char     *until,
                            const char     *path,
                            GError        **error)
{
  Period period = { transaction, from, until, path };
  g_autoptr (JsonObject) summary = json_object_new ();

  if (!add_totals (&period, summary, error) || !add_lists (&period, summary, error))
    return NULL;
  return g_steal_pointer (&summary);
}
