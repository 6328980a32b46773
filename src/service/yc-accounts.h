/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes accounts. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_accounts_create (const YcWork  *work,
                                JsonObject    *body,
                                GError       **error);

G_END_DECLS
