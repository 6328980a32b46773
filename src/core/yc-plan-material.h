/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material of a plan, with all the items that need it. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-item.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN_MATERIAL (yc_plan_material_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanMaterial, yc_plan_material, YC, PLAN_MATERIAL, GObject)

/* Plans make these: see yc_plan_get_materials(). What the getters tell is also a property. */

/**
 * yc_plan_material_get_material:
 * @self: a material of a plan
 *
 * Returns: (transfer none): the material as the first item describes it
 */
YcMaterial *yc_plan_material_get_material (YcPlanMaterial *self);

/**
 * yc_plan_material_get_id:
 * @self: a material of a plan
 *
 * Returns: the material's id
 */
const char *yc_plan_material_get_id (YcPlanMaterial *self);

/**
 * yc_plan_material_get_title:
 * @self: a material of a plan
 *
 * Returns: the material's name
 */
const char *yc_plan_material_get_title (YcPlanMaterial *self);

/**
 * yc_plan_material_get_original:
 * @self: a material of a plan
 *
 * Returns: whether any of the items wants to see the original
 */
gboolean yc_plan_material_get_original (YcPlanMaterial *self);

/**
 * yc_plan_material_get_copies:
 * @self: a material of a plan
 *
 * Returns: how many copies all the items keep together
 */
guint yc_plan_material_get_copies (YcPlanMaterial *self);

/**
 * yc_plan_material_get_items:
 * @self: a material of a plan
 *
 * Returns: (transfer none): the items that need it, a list of #YcItem
 */
GListModel *yc_plan_material_get_items (YcPlanMaterial *self);

/**
 * yc_plan_material_get_note:
 * @self: a material of a plan
 *
 * Returns: a remark for the clerk, "" for none
 */
const char *yc_plan_material_get_note (YcPlanMaterial *self);

/**
 * yc_plan_material_get_licence:
 * @self: a material of a plan
 *
 * Returns: (nullable): the kind of document in the licence store that stands for it
 */
const char *yc_plan_material_get_licence (YcPlanMaterial *self);

/**
 * yc_plan_material_get_from:
 * @self: a material of a plan
 *
 * Returns: (nullable): the code of the plan's item out of which it comes, so that it cannot be
 *   brought before
 */
const char *yc_plan_material_get_from (YcPlanMaterial *self);

/**
 * yc_plan_material_get_in_store:
 * @self: a material of a plan
 *
 * Returns: (nullable): what the licence store has of it, in words; %NULL when it has nothing, or
 *   nothing is known
 */
const char *yc_plan_material_get_in_store (YcPlanMaterial *self);

/**
 * yc_plan_material_get_expired:
 * @self: a material of a plan
 *
 * Returns: (nullable): what the licence store has of it, in words, but which is not valid any more, so
 *   that the material is asked for
 */
const char *yc_plan_material_get_expired (YcPlanMaterial *self);

/**
 * yc_plan_material_get_valid_until:
 * @self: a material of a plan
 *
 * Returns: (nullable): the last day of what the licence store has of it; %NULL when it has none
 */
const char *yc_plan_material_get_valid_until (YcPlanMaterial *self);

/**
 * yc_plan_material_get_ends_early:
 * @self: a material of a plan
 *
 * Returns: whether what the licence store has is valid, but may not be when an item that asks for it
 *   is done within its time limit
 */
gboolean yc_plan_material_get_ends_early (YcPlanMaterial *self);

G_END_DECLS
