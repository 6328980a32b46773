/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arguments of the service that say with what it signs, and whose seals it believes. */
#include "yc-signing-arguments.h"

#include <glib/gi18n-lib.h>

void
yc_signing_arguments_add (YcSigningArguments *self,
                          GOptionContext     *context)
{
  const GOptionEntry entries[] = {
    { "signing-key", 0, 0, G_OPTION_ARG_FILENAME, &self->key,
      N_("PEM file of the key that signs certificates"), N_("FILE") },
    { "signing-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &self->passphrase,
      N_("File of that key’s passphrase"), N_("FILE") },
    { "signing-module", 0, 0, G_OPTION_ARG_FILENAME, &self->module,
      N_("PKCS #11 library of the token that holds the key instead"), N_("FILE") },
    { "signing-token", 0, 0, G_OPTION_ARG_STRING, &self->token,
      N_("Label of the token"), N_("LABEL") },
    { "signing-key-label", 0, 0, G_OPTION_ARG_STRING, &self->label,
      N_("Label of the key in the token"), N_("LABEL") },
    { "signing-pin-file", 0, 0, G_OPTION_ARG_FILENAME, &self->pin,
      N_("File of the token’s PIN"), N_("FILE") },
    { "signing-certificate", 0, 0, G_OPTION_ARG_FILENAME, &self->certificate,
      N_("PEM file of the certificate of that key"), N_("FILE") },
    { "trust", 0, 0, G_OPTION_ARG_FILENAME, &self->trust,
      N_("PEM file of the roots whose seals the verification page believes"), N_("FILE") },
    { "crl", 0, 0, G_OPTION_ARG_FILENAME, &self->crl,
      N_("PEM file of their revocation lists"), N_("FILE") },
    { "timestamp-url", 0, 0, G_OPTION_ARG_STRING, &self->timestamp_url,
      N_("Time-stamp server that is asked at each signature"), N_("URL") },
    { "timestamp-trust", 0, 0, G_OPTION_ARG_FILENAME, &self->timestamp_trust,
      N_("PEM file of the roots whose time-stamps are believed"), N_("FILE") },
    { "timestamp-required", 0, 0, G_OPTION_ARG_NONE, &self->timestamp_required,
      N_("Issue nothing while the time-stamp server fails, instead of issuing without"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* A token needs all four words, and a key in a file none of them. */
static gboolean
check_token (const YcSigningArguments *self)
{
  gboolean wanted = self->module != NULL;

  return (self->token != NULL) == wanted && (self->label != NULL) == wanted &&
         (self->pin != NULL) == wanted && !(wanted && self->key != NULL) &&
         (self->passphrase == NULL || self->key != NULL);
}

/* A server whose answers nobody believes, or lists of nobody, would do nothing in silence. */
static gboolean
check_trust (const YcSigningArguments *self)
{
  return (self->timestamp_url == NULL || self->timestamp_trust != NULL) &&
         (!self->timestamp_required || self->timestamp_url != NULL) &&
         (self->crl == NULL || self->trust != NULL);
}

static gboolean
refuse (GError     **error,
        const char  *words)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, words);
  return FALSE;
}

/**
 * yc_signing_arguments_check:
 * @self: arguments
 * @error: (nullable): return location
 *
 * Returns: %FALSE when one of them makes no sense without, or beside, another
 */
gboolean
yc_signing_arguments_check (const YcSigningArguments  *self,
                            GError                   **error)
{
  /* A key without its certificate is a mistake that must not pass in silence. */
  if ((self->key != NULL || self->module != NULL) != (self->certificate != NULL))
    return refuse (error, _("A key and its certificate must be given together."));
  if (!check_token (self))
    return refuse (error, _("A signing key is in a file, or in a token with its label, the key’s "
                            "label and a PIN."));
  return check_trust (self) ||
         refuse (error, _("A time-stamp server needs the roots of its time-stamps, and revocation "
                          "lists need the roots they are of."));
}

YcSigningOptions
yc_signing_arguments_read (const YcSigningArguments *self)
{
  return (YcSigningOptions) {
    .key = self->key,
    .passphrase = self->passphrase,
    .token = { self->module, self->token, self->label, self->pin },
    .certificate = self->certificate,
    .trust = self->trust,
    .crl = self->crl,
    .timestamp_url = self->timestamp_url,
    .timestamp_trust = self->timestamp_trust,
    .timestamp_required = self->timestamp_required,
  };
}

void
yc_signing_arguments_clear (YcSigningArguments *self)
{
  char **const texts[] = { &self->key, &self->passphrase, &self->module, &self->token,
                           &self->label, &self->pin, &self->certificate, &self->trust,
                           &self->crl, &self->timestamp_url, &self->timestamp_trust };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}
