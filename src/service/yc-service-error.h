/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the service room: one code for each problem a client can be told. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcServiceError:
 * @YC_SERVICE_ERROR_FAILED: the service could not be set up or stopped; told in the message.
 * @YC_SERVICE_ERROR_UNAUTHENTICATED: no or unknown bearer token.
 * @YC_SERVICE_ERROR_SESSION_EXPIRED: the session has ended; sign in again.
 * @YC_SERVICE_ERROR_WRONG_PASSWORD: unknown user or wrong password.
 * @YC_SERVICE_ERROR_DENIED: the role may not do this.
 * @YC_SERVICE_ERROR_OWN_INTAKE: a case is never decided by the person who took it in.
 * @YC_SERVICE_ERROR_NOT_FOUND: no such thing, or not for this reader.
 * @YC_SERVICE_ERROR_METHOD_NOT_ALLOWED: the path exists with other methods.
 * @YC_SERVICE_ERROR_STATE_CONFLICT: the thing's state does not allow the action.
 * @YC_SERVICE_ERROR_VERSION_CONFLICT: the thing was changed since it was read.
 * @YC_SERVICE_ERROR_TOO_LARGE: the body is larger than the limit.
 * @YC_SERVICE_ERROR_IDEMPOTENCY_MISMATCH: the key was used before with another body.
 * @YC_SERVICE_ERROR_INVALID: the body's content breaks a rule; see yc_service_error_get_errors().
 * @YC_SERVICE_ERROR_MALFORMED: the request cannot be understood.
 * @YC_SERVICE_ERROR_PRECONDITION_REQUIRED: the If-Match header is missing.
 * @YC_SERVICE_ERROR_TOO_MANY_REQUESTS: wait; see yc_service_error_get_retry_after().
 * @YC_SERVICE_ERROR_HEADER_TOO_LARGE: the headers are larger than the limit.
 * @YC_SERVICE_ERROR_INTERNAL: the service itself failed.
 * @YC_SERVICE_ERROR_BUSY: the service cannot take this now; try again.
 * @YC_SERVICE_ERROR_SEAL: the signing key, or the time-stamp that must be there, cannot be had just
 *   now; try again.
 * @YC_SERVICE_ERROR_OVERTAKEN: a certificate was composed for a number that another one got; the
 *   service tries again by itself and tells no client.
 */
typedef enum
{
  YC_SERVICE_ERROR_FAILED = 1,
  YC_SERVICE_ERROR_UNAUTHENTICATED,
  YC_SERVICE_ERROR_SESSION_EXPIRED,
  YC_SERVICE_ERROR_WRONG_PASSWORD,
  YC_SERVICE_ERROR_DENIED,
  YC_SERVICE_ERROR_OWN_INTAKE,
  YC_SERVICE_ERROR_NOT_FOUND,
  YC_SERVICE_ERROR_METHOD_NOT_ALLOWED,
  YC_SERVICE_ERROR_STATE_CONFLICT,
  YC_SERVICE_ERROR_VERSION_CONFLICT,
  YC_SERVICE_ERROR_TOO_LARGE,
  YC_SERVICE_ERROR_IDEMPOTENCY_MISMATCH,
  YC_SERVICE_ERROR_INVALID,
  YC_SERVICE_ERROR_MALFORMED,
  YC_SERVICE_ERROR_PRECONDITION_REQUIRED,
  YC_SERVICE_ERROR_TOO_MANY_REQUESTS,
  YC_SERVICE_ERROR_HEADER_TOO_LARGE,
  YC_SERVICE_ERROR_INTERNAL,
  YC_SERVICE_ERROR_BUSY,
  YC_SERVICE_ERROR_SEAL,
  YC_SERVICE_ERROR_OVERTAKEN,
} YcServiceError;

#define YC_SERVICE_ERROR (yc_service_error_quark ())

GQuark     yc_service_error_quark           (void);
void       yc_service_error_set_invalid     (GError      **error,
                                             JsonArray    *errors);
void       yc_service_error_set_wait        (GError      **error,
                                             guint         seconds);
JsonArray *yc_service_error_get_errors      (const GError *error);
guint      yc_service_error_get_retry_after (const GError *error);

G_END_DECLS
