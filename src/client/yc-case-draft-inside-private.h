/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a draft share. Private to them. */
#pragma once

#include "yc-case-draft-private.h"

#include "yc-attachments-private.h"
#include "yc-draft-course.h"
#include "yc-draft-records.h"
#include "yc-draft-sheet.h"

G_BEGIN_DECLS

struct _YcCaseDraft
{
  GObject        parent_instance;

  YcParts       *parts;
  YcCitizen     *citizen;
  YcCitizen     *agent;
  YcPlan        *plan;

  char          *case_id;
  YcDraftSheet  *sheet;
  YcDraftCourse *course;
  YcDraftRecords *records;
  YcDeliveryWish *wish;
  /* What the case was taken in under, when the visit's plan is empty. */
  JsonNode      *kept_answers;
  gboolean       submitting;

  /* As last told. */
  gboolean       editable;
  gboolean       ready;
  guint          n_materials_missing;
};

/* (transfer full): a draft of an item that is not opened yet */
YcCaseDraft *yc_case_draft_create         (YcParts     *parts,
                                           YcCitizen   *citizen,
                                           YcCitizen   *agent,
                                           YcPlan      *plan,
                                           const char  *case_id,
                                           const char  *item_code);
void         yc_case_draft_follow_plan    (YcCaseDraft *self);
void         yc_case_draft_update_ready   (YcCaseDraft *self);
void         yc_case_draft_set_submitting (YcCaseDraft *self,
                                           gboolean     submitting);
void         yc_case_draft_emit_changed   (YcCaseDraft *self);
void         yc_case_draft_emit_flush     (YcCaseDraft *self);

G_END_DECLS
