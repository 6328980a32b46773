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
 * YcLogicScene:
 * @today: (nullable): the day that {"today":[]} gives, "YYYY-MM-DD"; %NULL gives null
 * @form: (nullable): what {"form": path} looks into; %NULL for the rule's own data
 * @around: (nullable) (array length=n_around): the objects around the row that the rule is about, the
 *   nearest first, for {"outer": path}
 * @n_around: how many they are
 * @row: the number of the row that the rule is about, from 1, for {"row":[]}; 0 for none
 * @work: (nullable): what several rules may do together, in values looked at; each rule takes from
 *   it and fails when nothing is left
 *
 * Where a rule is worked out, for the operators that jsonlogic.com does not have.
 */
typedef struct
{
  const char       *today;
  JsonNode         *form;
  JsonNode *const  *around;
  guint             n_around;
  guint             row;
  gsize            *work;
} YcLogicScene;

/**
 * yc_logic_apply_in:
 * @rule: (nullable): a rule
 * @data: (nullable): what "var" looks into, neither changed nor kept
 * @scene: (nullable): where
 * @error: return location for an error
 *
 * As yc_logic_apply(), with what our own operators need. They are described in
 * data/schema/README.md.
 *
 * Returns: (transfer full): the result, or %NULL with %YC_CORE_ERROR_LOGIC
 */
JsonNode *yc_logic_apply_in   (JsonNode            *rule,
                               JsonNode            *data,
                               const YcLogicScene  *scene,
                               GError             **error);

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
