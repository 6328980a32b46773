/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to one receiver: sends what is due, one after the other, on a thread of its own.
 *
 * A service that is killed finds everything that was not noted as arrived still waiting, and sends it
 * again under the same id: at least once, and the receiver can tell. A person who gets a letter twice
 * cannot, so every try is noted before it begins, and one that was cut off is told of. */
#include "yc-delivery-lane.h"

#include "yc-certificates-table.h"
#include "yc-clock.h"
#include "yc-deliveries-table.h"
#include "yc-delivery-course.h"
#include "yc-json.h"
#include "yc-mail.h"
#include "yc-service-error.h"
#include "yc-webhook.h"

/* With nothing to do and after trouble of our own. */
#define IDLE (5 * 60 * G_TIME_SPAN_SECOND)
#define AFTER_TROUBLE (10 * G_TIME_SPAN_SECOND)

struct _YcDeliveryLane
{
  YcDatabase *database;
  YcWriter *writer;
  YcVault *vault;
  const YcDeliverySettings *settings;
  const YcReceiver *receiver;
  YcTransfer *transfer;
  GCancellable *stopping;
  GThread *thread;
  GMutex mutex;
  GCond cond;
  gboolean woken;
};

typedef struct
{
  YcDeliveryLane *lane;
  const YcDeliveryRecord *record;
  YcTransferResult result;
} Note;

YcDeliveryLane *
yc_delivery_lane_new (YcDatabase               *database,
                      YcWriter                 *writer,
                      YcVault                  *vault,
                      const YcDeliverySettings *settings,
                      const YcReceiver         *receiver)
{
  YcDeliveryLane *self = g_new0 (YcDeliveryLane, 1);

  self->database = g_object_ref (database);
  self->writer = g_object_ref (writer);
  self->vault = g_object_ref (vault);
  self->settings = settings;
  self->receiver = receiver;
  self->stopping = g_cancellable_new ();
  self->transfer = yc_transfer_new (receiver, self->stopping);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

void
yc_delivery_lane_free (YcDeliveryLane *self)
{
  yc_delivery_lane_ask_to_stop (self);
  yc_delivery_lane_stop (self);
  yc_transfer_free (self->transfer);
  g_object_unref (self->database);
  g_object_unref (self->writer);
  g_object_unref (self->vault);
  g_object_unref (self->stopping);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gboolean
takes_pdf (YcDeliveryLane   *self,
           YcDeliveryRecord *record)
{
  return self->receiver->pdf && g_str_equal (record->kind, "issued");
}

/* What is next, with its certificate if the receiver gets that. */
static YcDeliveryRecord *
load_next (YcDeliveryLane  *self,
           GBytes         **pdf,
           GError         **error)
{
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (self->database, error);
  YcDeliveryRecord *record;

  if (transaction == NULL)
    return NULL;
  record = yc_deliveries_table_find_next (transaction, self->vault, self->receiver->channel, error);
  if (record != NULL && takes_pdf (self, record))
    *pdf = yc_certificates_table_load_pdf (transaction, self->vault, record->serial, NULL);
  return record;
}

static YcTransferResult
send_record (YcDeliveryLane   *self,
             YcDeliveryRecord *record,
             GBytes           *pdf)
{
  JsonObject *data = yc_json_get_object (record->message, "data");
  g_autofree char *type = g_strconcat ("certificate.", record->kind, NULL);

  if (takes_pdf (self, record) && pdf == NULL)
    return yc_transfer_fail ("internal");
  if (yc_receiver_is_mail (self->receiver))
    return yc_mail_send (self->transfer, self->receiver, record->id,
                         yc_json_get_string (record->message, "to", ""), data, pdf);
  return yc_webhook_send (self->transfer, self->receiver, record->id, type, data, pdf);
}

static gboolean
note_func (YcTransaction  *transaction,
           gpointer        user_data,
           GError        **error)
{
  Note *note = user_data;

  return yc_delivery_course_note (transaction, note->lane->vault, note->lane->settings,
                                  note->record->id, &note->result, error);
}

static gboolean
begin_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  Note *note = user_data;

  return yc_delivery_course_begin (transaction, note->lane->vault, note->record->id, error);
}

/* Whether the try may be made; otherwise @wait tells how long to wait. */
static gboolean
begin (Note   *note,
       gint64 *wait)
{
  g_autoptr (GError) error = NULL;

  if (yc_writer_run (note->lane->writer, begin_func, note, &error))
    return TRUE;
  *wait = 0;
  if (g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT))
    return FALSE;
  g_warning ("That delivery %s begins could not be noted: %s %d", note->record->id,
             g_quark_to_string (error->domain), error->code);
  *wait = AFTER_TROUBLE;
  return FALSE;
}

/* Returns how long to wait before the next. */
static gint64
deliver (YcDeliveryLane   *self,
         YcDeliveryRecord *record,
         GBytes           *pdf)
{
  g_autoptr (GError) error = NULL;
  Note note = { .lane = self, .record = record };
  gint64 wait;

  if (!begin (&note, &wait))
    return wait;
  note.result = send_record (self, record, pdf);
  /* What may have gone out is found as begun at the next start. */
  if ((note.result.outcome == YC_TRANSFER_STOPPED && note.result.detail[0] != '\0') ||
      yc_writer_run (self->writer, note_func, &note, &error))
    return 0;
  g_warning ("What became of delivery %s could not be noted: %s %d", record->id,
             g_quark_to_string (error->domain), error->code);
  return AFTER_TROUBLE;
}

static gint64
get_wait (YcDeliveryRecord *record)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) next = yc_clock_parse (record->next_at);

  return next != NULL ? MAX (g_date_time_difference (next, now), 0) : 0;
}

/* Sends what is due; returns how long to wait before looking again, in microseconds. */
static gint64
work (YcDeliveryLane *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcDeliveryRecord) record = load_next (self, &pdf, &error);
  gint64 wait;

  if (record == NULL && g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return IDLE;
  if (record == NULL)
    {
      g_warning ("What is to go over %s could not be read: %s %d", self->receiver->channel,
                 g_quark_to_string (error->domain), error->code);
      return AFTER_TROUBLE;
    }
  wait = get_wait (record);
  return wait > 0 ? MIN (wait, IDLE) : deliver (self, record, pdf);
}

static void
wait_until (YcDeliveryLane *self,
            gint64          until)
{
  g_mutex_lock (&self->mutex);
  while (!self->woken && !g_cancellable_is_cancelled (self->stopping) &&
         g_cond_wait_until (&self->cond, &self->mutex, until))
    ;
  self->woken = FALSE;
  g_mutex_unlock (&self->mutex);
}

static gpointer
thread_func (gpointer data)
{
  YcDeliveryLane *self = data;

  while (!g_cancellable_is_cancelled (self->stopping))
    {
      gint64 wait = work (self);

      if (wait > 0)
        wait_until (self, g_get_monotonic_time () + wait);
    }
  return NULL;
}

void
yc_delivery_lane_start (YcDeliveryLane *self)
{
  self->thread = g_thread_new ("yc-delivery", thread_func, self);
}

void
yc_delivery_lane_wake (YcDeliveryLane *self)
{
  g_mutex_lock (&self->mutex);
  self->woken = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
yc_delivery_lane_ask_to_stop (YcDeliveryLane *self)
{
  g_mutex_lock (&self->mutex);
  g_cancellable_cancel (self->stopping);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
yc_delivery_lane_stop (YcDeliveryLane *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
}
