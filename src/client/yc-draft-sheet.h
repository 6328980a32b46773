/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is filled in for one item: its materials and its form. Private to the client room. */
#pragma once

#include <gio/gio.h>

#include "yc-catalog.h"
#include "yc-form.h"
#include "yc-plan-entry.h"

G_BEGIN_DECLS

#define YC_TYPE_DRAFT_SHEET (yc_draft_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YcDraftSheet, yc_draft_sheet, YC, DRAFT_SHEET, GObject)

/* Signal "edited": a material or the form changed. */

YcDraftSheet *yc_draft_sheet_new               (YcCatalog     *catalog,
                                                const char    *item_code);
gboolean      yc_draft_sheet_open              (YcDraftSheet  *self,
                                                GError       **error);
void          yc_draft_sheet_load              (YcDraftSheet  *self,
                                                const char    *title,
                                                JsonNode      *materials,
                                                JsonNode      *form);
const char   *yc_draft_sheet_get_item_code     (YcDraftSheet  *self);
const char   *yc_draft_sheet_get_title         (YcDraftSheet  *self);
YcItem       *yc_draft_sheet_get_item          (YcDraftSheet  *self);
YcForm       *yc_draft_sheet_get_form          (YcDraftSheet  *self);
GListModel   *yc_draft_sheet_get_materials     (YcDraftSheet  *self);
void          yc_draft_sheet_choose_materials  (YcDraftSheet  *self,
                                                YcPlanEntry   *entry);
void          yc_draft_sheet_fill              (YcDraftSheet  *self,
                                                JsonNode      *known);
gboolean      yc_draft_sheet_needs_records     (YcDraftSheet  *self);
void          yc_draft_sheet_forget_records    (YcDraftSheet  *self);
void          yc_draft_sheet_carry             (YcDraftSheet  *self,
                                                YcDraftSheet  *from);
void          yc_draft_sheet_restore_sources   (YcDraftSheet  *self,
                                                JsonNode      *sources);
JsonNode     *yc_draft_sheet_dup_sources       (YcDraftSheet  *self);
void          yc_draft_sheet_check             (YcDraftSheet  *self);
guint         yc_draft_sheet_count_missing     (YcDraftSheet  *self);
gboolean      yc_draft_sheet_is_complete       (YcDraftSheet  *self);
gboolean      yc_draft_sheet_is_empty          (YcDraftSheet  *self);
JsonNode     *yc_draft_sheet_dup_materials     (YcDraftSheet  *self);
JsonNode     *yc_draft_sheet_dup_form          (YcDraftSheet  *self);
JsonArray    *yc_draft_sheet_list_files        (YcDraftSheet  *self,
                                                JsonNode      *submission);
JsonNode     *yc_draft_sheet_dup_submission    (YcDraftSheet  *self);

G_END_DECLS
