/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to the print server on which nothing can block for ever. */
#include "yc-cups-connection.h"

#include <sys/socket.h>

#include <glib/gi18n-lib.h>

#define CHUNK (64 * 1024)
/* The server closes lines that stay silent; the sentinel is renewed before that. */
#define SENTINEL_AGE (20 * G_USEC_PER_SEC)

struct _YcCupsConnection
{
  http_t  *http;
  /* A second line that never says anything. libcups mends a broken line by itself and without a
   * word, which would hide that the server died and was started again; this one just breaks. */
  http_t  *sentinel;
  gint64   sentinel_since;
  guint    time_limit; /* ms */
  guint    epoch;
  gboolean timed_out;
};

static const char *
no_password_cb (const char *prompt,
                http_t     *http,
                const char *method,
                const char *resource,
                void       *user_data)
{
  return NULL;
}

static int
timeout_cb (http_t *http,
            void   *user_data)
{
  YcCupsConnection *self = user_data;

  self->timed_out = TRUE;
  return 0;
}

static http_t *
connect_to_server (YcCupsConnection *self)
{
  http_t *http = httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1,
                               (int) self->time_limit, NULL);

  if (http != NULL)
    httpSetTimeout (http, self->time_limit / 1000.0, timeout_cb, self);
  return http;
}

static void
disconnect (YcCupsConnection *self)
{
  g_clear_pointer (&self->http, httpClose);
}

static gboolean
is_broken (http_t *http)
{
  char byte;
  gssize n = recv (httpGetFd (http), &byte, 1, MSG_PEEK | MSG_DONTWAIT);

  return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

static void
notice_server_death (YcCupsConnection *self)
{
  if (self->sentinel == NULL || !is_broken (self->sentinel))
    return;
  g_clear_pointer (&self->sentinel, httpClose);
  disconnect (self);
  self->epoch++;
}

/* The new one is there before the old one goes: no moment stays unwatched. */
static void
renew_sentinel (YcCupsConnection *self)
{
  gint64 now = g_get_monotonic_time ();
  http_t *next;

  if (self->sentinel != NULL && now - self->sentinel_since < SENTINEL_AGE)
    return;
  next = connect_to_server (self);
  notice_server_death (self);
  if (next == NULL)
    return;
  g_clear_pointer (&self->sentinel, httpClose);
  self->sentinel = next;
  self->sentinel_since = now;
}

static gboolean
ensure_connected (YcCupsConnection *self,
                  GError          **error)
{
  self->timed_out = FALSE;
  notice_server_death (self);
  renew_sentinel (self);
  if (self->http == NULL && self->sentinel != NULL)
    self->http = connect_to_server (self);
  if (self->http != NULL)
    return TRUE;
  g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN,
                       _("The print service is not running."));
  return FALSE;
}

static gboolean
set_line_error (YcCupsConnection *self,
                GError          **error)
{
  disconnect (self);
  notice_server_death (self);
  if (self->timed_out)
    g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT,
                         _("The print service does not answer in time."));
  else
    g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN,
                         _("The connection to the print service broke."));
  return FALSE;
}

/* What a status says that came in an answer, that is, from a server that understood us. */
static YcPrintingError
error_for_status (ipp_status_t status)
{
  switch ((int) status)
    {
    case IPP_STATUS_ERROR_NOT_FOUND:
      return YC_PRINTING_ERROR_NO_PRINTER;
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
      return YC_PRINTING_ERROR_REJECTED;
    case IPP_STATUS_ERROR_FORBIDDEN:
    case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
    case IPP_STATUS_ERROR_NOT_AUTHORIZED:
      return YC_PRINTING_ERROR_DENIED;
    case IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES:
    case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED:
    case IPP_STATUS_ERROR_CONFLICTING:
      return YC_PRINTING_ERROR_UNSUPPORTED;
    default:
      return YC_PRINTING_ERROR_FAILED;
    }
}

static const char *
text_for_error (YcPrintingError code)
{
  switch (code)
    {
    case YC_PRINTING_ERROR_NO_PRINTER:
      return _("The printer does not exist any more.");
    case YC_PRINTING_ERROR_REJECTED:
      return _("The printer takes no jobs at present.");
    case YC_PRINTING_ERROR_DENIED:
      return _("The print service does not allow this.");
    case YC_PRINTING_ERROR_UNSUPPORTED:
      return _("The printer cannot do what was asked.");
    case YC_PRINTING_ERROR_FAILED:
    case YC_PRINTING_ERROR_SERVER_DOWN:
    case YC_PRINTING_ERROR_TIMED_OUT:
    case YC_PRINTING_ERROR_UNCLEAR:
    case YC_PRINTING_ERROR_BEGUN:
    default:
      return _("The print service reports an error.");
    }
}

static ipp_t *
judge_answer (ipp_t   *answer,
              GError **error)
{
  ipp_status_t status = ippGetStatusCode (answer);
  ipp_attribute_t *message;
  YcPrintingError code;

  if (status < IPP_STATUS_REDIRECTION_OTHER_SITE)
    return answer;
  code = error_for_status (status);
  message = ippFindAttribute (answer, "status-message", IPP_TAG_TEXT);
  if (code == YC_PRINTING_ERROR_FAILED && message != NULL)
    g_set_error (error, YC_PRINTING_ERROR, code, "%s (%s)", text_for_error (code),
                 ippGetString (message, 0, NULL));
  else
    g_set_error_literal (error, YC_PRINTING_ERROR, code, text_for_error (code));
  ippDelete (answer);
  return NULL;
}

static gboolean
send_head (YcCupsConnection *self,
           ipp_t            *request,
           const char       *resource,
           gsize             document_size,
           GError          **error)
{
  http_status_t status = cupsSendRequest (self->http, request, resource,
                                          ippLength (request) + document_size);

  if (status <= HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK)
    return status != HTTP_STATUS_ERROR || set_line_error (self, error);
  if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN)
    {
      disconnect (self);
      g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_DENIED,
                           text_for_error (YC_PRINTING_ERROR_DENIED));
      return FALSE;
    }
  return set_line_error (self, error);
}

static gboolean
send_body (YcCupsConnection *self,
           GBytes           *document,
           GError          **error)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);

  for (gsize at = 0; at < size; at += CHUNK)
    {
      http_status_t status = cupsWriteRequestData (self->http, data + at, MIN (CHUNK, size - at));

      /* An answer that comes early tells why the rest is not wanted. */
      if (status == HTTP_STATUS_OK)
        return TRUE;
      if (status != HTTP_STATUS_CONTINUE)
        return set_line_error (self, error);
    }
  return TRUE;
}

static gboolean
was_understood (ipp_t *answer)
{
  /* libcups makes up a status of its own when the line broke. */
  return answer != NULL && ippGetState (answer) == IPP_STATE_DATA;
}

static ipp_t *
receive (YcCupsConnection *self,
         const char       *resource,
         GError          **error)
{
  g_autoptr (ipp_t) answer = cupsGetResponse (self->http, resource);
  http_status_t status = httpGetStatus (self->http);

  if (was_understood (answer))
    return judge_answer (g_steal_pointer (&answer), error);
  if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN)
    {
      disconnect (self);
      g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_DENIED,
                           text_for_error (YC_PRINTING_ERROR_DENIED));
      return NULL;
    }
  set_line_error (self, error);
  return NULL;
}

YcCupsConnection *
yc_cups_connection_new (const char *server,
                        guint       time_limit)
{
  YcCupsConnection *self = g_new0 (YcCupsConnection, 1);

  self->time_limit = time_limit;
  /* Both are settings of the calling thread. */
  if (server != NULL)
    cupsSetServer (server);
  cupsSetPasswordCB2 (no_password_cb, NULL);
  return self;
}

void
yc_cups_connection_free (YcCupsConnection *self)
{
  g_clear_pointer (&self->sentinel, httpClose);
  g_clear_pointer (&self->http, httpClose);
  g_free (self);
}

guint
yc_cups_connection_get_epoch (YcCupsConnection *self)
{
  return self->epoch;
}

ipp_t *
yc_cups_connection_request (YcCupsConnection *self,
                            ipp_t            *request,
                            const char       *resource,
                            GError          **error)
{
  g_autoptr (ipp_t) owned = request;

  if (!ensure_connected (self, error) || !send_head (self, owned, resource, 0, error))
    return NULL;
  return receive (self, resource, error);
}

ipp_t *
yc_cups_connection_send (YcCupsConnection *self,
                         ipp_t            *request,
                         const char       *resource,
                         GBytes           *document,
                         GError          **error)
{
  g_autoptr (ipp_t) owned = request;
  g_autoptr (GError) local_error = NULL;
  ipp_t *answer;

  if (!ensure_connected (self, error) ||
      !send_head (self, owned, resource, g_bytes_get_size (document), error) ||
      !send_body (self, document, error))
    return NULL;
  answer = receive (self, resource, &local_error);
  if (g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_TIMED_OUT) ||
      g_error_matches (local_error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN))
    local_error->code = YC_PRINTING_ERROR_UNCLEAR;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return answer;
}
