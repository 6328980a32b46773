/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the service is the one it says it is. Private to the client room. */
#pragma once

#include <libsoup/soup.h>

#include "yc-client-error.h"

G_BEGIN_DECLS

gboolean       yc_tls_trust  (SoupSession   *session,
                              const char    *authority_file,
                              GError       **error);
YcClientError  yc_tls_judge  (const GError  *error,
                              SoupMessage   *message);

G_END_DECLS
