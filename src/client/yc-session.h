/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works at the desk. */
#pragma once

#include <gio/gio.h>

#include "yc-role.h"

G_BEGIN_DECLS

/**
 * YcSessionState:
 * @YC_SESSION_SIGNED_OUT: nobody is signed in.
 * @YC_SESSION_SIGNING_IN: the service is being asked.
 * @YC_SESSION_SIGNED_IN: somebody is.
 * @YC_SESSION_EXPIRED: the session has ended at the service. Everything stays on screen, the
 *   outbox waits; signing in again as the same user goes on.
 */
typedef enum
{
  YC_SESSION_SIGNED_OUT = 1,
  YC_SESSION_SIGNING_IN,
  YC_SESSION_SIGNED_IN,
  YC_SESSION_EXPIRED,
} YcSessionState;

#define YC_TYPE_SESSION (yc_session_get_type ())

G_DECLARE_FINAL_TYPE (YcSession, yc_session, YC, SESSION, GObject)

/* Properties, read-only and notified: "state" (int), "signed-in" (boolean), "user-id",
 * "user-name", "role" (int, a YcRole, 0 for none), "place", "counter". The words about the user
 * stay while the session is expired and are NULL while signed out. */

YcSessionState  yc_session_get_state       (YcSession            *self);
gboolean        yc_session_get_signed_in   (YcSession            *self);
/* (nullable) */
const char     *yc_session_get_user_id     (YcSession            *self);
/* (nullable) */
const char     *yc_session_get_user_name   (YcSession            *self);
/* 0 while signed out. */
YcRole          yc_session_get_role        (YcSession            *self);
/* (nullable): the code of the user's place */
const char     *yc_session_get_place       (YcSession            *self);
/* (nullable): the counter chosen at sign-in or set for the user */
const char     *yc_session_get_counter     (YcSession            *self);

/**
 * yc_session_sign_in_async:
 * @self: the session
 * @user: the user's id
 * @password: the password; never stored
 * @counter: (nullable): the counter worked at
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Signs in, also over an expired session or another user's: the visits of the user who leaves are
 * saved and closed, those of the user who comes are restored.
 */
void            yc_session_sign_in_async   (YcSession            *self,
                                            const char           *user,
                                            const char           *password,
                                            const char           *counter,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * yc_session_sign_in_finish:
 * @self: the session
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_WRONG_PASSWORD, _OFFLINE, _TIMED_OUT, _BUSY, _SERVICE or
 *   _BAD_ANSWER; the session is then as it was before
 */
gboolean        yc_session_sign_in_finish  (YcSession            *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_session_sign_out_async:
 * @self: the session
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called in the main context
 * @user_data: for @callback
 *
 * Signs out here at once, and at the service when it can be reached. Unsent commands stay in the
 * outbox and go on when the same user signs in again.
 */
void            yc_session_sign_out_async  (YcSession            *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * yc_session_sign_out_finish:
 * @self: the session
 * @result: the result
 * @error: return location
 *
 * Returns: %FALSE with an error when the service could not be told; signed out here all the same
 */
gboolean        yc_session_sign_out_finish (YcSession            *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
