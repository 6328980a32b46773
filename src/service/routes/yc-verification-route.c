/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What desks and programs ask about certificates that somebody brings, whichever place issued them,
 * and what they keep to tell with the line down. */
#include "yc-routes-private.h"

#include "yc-certificate-standing.h"
#include "yc-revocations.h"

#define DEFAULT_LIMIT 500
#define MAX_LIMIT 2000

YcHttpResponse *
yc_verification_route_get (YcCall  *call,
                           GError **error)
{
  g_autoptr (YcCertificateStanding) standing =
    yc_certificate_standing_find (&call->work, call->argument, error);

  return standing != NULL
             ? yc_http_response_new_json (200, yc_certificate_standing_write (standing))
             : NULL;
}

YcHttpResponse *
yc_verification_route_list_keys (YcCall  *call,
                                 GError **error)
{
  YcService *service = call->work.service;
  g_autofree char *pem = yc_mark_signer_dup_public_key (yc_service_get_mark_signer (service));
  JsonObject *key = json_object_new ();
  JsonArray *keys = json_array_new ();
  JsonObject *object = json_object_new ();

  json_object_set_string_member (key, "algorithm", "Ed25519");
  json_object_set_string_member (key, "public_key", pem);
  json_object_set_boolean_member (key, "sample", yc_service_get_demo (service));
  json_array_add_object_element (keys, key);
  json_object_set_array_member (object, "keys", keys);
  return yc_http_response_new_json (200, object);
}

YcHttpResponse *
yc_verification_route_list_revocations (YcCall  *call,
                                        GError **error)
{
  gint64 after = 0, limit = DEFAULT_LIMIT, number;
  g_autoptr (JsonArray) revocations = NULL;
  JsonObject *object;
  gboolean more;

  if (!yc_http_request_get_number (call->request, "after", 0, G_MAXINT64, &after, error) ||
      !yc_http_request_get_number (call->request, "limit", 1, MAX_LIMIT, &limit, error))
    return NULL;
  number = yc_revocations_get_latest (call->work.transaction, error);
  if (number < 0)
    return NULL;
  revocations = yc_revocations_list (call->work.transaction, after, limit, error);
  if (revocations == NULL)
    return NULL;
  more = json_array_get_length (revocations) == limit;
  if (more)
    number = json_object_get_int_member (
      json_array_get_object_element (revocations, (guint) limit - 1), "number");
  object = json_object_new ();
  json_object_set_int_member (object, "number", number);
  json_object_set_array_member (object, "revocations", g_steal_pointer (&revocations));
  json_object_set_boolean_member (object, "more", more);
  json_object_set_string_member (object, "at", call->work.now_text);
  return yc_http_response_new_json (200, object);
}
