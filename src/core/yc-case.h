/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the service last told it: one application for one item, from intake to the end. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "yc-case-return.h"
#include "yc-case-state.h"

G_BEGIN_DECLS

#define YC_TYPE_CASE (yc_case_get_type ())

G_DECLARE_FINAL_TYPE (YcCase, yc_case, YC, CASE, GObject)

/**
 * yc_case_new_from_json:
 * @json: a case or a case summary of the service's API
 * @error: return location for an error
 *
 * Makes a case. Everything that the getters below tell is also a read-only property of the same
 * name ("item-title", "submitted-at", …), notified on change. Belongs to one thread.
 *
 * Returns: (transfer full): a case, or %NULL with %YC_CORE_ERROR_CASE
 */
YcCase       *yc_case_new_from_json             (JsonObject  *json,
                                                 GError     **error);

/**
 * yc_case_update_from_json:
 * @self: a case
 * @json: a newer telling of the same case, whole or summary; referenced, not copied
 * @error: return location for an error
 *
 * Changes the case in place and notifies the properties that changed. A summary leaves out the
 * form, materials, answers and tries: what was known of them stays. A telling of a lower version
 * than the one known changes nothing and is no error.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CASE, nothing changed
 */
gboolean      yc_case_update_from_json          (YcCase      *self,
                                                 JsonObject  *json,
                                                 GError     **error);

/**
 * yc_case_get_id:
 * @self: a case
 *
 * Returns: the UUID that the desk made
 */
const char   *yc_case_get_id                    (YcCase      *self);

/**
 * yc_case_get_number:
 * @self: a case
 *
 * Returns: (nullable): the number that the service gave
 */
const char   *yc_case_get_number                (YcCase      *self);

/**
 * yc_case_get_version:
 * @self: a case
 *
 * Returns: the version, from 1, that the next change is based on
 */
gint64        yc_case_get_version               (YcCase      *self);

/**
 * yc_case_dup_etag:
 * @self: a case
 *
 * Returns: (transfer full): the version as an entity tag for If-Match, such as "\"3\""
 */
char         *yc_case_dup_etag                  (YcCase      *self);

/**
 * yc_case_get_state:
 * @self: a case
 *
 * Returns: the state
 */
YcCaseState   yc_case_get_state                 (YcCase      *self);

/**
 * yc_case_get_item_code:
 * @self: a case
 *
 * Returns: the item's code
 */
const char   *yc_case_get_item_code             (YcCase      *self);

/**
 * yc_case_get_item_title:
 * @self: a case
 *
 * Returns: the item's title
 */
const char   *yc_case_get_item_title            (YcCase      *self);

/**
 * yc_case_get_place:
 * @self: a case
 *
 * Returns: (nullable): the place's code
 */
const char   *yc_case_get_place                 (YcCase      *self);

/**
 * yc_case_get_applicant_name:
 * @self: a case
 *
 * Returns: (nullable): the applicant's name
 */
const char   *yc_case_get_applicant_name        (YcCase      *self);

/**
 * yc_case_get_applicant_id_number:
 * @self: a case
 *
 * Returns: (nullable): the applicant's ID number, masked when only a summary is known
 */
const char   *yc_case_get_applicant_id_number   (YcCase      *self);

/**
 * yc_case_get_clerk_id:
 * @self: a case
 *
 * Returns: (nullable): the id of who took the case in
 */
const char   *yc_case_get_clerk_id              (YcCase      *self);

/**
 * yc_case_get_clerk_name:
 * @self: a case
 *
 * Returns: (nullable): the name of who took the case in
 */
const char   *yc_case_get_clerk_name            (YcCase      *self);

/**
 * yc_case_get_submitted_at:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): when it was last submitted
 */
GDateTime    *yc_case_get_submitted_at          (YcCase      *self);

/**
 * yc_case_get_updated_at:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): when it last changed
 */
GDateTime    *yc_case_get_updated_at            (YcCase      *self);

/**
 * yc_case_get_step:
 * @self: a case
 *
 * Returns: the step of review the case is at, from 0
 */
guint         yc_case_get_step                  (YcCase      *self);

/**
 * yc_case_get_n_steps:
 * @self: a case
 *
 * Returns: how many steps of review the item has
 */
guint         yc_case_get_n_steps               (YcCase      *self);

/**
 * yc_case_get_level:
 * @self: a case
 *
 * Returns: (nullable): who reviews now: "village", "town" or "district"
 */
const char   *yc_case_get_level                 (YcCase      *self);

/**
 * yc_case_get_certificate_serial:
 * @self: a case
 *
 * Returns: (nullable): the serial number of the certificate, once issued
 */
const char   *yc_case_get_certificate_serial    (YcCase      *self);

/**
 * yc_case_get_last_return:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the latest return, also when the case has gone on since
 */
YcCaseReturn *yc_case_get_last_return           (YcCase      *self);

/**
 * yc_case_get_n_tries:
 * @self: a case
 *
 * Returns: how often the case was submitted, at least 1
 */
guint         yc_case_get_n_tries               (YcCase      *self);

/**
 * yc_case_is_whole:
 * @self: a case
 *
 * Returns: whether form, materials and tries are known, and not only the summary
 */
gboolean      yc_case_is_whole                  (YcCase      *self);

/**
 * yc_case_get_json:
 * @self: a case
 *
 * Returns: (transfer none): all that is known of the case, as in the API; not to be changed
 */
JsonObject   *yc_case_get_json                  (YcCase      *self);

G_END_DECLS
