/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishes one version of a knowledge entry, from the program. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_entry_publisher_load    (const YcWork  *work,
                                        const char    *id,
                                        gint64        *version,
                                        GError       **error);
JsonObject *yc_entry_publisher_publish (const YcWork  *work,
                                        const char    *id,
                                        JsonObject    *entry,
                                        JsonObject    *body,
                                        gint64        *version,
                                        GError       **error);

G_END_DECLS
