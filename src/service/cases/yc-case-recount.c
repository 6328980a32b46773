/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts all cases anew: to fill the running totals of an older database, and to prove those that
 * are there. */
#include "yc-case-totals-private.h"

#include "yc-counters-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Has a value once the totals were filled. */
#define FILLED "totals"

/* A total that was counted anew; the key holds all that names it. */
typedef struct
{
  char *key;
  char *title;
  gint64 counts[YC_TOTAL_N_COUNTS];
} Sum;

static void
free_sum (gpointer data)
{
  Sum *sum = data;

  g_free (sum->key);
  g_free (sum->title);
  g_free (sum);
}

static char *
write_key (const YcTotal *total)
{
  return g_strdup_printf ("%d\n%s\n%s\n%s\n%s\n%s", total->period, total->since, total->path,
                          total->kind, total->id, total->cause);
}

static Sum *
get_sum (GHashTable    *sums,
         const YcTotal *total)
{
  g_autofree char *key = write_key (total);
  Sum *sum = g_hash_table_lookup (sums, key);

  if (sum != NULL)
    return sum;
  sum = g_new0 (Sum, 1);
  sum->key = g_steal_pointer (&key);
  g_hash_table_insert (sums, sum->key, sum);
  return sum;
}

static gboolean
sum_func (const YcTotal  *total,
          gpointer        sums,
          GError        **error)
{
  Sum *sum = get_sum (sums, total);

  for (guint i = 0; i < YC_TOTAL_N_COUNTS; i++)
    sum->counts[i] += total->counts[i];
  if (g_strcmp0 (total->title, sum->title) > 0)
    {
      g_free (sum->title);
      sum->title = g_strdup (total->title);
    }
  return TRUE;
}

/* The record borrows from the row. */
static void
read_case (YcRows       *rows,
           YcCaseRecord *record)
{
  *record = (YcCaseRecord) {
    .place_path = (char *) yc_rows_get_text (rows, 0),
    .submitted_at = (char *) yc_rows_get_text (rows, 1),
    .clerk = (char *) yc_rows_get_text (rows, 2),
    .clerk_name = (char *) yc_rows_get_text (rows, 3),
    .item = (char *) yc_rows_get_text (rows, 4),
    .item_title = (char *) yc_rows_get_text (rows, 5),
    .returned_for = yc_rows_get_int (rows, 6),
  };
}

static gboolean
count_case (const YcTotalsTarget  *target,
            YcRows                *rows,
            GError               **error)
{
  gint64 counts[YC_TOTAL_N_COUNTS] = { [YC_TOTAL_INTAKE] = 1 };
  YcCaseRecord record;

  read_case (rows, &record);
  counts[YC_TOTAL_RETURNS] = record.returned_for != 0;
  for (YcCause cause = 1; cause <= YC_N_CAUSES; cause++)
    counts[YC_TOTAL_RETURNS + cause] = (record.returned_for >> cause) & 1;
  return yc_case_totals_count_case (target, &record, counts, error);
}

static gboolean
count_reason (const YcTotalsTarget  *target,
              YcRows                *rows,
              GError               **error)
{
  YcCaseRecord record = {
    .place_path = (char *) yc_rows_get_text (rows, 0),
    .submitted_at = (char *) yc_rows_get_text (rows, 1),
  };

  return yc_case_totals_count_reason (target, &record, yc_rows_get_text (rows, 2),
                                      yc_rows_get_text (rows, 3), yc_rows_get_text (rows, 4), TRUE,
                                      error);
}

static gboolean
count_rows (YcTransaction         *transaction,
            const YcTotalsTarget  *target,
            gboolean               (*count) (const YcTotalsTarget *, YcRows *, GError **),
            const char            *sql,
            GError               **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query (transaction, error, sql, "");

  while (yc_rows_next (rows, error))
    if (!count (target, rows, error))
      return FALSE;
  return yc_rows_is_done (rows);
}

/* Goes through all cases. A case counts once for each reason and cause. */
static gboolean
count_all (YcTransaction         *transaction,
           const YcTotalsTarget  *target,
           GError               **error)
{
  return count_rows (transaction, target, count_case,
                     "SELECT place_path, submitted_at, clerk, clerk_name, item, item_title, "
                     "returned_for FROM cases", error) &&
         count_rows (transaction, target, count_reason,
                     "SELECT c.place_path, c.submitted_at, d.reason, d.cause, max(d.reason_title) "
                     "FROM decisions d JOIN cases c ON c.id = d.case_id WHERE d.kind = 'return' "
                     "GROUP BY d.case_id, c.place_path, c.submitted_at, d.reason, d.cause", error);
}

static GHashTable *
sum_up (YcTransaction  *transaction,
        GError        **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_sum);
  const YcTotalsTarget target = { sum_func, sums };

  return count_all (transaction, &target, error) ? g_steal_pointer (&sums) : NULL;
}

static gboolean
store_sum (YcTransaction  *transaction,
           const Sum      *sum,
           GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (sum->key, "\n", -1);
  YcTotal total = {
    .period = g_ascii_strtoull (parts[0], NULL, 10),
    .since = parts[1],
    .path = parts[2],
    .kind = parts[3],
    .id = parts[4],
    .cause = parts[5],
    .title = sum->title,
  };

  memcpy (total.counts, sum->counts, sizeof total.counts);
  return yc_totals_table_add (transaction, &total, error);
}

/**
 * yc_case_totals_fill:
 * @transaction: a transaction that writes
 * @error: (nullable): return location
 *
 * Makes all totals anew from the cases.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_totals_fill (YcTransaction  *transaction,
                     GError        **error)
{
  g_autoptr (GHashTable) sums = sum_up (transaction, error);
  g_autoptr (GList) keys = NULL;

  if (sums == NULL || !yc_totals_table_clear (transaction, error))
    return FALSE;
  /* As they would have come day after day: a period's totals are read from neighbouring pages. */
  keys = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    if (!store_sum (transaction, g_hash_table_lookup (sums, l->data), error))
      return FALSE;
  return TRUE;
}

/**
 * yc_case_totals_fill_once:
 * @transaction: a transaction that writes
 * @error: (nullable): return location
 *
 * Fills the totals of a database that comes from a time before there were any.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_case_totals_fill_once (YcTransaction  *transaction,
                          GError        **error)
{
  gint64 filled = yc_counters_table_get (transaction, FILLED, error);

  if (filled != 0)
    return filled > 0;
  return yc_case_totals_fill (transaction, error) &&
         yc_counters_table_next (transaction, FILLED, error) > 0;
}

static gboolean
is_same (const Sum     *sum,
         const YcTotal *total)
{
  return sum != NULL && memcmp (sum->counts, total->counts, sizeof total->counts) == 0 &&
         g_str_equal (sum->title, total->title);
}

static void
set_wrong (const char  *key,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (key, "\n", -1);
  g_autofree char *what = g_strjoinv (" ", parts + 1);

  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
               _("The running total of “%s” is not what the cases add up to."), what);
}

/* Takes what is as it should be out of @sums. */
static gboolean
check_totals (YcTransaction   *transaction,
              YcTotalsPeriod   period,
              GHashTable      *sums,
              GError         **error)
{
  g_autoptr (YcRows) rows = yc_totals_table_list_all (transaction, period, error);
  YcTotal total;

  while (yc_rows_next (rows, error))
    {
      g_autofree char *key = NULL;

      yc_totals_table_read (rows, period, &total);
      key = write_key (&total);
      if (!is_same (g_hash_table_lookup (sums, key), &total))
        {
          set_wrong (key, error);
          return FALSE;
        }
      g_hash_table_remove (sums, key);
    }
  return yc_rows_is_done (rows);
}

/**
 * yc_case_totals_verify:
 * @transaction: a transaction
 * @n_totals: (out): how many totals there are
 * @error: (nullable): return location
 *
 * Adds all cases up and compares. A database from before there were totals rightly has none.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED that names a total that is wrong or missing
 */
gboolean
yc_case_totals_verify (YcTransaction  *transaction,
                       gint64         *n_totals,
                       GError        **error)
{
  gint64 filled = yc_counters_table_get (transaction, FILLED, error);
  g_autoptr (GHashTable) sums = NULL;
  GHashTableIter iter;
  gpointer key;

  *n_totals = 0;
  if (filled <= 0)
    return filled == 0;
  sums = sum_up (transaction, error);
  if (sums == NULL)
    return FALSE;
  *n_totals = g_hash_table_size (sums);
  if (!check_totals (transaction, YC_TOTALS_DAY, sums, error) ||
      !check_totals (transaction, YC_TOTALS_MONTH, sums, error))
    return FALSE;
  g_hash_table_iter_init (&iter, sums);
  if (!g_hash_table_iter_next (&iter, &key, NULL))
    return TRUE;
  set_wrong (key, error);
  return FALSE;
}
