/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a visit keeps its drafts. Private to the client room. */
#pragma once

#include "yc-case-draft.h"
#include "yc-parts.h"
#include "yc-plan.h"
#include "yc-visit-table.h"

G_BEGIN_DECLS

/* Signal "flush": what was typed must be queued for the disk before this returns.
 * Signal "news": something happened at the service that the clerk should see. */

YcCaseDraft *yc_case_draft_new           (YcParts      *parts,
                                          YcCitizen    *citizen,
                                          YcCitizen    *agent,
                                          YcPlan       *plan,
                                          const char   *item_code,
                                          GError      **error);
YcCaseDraft *yc_case_draft_new_from_row  (YcParts      *parts,
                                          YcCitizen    *citizen,
                                          YcCitizen    *agent,
                                          YcPlan       *plan,
                                          YcDraftRow   *row);
YcCaseDraft *yc_case_draft_new_from_case (YcParts      *parts,
                                          YcCitizen    *citizen,
                                          YcCitizen    *agent,
                                          YcPlan       *plan,
                                          YcCase       *a_case,
                                          GError      **error);
void         yc_case_draft_save          (YcCaseDraft  *self,
                                          YcVisitRow   *visit,
                                          guint         position);
/* It is closed: the files that it names are needed here no more, unless something else names them. */
void         yc_case_draft_release_files (YcCaseDraft  *self);
void         yc_case_draft_carry         (YcCaseDraft  *self,
                                          YcCaseDraft  *from);
gboolean     yc_case_draft_is_empty      (YcCaseDraft  *self);
JsonNode    *yc_case_draft_dup_submission (YcCaseDraft *self);
void         yc_case_draft_build_on      (YcCaseDraft  *self,
                                          YcCase       *a_case);
void         yc_case_draft_take_theirs   (YcCaseDraft  *self,
                                          YcCase       *a_case);

G_END_DECLS
