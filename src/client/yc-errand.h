/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change that somebody waits for: through the journal like every other, but answered at once.
 * Private to the client room. */
#pragma once

#include "yc-parts.h"

G_BEGIN_DECLS

/* What the service tells of the thing now. */
typedef void (*YcErrandTake) (gpointer    object,
                              JsonObject *json);

/**
 * YcErrandWork:
 * @path: below /api/v1, such as "/cases/ID/decisions"
 * @if_match: (nullable): the version it is based on, as an entity tag
 * @order_key: changes of the same key are sent one after the other; the thing's id
 * @title: what it is for people; nothing personal
 * @body: what to send
 * @object: the thing to change, as it is on the screen
 * @take: called with @object and what the service tells of it, also after a conflict
 * @patient: whether it is kept with the line down, too: then it ends with %YC_CLIENT_ERROR_PENDING
 */
typedef struct
{
  const char   *path;
  const char   *if_match;
  const char   *order_key;
  const char   *title;
  JsonNode     *body;
  gpointer      object;
  YcErrandTake  take;
  gboolean      patient;
} YcErrandWork;

void     yc_errand_run_async  (gpointer              source,
                               YcParts              *parts,
                               const YcErrandWork   *work,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean yc_errand_run_finish (gpointer              source,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
