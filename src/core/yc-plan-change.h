/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing in which a plan became another when an answer changed. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_PLAN_CHANGE (yc_plan_change_get_type ())

G_DECLARE_FINAL_TYPE (YcPlanChange, yc_plan_change, YC, PLAN_CHANGE, GObject)

/**
 * YcPlanChangeKind:
 * @YC_PLAN_CHANGE_ADDED: an item, or something that is not needed, came in.
 * @YC_PLAN_CHANGE_REMOVED: one went out.
 * @YC_PLAN_CHANGE_MOVED: an item has another place in the order.
 * @YC_PLAN_CHANGE_ELSEWHERE: an item is done at another place or by another channel.
 * @YC_PLAN_CHANGE_MATERIAL_ADDED: something more is to be brought.
 * @YC_PLAN_CHANGE_MATERIAL_REMOVED: something need not be brought any more.
 * @YC_PLAN_CHANGE_MATERIAL_VARIANT: a material is asked for in another variant.
 */
typedef enum
{
  YC_PLAN_CHANGE_ADDED = 1,
  YC_PLAN_CHANGE_REMOVED,
  YC_PLAN_CHANGE_MOVED,
  YC_PLAN_CHANGE_ELSEWHERE,
  YC_PLAN_CHANGE_MATERIAL_ADDED,
  YC_PLAN_CHANGE_MATERIAL_REMOVED,
  YC_PLAN_CHANGE_MATERIAL_VARIANT,
} YcPlanChangeKind;

/* Plans make these: see yc_plan_get_changes(). */

/**
 * yc_plan_change_get_kind:
 * @self: a change
 *
 * Returns: what kind of change it is
 */
YcPlanChangeKind yc_plan_change_get_kind (YcPlanChange *self);

/**
 * yc_plan_change_get_id:
 * @self: a change
 *
 * Returns: the item's code, the id of what is not needed, or the material's id
 */
const char *yc_plan_change_get_id (YcPlanChange *self);

/**
 * yc_plan_change_get_words:
 * @self: a change
 *
 * Returns: the change in translated words
 */
const char *yc_plan_change_get_words (YcPlanChange *self);

G_END_DECLS
