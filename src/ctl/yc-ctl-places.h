/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the places of a catalog are called. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *yc_ctl_places_read (const char  *catalog,
                                GError     **error);

G_END_DECLS
