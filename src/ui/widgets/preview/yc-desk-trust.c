/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose seals this desk believes. */
#include "yc-desk-trust.h"

#include "yc-desk-verify.h"
#include "yc-ui.h"

#include <string.h>

/* As the settings have it, where they are not installed. */
#define DEFAULT_TRUST "/etc/yichuang/trust.pem"

/* What comes in files of its own, if there are any. */
static gboolean
add_more (YcTrust *trust, GSettings *settings, GError **error)
{
  g_autofree char *crl = g_settings_get_string (settings, "crl-file");
  g_autofree char *times = g_settings_get_string (settings, "timestamp-trust-file");

  return (*crl == '\0' || yc_trust_add_crls_from_file (trust, crl, error)) &&
         (*times == '\0' || yc_trust_add_time_authorities_from_file (trust, times, error));
}

static YcTrust *
load (YcDesk *desk, GError **error)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *file = NULL;
  g_autoptr (YcTrust) trust = NULL;

  if (yc_desk_get_demo (desk))
    return yc_trust_new_sample (error);
  settings = yc_ui_create_settings ();
  file = settings != NULL ? g_settings_get_string (settings, "trust-file")
                          : g_strdup (DEFAULT_TRUST);
  trust = yc_trust_new_from_file (file, error);
  if (trust == NULL || (settings != NULL && !add_more (trust, settings, error)))
    return NULL;
  return g_steal_pointer (&trust);
}

/* Takes @trust: who signs the QR codes, the service says itself. */
static YcTrust *
add_mark_keys (YcTrust *trust, YcDesk *desk)
{
  const char *keys = yc_desk_get_mark_keys (desk);
  g_autoptr (GBytes) pem = keys != NULL ? g_bytes_new (keys, strlen (keys)) : NULL;
  g_autoptr (GError) error = NULL;

  if (pem == NULL)
    return trust;
  if (trust != NULL)
    yc_trust_add_mark_keys (trust, pem, &error);
  else
    trust = yc_trust_new (pem, &error);
  if (error != NULL)
    g_message ("No keys for QR codes: %s", error->message);
  return trust;
}

YcTrust *
yc_desk_trust_load (YcDesk *desk)
{
  g_autoptr (GError) error = NULL;
  YcTrust *trust;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);

  trust = load (desk, &error);
  /* The clerk sees it on every certificate: nobody is believed. */
  if (trust == NULL)
    g_message ("No authority for seals: %s", error->message);
  return add_mark_keys (trust, desk);
}
