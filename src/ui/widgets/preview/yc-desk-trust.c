/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose seals this desk believes. */
#include "yc-desk-trust.h"

#include "yc-ui.h"

/* As the settings have it, where they are not installed. */
#define DEFAULT_TRUST "/etc/yichuang/trust.pem"

static YcTrust *
load (YcDesk *desk, GError **error)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *file = NULL;

  if (yc_desk_get_demo (desk))
    return yc_trust_new_sample (error);
  settings = yc_ui_create_settings ();
  file = settings != NULL ? g_settings_get_string (settings, "trust-file")
                          : g_strdup (DEFAULT_TRUST);
  return yc_trust_new_from_file (file, error);
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
  return trust;
}
