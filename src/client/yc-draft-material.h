/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a draft's material check-list. */
#pragma once

#include <glib-object.h>

#include "yc-material.h"

G_BEGIN_DECLS

/**
 * YcMaterialStatus:
 * @YC_MATERIAL_MISSING: not there.
 * @YC_MATERIAL_COMPLETE: there, looked at, in order.
 * @YC_MATERIAL_FETCHED: fetched from the licence store (免证办).
 * @YC_MATERIAL_TOLERATED: brought later against a promise (容缺); only where the item allows it.
 * @YC_MATERIAL_WAIVED: not asked for by a question list; a line of a check-list never has it.
 */
typedef enum
{
  YC_MATERIAL_MISSING = 1,
  YC_MATERIAL_COMPLETE,
  YC_MATERIAL_FETCHED,
  YC_MATERIAL_TOLERATED,
  YC_MATERIAL_WAIVED,
} YcMaterialStatus;

#define YC_TYPE_DRAFT_MATERIAL (yc_draft_material_get_type ())

G_DECLARE_FINAL_TYPE (YcDraftMaterial, yc_draft_material, YC, DRAFT_MATERIAL, GObject)

/* Properties: "material" (YcMaterial), "id", "title" read-only; "status" (int) read-write. */

/* (transfer full) */
YcDraftMaterial  *yc_draft_material_new          (YcMaterial       *material);
YcMaterial       *yc_draft_material_get_material (YcDraftMaterial  *self);
const char       *yc_draft_material_get_id       (YcDraftMaterial  *self);
const char       *yc_draft_material_get_title    (YcDraftMaterial  *self);
YcMaterialStatus  yc_draft_material_get_status   (YcDraftMaterial  *self);
/* Missing and asked for in every case; what is asked for only under a condition is for the clerk to
 * judge. */
gboolean          yc_draft_material_get_lacking  (YcDraftMaterial  *self);
/* Nothing changes when the material does not allow the status: see below. */
void              yc_draft_material_set_status   (YcDraftMaterial  *self,
                                                  YcMaterialStatus  status);
/* FETCHED needs a licence kind, TOLERATED needs tolerant days. */
gboolean          yc_draft_material_allows       (YcDraftMaterial  *self,
                                                  YcMaterialStatus  status);

/* "missing", "complete", "fetched", "tolerated", "waived"; NULL for no status. */
const char       *yc_material_status_to_string   (YcMaterialStatus  status);
gboolean          yc_material_status_from_string (const char       *text,
                                                  YcMaterialStatus *status);
/* Translated. */
const char       *yc_material_status_get_title   (YcMaterialStatus  status);

G_END_DECLS
