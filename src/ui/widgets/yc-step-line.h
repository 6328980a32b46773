/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of steps of a visit: where one is, what is done, what has an error. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcStep:
 * @YC_STEP_NEED: what the citizen came for.
 * @YC_STEP_MATERIALS: the check-list of materials.
 * @YC_STEP_FORM: the form.
 * @YC_STEP_CHECK: the large page to read together, and send.
 * @YC_STEP_RESULT: what became of it, preview and print.
 */
typedef enum
{
  YC_STEP_NEED,
  YC_STEP_MATERIALS,
  YC_STEP_FORM,
  YC_STEP_CHECK,
  YC_STEP_RESULT,
} YcStep;

#define YC_N_STEPS 5

/**
 * YcStepMark:
 * @YC_STEP_MARK_EMPTY: not begun.
 * @YC_STEP_MARK_BEGUN: something was entered.
 * @YC_STEP_MARK_DONE: complete.
 * @YC_STEP_MARK_ERROR: something is wrong there.
 */
typedef enum
{
  YC_STEP_MARK_EMPTY,
  YC_STEP_MARK_BEGUN,
  YC_STEP_MARK_DONE,
  YC_STEP_MARK_ERROR,
} YcStepMark;

#define YC_TYPE_STEP_LINE (yc_step_line_get_type ())

G_DECLARE_FINAL_TYPE (YcStepLine, yc_step_line, YC, STEP_LINE, GtkWidget)

GtkWidget *yc_step_line_new         (void);
void       yc_step_line_set_current (YcStepLine *self, YcStep step);
YcStep     yc_step_line_get_current (YcStepLine *self);
void       yc_step_line_set_mark    (YcStepLine *self, YcStep step, YcStepMark mark);
YcStepMark yc_step_line_get_mark    (YcStepLine *self, YcStep step);

G_END_DECLS
