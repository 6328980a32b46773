/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a desk submits against the item's standard. */
#pragma once

#include "yc-findings.h"
#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_case_check_submission (const YcWork  *work,
                                   JsonObject    *item,
                                   gint64         catalog_version,
                                   JsonObject    *body,
                                   GError       **error);

G_END_DECLS
