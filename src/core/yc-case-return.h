/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One return of a case: who sent it back, why, and on whose side the fault is. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "yc-case-state.h"

G_BEGIN_DECLS

#define YC_TYPE_CASE_RETURN (yc_case_return_get_type ())

G_DECLARE_FINAL_TYPE (YcCaseReturn, yc_case_return, YC, CASE_RETURN, GObject)

/**
 * yc_case_return_new_from_json:
 * @json: a decision of kind "return", {"by":{"id","name"},"at","reason","reason_title","cause",
 *   "field","note"}
 * @error: return location for an error
 *
 * Makes an unchanging return from what the service says of it. All texts are properties too.
 *
 * Returns: (transfer full): a return, or %NULL with %YC_CORE_ERROR_CASE
 */
YcCaseReturn *yc_case_return_new_from_json   (JsonObject    *json,
                                              GError       **error);

/**
 * yc_case_return_get_reason:
 * @self: a return
 *
 * Returns: the reason's id in the catalog, such as "R-LEASE-SIGN"
 */
const char   *yc_case_return_get_reason      (YcCaseReturn  *self);

/**
 * yc_case_return_get_reason_title:
 * @self: a return
 *
 * Returns: the reason in words, as it stood in the catalog then
 */
const char   *yc_case_return_get_reason_title (YcCaseReturn *self);

/**
 * yc_case_return_get_cause:
 * @self: a return
 *
 * Returns: on whose side the fault is
 */
YcCause       yc_case_return_get_cause       (YcCaseReturn  *self);

/**
 * yc_case_return_get_field:
 * @self: a return
 *
 * Returns: (nullable): what it is about: a JSON Pointer into the form or "materials/ID"
 */
const char   *yc_case_return_get_field       (YcCaseReturn  *self);

/**
 * yc_case_return_get_note:
 * @self: a return
 *
 * Returns: (nullable): what the reviewer wrote
 */
const char   *yc_case_return_get_note        (YcCaseReturn  *self);

/**
 * yc_case_return_get_by_name:
 * @self: a return
 *
 * Returns: the reviewer's name
 */
const char   *yc_case_return_get_by_name     (YcCaseReturn  *self);

/**
 * yc_case_return_get_at:
 * @self: a return
 *
 * Returns: (transfer none) (nullable): when it was returned
 */
GDateTime    *yc_case_return_get_at          (YcCaseReturn  *self);

G_END_DECLS
