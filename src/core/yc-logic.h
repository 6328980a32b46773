/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic (jsonlogic.com): rules written as JSON, worked out over JSON data. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_logic_apply:
 * @rule: (nullable): a rule; anything but an object with one member is its own result
 * @data: (nullable): what "var" looks into, neither changed nor kept
 * @error: return location for an error
 *
 * Works out @rule over @data with all operators of jsonlogic.com and the spelled-out aliases of the
 * official cases ("equal", "greater", …); "log" logs nothing. Numbers follow JavaScript's rules; a
 * result that is no number, such as 1/0, is null.
 *
 * Rules may come from outside: depth, steps and the size of what they build are bounded.
 *
 * Returns: (transfer full): the result, or %NULL with %YC_CORE_ERROR_LOGIC
 */
JsonNode *yc_logic_apply      (JsonNode    *rule,
                               JsonNode    *data,
                               GError     **error);

/**
 * yc_logic_truthy:
 * @value: (nullable): a value
 *
 * Tells whether JsonLogic counts @value as true: everything but null, false, 0, "" and [].
 *
 * Returns: the truth value
 */
gboolean  yc_logic_truthy     (JsonNode    *value);

/**
 * yc_logic_test:
 * @rule: (nullable): a rule, %NULL counts as one that is always true
 * @data: (nullable): what "var" looks into
 * @error: return location for an error
 *
 * Returns: whether the result of @rule is truthy; %FALSE when it fails
 */
gboolean  yc_logic_test       (JsonNode    *rule,
                               JsonNode    *data,
                               GError     **error);

/**
 * yc_logic_check:
 * @rule: (nullable): a rule
 * @error: return location for an error
 *
 * Checks without data that @rule uses known operators only and is not too deep.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_LOGIC when it does not
 */
gboolean  yc_logic_check      (JsonNode    *rule,
                               GError     **error);

G_END_DECLS
