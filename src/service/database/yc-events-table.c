/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, for those who listen. */
#include "yc-events-table.h"

#include "yc-counters-table.h"

#define COUNTER "event"

static void
clear_event (gpointer data)
{
  YcEvent *self = data;

  g_free (self->kind);
  g_free (self->place_path);
  g_free (self->clerk);
  g_free (self->data);
}

YcEvent *
yc_event_ref (YcEvent *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yc_event_unref (YcEvent *self)
{
  g_atomic_rc_box_release_full (self, clear_event);
}

gboolean
yc_events_table_append (YcTransaction  *transaction,
                        const char     *now,
                        const char     *kind,
                        const char     *case_id,
                        const char     *place_path,
                        const char     *clerk,
                        const char     *data,
                        GError        **error)
{
  gint64 id = yc_counters_table_next (transaction, COUNTER, error);

  return id > 0 &&
         yc_transaction_run (transaction, error,
                             "INSERT INTO events (id, kind, case_id, place_path, clerk, data, at) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "issssss", id, kind, case_id, place_path, clerk, data, now);
}

gint64
yc_events_table_get_last (YcTransaction  *transaction,
                          GError        **error)
{
  return yc_counters_table_get (transaction, COUNTER, error);
}

static YcEvent *
row_to_event (YcRows *rows)
{
  YcEvent *event = g_atomic_rc_box_new0 (YcEvent);

  event->id = yc_rows_get_int (rows, 0);
  event->kind = g_strdup (yc_rows_get_text (rows, 1));
  event->place_path = g_strdup (yc_rows_get_text (rows, 2));
  event->clerk = g_strdup (yc_rows_get_text (rows, 3));
  event->data = g_strdup (yc_rows_get_text (rows, 4));
  return event;
}

/**
 * yc_events_table_list:
 * @transaction: a transaction
 * @after: an event's number
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type YcEvent): the events that came after it, in their order
 */
GPtrArray *
yc_events_table_list (YcTransaction  *transaction,
                      gint64          after,
                      gint64          limit,
                      GError        **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_event_unref);
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT id, kind, place_path, clerk, data FROM events WHERE id > $1 ORDER BY id LIMIT $2", "ii",
    after, limit);

  while (yc_rows_next (rows, error))
    g_ptr_array_add (events, row_to_event (rows));
  return yc_rows_is_done (rows) ? g_steal_pointer (&events) : NULL;
}
