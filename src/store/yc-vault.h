/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals what is personal before it touches the disk. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_VAULT_KEY_BYTES 32
/* How much longer sealed bytes are than plain ones. */
#define YC_VAULT_SEAL_BYTES 41

#define YC_TYPE_VAULT (yc_vault_get_type ())

G_DECLARE_FINAL_TYPE (YcVault, yc_vault, YC, VAULT, GObject)

YcVault *yc_vault_new                 (const guint8  *key,
                                       gsize          length,
                                       GError       **error);
YcVault *yc_vault_new_from_file       (const char    *path,
                                       GError       **error);
YcVault *yc_vault_new_from_passphrase (const char    *passphrase,
                                       const char    *path,
                                       GError       **error);
GBytes  *yc_vault_seal                (YcVault       *self,
                                       GBytes        *plain,
                                       const char    *associated);
GBytes  *yc_vault_open                (YcVault       *self,
                                       GBytes        *sealed,
                                       const char    *associated,
                                       GError       **error);
GBytes  *yc_vault_seal_text           (YcVault       *self,
                                       const char    *text,
                                       const char    *associated);
char    *yc_vault_open_text           (YcVault       *self,
                                       GBytes        *sealed,
                                       const char    *associated,
                                       GError       **error);
char    *yc_vault_fingerprint         (YcVault       *self,
                                       const char    *text,
                                       const char    *context);

G_END_DECLS
