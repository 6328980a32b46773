/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishes a catalog: checks it whole and replaces what has changed. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_publisher_check   (JsonNode      *documents,
                               gboolean       sheets,
                               GError       **error);
gboolean yc_publisher_replace (const YcWork  *work,
                               JsonNode      *documents,
                               gint64        *version,
                               guint         *n_changed,
                               guint         *n_kept,
                               GError       **error);

G_END_DECLS
