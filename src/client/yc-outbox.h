/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal of changes that the service has not taken yet: a GListModel of YcCommand, oldest
 * first. Nothing in it is lost, and nothing takes effect twice. */
#pragma once

#include <gio/gio.h>

#include "yc-command.h"

G_BEGIN_DECLS

#define YC_TYPE_OUTBOX (yc_outbox_get_type ())

G_DECLARE_FINAL_TYPE (YcOutbox, yc_outbox, YC, OUTBOX, GObject)

/* Properties, read-only and notified: "n-unsent" (uint), "n-parked" (uint).
 * Signal "sent" (YcCommand, JsonNode *answer): the service has taken a command.
 * Signal "parked" (YcCommand): a command was parked. */

/**
 * yc_outbox_get_n_unsent:
 * @self: the outbox
 *
 * Returns: how many commands are still to be sent by themselves: waiting and being sent
 */
guint       yc_outbox_get_n_unsent   (YcOutbox             *self);

/**
 * yc_outbox_get_n_parked:
 * @self: the outbox
 *
 * Returns: how many commands wait for a decision of the user
 */
guint       yc_outbox_get_n_parked   (YcOutbox             *self);

/**
 * yc_outbox_add_async:
 * @self: the outbox
 * @method: "POST" and the like
 * @path: below /api/v1, such as "/cases/ID/withdrawal"; ids only, nothing personal
 * @body: (nullable): what to send; not to be changed any more
 * @if_match: (nullable): the entity tag of the version this is based on
 * @order_key: commands of the same key are sent one after the other; a case's id
 * @title: what it is for people; nothing personal
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Writes a command to the journal. It is sealed, committed and synced to the disk when this
 * finishes, so the interface may then say that it is saved. Sending follows by itself.
 */
void        yc_outbox_add_async      (YcOutbox             *self,
                                      const char           *method,
                                      const char           *path,
                                      JsonNode             *body,
                                      const char           *if_match,
                                      const char           *order_key,
                                      const char           *title,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * yc_outbox_add_finish:
 * @self: the outbox
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the command; %NULL with %YC_CLIENT_ERROR_DISK (nothing is saved),
 *   _SIGNED_OUT (nobody has ever signed in) or _CLOSED
 */
YcCommand  *yc_outbox_add_finish     (YcOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/**
 * yc_outbox_find:
 * @self: the outbox
 * @id: (nullable): a command's id
 *
 * Returns: (transfer none) (nullable): the command, while it is in the outbox
 */
YcCommand  *yc_outbox_find           (YcOutbox             *self,
                                      const char           *id);

/**
 * yc_outbox_retry_async:
 * @self: the outbox
 * @command: a parked command, or one that waits for its next try
 * @if_match: (nullable): base it on this version instead: after a conflict, when the user decided
 *   that ours replaces theirs
 * @cancellable: (nullable): stops it only before it was written
 * @callback: (nullable): called in the main context
 * @user_data: for @callback
 *
 * Sends it again as soon as possible. A command that was parked gets a new id, because the
 * service remembers its refusal under the old one.
 */
void        yc_outbox_retry_async    (YcOutbox             *self,
                                      YcCommand            *command,
                                      const char           *if_match,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_DISK or _STATE (it is being sent or is no longer in the outbox). */
gboolean    yc_outbox_retry_finish   (YcOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/**
 * yc_outbox_discard_async:
 * @self: the outbox
 * @command: a parked command
 * @cancellable: (nullable): stops it only before it was written
 * @callback: (nullable): called in the main context
 * @user_data: for @callback
 *
 * Takes a parked command out for good. The draft that it came from can be edited again.
 */
void        yc_outbox_discard_async  (YcOutbox             *self,
                                      YcCommand            *command,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_DISK or _STATE (it is not parked). */
gboolean    yc_outbox_discard_finish (YcOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
