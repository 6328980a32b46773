/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the ten-percent rules, summed from the running totals. */
#include "yc-returns-table.h"

#include "yc-case-state.h"
#include "yc-ten-percent.h"
#include "yc-totals-table.h"

#include <string.h>

/* What was counted of one clerk, one item, one reason, or all. */
typedef struct
{
  char *key;
  char *id;
  char *cause;
  char *title;
  gint64 counts[YC_TOTAL_N_COUNTS];
} Tally;

typedef struct
{
  Tally all;
  GHashTable *clerks;
  GHashTable *items;
  GHashTable *reasons;
} Count;

static void
free_tally (gpointer data)
{
  Tally *tally = data;

  g_free (tally->key);
  g_free (tally->id);
  g_free (tally->cause);
  g_free (tally->title);
  g_free (tally);
}

static void
clear_count (Count *count)
{
  g_clear_pointer (&count->clerks, g_hash_table_unref);
  g_clear_pointer (&count->items, g_hash_table_unref);
  g_clear_pointer (&count->reasons, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, clear_count)

static GHashTable *
create_tallies (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_tally);
}

static Tally *
get_tally (GHashTable    *table,
           const YcTotal *total)
{
  g_autofree char *key = g_strjoin ("\n", total->id, total->cause, NULL);
  Tally *tally = g_hash_table_lookup (table, key);

  if (tally != NULL)
    return tally;
  tally = g_new0 (Tally, 1);
  tally->key = g_steal_pointer (&key);
  tally->id = g_strdup (total->id);
  tally->cause = g_strdup (total->cause);
  tally->title = g_strdup (total->title);
  g_hash_table_insert (table, tally->key, tally);
  return tally;
}

static void
add_counts (Tally         *tally,
            const YcTotal *total)
{
  for (guint i = 0; i < YC_TOTAL_N_COUNTS; i++)
    tally->counts[i] += total->counts[i];
}

static void
add_to_tallies (GHashTable    *table,
                const YcTotal *total)
{
  Tally *tally = get_tally (table, total);

  add_counts (tally, total);
  if (strcmp (total->title, tally->title) > 0)
    {
      g_free (tally->title);
      tally->title = g_strdup (total->title);
    }
}

/* Every case has one clerk, so the clerks' cases are all. */
static void
add_total (Count         *count,
           const YcTotal *total)
{
  if (g_str_equal (total->kind, YC_TOTAL_CLERK))
    {
      add_counts (&count->all, total);
      add_to_tallies (count->clerks, total);
    }
  else if (g_str_equal (total->kind, YC_TOTAL_ITEM))
    add_to_tallies (count->items, total);
  else
    add_to_tallies (count->reasons, total);
}

static char *
write_start (YcTotalsPeriod  period,
             const GDate    *day)
{
  guint year = g_date_get_year (day), month = g_date_get_month (day);

  if (period == YC_TOTALS_MONTH)
    return g_strdup_printf ("%04u-%02u", year, month);
  return g_strdup_printf ("%04u-%02u-%02u", year, month, g_date_get_day (day));
}

static gboolean
add_totals (YcTransaction   *transaction,
            YcTotalsPeriod   period,
            const GDate     *from,
            const GDate     *until,
            const char      *path,
            Count           *count,
            GError         **error)
{
  g_autofree char *first = NULL;
  g_autofree char *end = NULL;
  g_autoptr (YcRows) rows = NULL;
  YcTotal total;

  if (g_date_compare (from, until) >= 0)
    return TRUE;
  first = write_start (period, from);
  end = write_start (period, until);
  rows = yc_totals_table_list (transaction, period, first, end, path, error);
  while (yc_rows_next (rows, error))
    {
      yc_totals_table_read (rows, period, &total);
      add_total (count, &total);
    }
  return yc_rows_is_done (rows);
}

/* Whole months by their own totals, the days before and after them one by one. */
static gboolean
add_period (YcTransaction  *transaction,
            const GDate    *first,
            const GDate    *last,
            const char     *path,
            Count          *count,
            GError        **error)
{
  GDate until = *last, months_from = *first, months_until;

  g_date_add_days (&until, 1);
  if (g_date_get_day (first) != 1)
    g_date_add_months (&months_from, 1);
  g_date_set_day (&months_from, 1);
  months_until = until;
  g_date_set_day (&months_until, 1);
  if (g_date_compare (&months_from, &months_until) >= 0)
    return add_totals (transaction, YC_TOTALS_DAY, first, &until, path, count, error);
  return add_totals (transaction, YC_TOTALS_DAY, first, &months_from, path, count, error) &&
         add_totals (transaction, YC_TOTALS_MONTH, &months_from, &months_until, path, count,
                     error) &&
         add_totals (transaction, YC_TOTALS_DAY, &months_until, &until, path, count, error);
}

/* By one of the counts, then by the intake. */
static gint
compare_tallies (gconstpointer a,
                 gconstpointer b,
                 gpointer      which)
{
  const Tally *x = a, *y = b;
  guint counted = GPOINTER_TO_UINT (which);

  if (x->counts[counted] != y->counts[counted])
    return x->counts[counted] > y->counts[counted] ? -1 : 1;
  if (x->counts[YC_TOTAL_INTAKE] != y->counts[YC_TOTAL_INTAKE])
    return x->counts[YC_TOTAL_INTAKE] > y->counts[YC_TOTAL_INTAKE] ? -1 : 1;
  return g_strcmp0 (x->key, y->key);
}

static JsonArray *
write_sorted (GHashTable *table,
              guint       which,
              JsonObject *(*write) (const Tally *, gconstpointer),
              gconstpointer user_data)
{
  g_autoptr (GList) tallies = g_list_sort_with_data (
    g_hash_table_get_values (table), compare_tallies, GUINT_TO_POINTER (which));
  JsonArray *array = json_array_new ();

  for (GList *l = tallies; l != NULL; l = l->next)
    json_array_add_object_element (array, write (l->data, user_data));
  return array;
}

/* How the API names the members of a clerk and of an item. */
typedef struct
{
  const char *id;
  const char *title;
  const char *counted;
  YcCause cause;
} Words;

static JsonObject *
write_tally (const Tally   *tally,
             gconstpointer  user_data)
{
  const Words *words = user_data;
  JsonObject *object = json_object_new ();
  gint64 intake = tally->counts[YC_TOTAL_INTAKE];
  gint64 counted = tally->counts[YC_TOTAL_RETURNS + words->cause];
  YcTenPercentVerdict verdict =
    yc_ten_percent_judge (intake, counted, YC_TEN_PERCENT_SMALLEST_SAMPLE);

  json_object_set_string_member (object, words->id, tally->id);
  json_object_set_string_member (object, words->title, tally->title);
  json_object_set_int_member (object, "intake", intake);
  json_object_set_int_member (object, "returns", tally->counts[YC_TOTAL_RETURNS]);
  json_object_set_int_member (object, words->counted, counted);
  json_object_set_string_member (object, "verdict", yc_ten_percent_verdict_to_string (verdict));
  return object;
}

/* Those nearest to the line, or over it, come first. */
static JsonArray *
write_tallies (GHashTable  *table,
               const Words *words)
{
  return write_sorted (table, YC_TOTAL_RETURNS + words->cause, write_tally, words);
}

static JsonArray *
write_causes (const Tally *all)
{
  JsonArray *array = json_array_new ();

  for (YcCause cause = 1; cause <= YC_N_CAUSES; cause++)
    {
      JsonObject *object;

      if (all->counts[YC_TOTAL_RETURNS + cause] == 0)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "cause", yc_cause_to_string (cause));
      json_object_set_int_member (object, "returns", all->counts[YC_TOTAL_RETURNS + cause]);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
write_reason (const Tally   *tally,
              gconstpointer  user_data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", tally->id);
  json_object_set_string_member (object, "title", tally->title);
  json_object_set_string_member (object, "cause", tally->cause);
  json_object_set_int_member (object, "returns", tally->counts[YC_TOTAL_RETURNS]);
  return object;
}

/**
 * yc_returns_table_summarize:
 * @transaction: a transaction
 * @first: the first day of the period
 * @last: its last day
 * @path: only cases of places under this path, "" for all
 * @error: (nullable): return location
 *
 * Returns: (transfer full): {intake, returns, by_clerk, by_item, by_cause, by_reason}
 */
JsonObject *
yc_returns_table_summarize (YcTransaction  *transaction,
                            const GDate    *first,
                            const GDate    *last,
                            const char     *path,
                            GError        **error)
{
  const Words clerk = { "id", "name", "clerk_returns", YC_CAUSE_CLERK };
  const Words item = { "code", "title", "standard_returns", YC_CAUSE_STANDARD };
  g_auto (Count) count = {
    .clerks = create_tallies (), .items = create_tallies (), .reasons = create_tallies (),
  };
  JsonObject *summary;

  if (!add_period (transaction, first, last, path, &count, error))
    return NULL;
  summary = json_object_new ();
  json_object_set_int_member (summary, "intake", count.all.counts[YC_TOTAL_INTAKE]);
  json_object_set_int_member (summary, "returns", count.all.counts[YC_TOTAL_RETURNS]);
  json_object_set_array_member (summary, "by_clerk", write_tallies (count.clerks, &clerk));
  json_object_set_array_member (summary, "by_item", write_tallies (count.items, &item));
  json_object_set_array_member (summary, "by_cause", write_causes (&count.all));
  json_object_set_array_member (summary, "by_reason",
                                write_sorted (count.reasons, YC_TOTAL_RETURNS, write_reason, NULL));
  return summary;
}
