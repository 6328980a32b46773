/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs what is sent to a receiver, as the Standard Webhooks specification (1.0.0) writes it. */
#include "yc-webhook-signature.h"

#include <string.h>

#define PREFIX "whsec_"
/* “Symmetric signatures”: between 24 and 64 bytes. */
#define MIN_BYTES 24
#define MAX_BYTES 64
#define MAX_HMAC 64

/**
 * yc_webhook_signature_read_secret:
 * @text: "whsec_" and Base64
 *
 * Returns: (transfer full) (nullable): the key, %NULL when @text is none
 */
GBytes *
yc_webhook_signature_read_secret (const char *text)
{
  g_autofree guchar *key = NULL;
  g_autofree char *again = NULL;
  gsize length;

  if (!g_str_has_prefix (text, PREFIX))
    return NULL;
  text += strlen (PREFIX);
  key = g_base64_decode (text, &length);
  /* GLib passes over what is no Base64. */
  again = g_base64_encode (key, length);
  if (length < MIN_BYTES || length > MAX_BYTES || !g_str_equal (again, text))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&key), length);
}

/**
 * yc_webhook_signature_make:
 * @secret: the key
 * @id: the message's id, the same at every try
 * @timestamp: when this try is made, in seconds since 1970
 * @body: the body as it is sent
 *
 * Returns: (transfer full): the value of the header webhook-signature
 */
char *
yc_webhook_signature_make (GBytes     *secret,
                           const char *id,
                           gint64      timestamp,
                           const char *body)
{
  g_autofree char *signed_text = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", id, timestamp,
                                                  body);
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, g_bytes_get_data (secret, NULL),
                                       g_bytes_get_size (secret));
  guint8 digest[MAX_HMAC];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_hmac_update (hmac, (const guchar *) signed_text, -1);
  g_hmac_get_digest (hmac, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strconcat ("v1,", base64, NULL);
}
