/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stable problem codes of the API and what each says (RFC 9457). */
#include "yc-http-problem.h"

#include "yc-core-error.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YcServiceError error;
  guint status;
  const char *code;
  const char *title;
} Kind;

static const Kind kinds[] = {
  { YC_SERVICE_ERROR_UNAUTHENTICATED, 401, "unauthenticated", N_("Not signed in") },
  { YC_SERVICE_ERROR_SESSION_EXPIRED, 401, "session-expired", N_("The session has ended") },
  { YC_SERVICE_ERROR_WRONG_PASSWORD, 401, "wrong-password", N_("Wrong user name or password") },
  { YC_SERVICE_ERROR_DENIED, 403, "denied", N_("Not allowed") },
  { YC_SERVICE_ERROR_OWN_INTAKE, 403, "own-intake", N_("Own intake is decided by someone else") },
  { YC_SERVICE_ERROR_NOT_FOUND, 404, "not-found", N_("Not found") },
  { YC_SERVICE_ERROR_METHOD_NOT_ALLOWED, 405, "method-not-allowed", N_("Method not allowed") },
  { YC_SERVICE_ERROR_STATE_CONFLICT, 409, "state-conflict", N_("Not possible in this state") },
  { YC_SERVICE_ERROR_VERSION_CONFLICT, 412, "version-conflict", N_("Changed by someone else") },
  { YC_SERVICE_ERROR_TOO_LARGE, 413, "too-large", N_("The request is too large") },
  { YC_SERVICE_ERROR_IDEMPOTENCY_MISMATCH, 422, "idempotency-mismatch",
    N_("The command was already used with other content") },
  { YC_SERVICE_ERROR_INVALID, 422, "invalid", N_("Some entries are not valid") },
  { YC_SERVICE_ERROR_MALFORMED, 400, "malformed", N_("The request cannot be understood") },
  { YC_SERVICE_ERROR_PRECONDITION_REQUIRED, 428, "precondition-required",
    N_("The version is missing") },
  { YC_SERVICE_ERROR_TOO_MANY_REQUESTS, 429, "too-many-requests", N_("Too many attempts") },
  { YC_SERVICE_ERROR_HEADER_TOO_LARGE, 431, "header-too-large", N_("The headers are too large") },
  { YC_SERVICE_ERROR_BUSY, 503, "busy", N_("The service is busy") },
  { YC_SERVICE_ERROR_SEAL, 503, "seal-unavailable", N_("The seal cannot sign just now") },
  { YC_SERVICE_ERROR_INTERNAL, 500, "internal", N_("The service failed") },
};

static const Kind *
find_kind (YcServiceError error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].error == error)
      return &kinds[i];
  return &kinds[G_N_ELEMENTS (kinds) - 1];
}

static YcServiceError
translate_core_error (const GError *error)
{
  if (g_error_matches (error, YC_CORE_ERROR, YC_CORE_ERROR_ROLE))
    return YC_SERVICE_ERROR_DENIED;
  if (g_error_matches (error, YC_CORE_ERROR, YC_CORE_ERROR_OWN_INTAKE))
    return YC_SERVICE_ERROR_OWN_INTAKE;
  if (g_error_matches (error, YC_CORE_ERROR, YC_CORE_ERROR_STATE))
    return YC_SERVICE_ERROR_STATE_CONFLICT;
  return YC_SERVICE_ERROR_INTERNAL;
}

static const Kind *
get_kind (const GError *error)
{
  if (error->domain == YC_SERVICE_ERROR)
    return find_kind (error->code);
  return find_kind (translate_core_error (error));
}

guint
yc_http_problem_get_status (const GError *error)
{
  return get_kind (error)->status;
}

/**
 * yc_http_problem_get_code:
 * @error: an error of any domain
 *
 * Returns: the stable word for it, such as "version-conflict"
 */
const char *
yc_http_problem_get_code (const GError *error)
{
  return get_kind (error)->code;
}

/**
 * yc_http_problem_to_json:
 * @error: an error of any domain
 *
 * Returns: (transfer full): the problem details; an internal error's message is not among them
 */
JsonObject *
yc_http_problem_to_json (const GError *error)
{
  const Kind *kind = get_kind (error);
  JsonObject *object = json_object_new ();
  JsonArray *errors = yc_service_error_get_errors (error);
  g_autofree char *type = g_strconcat ("urn:yichuang:problem:", kind->code, NULL);
  gboolean internal = kind->error == YC_SERVICE_ERROR_INTERNAL;

  json_object_set_string_member (object, "type", type);
  json_object_set_string_member (object, "title", _(kind->title));
  json_object_set_int_member (object, "status", kind->status);
  json_object_set_string_member (object, "code", kind->code);
  json_object_set_string_member (object, "detail", internal ? _(kind->title) : error->message);
  if (errors != NULL)
    json_object_set_array_member (object, "errors", json_array_ref (errors));
  return object;
}
