/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arguments of the service that say with what it signs, and whose seals it believes. */
#pragma once

#include "yc-signing.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;
  char *passphrase;
  char *module;
  char *token;
  char *label;
  char *pin;
  char *certificate;
  char *trust;
  char *crl;
  char *timestamp_url;
  char *timestamp_trust;
  gboolean timestamp_required;
} YcSigningArguments;

void             yc_signing_arguments_add   (YcSigningArguments        *self,
                                             GOptionContext            *context);
gboolean         yc_signing_arguments_check (const YcSigningArguments  *self,
                                             GError                   **error);
YcSigningOptions yc_signing_arguments_read  (const YcSigningArguments  *self);
void             yc_signing_arguments_clear (YcSigningArguments        *self);

G_END_DECLS
