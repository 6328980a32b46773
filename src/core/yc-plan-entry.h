/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: an item to apply for, something that nobody needs, or an item that is refused. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-item.h"
#include "yc-question-outcome.h"
#include "yc-replacement.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_ENTRY (yc_plan_entry_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanEntry, yc_plan_entry, YC, PLAN_ENTRY, GObject)

/* Plans make the entries: see yc_plan_get_entries(). */

/**
 * yc_plan_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it is
 */
YcOutcomeKind yc_plan_entry_get_kind (YcPlanEntry *self);

/**
 * yc_plan_entry_get_item:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the item, %NULL when nothing is needed or the item is
 *   refused
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
 * Returns: the name of the item, refused or not, or of what is not needed
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
 * yc_plan_entry_get_refused_item:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the item that cannot be had, or not yet; %NULL for any other
 *   entry
 */
YcItem *yc_plan_entry_get_refused_item (YcPlanEntry *self);

/**
 * yc_plan_entry_get_change:
 * @self: an entry
 *
 * Returns: of what is refused: what would change it, "" when not said
 */
const char *yc_plan_entry_get_change (YcPlanEntry *self);

/**
 * yc_plan_entry_get_from:
 * @self: an entry
 *
 * Returns: (nullable): of what is refused: the first day on which it is possible, "2027-03-01"; %NULL
 *   when it cannot be told
 */
const char *yc_plan_entry_get_from (YcPlanEntry *self);

/**
 * yc_plan_entry_get_ask:
 * @self: an entry
 *
 * Returns: of what is refused: whom to ask, "" when not said
 */
const char *yc_plan_entry_get_ask (YcPlanEntry *self);

/**
 * yc_plan_entry_get_instead:
 * @self: an entry
 *
 * Returns: of what is refused: what to do instead, "" when not said
 */
const char *yc_plan_entry_get_instead (YcPlanEntry *self);

/**
 * yc_plan_entry_get_list_ids:
 * @self: an entry
 *
 * Returns: the ids of the question lists that led here; empty when it was chosen directly
 */
const char *const *yc_plan_entry_get_list_ids (YcPlanEntry *self);

/**
 * yc_plan_entry_get_number:
 * @self: an entry
 *
 * Returns: its place in the order of the plan, from 1; 0 when there is no item to apply for
 */
guint yc_plan_entry_get_number (YcPlanEntry *self);

/**
 * yc_plan_entry_get_after:
 * @self: an entry
 *
 * Returns: the codes of the plan's items whose result it asks for, so that they come before it
 */
const char *const *yc_plan_entry_get_after (YcPlanEntry *self);

/**
 * yc_plan_entry_get_channel:
 * @self: an entry
 *
 * Returns: "counter", "hall", "app", "portal", "terminal" or "department", as the answers have it;
 *   "" when there is no item to apply for. See yc_channel_get_title()
 */
const char *yc_plan_entry_get_channel (YcPlanEntry *self);

/**
 * yc_plan_entry_get_place:
 * @self: an entry
 *
 * Returns: (nullable): the code of the place whose hall it is, where the answers say so
 */
const char *yc_plan_entry_get_place (YcPlanEntry *self);

/**
 * yc_plan_entry_get_where:
 * @self: an entry
 *
 * Returns: which hall, window or program, in words; "" when the channel says enough
 */
const char *yc_plan_entry_get_where (YcPlanEntry *self);

/**
 * yc_plan_entry_get_opens_here:
 * @self: an entry
 *
 * Returns: whether a case for it can be opened at this counter
 */
gboolean yc_plan_entry_get_opens_here (YcPlanEntry *self);

/**
 * yc_plan_entry_get_materials:
 * @self: an entry
 *
 * Returns: (transfer none): what it asks for, in the variants that apply, a list of #YcMaterial
 */
GListModel *yc_plan_entry_get_materials (YcPlanEntry *self);

/**
 * yc_plan_entry_get_waiver:
 * @self: an entry
 * @material: the id of a material
 *
 * Returns: (nullable): the id of the list by whose outcome the material is not asked for, whatever the
 *   item's standard says; %NULL when no list says so or another one asks for it
 */
const char *yc_plan_entry_get_waiver (YcPlanEntry *self,
                                      const char *material);

G_END_DECLS
