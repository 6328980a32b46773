/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings each request to its route: finds it, asks who asks, chooses the thread, keeps commands. */
#include "yc-router.h"

#include "yc-answers-table.h"
#include "yc-certificate-draft.h"
#include "yc-clock.h"
#include "yc-contract.h"
#include "yc-json.h"
#include "yc-password.h"
#include "yc-route.h"
#include "yc-service-error.h"
#include "yc-sessions-table.h"
#include "yc-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SLOW_THREADS 2
#define MAX_SLOW_WAITING 64
#define MAX_KEY 128

struct _YcRouter
{
  YcService *service;
  YcContract *contract;
  GThreadPool *slow;
};

/* One request on its way. */
typedef struct
{
  YcRouter *router;
  YcHttpExchange *exchange;
  const YcRoute *route;
  YcIdentity *identity;
  GDateTime *now;
  char *now_text;
  char *argument;
  YcCertificateDraft *draft;
  YcHttpResponse *response;
} Passage;

static void
free_passage (Passage *self)
{
  g_clear_pointer (&self->identity, yc_identity_free);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->draft, yc_certificate_draft_free);
  g_clear_pointer (&self->response, yc_http_response_free);
  g_free (self->now_text);
  g_free (self->argument);
  yc_http_exchange_unref (self->exchange);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Passage, free_passage)

static YcHttpRequest *
get_request (Passage *self)
{
  return yc_http_exchange_get_request (self->exchange);
}

/* Messages of other rooms may quote what they were given, and that may be personal: of those only
 * the domain and the code are logged. */
static void
log_failure (Passage      *self,
             const GError *error,
             guint         status)
{
  const char *method = yc_http_request_get_method (get_request (self));
  const char *route = self->route != NULL ? self->route->path : "no route";
  gboolean ours = error->domain == YC_SERVICE_ERROR || error->domain == YC_STORE_ERROR;

  if (status < 500)
    g_debug ("%s %s was refused: %u", method, route, status);
  else
    g_warning ("%s %s failed: %s %d%s%s", method, route, g_quark_to_string (error->domain),
               error->code, ours ? ": " : "", ours ? error->message : "");
}

static void
answer (Passage        *self,
        YcHttpResponse *response)
{
  gint64 started = yc_http_request_get_started (get_request (self));

  if (self->route != NULL)
    yc_metrics_count (yc_service_get_metrics (self->router->service), self->route->method,
                      self->route->path, yc_http_response_get_status (response),
                      g_get_monotonic_time () - started);
  if (yc_http_response_get_header (response, "Cache-Control") == NULL)
    yc_http_response_set_header (response, "Cache-Control", "no-store");
  yc_http_exchange_answer (self->exchange, response);
}

static void
answer_error (Passage      *self,
              const GError *error)
{
  YcHttpResponse *response = yc_http_response_new_problem (error);

  log_failure (self, error, yc_http_response_get_status (response));
  if (g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_METHOD_NOT_ALLOWED))
    {
      g_autofree char *methods =
        yc_route_list_methods (yc_http_request_get_path (get_request (self)));
      yc_http_response_set_header (response, "Allow", methods);
    }
  answer (self, response);
}

static void
fill_call (Passage       *self,
           YcTransaction *transaction,
           YcCall        *call)
{
  *call = (YcCall) {
    .work = {
      .service = self->router->service,
      .identity = self->identity,
      .transaction = transaction,
      .now = self->now,
      .now_text = self->now_text,
      .draft = self->draft,
    },
    .request = get_request (self),
    .argument = self->argument,
  };
}

static const char *
get_token (YcHttpRequest  *request,
           GError        **error)
{
  const char *header = yc_http_request_get_header (request, "authorization");

  if (header != NULL && g_ascii_strncasecmp (header, "Bearer ", 7) == 0 && header[7] != '\0')
    return header + 7;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_UNAUTHENTICATED,
                       _("Sign in first."));
  return NULL;
}

static YcIdentity *
find_session (YcHttpRequest  *request,
              YcTransaction  *transaction,
              const char     *now,
              GError        **error)
{
  const char *token = get_token (request, error);
  g_autoptr (YcIdentity) identity = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) local = NULL;

  if (token == NULL)
    return NULL;
  hash = yc_token_hash (token);
  identity = yc_sessions_table_find (transaction, hash, &local);
  if (g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_UNAUTHENTICATED,
                         _("Sign in first."));
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (strcmp (identity->expires_at, now) <= 0)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_SESSION_EXPIRED,
                         _("The session has ended. Sign in again."));
  else
    return g_steal_pointer (&identity);
  return NULL;
}

/* The authorisation table is the table of routes: a role that is not named there may not. */
static gboolean
authorise (Passage        *self,
           YcTransaction  *transaction,
           GError        **error)
{
  if (self->route->roles == YC_ROLES_PUBLIC)
    return TRUE;
  self->identity = find_session (get_request (self), transaction, self->now_text, error);
  if (self->identity == NULL)
    return FALSE;
  if ((self->route->roles & YC_ROLE_BIT (self->identity->role)) == 0)
    {
      g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED,
                   _("The role “%s” may not do this."), yc_role_get_title (self->identity->role));
      return FALSE;
    }
  self->identity->place_path = yc_shelf_get_place_path (
    yc_service_get_shelf (self->router->service), transaction, self->identity->place, error);
  return self->identity->place_path != NULL;
}

static gboolean
check_key (Passage  *self,
           GError  **error)
{
  const char *key = yc_http_request_get_header (get_request (self), "idempotency-key");

  if (!self->route->command || (key != NULL && key[0] != '\0' && strlen (key) <= MAX_KEY))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
                       _("A command needs an Idempotency-Key of 1 to 128 characters."));
  return FALSE;
}

static gboolean
read_body (Passage  *self,
           GError  **error)
{
  YcHttpRequest *request = get_request (self);

  return check_key (self, error) && yc_http_request_parse_body (request, error) &&
         yc_contract_check_body (self->router->contract, self->route->path,
                                 yc_http_request_get_body (request), error);
}

/* What makes two commands the same: the route, what it is about, and the body by its meaning. */
static char *
get_fingerprint (Passage *self)
{
  YcHttpRequest *request = get_request (self);
  g_autoptr (JsonNode) node =
    yc_json_object_node (json_object_ref (yc_http_request_get_body (request)));
  g_autofree char *body = yc_json_write_canonical (node);
  g_autofree char *text = g_strjoin (" ", self->route->method, yc_http_request_get_path (request),
                                     body, NULL);

  return yc_vault_fingerprint (yc_service_get_vault (self->router->service), text, "command");
}

static YcHttpResponse *
run_command (Passage        *self,
             YcCall         *call,
             GError        **error)
{
  YcVault *vault = yc_service_get_vault (call->work.service);
  const char *user = call->work.identity->id;
  const char *key = yc_http_request_get_header (call->request, "idempotency-key");
  g_autofree char *fingerprint = get_fingerprint (self);
  g_autoptr (YcHttpResponse) response = NULL;

  if (!yc_answers_table_find (call->work.transaction, vault, user, key, fingerprint,
                              &response, error))
    return NULL;
  if (response != NULL)
    {
      yc_http_response_set_header (response, "Idempotency-Replayed", "true");
      return g_steal_pointer (&response);
    }
  response = self->route->handler (call, error);
  if (response == NULL ||
      !yc_answers_table_put (call->work.transaction, vault, user, key, fingerprint,
                             response, self->now_text, error))
    return NULL;
  return g_steal_pointer (&response);
}

static gboolean
write_func (YcTransaction  *transaction,
            gpointer        user_data,
            GError        **error)
{
  Passage *self = user_data;
  YcCall call;

  fill_call (self, transaction, &call);
  self->response = self->route->command ? run_command (self, &call, error)
                                        : self->route->handler (&call, error);
  return self->response != NULL;
}

static void
write_done (const GError *error,
            gpointer      user_data)
{
  g_autoptr (Passage) self = user_data;

  if (error != NULL)
    answer_error (self, error);
  else
    answer (self, g_steal_pointer (&self->response));
}

static YcHttpResponse *
run_read (Passage        *self,
          YcTransaction  *transaction,
          GError        **error)
{
  YcCall call;

  fill_call (self, transaction, &call);
  return self->route->handler (&call, error);
}

static YcHttpResponse *
run_slow (Passage  *self,
          GError  **error)
{
  g_autoptr (YcTransaction) transaction = NULL;

  if (yc_route_takes_json (self->route) && !read_body (self, error))
    return NULL;
  if (self->route->lane != YC_LANE_LONG_READ)
    return run_read (self, NULL, error);
  transaction = yc_database_begin_read (yc_service_get_database (self->router->service), error);
  return transaction != NULL ? run_read (self, transaction, error) : NULL;
}

static void
slow_func (gpointer data,
           gpointer user_data)
{
  g_autoptr (Passage) self = data;
  g_autoptr (GError) error = NULL;
  YcHttpResponse *response = run_slow (self, &error);

  if (response == NULL)
    answer_error (self, error);
  else
    answer (self, response);
}

static void
foresee (Passage       *self,
         YcTransaction *transaction)
{
  YcCall call;

  if (self->route->foresee == NULL)
    return;
  fill_call (self, transaction, &call);
  self->draft = self->route->foresee (&call);
}

static gboolean
push_to_writer (Passage *self)
{
  YcService *service = self->router->service;

  if (self->draft != NULL)
    return yc_issue_worker_push (yc_service_get_issue_worker (service), self->draft, write_func,
                                 write_done, self);
  return yc_writer_push (yc_service_get_writer (service), write_func, write_done, self);
}

static gboolean
hand_over (Passage  *self,
           GError  **error)
{
  GThreadPool *slow = self->router->slow;

  if (self->route->lane == YC_LANE_WRITE && push_to_writer (self))
    return TRUE;
  if (self->route->lane != YC_LANE_WRITE && g_thread_pool_unprocessed (slow) < MAX_SLOW_WAITING)
    return g_thread_pool_push (slow, self, NULL);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_BUSY,
                       _("The service has too much to do. Try again in a moment."));
  return FALSE;
}

/* Returns TRUE when the passage is in other hands now. */
static gboolean
pass (Passage  *self,
      GError  **error)
{
  YcHttpRequest *request = get_request (self);
  g_autoptr (YcTransaction) transaction = NULL;
  YcHttpResponse *response;

  self->route = yc_route_find (yc_http_request_get_method (request),
                               yc_http_request_get_path (request), &self->argument, error);
  if (self->route == NULL)
    return FALSE;
  transaction = yc_database_begin_read (yc_service_get_database (self->router->service), error);
  if (transaction == NULL || !authorise (self, transaction, error))
    return FALSE;
  /* Slow routes read theirs, which may be long, on their own thread. */
  if (yc_route_takes_json (self->route) && self->route->lane != YC_LANE_SLOW &&
      !read_body (self, error))
    return FALSE;
  if (self->route->lane != YC_LANE_READ)
    {
      foresee (self, transaction);
      g_clear_object (&transaction);
      return hand_over (self, error);
    }
  response = run_read (self, transaction, error);
  if (response != NULL)
    answer (self, response);
  return FALSE;
}

/**
 * yc_router_handle:
 * @exchange: a request
 * @router: the router
 *
 * Answers @exchange, now or later. A #YcHttpHandler.
 */
void
yc_router_handle (YcHttpExchange *exchange,
                  gpointer        router)
{
  Passage *self = g_new0 (Passage, 1);
  g_autoptr (GError) error = NULL;

  self->router = router;
  self->exchange = yc_http_exchange_ref (exchange);
  self->now = g_date_time_new_now_utc ();
  self->now_text = yc_clock_format (self->now);
  if (pass (self, &error))
    return;
  if (error != NULL)
    answer_error (self, error);
  free_passage (self);
}

/**
 * yc_router_limit:
 * @request: the headers of a request
 * @router: the router
 *
 * A #YcHttpLimitFunc: who may use a route that takes large bodies may send one.
 *
 * Returns: the largest body in bytes, 0 for the usual limit
 */
gsize
yc_router_limit (YcHttpRequest *request,
                 gpointer       router)
{
  YcRouter *self = router;
  const YcRoute *route = yc_route_find (yc_http_request_get_method (request),
                                        yc_http_request_get_path (request), NULL, NULL);
  g_autoptr (YcTransaction) transaction = NULL;
  g_autoptr (YcIdentity) identity = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *now_text = yc_clock_format (now);

  if (route == NULL || route->max_body == 0)
    return 0;
  transaction = yc_database_begin_read (yc_service_get_database (self->service), NULL);
  identity = transaction != NULL ? find_session (request, transaction, now_text, NULL) : NULL;
  if (identity == NULL || (route->roles & YC_ROLE_BIT (identity->role)) == 0)
    return 0;
  return route->max_body;
}

/**
 * yc_router_new:
 * @service: the service, which owns the router
 * @error: (nullable): return location
 *
 * Returns: (transfer full): a router, %NULL when the description of the API is broken
 */
YcRouter *
yc_router_new (YcService  *service,
               GError    **error)
{
  g_autoptr (YcContract) contract = yc_contract_new (error);
  YcRouter *self;

  if (contract == NULL)
    return NULL;
  self = g_new0 (YcRouter, 1);
  self->service = service;
  self->contract = g_steal_pointer (&contract);
  self->slow = g_thread_pool_new (slow_func, self, SLOW_THREADS, TRUE, NULL);
  return self;
}

/**
 * yc_router_stop:
 * @self: a router
 *
 * Finishes the slow work that was taken.
 */
void
yc_router_stop (YcRouter *self)
{
  if (self->slow != NULL)
    g_thread_pool_free (g_steal_pointer (&self->slow), FALSE, TRUE);
}

void
yc_router_free (YcRouter *self)
{
  yc_router_stop (self);
  g_clear_pointer (&self->contract, yc_contract_free);
  g_free (self);
}
