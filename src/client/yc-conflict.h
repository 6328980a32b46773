/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of one case: what was mended here, and what somebody else sent meanwhile. */
#pragma once

#include "yc-desk.h"
#include "yc-difference.h"

G_BEGIN_DECLS

#define YC_TYPE_CONFLICT (yc_conflict_get_type ())

G_DECLARE_FINAL_TYPE (YcConflict, yc_conflict, YC, CONFLICT, GObject)

/**
 * yc_conflict_is_of:
 * @command: a command of the outbox
 *
 * Returns: whether it is parked because the service has a newer version of what it mends
 */
gboolean    yc_conflict_is_of              (YcCommand            *command);

/**
 * yc_conflict_new:
 * @desk: the desk
 * @command: a command that yc_conflict_is_of() is true for
 *
 * Returns: (transfer full): both versions, as they are now; not followed when they change
 */
YcConflict *yc_conflict_new                (YcDesk               *desk,
                                            YcCommand            *command);
/* (transfer none): a list of #YcDifference; numbers of people are masked */
GListModel *yc_conflict_get_differences    (YcConflict           *self);
/* What the case is at the service. */
YcCaseState yc_conflict_get_state          (YcConflict           *self);
/* (nullable) */
GDateTime  *yc_conflict_get_changed_at     (YcConflict           *self);
/* Whether the service would take ours on top of theirs now: the case is returned. */
gboolean    yc_conflict_can_send           (YcConflict           *self);

/**
 * yc_conflict_send_ours_async:
 * @self: a conflict
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Sends what is here again, based on their version, which it takes the place of.
 */
void        yc_conflict_send_ours_async    (YcConflict           *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/**
 * yc_conflict_keep_theirs_async:
 * @self: a conflict
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Takes ours out of the outbox; an open visit then shows theirs.
 */
void        yc_conflict_keep_theirs_async  (YcConflict           *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* Of both: FALSE with YC_CLIENT_ERROR_INCOMPLETE, _DISK or _STATE (decided already). */
gboolean    yc_conflict_decide_finish      (YcConflict           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
