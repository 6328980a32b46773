/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a file in, part by part, and says what has come of it. A part that does not go on where the
 * last one ended is not taken: the sender is told where to go on. */
#include "yc-file-intake.h"

#include "yc-attachment.h"
#include "yc-file-type.h"
#include "yc-files-table.h"
#include "yc-findings.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* What one person may have sent that no case has, files that are not whole included: more than a
 * day's work, less than a disk. */
#define MAX_UNUSED ((gint64) 512 * 1024 * 1024)
/* Of a part that is not the last: thousands of small ones would cost the service more than they
 * bring over. */
#define MIN_PART (16 * 1024)
#define WAIT_SECONDS 600

/* A file that is whole, on its way into the database. */
typedef struct
{
  const YcWork *work;
  const YcFilePart *part;
  const char *type;
} Arrival;

static YcFileStore *
get_store (const YcWork *work)
{
  return yc_service_get_file_store (work->service);
}

static gboolean
was_sent (const YcWork  *work,
          const char    *id,
          gboolean      *sent,
          GError       **error)
{
  g_autoptr (YcTransaction) transaction =
    yc_database_begin_read (yc_service_get_database (work->service), error);

  if (transaction == NULL)
    return FALSE;
  *sent = yc_files_table_is_sender (transaction, id, work->identity->id);
  return TRUE;
}

/* Bytes that the sender has here for no case, but for what has come of this file; -1 on an error */
static gint64
sum_others (const YcWork      *work,
            gint64             received,
            GError           **error)
{
  g_autoptr (YcTransaction) transaction =
    yc_database_begin_read (yc_service_get_database (work->service), error);
  gint64 unused = transaction != NULL
                    ? yc_files_table_sum_unused (transaction, work->identity->id, error) : -1;

  if (unused < 0)
    return -1;
  return unused + yc_file_store_sum_parts (get_store (work), work->identity->id) - received;
}

static gboolean
check_room (const YcWork      *work,
            const YcFilePart  *part,
            gint64             received,
            GError           **error)
{
  gint64 others = sum_others (work, received, error);

  if (others < 0)
    return FALSE;
  if (others + part->size > MAX_UNUSED)
    yc_service_error_set_wait (error, WAIT_SECONDS);
  else if (!yc_file_store_has_room (get_store (work), part->size - received))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                         _("The service's disk is nearly full: it takes no more files."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
arrive_func (YcTransaction  *transaction,
             gpointer        user_data,
             GError        **error)
{
  Arrival *arrival = user_data;
  YcWork work = *arrival->work;
  const YcFilePart *part = arrival->part;
  JsonObject *detail = json_object_new ();

  work.transaction = transaction;
  json_object_set_string_member (detail, "type", arrival->type);
  json_object_set_int_member (detail, "size", part->size);
  return yc_files_table_insert (transaction, part->id, arrival->type, part->size, work.now_text,
                                error) &&
         yc_files_table_add_sender (transaction, part->id, work.identity->id, work.now_text,
                                    error) &&
         yc_work_add_audit (&work, "file.store", part->id, detail, error);
}

/* It is needed again, so it must not be swept away before its case comes. */
static gboolean
renew_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  Arrival *arrival = user_data;

  return yc_files_table_add_sender (transaction, arrival->part->id, arrival->work->identity->id,
                                    arrival->work->now_text, error);
}

static gboolean
refuse (const char *keyword,
        const char *message,
        GError    **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  yc_findings_add (findings, "", keyword, message);
  return yc_findings_finish (findings, error);
}

/* (transfer none) (nullable): the type of a file that is what it was said to be. */
static const char *
judge (const YcFilePart  *part,
       GBytes            *content,
       GError           **error)
{
  g_autofree char *id = yc_attachment_compute_id (content);
  g_autoptr (GError) local = NULL;
  const char *type;

  if (!g_str_equal (id, part->id) || (gint64) g_bytes_get_size (content) != part->size)
    {
      refuse ("sha256", _("What has come is not the file that was announced."), error);
      return NULL;
    }
  type = yc_file_type_check (g_bytes_get_data (content, NULL), g_bytes_get_size (content), &local);
  if (type == NULL)
    refuse ("type", local->message, error);
  return type;
}

static gboolean
finish (const YcWork      *work,
        const YcFilePart  *part,
        GError           **error)
{
  Arrival arrival = { .work = work, .part = part };
  g_autoptr (GBytes) content =
    yc_file_store_join (get_store (work), work->identity->id, part->id, error);
  gboolean done;

  if (content == NULL)
    return FALSE;
  arrival.type = judge (part, content, error);
  done = arrival.type != NULL && yc_file_store_keep (get_store (work), part->id, content, error) &&
         yc_writer_run (yc_service_get_writer (work->service), arrive_func, &arrival, error);
  if (done || arrival.type == NULL)
    yc_file_store_drop_parts (get_store (work), work->identity->id, part->id);
  return done;
}

static gboolean
check_length (const YcFilePart  *part,
              gint64             length,
              GError           **error)
{
  if (length >= MIN_PART || part->offset + length >= part->size)
    return TRUE;
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
               _("A part that is not the last has at least %d bytes."), MIN_PART);
  return FALSE;
}

static gboolean
take_part (const YcWork      *work,
           const YcFilePart  *part,
           gint64            *received,
           GError           **error)
{
  gint64 length = part->bytes != NULL ? (gint64) g_bytes_get_size (part->bytes) : 0;

  *received = yc_file_store_get_received (get_store (work), work->identity->id, part->id);
  if (part->offset != *received || length == 0)
    return TRUE;
  if (!check_length (part, length, error) || !check_room (work, part, *received, error) ||
      !yc_file_store_add_part (get_store (work), work->identity->id, part->id, part->offset,
                               part->bytes, error))
    return FALSE;
  *received += length;
  return TRUE;
}

static gboolean
take_locked (const YcWork      *work,
             const YcFilePart  *part,
             gint64            *received,
             gboolean          *stored,
             GError           **error)
{
  Arrival arrival = { .work = work, .part = part };
  gboolean sent = FALSE;

  if (!was_sent (work, part->id, &sent, error))
    return FALSE;
  if (sent)
    {
      *received = part->size;
      return yc_writer_run (yc_service_get_writer (work->service), renew_func, &arrival, error);
    }
  if (!take_part (work, part, received, error))
    return FALSE;
  *stored = *received >= part->size;
  return !*stored || finish (work, part, error);
}

/**
 * yc_file_intake_take:
 * @work: the work, without a transaction and not on the writer's thread
 * @part: what was sent
 * @received: (out): how many bytes have come
 * @stored: (out): whether the file has become whole by this part
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_INVALID when the file is not what it was said to be,
 *   %YC_SERVICE_ERROR_MALFORMED when the part is too small, %YC_SERVICE_ERROR_TOO_MANY_REQUESTS when
 *   the sender has too many files without a case, %YC_SERVICE_ERROR_BUSY when the disk is nearly
 *   full, or another error
 */
gboolean
yc_file_intake_take (const YcWork      *work,
                     const YcFilePart  *part,
                     gint64            *received,
                     gboolean          *stored,
                     GError           **error)
{
  GMutex *lock = yc_file_store_lock (get_store (work), part->id);
  gboolean taken;

  *received = 0;
  *stored = FALSE;
  taken = take_locked (work, part, received, stored, error);
  g_mutex_unlock (lock);
  return taken;
}
