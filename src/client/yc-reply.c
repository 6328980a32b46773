/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service answered to one request, and what it means (RFC 9457 problems → our codes). */
#include "yc-reply.h"

#include "yc-client-error.h"
#include "yc-json.h"

typedef struct
{
  const char    *code;
  YcClientError  error;
} Meaning;

static const Meaning meanings[] = {
  { "unauthenticated", YC_CLIENT_ERROR_SESSION_EXPIRED },
  { "session-expired", YC_CLIENT_ERROR_SESSION_EXPIRED },
  { "wrong-password", YC_CLIENT_ERROR_WRONG_PASSWORD },
  { "denied", YC_CLIENT_ERROR_DENIED },
  { "own-intake", YC_CLIENT_ERROR_OWN_INTAKE },
  { "not-found", YC_CLIENT_ERROR_NOT_FOUND },
  { "version-conflict", YC_CLIENT_ERROR_CONFLICT },
  { "state-conflict", YC_CLIENT_ERROR_STATE },
  { "invalid", YC_CLIENT_ERROR_INVALID },
  { "too-large", YC_CLIENT_ERROR_TOO_LARGE },
  { "header-too-large", YC_CLIENT_ERROR_TOO_LARGE },
  { "too-many-requests", YC_CLIENT_ERROR_BUSY },
  { "busy", YC_CLIENT_ERROR_BUSY },
  { "seal-unavailable", YC_CLIENT_ERROR_SEAL },
  { "internal", YC_CLIENT_ERROR_SERVICE },
};

void
yc_reply_free (YcReply *reply)
{
  g_free (reply->etag);
  g_clear_pointer (&reply->json, json_node_unref);
  g_clear_pointer (&reply->bytes, g_bytes_unref);
  g_free (reply);
}

gboolean
yc_reply_is_success (const YcReply *reply)
{
  return reply->status >= 200 && reply->status < 300;
}

/* (nullable) */
JsonObject *
yc_reply_get_object (const YcReply *reply)
{
  return yc_json_node_get_object (reply->json);
}

/* (nullable): the problem's stable word. */
const char *
yc_reply_get_code (const YcReply *reply)
{
  return yc_json_get_string (yc_reply_get_object (reply), "code", NULL);
}

/* (nullable) (transfer none) */
JsonArray *
yc_reply_get_problems (const YcReply *reply)
{
  return yc_json_get_array (yc_reply_get_object (reply), "errors");
}

/* Something between us and the service may answer without a code: go by the status. */
static YcClientError
error_from_status (guint status)
{
  switch (status)
    {
    case 401:
      return YC_CLIENT_ERROR_SESSION_EXPIRED;
    case 403:
      return YC_CLIENT_ERROR_DENIED;
    case 404:
      return YC_CLIENT_ERROR_NOT_FOUND;
    case 409:
      return YC_CLIENT_ERROR_STATE;
    case 412:
      return YC_CLIENT_ERROR_CONFLICT;
    case 413:
    case 431:
      return YC_CLIENT_ERROR_TOO_LARGE;
    case 408:
    case 425:
    case 429:
    case 503:
      return YC_CLIENT_ERROR_BUSY;
    default:
      break;
    }
  if (status >= 500)
    return YC_CLIENT_ERROR_SERVICE;
  return status >= 400 ? YC_CLIENT_ERROR_REJECTED : YC_CLIENT_ERROR_BAD_ANSWER;
}

static YcClientError
error_from_reply (const YcReply *reply)
{
  const char *code = yc_reply_get_code (reply);

  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].code, code))
      return meanings[i].error;
  return error_from_status (reply->status);
}

/**
 * yc_reply_to_error:
 * @reply: an answer that is no success
 *
 * Returns: (transfer full): what it means in %YC_CLIENT_ERROR. The message holds the status and
 *   the code only: the problem's detail may name persons
 */
GError *
yc_reply_to_error (const YcReply *reply)
{
  const char *code = yc_reply_get_code (reply);

  return g_error_new (YC_CLIENT_ERROR, (int)error_from_reply (reply),
                      "The service answered %u (%s)", reply->status,
                      code != NULL ? code : "no code");
}

gboolean
yc_reply_check (const YcReply  *reply,
                GError        **error)
{
  if (yc_reply_is_success (reply))
    return TRUE;
  g_propagate_error (error, yc_reply_to_error (reply));
  return FALSE;
}

/**
 * yc_error_is_passing:
 * @error: an error in %YC_CLIENT_ERROR
 *
 * Returns: whether the same request may succeed later without anybody doing anything
 */
gboolean
yc_error_is_passing (const GError *error)
{
  return g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_TIMED_OUT) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INSECURE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CERTIFICATE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CERTIFICATE_NAME) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CERTIFICATE_DATE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BUSY) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SEAL) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SERVICE) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SESSION_EXPIRED) ||
         g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT);
}
