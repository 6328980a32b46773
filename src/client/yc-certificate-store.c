/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates that were fetched, kept sealed: they print with the line down. A certificate never
 * changes, but another may take its place, so while the line is up the service is asked whether it
 * still has the same; that costs no more than a question. */
#include "yc-certificate-store.h"

#include "yc-client-error.h"
#include "yc-table.h"
#include "yc-uuid.h"

#include <string.h>

#define TABLE "certificates"
#define SHA256_DIGITS 64
/* What the signature of a certificate says of its number, in UTF-16 and hexadecimal. */
#define SERIAL_KEY "/YC_Serial"

typedef struct
{
  YcVault *vault;
  char    *case_id;
  GBytes  *bytes;
} Entry;

typedef struct
{
  YcParts *parts;
  char    *case_id;
  char    *serial;
  GBytes  *kept;
  char    *kept_etag;
} Load;

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->vault);
  g_free (entry->case_id);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry);
}

static void
load_free (Load *load)
{
  g_object_unref (load->parts);
  g_free (load->case_id);
  g_free (load->serial);
  g_free (load->kept_etag);
  g_clear_pointer (&load->kept, g_bytes_unref);
  g_free (load);
}

static Entry *
entry_new (Load   *load,
           GBytes *bytes)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->vault = g_object_ref (yc_storage_get_vault (load->parts->storage));
  entry->case_id = g_strdup (load->case_id);
  entry->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return entry;
}

static char *
place_of (Entry *entry)
{
  return g_strconcat (TABLE "/", entry->case_id, NULL);
}

static gpointer
read_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Entry *entry = data;
  g_autofree char *place = place_of (entry);
  g_autoptr (YcStatement) statement = NULL;
  g_autoptr (GBytes) sealed = NULL;

  statement = yc_connection_prepare (connection,
                                     "SELECT sealed FROM certificates WHERE case_id = $1", error);
  if (statement == NULL)
    return NULL;
  yc_statement_bind_text (statement, 1, entry->case_id);
  if (!yc_statement_step (statement, error))
    return NULL;
  sealed = yc_statement_dup_bytes (statement, 0);
  return yc_vault_open (entry->vault, sealed, place, error);
}

static gpointer
write_job (YcConnection  *connection,
           gpointer       data,
           GError       **error)
{
  Entry *entry = data;
  g_autofree char *place = place_of (entry);
  g_autofree char *now = yc_time_now ();
  g_autoptr (GBytes) sealed = yc_vault_seal (entry->vault, entry->bytes, place);

  yc_table_write (connection, error,
                  "INSERT INTO certificates (case_id, fetched_at, sealed) "
                  "VALUES ($1, $2, $3) ON CONFLICT (case_id) DO UPDATE SET "
                  "fetched_at = excluded.fetched_at, sealed = excluded.sealed",
                  "ttb", entry->case_id, now, sealed);
  return NULL;
}

/* The entity tag is the document's SHA-256. */
static char *
compute_etag (GBytes *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf ("\"%s\"", sum);
}

static gboolean
is_intact (const YcReply *reply)
{
  g_autofree char *etag = compute_etag (reply->bytes);

  return g_bytes_get_size (reply->bytes) > 0 &&
         (reply->etag == NULL || strlen (reply->etag) != SHA256_DIGITS + 2 ||
          g_ascii_strcasecmp (reply->etag, etag) == 0);
}

static gboolean
contains (GBytes     *bytes,
          const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (words);

  for (const char *at = data; at != NULL && at + length <= data + size; at++)
    {
      at = memchr (at, words[0], (gsize) (data + size - at) - length + 1);
      if (at == NULL)
        return FALSE;
      if (memcmp (at, words, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @bytes are the version that is wanted, as its signature names it: a case's certificate may
 * have been issued anew since one of them was fetched. */
static gboolean
is_wanted (const Load *load,
           GBytes     *bytes)
{
  g_autoptr (GString) mark = g_string_new (SERIAL_KEY " <FEFF");

  if (load->serial == NULL || !contains (bytes, SERIAL_KEY))
    return TRUE;
  for (const char *p = load->serial; *p != '\0'; p++)
    g_string_append_printf (mark, "%04X", (guint) (guchar) *p);
  g_string_append_c (mark, '>');
  return contains (bytes, mark->str);
}

/* What is kept, whatever became of the question whether it is the newest; otherwise @error. */
static void
return_kept (GTask  *task,
             GError *error)
{
  Load *load = g_task_get_task_data (task);

  if (load->kept == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  g_task_return_pointer (task, g_bytes_ref (load->kept), (GDestroyNotify) g_bytes_unref);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND))
    error->code = YC_CLIENT_ERROR_NO_CERTIFICATE;
  if (reply != NULL && !is_intact (reply))
    error = g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                                 "The certificate arrived damaged");
  if (error != NULL)
    {
      return_kept (task, g_steal_pointer (&error));
      return;
    }
  if (!is_wanted (load, reply->bytes))
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CONFLICT,
                               "Another version has taken this certificate's place");
      return;
    }
  /* Should it not be kept, it is fetched once more another time. */
  yc_storage_run_async (load->parts->storage, YC_WORKER_WRITE, write_job,
                        entry_new (load, reply->bytes), (GDestroyNotify)entry_free, NULL, NULL,
                        NULL, NULL);
  g_task_return_pointer (task, g_bytes_ref (reply->bytes), (GDestroyNotify) g_bytes_unref);
}

static void
fetch (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("/cases/%s/certificate", load->case_id);
  YcRequest request = { .method = "GET", .path = path, .expect = YC_EXPECT_BYTES,
                        .if_none_match = load->kept_etag };

  yc_http_send_async (load->parts->http, &request, g_task_get_cancellable (task), fetched_cb,
                      g_object_ref (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  GBytes *bytes = yc_storage_run_finish (load->parts->storage, result, NULL);

  if (bytes != NULL && !is_wanted (load, bytes))
    g_clear_pointer (&bytes, g_bytes_unref);
  if (bytes != NULL && !yc_line_get_online (load->parts->line))
    {
      g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
      return;
    }
  load->kept = bytes;
  load->kept_etag = bytes != NULL ? compute_etag (bytes) : NULL;
  fetch (task);
}

/**
 * yc_certificate_store_load_async:
 * @source: who asks; @callback gets it as its source
 * @parts: the desk's parts
 * @case_id: a case with a certificate
 * @serial: (nullable): the version that is wanted, and no other
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 */
void
yc_certificate_store_load_async (gpointer             source,
                                 YcParts             *parts,
                                 const char          *case_id,
                                 const char          *serial,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  g_task_set_source_tag (task, yc_certificate_store_load_async);
  load->parts = g_object_ref (parts);
  load->case_id = g_strdup (case_id);
  load->serial = g_strdup (serial);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  if (parts->storage == NULL || !yc_uuid_is_valid (case_id))
    g_task_return_new_error (task, YC_CLIENT_ERROR,
                             parts->storage == NULL ? YC_CLIENT_ERROR_CLOSED
                                                    : YC_CLIENT_ERROR_NO_CERTIFICATE,
                             "There is no such certificate here");
  else
    yc_storage_run_async (parts->storage, YC_WORKER_READ, read_job, entry_new (load, NULL),
                          (GDestroyNotify) entry_free, (GDestroyNotify) g_bytes_unref, cancellable,
                          read_cb, g_steal_pointer (&task));
}

/* (transfer full): the PDF */
GBytes *
yc_certificate_store_load_finish (gpointer       source,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
