/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change on its way to the service, kept in the journal until the service has taken it. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "yc-client-error.h"

G_BEGIN_DECLS

/**
 * YcCommandState:
 * @YC_COMMAND_WAITING: in the journal; is sent as soon as line, session and order allow.
 * @YC_COMMAND_SENDING: the service is being asked.
 * @YC_COMMAND_PARKED: can never succeed as it is; waits for a decision: retry or discard.
 * @YC_COMMAND_SENT: the service has taken it; no longer in the outbox. Final.
 * @YC_COMMAND_DISCARDED: taken out by the user; no longer in the outbox. Final.
 */
typedef enum
{
  YC_COMMAND_WAITING = 1,
  YC_COMMAND_SENDING,
  YC_COMMAND_PARKED,
  YC_COMMAND_SENT,
  YC_COMMAND_DISCARDED,
} YcCommandState;

/**
 * YcCommandHold:
 * @YC_COMMAND_HOLD_NONE: nothing holds it.
 * @YC_COMMAND_HOLD_LINE: the line is down.
 * @YC_COMMAND_HOLD_SESSION: nobody is signed in, or the session has expired.
 * @YC_COMMAND_HOLD_USER: another user is signed in; it is sent as its own user only.
 * @YC_COMMAND_HOLD_ORDER: an earlier command of the same case is not through yet.
 * @YC_COMMAND_HOLD_BACKOFF: the last try failed; tried again in "next-try" seconds.
 *
 * What a waiting command waits for.
 */
typedef enum
{
  YC_COMMAND_HOLD_NONE = 1,
  YC_COMMAND_HOLD_LINE,
  YC_COMMAND_HOLD_SESSION,
  YC_COMMAND_HOLD_USER,
  YC_COMMAND_HOLD_ORDER,
  YC_COMMAND_HOLD_BACKOFF,
} YcCommandHold;

#define YC_TYPE_COMMAND (yc_command_get_type ())

G_DECLARE_FINAL_TYPE (YcCommand, yc_command, YC, COMMAND, GObject)

/* Properties, read-only and notified: "id", "method", "path", "title", "order-key", "user-id",
 * "created-at" (GDateTime), "state" (int), "hold" (int), "n-tries" (uint), "next-try" (uint),
 * "error" (boxed GError), "n-sent" (uint64). */

/* A UUID of version 7; also the Idempotency-Key of every try. */
const char     *yc_command_get_id             (YcCommand *self);
const char     *yc_command_get_method         (YcCommand *self);
/* Below /api/v1, such as "/cases". */
const char     *yc_command_get_path           (YcCommand *self);
/* What it is for people, such as the item's title; nothing personal. */
const char     *yc_command_get_title          (YcCommand *self);
/* Commands of one order key are sent in order: the case's id. */
const char     *yc_command_get_order_key      (YcCommand *self);
/* Who gave the command; it is sent under this name only. */
const char     *yc_command_get_user_id        (YcCommand *self);
GDateTime      *yc_command_get_created_at     (YcCommand *self);
YcCommandState  yc_command_get_state          (YcCommand *self);
YcCommandHold   yc_command_get_hold           (YcCommand *self);
/* How often it was tried since the program started. */
guint           yc_command_get_n_tries        (YcCommand *self);
/* Seconds until the next try, counting down; 0 when it does not wait for the clock. */
guint           yc_command_get_next_try       (YcCommand *self);
/* (nullable): why the last try failed or why it is parked, in YC_CLIENT_ERROR. */
const GError   *yc_command_get_error          (YcCommand *self);
/* The files that are sent before it: their bytes in all, 0 for none, and how many have come over. */
guint64         yc_command_get_n_bytes        (YcCommand *self);
guint64         yc_command_get_n_sent         (YcCommand *self);
/* (transfer none) (nullable): what we send. */
JsonNode       *yc_command_get_body           (YcCommand *self);
/* (transfer none) (nullable): the problems the service found: [{pointer,message,keyword}]. */
JsonArray      *yc_command_get_problems       (YcCommand *self);
/* (transfer none) (nullable): after a conflict, the case as the service has it now. */
JsonObject     *yc_command_get_server_version (YcCommand *self);

G_END_DECLS
