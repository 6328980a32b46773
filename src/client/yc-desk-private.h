/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the desk share, and what tests may set. Private to the client room. */
#pragma once

#include "yc-desk.h"
#include "yc-limits.h"
#include "yc-parts.h"
#include "yc-register-copy.h"

G_BEGIN_DECLS

YcDesk  *yc_desk_new_with_limits (const char     *data_dir,
                                  const char     *service_url,
                                  gboolean        demo,
                                  const YcLimits *limits);
YcParts *yc_desk_get_parts       (YcDesk         *self);
YcRegisterCopy *yc_desk_get_register_copy (YcDesk *self);

G_END_DECLS
