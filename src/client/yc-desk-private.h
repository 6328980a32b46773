/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests may set. Private to the client room and its tests. */
#pragma once

#include "yc-desk.h"
#include "yc-limits.h"

G_BEGIN_DECLS

YcDesk *yc_desk_new_with_limits (const char     *data_dir,
                                 const char     *service_url,
                                 gboolean        demo,
                                 const YcLimits *limits);

G_END_DECLS
