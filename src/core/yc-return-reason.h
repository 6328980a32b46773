/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reason for which a reviewer may return a case. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-case-state.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURN_REASON (yc_return_reason_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnReason, yc_return_reason, YC, RETURN_REASON, GObject)

/**
 * yc_return_reason_new_from_json:
 * @json: a reason as in the catalog; referenced, not to be changed any more
 * @error: return location for an error
 *
 * Makes an unchanging return reason. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): a reason, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcReturnReason *yc_return_reason_new_from_json (JsonObject *json,
                                                GError **error);

/**
 * yc_return_reason_get_id:
 * @self: a reason
 *
 * Returns: the id, such as "R-LEASE-SIGN"
 */
const char *yc_return_reason_get_id (YcReturnReason *self);

/**
 * yc_return_reason_get_title:
 * @self: a reason
 *
 * Returns: the reason in words
 */
const char *yc_return_reason_get_title (YcReturnReason *self);

/**
 * yc_return_reason_get_cause:
 * @self: a reason
 *
 * Returns: the cause that is usual for it
 */
YcCause yc_return_reason_get_cause (YcReturnReason *self);

/**
 * yc_return_reason_get_advice:
 * @self: a reason
 *
 * Returns: how to mend it, "" when not said
 */
const char *yc_return_reason_get_advice (YcReturnReason *self);

/**
 * yc_return_reason_get_fields:
 * @self: a reason
 *
 * Returns: what it is usually about: "materials/ID" or a JSON Pointer into the form
 */
const char *const *yc_return_reason_get_fields (YcReturnReason *self);

/**
 * yc_return_reason_get_json:
 * @self: a reason
 *
 * Returns: (transfer none): the whole reason; not to be changed
 */
JsonObject *yc_return_reason_get_json (YcReturnReason *self);

G_END_DECLS
