/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line to the service: is it there, and when is it tried again. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcLineState:
 * @YC_LINE_CONNECTING: being tried right now.
 * @YC_LINE_ONLINE: the service answers.
 * @YC_LINE_OFFLINE: it does not; tried again in "next-try" seconds.
 */
typedef enum
{
  YC_LINE_CONNECTING = 1,
  YC_LINE_ONLINE,
  YC_LINE_OFFLINE,
} YcLineState;

#define YC_TYPE_LINE (yc_line_get_type ())

G_DECLARE_FINAL_TYPE (YcLine, yc_line, YC, LINE, GObject)

/* Properties: "state" (int, a YcLineState), "online" (boolean), "next-try" (uint),
 * "error" (boxed GError). All read-only and notified. */

/**
 * yc_line_get_state:
 * @self: the line
 *
 * Returns: its state
 */
YcLineState   yc_line_get_state    (YcLine *self);

/**
 * yc_line_get_online:
 * @self: the line
 *
 * Returns: whether the state is %YC_LINE_ONLINE
 */
gboolean      yc_line_get_online   (YcLine *self);

/**
 * yc_line_get_next_try:
 * @self: the line
 *
 * Returns: seconds until the next try while offline, counting down; 0 otherwise
 */
guint         yc_line_get_next_try (YcLine *self);

/**
 * yc_line_get_error:
 * @self: the line
 *
 * Returns: (transfer none) (nullable): why the line is down, in %YC_CLIENT_ERROR; %NULL online
 */
const GError *yc_line_get_error    (YcLine *self);

/**
 * yc_line_try_now:
 * @self: the line
 *
 * Tries at once instead of waiting for the next try.
 */
void          yc_line_try_now      (YcLine *self);

G_END_DECLS
