/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that set a plan on paper share. */
#pragma once

#include "yc-plan-sheet.h"
#include "yc-sheet-grid-private.h"

G_BEGIN_DECLS

/*
 * YcPlanSheet:
 * @request: what to set
 * @plan: its plan
 * @grid: one sheet
 */
typedef struct
{
  JsonObject  *request;
  JsonObject  *plan;
  YcSheetGrid  grid;
} YcPlanSheet;

/* Where a material comes from. */
typedef enum
{
  YC_PLAN_SHEET_FROM_CITIZEN = 0,
  YC_PLAN_SHEET_FROM_ITEM,
  YC_PLAN_SHEET_IN_STORE,
} YcPlanSheetSource;

#define YC_PLAN_SHEET_N_SOURCES 3

typedef gboolean (*YcPlanSheetFill) (YcPlanSheet  *self,
                                     GError      **error);

/* The objects of a list of the plan; those of another type count as empty. */
guint       yc_plan_sheet_get_n       (YcPlanSheet        *self,
                                       const char         *name);
JsonObject *yc_plan_sheet_get_nth     (YcPlanSheet        *self,
                                       const char         *name,
                                       guint               index);

gboolean    yc_plan_sheet_add_part    (YcPlanSheet        *self,
                                       const char         *title,
                                       GError            **error);
gboolean    yc_plan_sheet_add_words   (YcPlanSheet        *self,
                                       const char         *words,
                                       GError            **error);
gboolean    yc_plan_sheet_add_small   (YcPlanSheet        *self,
                                       const char         *words,
                                       GError            **error);
gboolean    yc_plan_sheet_add_cells   (YcPlanSheet        *self,
                                       const YcSheetCell  *cells,
                                       guint               n_cells,
                                       YcBox              *head,
                                       GError            **error);
gboolean    yc_plan_sheet_add_pair    (YcPlanSheet        *self,
                                       const char         *title,
                                       const char         *words,
                                       GError            **error);
gboolean    yc_plan_sheet_add_signatures (YcPlanSheet       *self,
                                          const char *const *people,
                                          GError           **error);
char       *yc_plan_sheet_dup_where   (JsonObject         *item);
char       *yc_plan_sheet_dup_fee     (JsonObject         *item);
/* Of what is refused: that it is, and from when it is not (nullable). */
const char *yc_plan_sheet_get_refusal (JsonObject         *refused);
char       *yc_plan_sheet_dup_from    (JsonObject         *refused);
/* The numbers of the items that need it. */
char       *yc_plan_sheet_dup_numbers (JsonObject         *material);
YcPlanSheetSource
            yc_plan_sheet_get_source  (JsonObject         *material);

/* One sheet each, below its head. */
gboolean    yc_plan_sheet_fill_items       (YcPlanSheet  *self,
                                            GError      **error);
gboolean    yc_plan_sheet_fill_materials   (YcPlanSheet  *self,
                                            GError      **error);
gboolean    yc_plan_sheet_fill_flow        (YcPlanSheet  *self,
                                            GError      **error);
gboolean    yc_plan_sheet_fill_record      (YcPlanSheet  *self,
                                            GError      **error);
gboolean    yc_plan_sheet_fill_notice      (YcPlanSheet  *self,
                                            GError      **error);
gboolean    yc_plan_sheet_fill_declaration (YcPlanSheet  *self,
                                            GError      **error);

G_END_DECLS
