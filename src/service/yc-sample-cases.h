/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some weeks of invented work at the counters. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_sample_cases_add (const YcWork  *work,
                              JsonObject    *samples,
                              gint64         catalog_version,
                              GError       **error);

G_END_DECLS
