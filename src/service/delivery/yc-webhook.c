/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends a message to a portal, an app or a department as a webhook (Standard Webhooks 1.0.0). */
#include "yc-webhook.h"

#include "yc-json.h"
#include "yc-webhook-signature.h"

static char *
write_body (const char *type,
            const char *timestamp,
            JsonObject *data,
            GBytes     *pdf)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  g_autoptr (JsonNode) data_node = yc_json_object_node (json_object_ref (data));
  JsonNode *copy = yc_json_copy (data_node);

  if (pdf != NULL)
    {
      g_autofree char *base64 =
        g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

      json_object_set_string_member (json_node_get_object (copy), "pdf", base64);
    }
  json_object_set_string_member (object, "type", type);
  json_object_set_string_member (object, "timestamp", timestamp);
  json_object_set_member (object, "data", copy);
  return yc_json_write (node);
}

static struct curl_slist *
write_headers (const YcReceiver *receiver,
               const char       *id,
               const char       *body)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *timestamp = g_strdup_printf ("%" G_GINT64_FORMAT, now);
  g_autofree char *signature = yc_webhook_signature_make (receiver->secret, id, now, body);
  struct curl_slist *headers = yc_transfer_add_header (NULL, "Content-Type", "application/json");

  headers = yc_transfer_add_header (headers, "webhook-id", id);
  headers = yc_transfer_add_header (headers, "webhook-timestamp", timestamp);
  headers = yc_transfer_add_header (headers, "webhook-signature", signature);
  /* A receiver that is slow to say “go on” would cost a second each time. */
  return curl_slist_append (headers, "Expect:");
}

/**
 * yc_webhook_send:
 * @transfer: a transfer to @receiver
 * @receiver: who gets it
 * @id: the message's id, the same at every try, by which the receiver knows what it has already
 * @type: "certificate.issued" or "certificate.void"
 * @data: what is told; its member "at" becomes the message's time
 * @pdf: (nullable): the certificate
 *
 * Returns: what came of it
 */
YcTransferResult
yc_webhook_send (YcTransfer       *transfer,
                 const YcReceiver *receiver,
                 const char       *id,
                 const char       *type,
                 JsonObject       *data,
                 GBytes           *pdf)
{
  g_autofree char *body = write_body (type, yc_json_get_string (data, "at", ""), data, pdf);
  struct curl_slist *headers = write_headers (receiver, id, body);
  CURL *curl = yc_transfer_begin (transfer);
  YcTransferResult result;

  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, headers);
  result = yc_transfer_run (transfer);
  curl_slist_free_all (headers);
  return result;
}
