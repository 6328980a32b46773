/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of cases: sent part by part before the case, fetched by who may see it. */
#include "yc-routes-private.h"

#include "yc-attachment.h"
#include "yc-etag.h"
#include "yc-file-intake.h"
#include "yc-files-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

static gboolean
fail_range (GError **error)
{
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
                       _("The Content-Range does not fit the body."));
  return FALSE;
}

static gboolean
read_number (const char **at,
             char         end,
             gint64      *number)
{
  char *stop;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  *number = g_ascii_strtoll (*at, &stop, 10);
  *at = stop;
  if (*stop != end)
    return FALSE;
  *at += end != '\0' ? 1 : 0;
  return TRUE;
}

/* RFC 9110, section 14.4: "bytes FIRST-LAST/SIZE"; with an asterisk for the bytes it only asks. */
static gboolean
read_range (const char  *header,
            YcFilePart  *part,
            GError     **error)
{
  gint64 length = (gint64) g_bytes_get_size (part->bytes);
  const char *at = header;
  gint64 last = -1;

  part->size = length;
  if (header == NULL)
    return length > 0 || fail_range (error);
  if (!g_str_has_prefix (at, "bytes "))
    return fail_range (error);
  at += strlen ("bytes ");
  if (g_str_has_prefix (at, "*/"))
    {
      at += 2;
      part->offset = -1;
    }
  else if (!read_number (&at, '-', &part->offset) || !read_number (&at, '/', &last))
    return fail_range (error);
  if (!read_number (&at, '\0', &part->size) || part->size < 1 || last >= part->size)
    return fail_range (error);
  if (part->offset < 0)
    return length == 0 || fail_range (error);
  return (length > 0 && last - part->offset + 1 == length) || fail_range (error);
}

static gboolean
check_part (YcCall      *call,
            YcFilePart  *part,
            GError     **error)
{
  if (!yc_attachment_is_id (part->id))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                         _("A file's address ends with its SHA-256 in lower case."));
  else if (!read_range (yc_http_request_get_header (call->request, "content-range"), part, error))
    return FALSE;
  else if (part->size > YC_ATTACHMENT_MAX_BYTES)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_TOO_LARGE,
                         _("The file is larger than this service takes."));
  else
    return TRUE;
  return FALSE;
}

YcHttpResponse *
yc_file_route_put (YcCall  *call,
                   GError **error)
{
  g_autoptr (GBytes) bytes = yc_http_request_dup_bytes (call->request);
  YcFilePart part = { .id = call->argument, .bytes = bytes };
  gint64 received;
  gboolean stored;
  JsonObject *object;

  if (!check_part (call, &part, error) ||
      !yc_file_intake_take (&call->work, &part, &received, &stored, error))
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "id", part.id);
  json_object_set_int_member (object, "size", part.size);
  json_object_set_int_member (object, "received", received);
  return yc_http_response_new_json (stored ? 201 : 200, object);
}

/* What a person may not see is not there. */
static char *
find_type (YcCall  *call,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *type =
    yc_files_table_find (call->work.transaction, call->argument, NULL, &local);

  if (type != NULL &&
      yc_files_table_is_seen_by (call->work.transaction, call->argument, call->work.identity))
    return g_steal_pointer (&type);
  if (local != NULL && !g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                         _("There is no such file."));
  return NULL;
}

static gboolean
note_func (YcTransaction  *transaction,
           gpointer        user_data,
           GError        **error)
{
  YcWork work = ((YcCall *) user_data)->work;

  work.transaction = transaction;
  return yc_work_add_audit (&work, "file.read", ((YcCall *) user_data)->argument,
                            json_object_new (), error);
}

/* Who opens the copy of somebody's papers is noted, or does not get it; going to and fro is one
 * reading, so that nobody fills the record by it. */
static gboolean
note (YcCall  *call,
      GError **error)
{
  YcAllowance *readings = yc_service_get_readings (call->work.service);
  g_autofree char *reading = g_strconcat (call->work.identity->id, " ", call->argument, NULL);

  if (yc_allowance_take (readings, reading) > 0 ||
      yc_writer_run (yc_service_get_writer (call->work.service), note_func, call, error))
    return TRUE;
  yc_allowance_forget (readings, reading);
  return FALSE;
}

static YcHttpResponse *
load (YcCall      *call,
      const char  *type,
      GError     **error)
{
  g_autoptr (GBytes) content = yc_file_store_load (yc_service_get_file_store (call->work.service),
                                                   call->argument, error);

  if (content == NULL || !note (call, error))
    return NULL;
  return yc_http_response_new (200, type, g_steal_pointer (&content));
}

YcHttpResponse *
yc_file_route_get (YcCall  *call,
                   GError **error)
{
  g_autofree char *type = find_type (call, error);
  g_autofree char *etag = g_strdup_printf ("\"%s\"", call->argument);
  YcHttpResponse *response;

  if (type == NULL)
    return NULL;
  response = yc_etag_is_known (call->request, etag) ? yc_http_response_new_empty (304)
                                                    : load (call, type, error);
  if (response == NULL)
    return NULL;
  yc_http_response_set_header (response, "ETag", etag);
  /* Should a browser ever get here, it must not open what somebody else has sent. */
  yc_http_response_set_header (response, "Content-Disposition", "attachment");
  yc_http_response_set_header (response, "X-Content-Type-Options", "nosniff");
  return response;
}
