/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last plan that was whole, and what changed since: told once the plan is whole again, until the
 * clerk does the next thing.
 */
#include "yc-plan-private.h"

void
yc_plan_past_init (YcPlanPast *self)
{
  self->changes = g_list_store_new (YC_TYPE_PLAN_CHANGE);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->materials = g_ptr_array_new_with_free_func (g_object_unref);
}

void
yc_plan_past_clear (YcPlanPast *self)
{
  g_clear_object (&self->changes);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->materials, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, json_node_unref);
  g_clear_pointer (&self->against, json_node_unref);
}

static void
keep (YcPlanPast      *self,
      YcPlanOutlook   *outlook,
      YcPlanDecisions *decisions)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->materials, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, json_node_unref);
  self->entries = g_ptr_array_ref (outlook->entries);
  self->materials = g_ptr_array_ref (outlook->materials);
  self->decisions = yc_plan_decisions_to_json (decisions);
}

static void
show (YcPlanPast *self,
      GPtrArray  *changes)
{
  g_clear_pointer (&self->against, json_node_unref);
  if (changes->len > 0)
    self->against = json_node_ref (self->decisions);
  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)),
                       changes->pdata, changes->len);
}

/* While a question is open the plan is half a plan. What the world changes, such as the catalog, does
 * not take away what the clerk was told.
 */
void
yc_plan_past_follow (YcPlanPast      *self,
                     YcPlanOutlook   *outlook,
                     YcPlanDecisions *decisions,
                     YcPlanCause      cause)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

  if (outlook->complete && cause != YC_PLAN_CAUSE_LOADED && self->entries->len > 0)
    yc_plan_changes_find (self->entries, outlook->entries, self->materials, outlook->materials,
                          changes);
  if (changes->len > 0 || cause != YC_PLAN_CAUSE_WORLD)
    show (self, changes);
  if (outlook->complete || cause == YC_PLAN_CAUSE_LOADED)
    keep (self, outlook, decisions);
}

JsonNode *
yc_plan_past_get_decisions (YcPlanPast *self,
                            gboolean    complete)
{
  return self->against != NULL || complete ? self->against : self->decisions;
}
