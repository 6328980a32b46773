/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the service is the one it says it is: who may vouch for it, and what is wrong if not. */
#include "yc-tls.h"

/**
 * yc_tls_trust:
 * @session: a session that has not sent anything
 * @authority_file: a PEM file with the authorities that may vouch for the service; nobody else is
 *   believed then
 * @error: return location
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_CERTIFICATE when the file gives no authority
 */
gboolean
yc_tls_trust (SoupSession  *session,
              const char   *authority_file,
              GError      **error)
{
  g_autofree char *path = g_canonicalize_filename (authority_file, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &local_error);

  if (database == NULL)
    {
      g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_CERTIFICATE,
                   "The authorities of the service cannot be read: %s", local_error->message);
      return FALSE;
    }
  soup_session_set_tls_database (session, database);
  return TRUE;
}

/**
 * yc_tls_judge:
 * @error: an error in %G_TLS_ERROR
 * @message: (nullable): the request that failed with it
 *
 * A certificate by an unknown authority proves nothing else: neither its name nor its dates count.
 *
 * Returns: what is wrong with the service's certificate; or that the line broke
 */
YcClientError
yc_tls_judge (const GError *error,
              SoupMessage  *message)
{
  GTlsCertificateFlags flags = 0;

  /* A line that breaks in the middle of the handshake is told in any of these ways. */
  if (error->code == G_TLS_ERROR_EOF || error->code == G_TLS_ERROR_MISC ||
      error->code == G_TLS_ERROR_NOT_TLS)
    return YC_CLIENT_ERROR_OFFLINE;
  if (message != NULL)
    flags = soup_message_get_tls_peer_certificate_errors (message);
  if (flags & (G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_REVOKED))
    return YC_CLIENT_ERROR_CERTIFICATE;
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return YC_CLIENT_ERROR_CERTIFICATE_NAME;
  if (flags & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    return YC_CLIENT_ERROR_CERTIFICATE_DATE;
  return YC_CLIENT_ERROR_CERTIFICATE;
}
