/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running totals by day and place, and by month and every place above. */
#include "yc-totals-table.h"

#define COLUMNS                                                                                  \
  "since, path, kind, id, cause, title, intake, returns, of_clerk, of_standard, of_applicant, "  \
  "of_system "
#define FIRST_COUNT 6

#define ADD(table)                                                                               \
  "INSERT INTO " table " (" COLUMNS ") "                                                         \
  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "                                  \
  "ON CONFLICT (since, path, kind, id, cause) DO UPDATE SET "                                    \
  "intake = " table ".intake + excluded.intake, returns = " table ".returns + excluded.returns, " \
  "of_clerk = " table ".of_clerk + excluded.of_clerk, "                                          \
  "of_standard = " table ".of_standard + excluded.of_standard, "                                 \
  "of_applicant = " table ".of_applicant + excluded.of_applicant, "                              \
  "of_system = " table ".of_system + excluded.of_system, "                                       \
  "title = CASE WHEN excluded.title > " table ".title THEN excluded.title ELSE " table ".title END"

/**
 * yc_totals_table_add:
 * @transaction: a transaction that writes
 * @total: what to add to which total; its title is taken when it is greater
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_totals_table_add (YcTransaction  *transaction,
                     const YcTotal  *t,
                     GError        **error)
{
  const char *sql = t->period == YC_TOTALS_DAY ? ADD ("day_totals") : ADD ("month_totals");

  G_STATIC_ASSERT (YC_TOTAL_N_COUNTS == 6);
  return yc_transaction_run (transaction, error, sql, "ssssssiiiiii", t->since, t->path, t->kind,
                             t->id, t->cause, t->title, t->counts[0], t->counts[1], t->counts[2],
                             t->counts[3], t->counts[4], t->counts[5]);
}

gboolean
yc_totals_table_clear (YcTransaction  *transaction,
                       GError        **error)
{
  return yc_transaction_run (transaction, error, "DELETE FROM day_totals", "") &&
         yc_transaction_run (transaction, error, "DELETE FROM month_totals", "");
}

/**
 * yc_totals_table_list:
 * @transaction: a transaction
 * @period: days or months
 * @from: the first day or month
 * @until: the day or month after the last
 * @path: the place's path, "" for all
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the totals of that place and time, for yc_totals_table_read()
 */
YcRows *
yc_totals_table_list (YcTransaction   *transaction,
                      YcTotalsPeriod   period,
                      const char      *from,
                      const char      *until,
                      const char      *path,
                      GError         **error)
{
  if (period == YC_TOTALS_DAY)
    return yc_transaction_query (transaction, error, "SELECT " COLUMNS "FROM day_totals "
                                 "WHERE since >= $1 AND since < $2 "
                                 "AND substr(path, 1, length($3)) = $3", "sss", from, until, path);
  return yc_transaction_query (transaction, error, "SELECT " COLUMNS "FROM month_totals "
                               "WHERE path = $3 AND since >= $1 AND since < $2", "sss", from,
                               until, path);
}

YcRows *
yc_totals_table_list_all (YcTransaction   *transaction,
                          YcTotalsPeriod   period,
                          GError         **error)
{
  return yc_transaction_query (transaction, error, period == YC_TOTALS_DAY
                               ? "SELECT " COLUMNS "FROM day_totals"
                               : "SELECT " COLUMNS "FROM month_totals", "");
}

/**
 * yc_totals_table_read:
 * @rows: rows standing on a total
 * @period: what it is over
 * @total: (out caller-allocates): the total; its texts live until the next step
 */
void
yc_totals_table_read (YcRows          *rows,
                      YcTotalsPeriod   period,
                      YcTotal         *total)
{
  *total = (YcTotal) {
    .period = period,
    .since = yc_rows_get_text (rows, 0),
    .path = yc_rows_get_text (rows, 1),
    .kind = yc_rows_get_text (rows, 2),
    .id = yc_rows_get_text (rows, 3),
    .cause = yc_rows_get_text (rows, 4),
    .title = yc_rows_get_text (rows, 5),
  };
  for (guint i = 0; i < YC_TOTAL_N_COUNTS; i++)
    total->counts[i] = yc_rows_get_int (rows, FIRST_COUNT + i);
}
