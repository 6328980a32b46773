/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a service says of certificates to who has no account there: who signs its QR codes, and what
 * its register has under a number. */
#include "yc-ctl-register.h"

#include <string.h>

#include <glib/gi18n.h>

#include "yc-json.h"

static gboolean
add_key (YcTrust **trust, const char *pem, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));

  if (*trust != NULL)
    return yc_trust_add_mark_keys (*trust, bytes, error);
  *trust = yc_trust_new (bytes, error);

  return *trust != NULL;
}

/*
 * yc_ctl_register_add_keys:
 * @service: a conversation
 * @trust: (inout) (nullable): whom to believe; made when it is %NULL
 * @error: return location for an error
 *
 * Believes the signatures in the QR codes of that service's certificates too.
 *
 * Returns: %FALSE with the service's words
 */
gboolean
yc_ctl_register_add_keys (YcCtlService  *service,
                          YcTrust      **trust,
                          GError       **error)
{
  g_autoptr (JsonNode) answer = yc_ctl_service_get (service, "/verification-keys", error);
  JsonArray *keys;

  if (answer == NULL)
    return FALSE;
  keys = yc_json_get_array (yc_json_node_get_object (answer), "keys");
  for (guint i = 0; keys != NULL && i < json_array_get_length (keys); i++)
    {
      JsonObject *key = yc_json_node_get_object (json_array_get_element (keys, i));

      if (!add_key (trust, yc_json_get_string (key, "public_key", ""), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_entry (JsonObject *standing, YcRegistryEntry *entry, GError **error)
{
  const char *state = yc_json_get_string (standing, "state", "");

  *entry = (YcRegistryEntry) {
    .replaced_by = yc_json_get_string (standing, "replaced_by", NULL),
    .sha256 = yc_json_get_string (standing, "sha256", NULL),
    .valid_until = yc_json_get_string (standing, "valid_until", NULL),
  };
  if (g_str_equal (state, "valid") || g_str_equal (state, "expired"))
    entry->state = YC_REGISTRY_VALID;
  else if (g_str_equal (state, "void"))
    entry->state = YC_REGISTRY_VOID;
  else if (g_str_equal (state, "replaced"))
    entry->state = YC_REGISTRY_REPLACED;
  if (entry->state != 0 && entry->sha256 != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The service does not answer like yichuangd"));
  return FALSE;
}

/*
 * yc_ctl_register_ask:
 * @service: a conversation
 * @verification: what was found so far; without a number nothing is asked
 * @error: return location for an error
 *
 * Adds what the service's register has under the certificate's number.
 *
 * Returns: %FALSE with the service's words
 */
gboolean
yc_ctl_register_ask (YcCtlService    *service,
                     YcVerification  *verification,
                     GError         **error)
{
  const char *serial = yc_verification_get_serial (verification);
  g_autofree char *path = serial != NULL ? g_strconcat ("/verify/", serial, NULL) : NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonNode) answer = NULL;
  YcRegistryEntry entry;

  if (path == NULL)
    return TRUE;
  answer = yc_ctl_service_get_public (service, path, &failure);
  if (answer == NULL && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (answer != NULL && !read_entry (yc_json_node_get_object (answer), &entry, error))
    return FALSE;
  yc_verification_add_registry (verification, answer != NULL ? &entry : NULL, NULL);

  return TRUE;
}
