/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change that somebody waits for: through the journal like every other, but answered at once.
 * Private to the client room. */
#pragma once

#include "yc-parts.h"

G_BEGIN_DECLS

void     yc_errand_run_async  (gpointer              source,
                               YcParts              *parts,
                               YcCase               *a_case,
                               const char           *what,
                               JsonNode             *body,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean yc_errand_run_finish (gpointer              source,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
