/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules, counted by the database.
 *
 * Intake is every case first submitted in the period. A case that was returned several times is
 * counted once in all, once for each cause and once for each reason, so that a rate never exceeds
 * 100 % and each figure is the number of cases that its list shows. One pass over the period's
 * cases counts each clerk's intake of each item; what is told are sums of these. */
#include "yc-returns-table.h"

#include "yc-case-state.h"
#include "yc-ten-percent.h"

/* The intake of the period; $1 from, $2 until, $3 the place's path. */
#define INTAKE                                                                                   \
  "FROM cases c WHERE c.submitted_at >= $1 AND c.submitted_at < $2 "                             \
  "AND substr(c.place_path, 1, length($3)) = $3"

#define RETURNED_FOR(bit) "sum(CASE WHEN (c.returned_for & " bit ") <> 0 THEN 1 ELSE 0 END)"

/* What was counted of one clerk, one item, or all. */
typedef struct
{
  char *id;
  char *name;
  gint64 intake;
  gint64 returns;
  gint64 of_cause[YC_N_CAUSES + 1];
} Tally;

typedef struct
{
  Tally all;
  GHashTable *clerks;
  GHashTable *items;
} Count;

static void
free_tally (gpointer data)
{
  Tally *tally = data;

  g_free (tally->id);
  g_free (tally->name);
  g_free (tally);
}

static void
clear_count (Count *count)
{
  g_clear_pointer (&count->clerks, g_hash_table_unref);
  g_clear_pointer (&count->items, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, clear_count)

static Tally *
get_tally (GHashTable *table,
           const char *id,
           const char *name)
{
  Tally *tally = g_hash_table_lookup (table, id);

  if (tally != NULL)
    return tally;
  tally = g_new0 (Tally, 1);
  tally->id = g_strdup (id);
  tally->name = g_strdup (name);
  g_hash_table_insert (table, tally->id, tally);
  return tally;
}

static void
add_row (Tally  *tally,
         YcRows *rows)
{
  tally->intake += yc_rows_get_int (rows, 4);
  tally->returns += yc_rows_get_int (rows, 5);
  for (guint cause = 1; cause <= YC_N_CAUSES; cause++)
    tally->of_cause[cause] += yc_rows_get_int (rows, 5 + cause);
}

static gboolean
count_cases (YcTransaction  *transaction,
             const char     *from,
             const char     *until,
             const char     *path,
             Count          *count,
             GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT c.clerk, max(c.clerk_name), c.item, max(c.item_title), count(*), "
    "sum(CASE WHEN c.returned_for <> 0 THEN 1 ELSE 0 END), " RETURNED_FOR ("2") ", "
    RETURNED_FOR ("4") ", " RETURNED_FOR ("8") ", " RETURNED_FOR ("16") " " INTAKE
    " GROUP BY c.clerk, c.item ORDER BY c.clerk, c.item", "sss", from, until, path);

  if (rows == NULL)
    return FALSE;
  while (yc_rows_next (rows, &local))
    {
      add_row (&count->all, rows);
      add_row (get_tally (count->clerks, yc_rows_get_text (rows, 0), yc_rows_get_text (rows, 1)),
               rows);
      add_row (get_tally (count->items, yc_rows_get_text (rows, 2), yc_rows_get_text (rows, 3)),
               rows);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gint
compare_tallies (gconstpointer a,
                 gconstpointer b,
                 gpointer      cause)
{
  const Tally *x = a, *y = b;
  guint counted = GPOINTER_TO_UINT (cause);

  if (x->of_cause[counted] != y->of_cause[counted])
    return x->of_cause[counted] > y->of_cause[counted] ? -1 : 1;
  if (x->intake != y->intake)
    return x->intake > y->intake ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

static JsonObject *
write_tally (const Tally *tally,
             const char  *id,
             const char  *name,
             const char  *counted,
             YcCause      cause)
{
  JsonObject *object = json_object_new ();
  YcTenPercentVerdict verdict = yc_ten_percent_judge (tally->intake, tally->of_cause[cause],
                                                      YC_TEN_PERCENT_SMALLEST_SAMPLE);

  json_object_set_string_member (object, id, tally->id);
  json_object_set_string_member (object, name, tally->name);
  json_object_set_int_member (object, "intake", tally->intake);
  json_object_set_int_member (object, "returns", tally->returns);
  json_object_set_int_member (object, counted, tally->of_cause[cause]);
  json_object_set_string_member (object, "verdict", yc_ten_percent_verdict_to_string (verdict));
  return object;
}

/* Those nearest to the line, or over it, come first. */
static JsonArray *
write_tallies (GHashTable *table,
               const char *id,
               const char *name,
               const char *counted,
               YcCause     cause)
{
  g_autoptr (GList) tallies = g_list_sort_with_data (
    g_hash_table_get_values (table), compare_tallies, GUINT_TO_POINTER (cause));
  JsonArray *array = json_array_new ();

  for (GList *l = tallies; l != NULL; l = l->next)
    json_array_add_object_element (array, write_tally (l->data, id, name, counted, cause));
  return array;
}

static JsonArray *
write_causes (const Tally *all)
{
  JsonArray *array = json_array_new ();

  for (YcCause cause = 1; cause <= YC_N_CAUSES; cause++)
    {
      JsonObject *object;

      if (all->of_cause[cause] == 0)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "cause", yc_cause_to_string (cause));
      json_object_set_int_member (object, "returns", all->of_cause[cause]);
      json_array_add_object_element (array, object);
    }
  return array;
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

static JsonArray *
list_reasons (YcTransaction  *transaction,
              const char     *from,
              const char     *until,
              const char     *path,
              GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT r.reason, max(r.reason_title), r.cause, count(DISTINCT r.case_id) FROM decisions r "
    "WHERE r.kind = 'return' AND r.case_id IN (SELECT c.id " INTAKE " AND c.returned_for <> 0) "
    "GROUP BY r.reason, r.cause ORDER BY 4 DESC, 1, 3", "sss", from, until, path);

  if (rows == NULL)
    return NULL;
  while (yc_rows_next (rows, &local))
    json_array_add_object_element (array, read_reason (rows));
  if (local == NULL)
    return g_steal_pointer (&array);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
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
  g_auto (Count) count = {
    .clerks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_tally),
    .items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_tally),
  };
  JsonObject *summary;
  JsonArray *reasons;

  if (!count_cases (transaction, from, until, path, &count, error))
    return NULL;
  reasons = list_reasons (transaction, from, until, path, error);
  if (reasons == NULL)
    return NULL;
  summary = json_object_new ();
  json_object_set_int_member (summary, "intake", count.all.intake);
  json_object_set_int_member (summary, "returns", count.all.returns);
  json_object_set_array_member (
    summary, "by_clerk",
    write_tallies (count.clerks, "id", "name", "clerk_returns", YC_CAUSE_CLERK));
  json_object_set_array_member (
    summary, "by_item",
    write_tallies (count.items, "code", "title", "standard_returns", YC_CAUSE_STANDARD));
  json_object_set_array_member (summary, "by_cause", write_causes (&count.all));
  json_object_set_array_member (summary, "by_reason", reasons);
  return summary;
}
