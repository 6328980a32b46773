/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation with yichuangd, signed in or not, one request after the other. */
#include "yc-ctl-service.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "yc-json.h"

/* A whole catalog is checked and written while we wait. */
#define TIMEOUT_SECONDS 120
#define MAX_PASSWORD 1024
#define LONG_BODY_BYTES (1024u * 1024u)
#define API "/api/v1"

struct _YcCtlService
{
  SoupSession *session;
  char *base;
  char *token;
};

/* A password never crosses a network in the clear. */
static gboolean
check_server (const char  *server,
              GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (server, G_URI_FLAGS_NONE, error);
  g_autoptr (GInetAddress) address = NULL;
  const char *host;

  if (uri == NULL)
    return FALSE;
  host = g_uri_get_host (uri);
  address = host != NULL ? g_inet_address_new_from_string (host) : NULL;
  if (g_str_equal (g_uri_get_scheme (uri), "https") || g_strcmp0 (host, "localhost") == 0 ||
      (address != NULL && g_inet_address_get_is_loopback (address)))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("“%s” is not this computer: its address must begin with https://"), server);
  return FALSE;
}

static char *
read_line (FILE    *stream,
           GError **error)
{
  char line[MAX_PASSWORD];
  char *password;

  if (fgets (line, sizeof line, stream) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("No password was given"));
      return NULL;
    }
  password = g_strndup (line, strcspn (line, "\r\n"));
  sodium_memzero (line, sizeof line);

  return password;
}

static char *
ask_password (const char  *user,
              GError     **error)
{
  struct termios shown, hidden;
  gboolean terminal = tcgetattr (STDIN_FILENO, &shown) == 0;
  char *password;

  if (terminal)
    {
      hidden = shown;
      hidden.c_lflag &= ~(tcflag_t) ECHO;
      g_printerr (_("Password of %s: "), user);
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
    }
  password = read_line (stdin, error);
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
      g_printerr ("\n");
    }

  return password;
}

static char *
get_password (const char  *user,
              const char  *password_file,
              GError     **error)
{
  g_autofree char *text = NULL;

  if (password_file == NULL)
    return ask_password (user, error);
  if (!g_file_get_contents (password_file, &text, NULL, error))
    return NULL;

  text[strcspn (text, "\r\n")] = '\0';

  return g_steal_pointer (&text);
}

/* The service's own words (RFC 9457): what is wrong, and where. */
static void
set_problem_error (GError      **error,
                   SoupMessage  *message,
                   JsonNode     *answer)
{
  JsonObject *problem = yc_json_node_get_object (answer);
  JsonArray *errors = yc_json_get_array (problem, "errors");
  const char *title = yc_json_get_string (problem, "title", NULL);
  const char *detail = yc_json_get_string (problem, "detail", NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  if (title == NULL)
    title = soup_message_get_reason_phrase (message);
  g_string_append_printf (words, "%s (%u)", title, soup_message_get_status (message));
  if (detail != NULL && *detail != '\0')
    g_string_append_printf (words, ": %s", detail);
  for (guint i = 0; errors != NULL && i < json_array_get_length (errors); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (errors, i));

      g_string_append_printf (words, "\n  %s: %s", yc_json_get_string (one, "pointer", ""),
                              yc_json_get_string (one, "message", ""));
    }

  g_set_error_literal (error, G_IO_ERROR,
                       soup_message_get_status (message) == SOUP_STATUS_NOT_FOUND
                         ? G_IO_ERROR_NOT_FOUND
                         : G_IO_ERROR_FAILED,
                       words->str);
}

static SoupMessage *
build_message (YcCtlService *self,
               const char   *method,
               const char   *path,
               JsonNode     *body)
{
  g_autofree char *address = g_strconcat (self->base, path, NULL);
  SoupMessage *message = soup_message_new (method, address);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_headers_replace (headers, "Accept", "application/json");
  if (self->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

      soup_message_headers_replace (headers, "Authorization", bearer);
    }
  if (body != NULL)
    {
      char *text = yc_json_write (body);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      /* A service that will not take so much says so before it is sent. */
      if (g_bytes_get_size (bytes) > LONG_BODY_BYTES)
        soup_message_headers_set_expectations (headers, SOUP_EXPECTATION_CONTINUE);
      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  return message;
}

/* In place of "Unacceptable TLS certificate": what is wrong with it, and what can be done. */
static void
explain_certificate (SoupMessage  *message,
                     GError      **error)
{
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (message);
  const char *words;

  if (!g_error_matches (*error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return;
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    words = _("The service’s certificate is by an authority that this computer does not trust; "
              "name the right one with --authority. Nothing was sent.");
  else if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    words = _("The service’s certificate is for another address than the one in --server. "
              "Nothing was sent.");
  else if (flags & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    words = _("The service’s certificate is out of date, or this computer’s clock is wrong. "
              "Nothing was sent.");
  else
    return;

  g_clear_error (error);
  g_set_error_literal (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, words);
}

/* An answer without a body is null. */
static JsonNode *
ask (YcCtlService  *self,
     const char    *method,
     const char    *path,
     JsonNode      *body,
     GError       **error)
{
  g_autoptr (SoupMessage) message = build_message (self, method, path, body);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = soup_session_send_and_read (self->session, message, NULL, &failure);
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (GError) malformed = NULL;
  gsize size = 0;
  const char *text;

  if (bytes == NULL)
    {
      explain_certificate (message, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  text = g_bytes_get_data (bytes, &size);
  answer = size > 0 ? yc_json_parse (text, size, NULL, &malformed) : json_node_new (JSON_NODE_NULL);

  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    set_problem_error (error, message, answer);
  else if (answer == NULL)
    g_propagate_error (error, g_steal_pointer (&malformed));
  else
    return g_steal_pointer (&answer);

  return NULL;
}

static gboolean
sign_in (YcCtlService  *self,
         const char    *user,
         const char    *password,
         GError       **error)
{
  g_autoptr (JsonNode) body = yc_json_object_node (json_object_new ());
  g_autoptr (JsonNode) answer = NULL;

  json_object_set_string_member (json_node_get_object (body), "user", user);
  json_object_set_string_member (json_node_get_object (body), "password", password);
  answer = ask (self, "POST", API "/sessions", body, error);
  if (answer == NULL)
    return FALSE;

  self->token = g_strdup (yc_json_get_string (yc_json_node_get_object (answer), "token", NULL));
  if (self->token != NULL)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” does not answer like yichuangd"),
               self->base);
  return FALSE;
}

static SoupSession *
create_session (const char  *authority_file,
                GError     **error)
{
  SoupSession *session = soup_session_new_with_options ("timeout", TIMEOUT_SECONDS, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GTlsDatabase) database = NULL;

  if (authority_file == NULL)
    return session;
  path = g_canonicalize_filename (authority_file, NULL);
  database = g_tls_file_database_new (path, error);
  if (database == NULL)
    {
      g_object_unref (session);
      return NULL;
    }
  soup_session_set_tls_database (session, database);
  return session;
}

/*
 * yc_ctl_service_new:
 * @server: the service's address, such as "https://one.example"
 * @authority_file: (nullable): a PEM file with the only authorities that may vouch for the service;
 *   %NULL for the system's
 * @error: return location for an error
 *
 * For what everybody may ask. Away from the loopback only https will do.
 *
 * Returns: (transfer full): the conversation, to be ended with yc_ctl_service_close()
 */
YcCtlService *
yc_ctl_service_new (const char  *server,
                    const char  *authority_file,
                    GError     **error)
{
  YcCtlService *self;
  SoupSession *session;

  if (!check_server (server, error))
    return NULL;
  session = create_session (authority_file, error);
  if (session == NULL)
    return NULL;

  self = g_new0 (YcCtlService, 1);
  self->session = session;
  self->base = g_strdup (server);
  if (g_str_has_suffix (self->base, "/"))
    self->base[strlen (self->base) - 1] = '\0';
  return self;
}

/*
 * yc_ctl_service_open:
 * @server: the service's address, such as "https://one.example"
 * @user: the account
 * @password_file: (nullable): a file whose first line is the password; %NULL asks on the terminal
 * @authority_file: (nullable): a PEM file with the only authorities that may vouch for the service;
 *   %NULL for the system's
 * @error: return location for an error
 *
 * Signs in. Away from the loopback only https will do.
 *
 * Returns: (transfer full): the conversation, to be ended with yc_ctl_service_close()
 */
YcCtlService *
yc_ctl_service_open (const char  *server,
                     const char  *user,
                     const char  *password_file,
                     const char  *authority_file,
                     GError     **error)
{
  g_autoptr (YcCtlService) self = yc_ctl_service_new (server, authority_file, error);
  g_autofree char *password = NULL;
  gboolean good;

  if (self == NULL)
    return NULL;
  password = get_password (user, password_file, error);
  if (password == NULL)
    return NULL;

  good = sign_in (self, user, password, error);
  sodium_memzero (password, strlen (password));

  return good ? g_steal_pointer (&self) : NULL;
}

/*
 * yc_ctl_service_get:
 * @self: a conversation
 * @path: the path below /api/v1
 * @error: return location for an error
 *
 * Blocks for up to two minutes.
 *
 * Returns: (transfer full): the answer, or %NULL with the service's words; %G_IO_ERROR_NOT_FOUND
 *   when there is no such thing
 */
JsonNode *
yc_ctl_service_get (YcCtlService  *self,
                    const char    *path,
                    GError       **error)
{
  g_autofree char *whole = g_strconcat (API, path, NULL);

  return ask (self, "GET", whole, NULL, error);
}

/*
 * yc_ctl_service_get_public:
 * @self: a conversation
 * @path: the whole path
 * @error: return location for an error
 *
 * As yc_ctl_service_get(), for what is not below /api/v1.
 *
 * Returns: (transfer full): the answer, or %NULL with the service's words
 */
JsonNode *
yc_ctl_service_get_public (YcCtlService  *self,
                           const char    *path,
                           GError       **error)
{
  return ask (self, "GET", path, NULL, error);
}

/*
 * yc_ctl_service_post:
 * @self: a conversation
 * @path: the path below /api/v1
 * @body: what to send
 * @error: return location for an error
 *
 * Blocks for up to two minutes.
 *
 * Returns: (transfer full): the answer, or %NULL with the service's words
 */
JsonNode *
yc_ctl_service_post (YcCtlService  *self,
                     const char    *path,
                     JsonNode      *body,
                     GError       **error)
{
  g_autofree char *whole = g_strconcat (API, path, NULL);

  return ask (self, "POST", whole, body, error);
}

/*
 * yc_ctl_service_close:
 * @self: (transfer full): a conversation
 *
 * Signs out and frees @self. That the service cannot be told is no error: the session expires.
 */
void
yc_ctl_service_close (YcCtlService *self)
{
  if (self->token != NULL)
    {
      g_autoptr (JsonNode) answer = ask (self, "DELETE", API "/sessions/current", NULL, NULL);

      sodium_memzero (self->token, strlen (self->token));
    }
  g_clear_object (&self->session);
  g_free (self->token);
  g_free (self->base);
  g_free (self);
}
