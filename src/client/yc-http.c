/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to the service: its address, the token, and the messages that go there. One SoupSession,
 * asynchronous calls only, main thread only. */
#include "yc-http.h"

#include "yc-client-error.h"
#include "yc-json.h"
#include "yc-tls.h"

#include <string.h>

#define BASE_PATH "/api/v1"
#define MAX_CONNECTIONS 8

struct _YcHttp
{
  GObject      parent_instance;

  SoupSession *session;
  char        *service_url;
  char        *token;
  /* Counts tokens, so that a late 401 for an old one does not end a new session. */
  guint        token_serial;
  YcLimits     limits;
};

enum
{
  ANSWERED,
  UNREACHABLE,
  UNAUTHENTICATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcHttp, yc_http, G_TYPE_OBJECT)

static void
yc_http_finalize (GObject *object)
{
  YcHttp *self = YC_HTTP (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->service_url, g_free);
  g_clear_pointer (&self->token, g_free);

  G_OBJECT_CLASS (yc_http_parent_class)->finalize (object);
}

static void
yc_http_class_init (YcHttpClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_http_finalize;

  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[UNREACHABLE] = g_signal_new ("unreachable", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[UNAUTHENTICATED] = g_signal_new ("unauthenticated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_http_init (YcHttp *self)
{
  self->session = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "timeout", 0,
                                                 "idle-timeout", 60,
                                                 "user-agent", "Yichuang ",
                                                 NULL);
  /* No cookies, no cache, no password of a URL: every request says all there is to say. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CACHE);
}

YcHttp *
yc_http_new (const char     *service_url,
             const YcLimits *limits)
{
  YcHttp *self = g_object_new (YC_TYPE_HTTP, NULL);
  gsize length;

  self->service_url = g_strdup (service_url);
  length = strlen (self->service_url);
  while (length > 0 && self->service_url[length - 1] == '/')
    self->service_url[--length] = '\0';
  self->limits = *limits;
  return self;
}

static gboolean
is_this_machine (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
check_url (YcHttp  *self,
           GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (self->service_url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (g_strcmp0 (scheme, "https") == 0 && g_uri_get_host (uri) != NULL)
    return TRUE;
  if (g_strcmp0 (scheme, "http") == 0 && is_this_machine (g_uri_get_host (uri)))
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INSECURE,
                       "The service's address is neither https nor on this machine");
  return FALSE;
}

/**
 * yc_http_prepare:
 * @self: requests
 * @authority_file: (nullable): as for yc_tls_trust(); %NULL for the system's authorities
 * @error: return location
 *
 * A password and a citizen's ID number never go over an open line, nor to anybody else.
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_INSECURE or %YC_CLIENT_ERROR_CERTIFICATE
 */
gboolean
yc_http_prepare (YcHttp      *self,
                 const char  *authority_file,
                 GError     **error)
{
  return check_url (self, error) &&
         (authority_file == NULL || yc_tls_trust (self->session, authority_file, error));
}

/* (nullable): NULL when nobody is signed in. */
void
yc_http_set_token (YcHttp     *self,
                   const char *token)
{
  if (g_strcmp0 (self->token, token) == 0)
    return;
  g_free (self->token);
  self->token = g_strdup (token);
  self->token_serial++;
}

/* 0 while there is no token. */
guint
yc_http_get_token_serial (YcHttp *self)
{
  return self->token != NULL ? self->token_serial : 0;
}

void
yc_http_note_answer (YcHttp *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

void
yc_http_note_unreachable (YcHttp       *self,
                          const GError *error)
{
  g_signal_emit (self, signals[UNREACHABLE], 0, error);
}

/* The service did not accept the token of that number. A late answer to an old token is nothing. */
void
yc_http_note_refusal (YcHttp *self,
                      guint   token_serial)
{
  if (token_serial != 0 && token_serial == yc_http_get_token_serial (self))
    g_signal_emit (self, signals[UNAUTHENTICATED], 0);
}

SoupSession *
yc_http_get_session (YcHttp *self)
{
  return self->session;
}

const YcLimits *
yc_http_get_limits (YcHttp *self)
{
  return &self->limits;
}

static void
set_header (SoupMessage *message,
            const char  *name,
            const char  *value)
{
  if (value != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
set_body (SoupMessage *message,
          JsonNode    *body)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (body == NULL)
    return;
  text = yc_json_write (body);
  bytes = g_bytes_new_take (text, strlen (text));
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
}

/* (nullable): NULL when the service's address is no address. */
SoupMessage *
yc_http_new_message (YcHttp          *self,
                     const YcRequest *request)
{
  g_autofree char *uri = g_strconcat (self->service_url, request->outside ? "" : BASE_PATH,
                                      request->path, NULL);
  SoupMessage *message = soup_message_new (request->method, uri);

  if (message == NULL)
    return NULL;
  /* A redirection would carry the token to another place. */
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (!request->anonymous && self->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

      set_header (message, "Authorization", bearer);
    }
  set_header (message, "Accept",
              "application/json, application/problem+json, application/pdf;q=0.9");
  set_header (message, "If-Match", request->if_match);
  set_header (message, "If-None-Match", request->if_none_match);
  set_header (message, "Idempotency-Key", request->idempotency_key);
  set_header (message, "Content-Range", request->content_range);
  set_body (message, request->body);
  if (request->bytes != NULL)
    soup_message_set_request_body_from_bytes (message, "application/octet-stream", request->bytes);
  return message;
}

/**
 * yc_http_map_error:
 * @error: an error of libsoup, GIO or core
 * @message: (nullable): the request that it happened to
 *
 * Returns: (transfer full): the same in %YC_CLIENT_ERROR; a cancel stays a cancel
 */
GError *
yc_http_map_error (const GError *error,
                   SoupMessage  *message)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == YC_CLIENT_ERROR)
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR)
    return g_error_new (YC_CLIENT_ERROR, (int) yc_tls_judge (error, message), "%s",
                        error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT, "%s", error->message);
  if (error->domain == SOUP_SESSION_ERROR && error->code == SOUP_SESSION_ERROR_PARSING)
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER, "%s", error->message);
  return g_error_new (YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE, "%s", error->message);
}
