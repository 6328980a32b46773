/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords (argon2id) and tokens (256 random bits, kept only as their hash). */
#include "yc-password.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define TOKEN_BYTES 32
/* Longer ones only cost time. */
#define MAX_PASSWORD 1024

static gboolean
start_sodium (void)
{
  return sodium_init () >= 0;
}

/**
 * yc_password_hash:
 * @password: a password in UTF-8
 * @error: (nullable): return location
 *
 * Takes some 50 ms and 64 MiB.
 *
 * Returns: (transfer full): an argon2id hash with its salt, %NULL on an error
 */
char *
yc_password_hash (const char  *password,
                  GError     **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (!start_sodium () || strlen (password) > MAX_PASSWORD ||
      crypto_pwhash_str_alg (hash, password, strlen (password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE,
                             crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_INTERNAL,
                           "The password could not be hashed");
      return NULL;
    }
  return g_strdup (hash);
}

/**
 * yc_password_verify:
 * @hash: what yc_password_hash() made
 * @password: what was typed
 *
 * Returns: whether it is the password
 */
gboolean
yc_password_verify (const char *hash,
                    const char *password)
{
  return start_sodium () && strlen (password) <= MAX_PASSWORD &&
         crypto_pwhash_str_verify (hash, password, strlen (password)) == 0;
}

/**
 * yc_password_waste:
 * @password: what was typed
 *
 * Takes as long as a check, so that the time of an answer does not tell which users exist.
 */
void
yc_password_waste (const char *password)
{
  const char *bounded = strlen (password) <= MAX_PASSWORD ? password : "";
  g_autofree char *hash = yc_password_hash (bounded, NULL);
}

/**
 * yc_token_new:
 *
 * Returns: (transfer full): a new bearer token
 */
char *
yc_token_new (void)
{
  guchar bytes[TOKEN_BYTES];
  char text[sodium_base64_ENCODED_LEN (TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];

  start_sodium ();
  randombytes_buf (bytes, sizeof bytes);
  sodium_bin2base64 (text, sizeof text, bytes, sizeof bytes,
                     sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  sodium_memzero (bytes, sizeof bytes);
  return g_strdup (text);
}

/**
 * yc_token_hash:
 * @token: a bearer token
 *
 * Returns: (transfer full): what may be stored of it
 */
char *
yc_token_hash (const char *token)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
}
