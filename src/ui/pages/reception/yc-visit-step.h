/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of a visit: what is done with the draft there, and how the focus comes to it. */
#pragma once

#include <adwaita.h>

#include "yc-case-draft.h"
#include "yc-problem-list.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_STEP (yc_visit_step_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcVisitStep, yc_visit_step, YC, VISIT_STEP, AdwBin)

/**
 * YcVisitStepClass:
 * @begin: put the focus where work begins; returns whether there is such a place now.
 * @draft_set: show another draft, or none; handlers on the old one are gone already.
 * @focus: go to a field or material; returns %FALSE when the step does not have it.
 * @focus_error: go to the first thing missing or wrong; returns %FALSE when all is well.
 * @step_error: go to the next thing missing or wrong after the focus, or to the one before; the
 *   first one when this is not set.
 * @mark: show what a reviewer said about a field or material, and about no other.
 * @refuse: show what the service refused, see yc_visit_step_get_refusals(), and nothing else.
 *
 * Everything but @begin may be left out.
 */
struct _YcVisitStepClass
{
  AdwBinClass parent_class;

  gboolean (*begin)       (YcVisitStep *self);
  void     (*draft_set)   (YcVisitStep *self, YcCaseDraft *draft);
  gboolean (*focus)       (YcVisitStep *self, const char *pointer);
  gboolean (*focus_error) (YcVisitStep *self);
  gboolean (*step_error)  (YcVisitStep *self, int by);
  void     (*mark)        (YcVisitStep *self, const char *pointer, const char *words);
  void     (*refuse)      (YcVisitStep *self);
};

YcCaseDraft *yc_visit_step_get_draft    (YcVisitStep *self);
void         yc_visit_step_set_draft    (YcVisitStep *self, YcCaseDraft *draft);
gboolean     yc_visit_step_focus        (YcVisitStep *self, const char *pointer);
gboolean     yc_visit_step_focus_error  (YcVisitStep *self);
gboolean     yc_visit_step_step_error   (YcVisitStep *self, int by);
void         yc_visit_step_refuse       (YcVisitStep *self, GPtrArray *refusals);
GPtrArray   *yc_visit_step_get_refusals (YcVisitStep *self);
void         yc_visit_step_list_refusals (YcVisitStep *self, YcProblemList *list);
void         yc_visit_step_mark         (YcVisitStep *self, const char *pointer,
                                         const char *words);
void         yc_visit_step_emit_focused (YcVisitStep *self, const char *pointer);
void         yc_visit_step_emit_finished (YcVisitStep *self);

G_END_DECLS
