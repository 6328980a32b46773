/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a delivery after a try, or when somebody starts it again. Every change has its
 * event, and the last word its audit record. */
#include "yc-delivery-course.h"

#include "yc-audit-table.h"
#include "yc-clock.h"
#include "yc-events-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#define MOST_DOUBLINGS 20
#define LONGEST_WAIT 3600.0
/* So that what failed together does not come back together. */
#define JITTER 0.2

/**
 * yc_delivery_course_wait:
 * @first_seconds: the wait after the first try
 * @n_tries: how often it was tried, from 1
 * @chance: a number from 0 to 1
 *
 * Returns: how many seconds to wait now: twice as long each time, an hour at most, a fifth more or
 *   less
 */
double
yc_delivery_course_wait (double first_seconds,
                         gint64 n_tries,
                         double chance)
{
  gint64 doublings = CLAMP (n_tries - 1, 0, MOST_DOUBLINGS);
  double wait = MIN (first_seconds * (double) (1 << doublings), LONGEST_WAIT);

  return wait * (1 - JITTER + 2 * JITTER * chance);
}

static gboolean
add_event (YcTransaction           *transaction,
           const YcDeliveryRecord  *record,
           const char              *now,
           GError                 **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT place_path, clerk, version FROM cases WHERE id = $1", "s",
    record->case_id);
  JsonObject *object;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *data = NULL;

  if (rows == NULL)
    return FALSE;
  object = json_object_new ();
  node = yc_json_object_node (object);
  json_object_set_string_member (object, "id", record->case_id);
  json_object_set_int_member (object, "version", yc_rows_get_int (rows, 2));
  json_object_set_string_member (object, "delivery", record->id);
  json_object_set_string_member (object, "state", yc_delivery_state_to_string (record->state));
  data = yc_json_write (node);
  return yc_events_table_append (transaction, now, "delivery", record->case_id,
                                 yc_rows_get_text (rows, 0), yc_rows_get_text (rows, 1), data,
                                 error);
}

static gboolean
add_audit (YcTransaction           *transaction,
           const YcDeliveryRecord  *record,
           const char              *by,
           const char              *action,
           const char              *now,
           GError                 **error)
{
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "serial", record->serial);
  json_object_set_string_member (detail, "channel", record->channel);
  json_object_set_string_member (detail, "kind", record->kind);
  json_object_set_int_member (detail, "tries", record->n_tries);
  json_object_set_string_member (detail, "detail", record->detail);
  return yc_audit_table_append (transaction, now, by, action, record->id, detail, error);
}

static void
set_text (char       **to,
          const char  *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

/* Waits, unless that would be too long since it began. */
static void
put_off (YcDeliveryRecord         *record,
         const YcDeliverySettings *settings,
         const YcTransferResult   *result,
         GDateTime                *now)
{
  double own = yc_delivery_course_wait (settings->first_seconds, record->n_tries,
                                        g_random_double ());
  double wait = MAX (own, result->wait_seconds);
  g_autoptr (GDateTime) next = g_date_time_add_seconds (now, wait);
  g_autoptr (GDateTime) since = yc_clock_parse (record->since);
  g_autofree char *next_at = yc_clock_format (next);

  if (since == NULL ||
      (double) g_date_time_difference (next, since) / G_TIME_SPAN_SECOND > settings->most_seconds)
    record->state = YC_DELIVERY_STATE_FAILED;
  else
    set_text (&record->next_at, next_at);
}

static void
apply (YcDeliveryRecord         *record,
       const YcDeliverySettings *settings,
       const YcTransferResult   *result,
       GDateTime                *now)
{
  record->n_tries++;
  set_text (&record->detail, result->detail);
  if (result->outcome == YC_TRANSFER_DONE)
    record->state = YC_DELIVERY_STATE_DELIVERED;
  else if (result->outcome == YC_TRANSFER_NEVER)
    record->state = YC_DELIVERY_STATE_FAILED;
  else
    put_off (record, settings, result, now);
}

/* The service died in the middle of the try before: it counts, and nobody knows what came of it. */
static gboolean
close_interrupted (YcTransaction     *transaction,
                   YcVault           *vault,
                   YcDeliveryRecord  *record,
                   const char        *now,
                   GError           **error)
{
  record->n_tries++;
  set_text (&record->detail, YC_DELIVERY_INTERRUPTED);
  return yc_deliveries_table_write_try (transaction, record, record->n_tries, record->detail, now,
                                        error) &&
         yc_deliveries_table_update (transaction, vault, record, now, error);
}

/**
 * yc_delivery_course_begin:
 * @transaction: a transaction that writes
 * @vault: seals the message
 * @id: a delivery that is due
 * @error: (nullable): return location
 *
 * Notes that it is tried from now on, so that a second try is never made without anybody being able
 * to see that there was a first.
 *
 * Returns: %FALSE on an error, with %YC_SERVICE_ERROR_STATE_CONFLICT when it is due no more
 */
gboolean
yc_delivery_course_begin (YcTransaction  *transaction,
                          YcVault        *vault,
                          const char     *id,
                          GError        **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autofree char *now = yc_clock_format (time);
  g_autoptr (YcDeliveryRecord) record = yc_deliveries_table_find (transaction, vault, id, error);

  if (record == NULL)
    return FALSE;
  if (record->state != YC_DELIVERY_STATE_WAITING)
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                           "It was held back meanwhile");
      return FALSE;
    }
  if (record->begun && !close_interrupted (transaction, vault, record, now, error))
    return FALSE;
  return yc_deliveries_table_write_try (transaction, record, record->n_tries + 1, YC_DELIVERY_BEGUN,
                                        now, error);
}

/**
 * yc_delivery_course_note:
 * @transaction: a transaction that writes
 * @vault: seals the message
 * @settings: how long to wait and to go on
 * @id: a delivery that was tried
 * @result: what came of it
 * @error: (nullable): return location
 *
 * Notes a try. One that was held back meanwhile, because the certificate is void now, stays so,
 * unless it did arrive.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_course_note (YcTransaction             *transaction,
                         YcVault                   *vault,
                         const YcDeliverySettings  *settings,
                         const char                *id,
                         const YcTransferResult    *result,
                         GError                   **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autofree char *now = yc_clock_format (time);
  g_autoptr (YcDeliveryRecord) record = yc_deliveries_table_find (transaction, vault, id, error);

  if (record == NULL)
    return FALSE;
  if (result->outcome == YC_TRANSFER_STOPPED)
    return yc_deliveries_table_remove_begun (transaction, id, error);
  if (record->state != YC_DELIVERY_STATE_WAITING && result->outcome != YC_TRANSFER_DONE)
    return yc_deliveries_table_write_try (transaction, record, record->n_tries + 1, result->detail,
                                          now, error);
  apply (record, settings, result, time);
  if (!yc_deliveries_table_update (transaction, vault, record, now, error) ||
      !yc_deliveries_table_write_try (transaction, record, record->n_tries, record->detail, now,
                                      error) ||
      !add_event (transaction, record, now, error))
    return FALSE;
  return record->state == YC_DELIVERY_STATE_WAITING ||
         add_audit (transaction, record, "",
                    record->state == YC_DELIVERY_STATE_DELIVERED ? "delivery.done"
                                                                 : "delivery.fail", now, error);
}

/**
 * yc_delivery_course_retry:
 * @transaction: a transaction that writes
 * @vault: seals the message
 * @record: a delivery that has not arrived; changed
 * @by: who wants it
 * @now: the time
 * @error: (nullable): return location
 *
 * Makes it due at once, and counts its time from now.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_course_retry (YcTransaction     *transaction,
                          YcVault           *vault,
                          YcDeliveryRecord  *record,
                          const char        *by,
                          const char        *now,
                          GError           **error)
{
  record->state = YC_DELIVERY_STATE_WAITING;
  set_text (&record->since, now);
  set_text (&record->next_at, now);
  return add_audit (transaction, record, by, "delivery.retry", now, error) &&
         yc_deliveries_table_update (transaction, vault, record, now, error) &&
         add_event (transaction, record, now, error);
}

/**
 * yc_delivery_course_add:
 * @transaction: a transaction that writes
 * @record: a delivery that was planned after the issue
 * @by: who took down that the applicant agrees
 * @now: the time
 * @error: (nullable): return location
 *
 * Tells of it.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_course_add (YcTransaction           *transaction,
                        const YcDeliveryRecord  *record,
                        const char              *by,
                        const char              *now,
                        GError                 **error)
{
  return add_audit (transaction, record, by, "delivery.add", now, error) &&
         add_event (transaction, record, now, error);
}

/**
 * yc_delivery_course_give_up:
 * @transaction: a transaction that writes
 * @vault: seals the message
 * @record: a delivery that cannot arrive; changed
 * @detail: why not
 * @error: (nullable): return location
 *
 * Ends it until somebody starts it again.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_course_give_up (YcTransaction     *transaction,
                            YcVault           *vault,
                            YcDeliveryRecord  *record,
                            const char        *detail,
                            GError           **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autofree char *now = yc_clock_format (time);

  record->state = YC_DELIVERY_STATE_FAILED;
  set_text (&record->detail, detail);
  return yc_deliveries_table_update (transaction, vault, record, now, error) &&
         add_event (transaction, record, now, error) &&
         add_audit (transaction, record, "", "delivery.fail", now, error);
}
