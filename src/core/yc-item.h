/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service item: one thing a citizen can apply for, with its standard. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-material.h"

G_BEGIN_DECLS

#define YC_TYPE_ITEM (yc_item_get_type ())

G_DECLARE_FINAL_TYPE (YcItem, yc_item, YC, ITEM, GObject)

/**
 * yc_item_new_from_json:
 * @json: an item as in the catalog; referenced, not to be changed any more
 * @error: return location for an error
 *
 * Makes an unchanging item. What the getters tell is also a property of the same name ("time-
 * limit", "review-steps", …).
 *
 * Returns: (transfer full): an item, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcItem *yc_item_new_from_json (JsonObject *json,
                               GError **error);

/**
 * yc_item_get_code:
 * @self: an item
 *
 * Returns: the code, such as "YS-0101"
 */
const char *yc_item_get_code (YcItem *self);

/**
 * yc_item_get_title:
 * @self: an item
 *
 * Returns: the name
 */
const char *yc_item_get_title (YcItem *self);

/**
 * yc_item_get_department:
 * @self: an item
 *
 * Returns: the department that is responsible, "" when not said
 */
const char *yc_item_get_department (YcItem *self);

/**
 * yc_item_get_level:
 * @self: an item
 *
 * Returns: "village", "town", "district" or "city"
 */
const char *yc_item_get_level (YcItem *self);

/**
 * yc_item_get_summary:
 * @self: an item
 *
 * Returns: one sentence on what it is, "" for none
 */
const char *yc_item_get_summary (YcItem *self);

/**
 * yc_item_get_time_limit:
 * @self: an item
 *
 * Returns: the promised time in words, "" when not said
 */
const char *yc_item_get_time_limit (YcItem *self);

/**
 * yc_item_get_time_limit_minutes:
 * @self: an item
 *
 * Returns: the promised time in minutes, 0 when it is promised in working days or not at all
 */
guint yc_item_get_time_limit_minutes (YcItem *self);

/**
 * yc_item_get_time_limit_days:
 * @self: an item
 *
 * Returns: the promised time in working days, 0 when it is promised in minutes or not at all
 */
guint yc_item_get_time_limit_days (YcItem *self);

/**
 * yc_item_get_fee:
 * @self: an item
 *
 * Returns: the fee in fen, 0 for free
 */
gint64 yc_item_get_fee (YcItem *self);

/**
 * yc_item_get_channel:
 * @self: an item
 *
 * Returns: "counter", "app", …
 */
const char *yc_item_get_channel (YcItem *self);

/**
 * yc_item_get_where:
 * @self: an item
 *
 * Returns: the place or the program where it is done, in words; "" when the channel says enough
 */
const char *yc_item_get_where (YcItem *self);

/**
 * yc_item_get_result:
 * @self: an item
 *
 * Returns: (nullable): what comes out of it, as materials of other items call it
 */
const char *yc_item_get_result (YcItem *self);

/**
 * yc_item_get_advice:
 * @self: an item
 *
 * Returns: what the clerk should say besides, "" for nothing
 */
const char *yc_item_get_advice (YcItem *self);

/**
 * yc_item_get_form_id:
 * @self: an item
 *
 * Returns: (nullable): the id of its form
 */
const char *yc_item_get_form_id (YcItem *self);

/**
 * yc_item_get_template_id:
 * @self: an item
 *
 * Returns: (nullable): the id of its certificate template
 */
const char *yc_item_get_template_id (YcItem *self);

/**
 * yc_item_get_aliases:
 * @self: an item
 *
 * Returns: other names that people use
 */
const char *const *yc_item_get_aliases (YcItem *self);

/**
 * yc_item_get_conditions:
 * @self: an item
 *
 * Returns: the conditions
 */
const char *const *yc_item_get_conditions (YcItem *self);

/**
 * yc_item_get_basis:
 * @self: an item
 *
 * Returns: the rules it rests on
 */
const char *const *yc_item_get_basis (YcItem *self);

/**
 * yc_item_get_review_steps:
 * @self: an item
 *
 * Returns: who reviews, in order: "village", "town", "district"; empty for items without review
 */
const char *const *yc_item_get_review_steps (YcItem *self);

/**
 * yc_item_get_reason_codes:
 * @self: an item
 *
 * Returns: the ids of the return reasons that fit the item
 */
const char *const *yc_item_get_reason_codes (YcItem *self);

/**
 * yc_item_get_materials:
 * @self: an item
 *
 * Returns: (transfer none): the materials, a list of #YcMaterial
 */
GListModel *yc_item_get_materials (YcItem *self);

/**
 * yc_item_get_sample:
 * @self: an item
 *
 * Returns: whether it is invented for the demo
 */
gboolean yc_item_get_sample (YcItem *self);

/**
 * yc_item_get_json:
 * @self: an item
 *
 * Returns: (transfer none): the whole item; not to be changed
 */
JsonObject *yc_item_get_json (YcItem *self);

G_END_DECLS
