/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: an item to apply for, or something that nobody needs. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-item.h"
#include "yc-replacement.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_ENTRY (yc_plan_entry_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanEntry, yc_plan_entry, YC, PLAN_ENTRY, GObject)

/* Plans make the entries: see yc_plan_get_entries(). What the getters tell is also a property. */

/**
 * yc_plan_entry_get_item:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the item, %NULL when nothing is needed
 */
YcItem *yc_plan_entry_get_item (YcPlanEntry *self);

/**
 * yc_plan_entry_get_replacement:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what stands in the place of a certificate that is not
 *   needed; %NULL when an item is needed, or when the catalog does not explain
 */
YcReplacement *yc_plan_entry_get_replacement (YcPlanEntry *self);

/**
 * yc_plan_entry_get_needed:
 * @self: an entry
 *
 * Returns: whether there is an item to apply for
 */
gboolean yc_plan_entry_get_needed (YcPlanEntry *self);

/**
 * yc_plan_entry_get_title:
 * @self: an entry
 *
 * Returns: the name of the item, or of what is not needed
 */
const char *yc_plan_entry_get_title (YcPlanEntry *self);

/**
 * yc_plan_entry_get_reason:
 * @self: an entry
 *
 * Returns: why it is in the plan, "" when it was chosen directly
 */
const char *yc_plan_entry_get_reason (YcPlanEntry *self);

/**
 * yc_plan_entry_get_conditions:
 * @self: an entry
 *
 * Returns: the conditions that the answers brought up, besides the item's own
 */
const char *const *yc_plan_entry_get_conditions (YcPlanEntry *self);

/**
 * yc_plan_entry_get_advice:
 * @self: an entry
 *
 * Returns: what the clerk should say besides, "" for nothing
 */
const char *yc_plan_entry_get_advice (YcPlanEntry *self);

/**
 * yc_plan_entry_get_list_ids:
 * @self: an entry
 *
 * Returns: the ids of the question lists that led here; empty when it was chosen directly
 */
const char *const *yc_plan_entry_get_list_ids (YcPlanEntry *self);

G_END_DECLS
