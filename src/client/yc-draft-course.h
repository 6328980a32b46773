/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a draft stands: on the desk, on its way in the outbox, or at the service as a live case.
 * Private to the client room. */
#pragma once

#include "yc-case-draft.h"
#include "yc-parts.h"

G_BEGIN_DECLS

#define YC_TYPE_DRAFT_COURSE (yc_draft_course_get_type ())

G_DECLARE_FINAL_TYPE (YcDraftCourse, yc_draft_course, YC, DRAFT_COURSE, GObject)

/* Signal "state": the state has changed. Signal "case": there is a case now. Signal "command": there
 * is another command, or none any more. Signal "changed": what is to be saved has changed. Signal
 * "news": something happened at the service that the clerk should see. */

YcDraftCourse    *yc_draft_course_new          (YcParts        *parts,
                                                const char     *case_id);
void              yc_draft_course_restore      (YcDraftCourse  *self,
                                                const char     *word,
                                                const char     *command_id,
                                                JsonObject     *case_json,
                                                const char     *base,
                                                guint           base_tries);
YcCaseDraftState  yc_draft_course_get_state    (YcDraftCourse  *self);
const char       *yc_draft_course_get_word     (YcDraftCourse  *self);
gboolean          yc_draft_course_get_editable (YcDraftCourse  *self);
YcCase           *yc_draft_course_get_case     (YcDraftCourse  *self);
void              yc_draft_course_set_case     (YcDraftCourse  *self,
                                                YcCase         *a_case);
YcCommand        *yc_draft_course_get_command  (YcDraftCourse  *self);
void              yc_draft_course_set_command  (YcDraftCourse  *self,
                                                YcCommand      *command);
const char       *yc_draft_course_get_base     (YcDraftCourse  *self,
                                                guint          *n_tries);
void              yc_draft_course_set_base     (YcDraftCourse  *self,
                                                YcCase         *a_case);

G_END_DECLS
