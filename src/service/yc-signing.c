/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With what the service signs certificates, and whose it believes. */
#include "yc-signing.h"

#include "yc-http-timestamper.h"
#include "yc-pem-signer.h"
#include "yc-stamped-signer.h"

/* Who can do without a time-stamp does not wait for a dead server at every certificate. */
#define REST_SECONDS 30
/* Somebody waits at the counter. */
#define MOST_MS 3000

/* In practice everybody has the key. */
static gboolean
open_bare (const YcSigningOptions  *options,
           gboolean                 demo,
           YcSigner               **signer,
           GError                 **error)
{
  if (options->token.module != NULL)
    *signer = yc_pkcs11_signer_new (&options->token, options->certificate, error);
  else if (options->key != NULL && options->certificate != NULL)
    *signer = yc_pem_signer_new_from_files (options->key, options->passphrase,
                                            options->certificate, error);
  else if (demo)
    *signer = yc_pem_signer_new_sample (error);
  else
    return TRUE;
  return *signer != NULL;
}

/**
 * yc_signing_open_signer:
 * @options: with what
 * @demo: whether everything is practice
 * @signer: (out) (nullable): who signs; %NULL when nothing was given to sign with
 * @error: (nullable): return location
 *
 * Returns: %FALSE when what was given cannot be used
 */
gboolean
yc_signing_open_signer (const YcSigningOptions  *options,
                        gboolean                 demo,
                        YcSigner               **signer,
                        GError                 **error)
{
  g_autoptr (YcSigner) bare = NULL;
  g_autoptr (YcTrust) times = NULL;
  g_autoptr (YcTimestamper) timestamper = NULL;

  if (!open_bare (options, demo, &bare, error))
    return FALSE;
  if (bare == NULL || options->timestamp_url == NULL)
    {
      *signer = g_steal_pointer (&bare);
      return TRUE;
    }
  times = yc_trust_new_from_file (options->timestamp_trust, error);
  if (times == NULL)
    return FALSE;
  timestamper = yc_http_timestamper_new (options->timestamp_url, MOST_MS,
                                         options->timestamp_required ? 0 : REST_SECONDS);
  *signer = yc_stamped_signer_new (bare, timestamper, times, options->timestamp_required);
  return TRUE;
}

/**
 * yc_signing_open_trust:
 * @options: with what
 * @demo: whether everything is practice
 * @trust: (out) (nullable): whose certificates are believed; %NULL for nobody's
 * @error: (nullable): return location
 *
 * Returns: %FALSE when what was given cannot be used
 */
gboolean
yc_signing_open_trust (const YcSigningOptions  *options,
                       gboolean                 demo,
                       YcTrust                **trust,
                       GError                 **error)
{
  g_autoptr (YcTrust) made = NULL;

  if (options->trust == NULL && !demo)
    return TRUE;
  made = options->trust != NULL ? yc_trust_new_from_file (options->trust, error)
                                : yc_trust_new_sample (error);
  if (made == NULL ||
      (options->crl != NULL && !yc_trust_add_crls_from_file (made, options->crl, error)) ||
      (options->timestamp_trust != NULL &&
       !yc_trust_add_time_authorities_from_file (made, options->timestamp_trust, error)))
    return FALSE;
  *trust = g_steal_pointer (&made);
  return TRUE;
}
