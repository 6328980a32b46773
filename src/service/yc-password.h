/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords and tokens. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *yc_password_hash   (const char  *password,
                              GError     **error);
gboolean  yc_password_verify (const char  *hash,
                              const char  *password);
void      yc_password_waste  (const char  *password);
char     *yc_token_new       (void);
char     *yc_token_hash      (const char  *token);

G_END_DECLS
