/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes away, a few at a time, the rows that nobody asks for any more. */
#include "yc-old-rows.h"

#include "yc-clock.h"

#define AT_ONCE "500"

typedef struct
{
  /* $1 is a time: what is older goes, the oldest first. */
  const char *sql;
  int days_kept;
} Rule;

/* Events are numbered as time goes, and found by their numbers alone. */
static const Rule rules[] = {
  { "DELETE FROM sessions WHERE token IN (SELECT token FROM sessions WHERE expires_at < $1 "
    "ORDER BY expires_at LIMIT " AT_ONCE ") RETURNING 1", 1 },
  { "DELETE FROM answers WHERE (user_id, command) IN (SELECT user_id, command FROM answers "
    "WHERE at < $1 ORDER BY at LIMIT " AT_ONCE ") RETURNING 1", YC_OLD_ROWS_DAYS_KEPT },
  { "DELETE FROM events WHERE id IN (SELECT id FROM (SELECT id, at FROM events ORDER BY id LIMIT "
    AT_ONCE ") oldest WHERE at < $1) RETURNING 1", YC_OLD_ROWS_DAYS_KEPT },
};

typedef struct
{
  const char *sql;
  const char *before;
  gboolean any;
} Portion;

static gboolean
remove_func (YcTransaction  *transaction,
             gpointer        user_data,
             GError        **error)
{
  Portion *portion = user_data;
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, portion->sql, "s", portion->before);

  portion->any = FALSE;
  while (yc_rows_next (rows, error))
    portion->any = TRUE;
  return yc_rows_is_done (rows);
}

static gboolean
follow (const Rule    *rule,
        YcWriter      *writer,
        GDateTime     *now,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -rule->days_kept);
  g_autofree char *before = yc_clock_format (then);
  Portion portion = { rule->sql, before, TRUE };

  while (portion.any)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !yc_writer_run (writer, remove_func, &portion, error))
      return FALSE;
  return TRUE;
}

gboolean
yc_old_rows_remove (YcWriter      *writer,
                    GDateTime     *now,
                    GCancellable  *cancellable,
                    GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!follow (&rules[i], writer, now, cancellable, error))
      return FALSE;
  return TRUE;
}
