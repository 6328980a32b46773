/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to the schema that this program knows, one numbered step at a time. */
#pragma once

#include "yc-connection.h"

G_BEGIN_DECLS

gboolean yc_migrations_run         (YcConnection  *connection,
                                    const char    *folder,
                                    GError       **error);
guint    yc_migrations_get_latest  (const char    *folder,
                                    GError       **error);
gboolean yc_migrations_get_version (YcConnection  *connection,
                                    guint         *version,
                                    GError       **error);

G_END_DECLS
