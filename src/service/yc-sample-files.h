/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that sample cases have attached. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_sample_files_attach (const YcWork             *work,
                                 YcIdentity *const        *clerks,
                                 guint                     n_clerks,
                                 JsonNode                 *forms,
                                 GError                  **error);

G_END_DECLS
