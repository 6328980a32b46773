/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work of a visit: its steps, walked from the need to the result, for one draft at a time. */
#include "yc-visit-steps.h"

#include "yc-check-step.h"
#include "yc-dialogs.h"
#include "yc-need-step.h"
#include "yc-refusal.h"
#include "yc-result-step.h"
#include "yc-return-banner.h"
#include "yc-visit-foot.h"
#include "yc-visit-papers.h"
#include "yc-visit-progress.h"
#include "yc-visit-stack.h"
#include "yc-visit-walk.h"
#include "yc-workplace.h"

struct _YcVisitSteps
{
  AdwBin parent_instance;

  GtkWidget    *line;
  GtkWidget    *banner;
  YcVisitStack *stack;
  GtkWidget    *foot;

  YcDesk        *desk;
  YcPersonPanel *person;
  YcVisitWalk   *walk;
};

enum
{
  CHANGED,
  FOCUSED,
  ENTRY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_visit_steps_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcVisitSteps, yc_visit_steps, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_visit_steps_workplace_init))

static YcVisit *
get_visit (YcVisitSteps *self)
{
  return yc_visit_walk_get_visit (self->walk);
}

static YcCaseDraft *
get_draft (YcVisitSteps *self)
{
  return yc_visit_walk_get_draft (self->walk);
}

static YcVisitStep *
get_step (YcVisitSteps *self, YcStep step)
{
  return yc_visit_stack_get_step (self->stack, step);
}

/* Marks, next step, the reviewer's words */

static void
show_marks (YcVisitSteps *self)
{
  for (int step = 0; step < YC_N_STEPS; step++)
    yc_step_line_set_mark (YC_STEP_LINE (self->line), step,
                           yc_visit_progress_mark (get_visit (self), get_draft (self), step));
}

/* Before the certificate is printed its button leads. */
static void
show_leading (YcVisitSteps *self)
{
  YcResultStep *result = YC_RESULT_STEP (get_step (self, YC_STEP_RESULT));
  gboolean printing = yc_visit_walk_get_step (self->walk) == YC_STEP_RESULT &&
                      yc_result_step_get_print_due (result);

  yc_visit_foot_set_leading (YC_VISIT_FOOT (self->foot), !printing);
}

static void
show_next (YcVisitSteps *self)
{
  yc_visit_foot_show_keys (YC_VISIT_FOOT (self->foot), yc_visit_walk_get_step (self->walk),
                           yc_visit_get_plan (get_visit (self)));
  yc_visit_foot_set_next (YC_VISIT_FOOT (self->foot), yc_visit_walk_describe_next (self->walk),
                          yc_visit_walk_can_go_on (self->walk));
  show_leading (self);
}

/* The reviewer's words stand on top until the case is sent again. */
static void
show_return (YcVisitSteps *self)
{
  YcCaseReturn *last = yc_visit_progress_get_return (get_draft (self));
  const char *field = last != NULL ? yc_case_return_get_field (last) : NULL;
  g_autofree char *words = last != NULL ? yc_return_banner_dup_words (last) : NULL;

  yc_return_banner_set_return (YC_RETURN_BANNER (self->banner), last);
  gtk_widget_set_visible (self->banner,
                          last != NULL && yc_visit_walk_get_step (self->walk) != YC_STEP_RESULT);
  yc_visit_stack_mark (self->stack, field, words);
}

static void
draft_changed_cb (YcVisitSteps *self)
{
  show_marks (self);
  if (get_draft (self) != NULL)
    yc_visit_stack_show_refusals (self->stack, get_draft (self));
}

static void
show_all (YcVisitSteps *self)
{
  show_next (self);
  show_return (self);
  draft_changed_cb (self);
}

/* Drafts */

static void
changed (YcVisitSteps *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The walk went over to a draft. */
static void
show_draft (YcVisitSteps *self)
{
  YcCaseDraft *draft = get_draft (self);

  yc_visit_stack_set_draft (self->stack, draft);
  g_signal_handlers_disconnect_by_data (draft, self);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (show_all), self);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), self);
  changed (self);
  show_all (self);
}

static void
leave_draft (YcVisitSteps *self)
{
  if (get_draft (self) != NULL)
    g_signal_handlers_disconnect_by_data (get_draft (self), self);
}

static gboolean
open_item (YcVisitSteps *self, const char *code)
{
  g_autoptr (GError) error = NULL;

  leave_draft (self);
  if (!yc_visit_walk_open_item (self->walk, code, &error))
    yc_dialogs_toast_error (GTK_WIDGET (self), error);
  if (get_draft (self) != NULL)
    show_draft (self);

  return error == NULL;
}

static void
plan_changed_cb (YcVisitSteps *self)
{
  const char *code = yc_visit_progress_find_next_item (get_visit (self));

  if (get_draft (self) == NULL && code != NULL)
    open_item (self, code);
  changed (self);
  show_all (self);
}

/* Walking */

static void
show_step (YcVisitSteps *self, YcStep step)
{
  step = yc_visit_walk_set_step (self->walk, step);
  yc_step_line_set_current (YC_STEP_LINE (self->line), step);
  yc_visit_stack_show (self->stack, step);
  g_signal_emit (self, signals[FOCUSED], 0, NULL);
  changed (self);
  show_all (self);
}

static gboolean
settle_person (YcVisitSteps *self)
{
  if (yc_person_panel_settle (self->person))
    return TRUE;

  yc_person_panel_edit (self->person);

  return FALSE;
}

static void
go_to_place (YcVisitSteps *self, const char *pointer)
{
  YcStep step = g_str_has_prefix (pointer, YC_REFUSAL_MATERIALS) ? YC_STEP_MATERIALS : YC_STEP_FORM;

  if (g_str_equal (pointer, YC_REFUSAL_APPLICANT))
    {
      yc_person_panel_edit (self->person);
      yc_person_panel_settle (self->person);
      return;
    }
  yc_visit_steps_go_to (self, step);
  yc_visit_step_focus (get_step (self, step), pointer);
}

/* To what the service refused, or to what the reviewer pointed at. */
static void
mend (YcVisitSteps *self)
{
  g_autofree char *place = yc_visit_walk_dup_place_to_mend (self->walk);

  if (place != NULL)
    go_to_place (self, place);
  else
    yc_visit_steps_go_to (self, YC_STEP_FORM);
}

static void
leave_need (YcVisitSteps *self)
{
  GtkWidget *need = GTK_WIDGET (get_step (self, YC_STEP_NEED));

  if (yc_need_step_ask (YC_NEED_STEP (need)))
    return;
  if (yc_visit_walk_needs_nothing (self->walk))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-visit", NULL);
  else if (get_draft (self) == NULL)
    yc_workplace_begin (need);
  else if (settle_person (self))
    yc_visit_steps_go_to (self, YC_STEP_MATERIALS);
}

static void
leave_form (YcVisitSteps *self)
{
  if (!yc_case_draft_get_editable (get_draft (self)) ||
      !yc_visit_step_focus_error (get_step (self, YC_STEP_FORM)))
    yc_visit_steps_go_to (self, YC_STEP_CHECK);
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcVisitSteps) self = user_data;
  g_autoptr (GError) error = NULL;

  if (yc_visit_walk_submit_finish (YC_VISIT_WALK (source), result, &error))
    {
      yc_visit_steps_go_to (self, YC_STEP_RESULT);
      return;
    }
  show_all (self);
  yc_dialogs_toast_error (GTK_WIDGET (self), error);
}

static void
leave_check (YcVisitSteps *self)
{
  YcVisitStep *check = get_step (self, YC_STEP_CHECK);

  if (yc_visit_walk_get_sending (self->walk))
    return;
  if (!yc_visit_walk_can_send (self->walk))
    yc_visit_steps_go_to (self, YC_STEP_RESULT);
  else if (!yc_check_step_refresh (YC_CHECK_STEP (check)))
    yc_visit_step_focus_error (check);
  else
    {
      yc_visit_walk_submit_async (self->walk, submitted_cb, g_object_ref (self));
      show_next (self);
    }
}

static void
leave_result (YcVisitSteps *self)
{
  const char *code = yc_visit_progress_find_next_item (get_visit (self));

  if (yc_visit_progress_is_conflict (get_draft (self)))
    yc_result_step_compare (YC_RESULT_STEP (get_step (self, YC_STEP_RESULT)));
  else if (yc_visit_progress_needs_mending (get_draft (self)))
    mend (self);
  else if (code != NULL && open_item (self, code))
    yc_visit_steps_go_to (self, YC_STEP_MATERIALS);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-visit", NULL);
}

/* On to what is missing here, to the next step, or the case is sent. */
static void
go_on (YcVisitSteps *self)
{
  switch (yc_visit_walk_get_step (self->walk))
    {
    case YC_STEP_NEED:
      leave_need (self);
      break;
    case YC_STEP_MATERIALS:
      yc_visit_steps_go_to (self, YC_STEP_FORM);
      break;
    case YC_STEP_FORM:
      leave_form (self);
      break;
    case YC_STEP_CHECK:
      leave_check (self);
      break;
    case YC_STEP_RESULT:
    default:
      leave_result (self);
      break;
    }
}

/* In the first and the last step it is the applicant's data that can be wrong. */
static void
go_to_error (YcVisitSteps *self, int by)
{
  YcStep step = yc_visit_walk_get_step (self->walk);

  if (step == YC_STEP_NEED || step == YC_STEP_RESULT)
    settle_person (self);
  else
    yc_visit_step_step_error (get_step (self, step), by);
}

/* Callbacks */

static void
step_chosen_cb (YcStepLine *line, int step, YcVisitSteps *self)
{
  yc_visit_steps_go_to (self, step);
}

static void
finished_cb (YcVisitSteps *self)
{
  if (yc_visit_walk_get_step (self->walk) != YC_STEP_NEED)
    go_on (self);
  else if (get_draft (self) != NULL || yc_visit_walk_needs_nothing (self->walk))
    yc_visit_foot_focus (YC_VISIT_FOOT (self->foot));
  else
    yc_workplace_begin (GTK_WIDGET (get_step (self, YC_STEP_NEED)));
}

static void
focused_cb (YcVisitStack *stack, const char *pointer, YcVisitSteps *self)
{
  g_signal_emit (self, signals[FOCUSED], 0, pointer);
}

static void
check_go_cb (YcCheckStep *check, const char *pointer, YcVisitSteps *self)
{
  go_to_place (self, pointer);
}

static void
person_finished_cb (YcVisitSteps *self)
{
  if (!settle_person (self))
    return;

  if (get_draft (self) != NULL && yc_visit_walk_get_step (self->walk) == YC_STEP_NEED)
    yc_visit_steps_go_to (self, YC_STEP_MATERIALS);
  else
    yc_workplace_begin (GTK_WIDGET (self));
}

static void
certificate_changed_cb (YcVisitSteps *self)
{
  show_leading (self);
  changed (self);
}

static void
item_added_cb (YcNeedStep *need, const char *code, YcVisitSteps *self)
{
  if (open_item (self, code))
    leave_need (self);
}

static void
entry_chosen_cb (YcNeedStep *need, YcKnowledgeEntry *entry, YcVisitSteps *self)
{
  g_signal_emit (self, signals[ENTRY_CHOSEN], 0, entry);
}

/* Where no text is typed a digit opens a case for the plan's item of that number, and D prints the
 * declaration; Up from the foot walks back to the answers. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcVisitSteps *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  YcNeedStep *need = YC_NEED_STEP (get_step (self, YC_STEP_NEED));
  guint32 digit = gdk_keyval_to_unicode (key) - '0';

  if (yc_visit_walk_get_step (self->walk) != YC_STEP_NEED ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || GTK_IS_TEXT (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_d || key == GDK_KEY_D)
    return yc_need_step_declare (need);
  if (key == GDK_KEY_Up)
    return gtk_widget_is_ancestor (gtk_root_get_focus (root), self->foot) &&
           yc_need_step_walk_back (need);

  return digit <= 9 && yc_need_step_type_digit (need, digit);
}

/* Enter ends a number before its field or a button takes it. */
static gboolean
end_number_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               YcVisitSteps *self)
{
  return (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
         yc_need_step_end_number (YC_NEED_STEP (get_step (self, YC_STEP_NEED)));
}

static void
follow_steps (YcVisitSteps *self)
{
  YcVisitStep *need = get_step (self, YC_STEP_NEED);

  g_signal_connect (need, "item-added", G_CALLBACK (item_added_cb), self);
  g_signal_connect (need, "entry-chosen", G_CALLBACK (entry_chosen_cb), self);
  g_signal_connect (get_step (self, YC_STEP_CHECK), "go", G_CALLBACK (check_go_cb), self);
  g_signal_connect_swapped (get_step (self, YC_STEP_RESULT), "certificate-changed",
                            G_CALLBACK (certificate_changed_cb), self);
}

/* They go after this, and would say that the certificate went. */
static void
leave_steps (YcVisitSteps *self)
{
  for (int step = 0; step < YC_N_STEPS; step++)
    if (get_step (self, step) != NULL)
      g_signal_handlers_disconnect_by_data (get_step (self, step), self);
}

static gboolean
yc_visit_steps_begin (YcWorkplace *workplace)
{
  YcVisitSteps *self = YC_VISIT_STEPS (workplace);

  return yc_workplace_begin (GTK_WIDGET (get_step (self, yc_visit_walk_get_step (self->walk))));
}

static void
yc_visit_steps_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_visit_steps_begin;
}

static void
yc_visit_steps_dispose (GObject *object)
{
  YcVisitSteps *self = YC_VISIT_STEPS (object);

  if (self->walk != NULL)
    {
      leave_draft (self);
      leave_steps (self);
    }

  G_OBJECT_CLASS (yc_visit_steps_parent_class)->dispose (object);
}

/* The view around is asked for the draft until its last widget is gone. */
static void
yc_visit_steps_finalize (GObject *object)
{
  YcVisitSteps *self = YC_VISIT_STEPS (object);

  g_clear_object (&self->walk);
  g_clear_object (&self->person);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_visit_steps_parent_class)->finalize (object);
}

static void
yc_visit_steps_class_init (YcVisitStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_steps_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_visit_steps_finalize;

  /**
   * YcVisitSteps::changed:
   *
   * Another step, draft or plan is on screen, or the certificate came or went.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * YcVisitSteps::focused:
   * @pointer: (nullable): JSON Pointer of a field, or "materials/ID"
   *
   * A field or a material has the focus, or none any more.
   */
  signals[FOCUSED] = g_signal_new ("focused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * YcVisitSteps::entry-chosen:
   * @entry: the #YcKnowledgeEntry
   *
   * The clerk asked for an answer.
   */
  signals[ENTRY_CHOSEN] = g_signal_new ("entry-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, YC_TYPE_KNOWLEDGE_ENTRY);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-visit-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, YcVisitSteps, line);
  gtk_widget_class_bind_template_child (widget_class, YcVisitSteps, banner);
  gtk_widget_class_bind_template_child (widget_class, YcVisitSteps, stack);
  gtk_widget_class_bind_template_child (widget_class, YcVisitSteps, foot);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, mend);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
}

static void
yc_visit_steps_init (YcVisitSteps *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *enter = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (enter, GTK_PHASE_CAPTURE);
  g_signal_connect (enter, "key-pressed", G_CALLBACK (end_number_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), enter);
}

/**
 * yc_visit_steps_set_visit:
 * @self: the steps
 * @desk: the desk
 * @visit: a visit
 * @person: the panel beside the steps, where the applicant is typed
 * @print: the panel beside the steps, where the certificate is printed
 *
 * Shows a visit at the step where it was left. To be called once.
 */
void
yc_visit_steps_set_visit (YcVisitSteps *self, YcDesk *desk, YcVisit *visit, YcPersonPanel *person,
                          YcPrintPanel *print)
{
  g_return_if_fail (YC_IS_VISIT_STEPS (self));
  g_return_if_fail (YC_IS_DESK (desk));
  g_return_if_fail (YC_IS_VISIT (visit));
  g_return_if_fail (self->walk == NULL);

  self->walk = yc_visit_walk_new (visit);
  self->person = g_object_ref (person);
  self->desk = g_object_ref (desk);
  yc_visit_stack_fill (self->stack, desk, visit, print);
  follow_steps (self);
  g_signal_connect_object (person, "finished", G_CALLBACK (person_finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_visit_get_plan (visit), "changed", G_CALLBACK (plan_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_visit_get_citizen (visit), "changed", G_CALLBACK (show_next), self,
                           G_CONNECT_SWAPPED);
  if (get_draft (self) != NULL)
    show_draft (self);
  else
    plan_changed_cb (self);
  show_step (self, yc_visit_walk_get_step (self->walk));
}

/**
 * yc_visit_steps_get_step:
 * @self: the steps
 *
 * Returns: the step on screen
 */
YcStep
yc_visit_steps_get_step (YcVisitSteps *self)
{
  g_return_val_if_fail (YC_IS_VISIT_STEPS (self), YC_STEP_NEED);

  return yc_visit_walk_get_step (self->walk);
}

/**
 * yc_visit_steps_get_draft:
 * @self: the steps
 *
 * Returns: (transfer none) (nullable): the draft that is worked on
 */
YcCaseDraft *
yc_visit_steps_get_draft (YcVisitSteps *self)
{
  g_return_val_if_fail (YC_IS_VISIT_STEPS (self), NULL);

  return get_draft (self);
}

/**
 * yc_visit_steps_has_certificate:
 * @self: the steps
 *
 * Returns: whether a certificate is on screen
 */
gboolean
yc_visit_steps_has_certificate (YcVisitSteps *self)
{
  g_return_val_if_fail (YC_IS_VISIT_STEPS (self), FALSE);

  return yc_visit_walk_get_step (self->walk) == YC_STEP_RESULT &&
         yc_result_step_has_certificate (YC_RESULT_STEP (get_step (self, YC_STEP_RESULT)));
}

/**
 * yc_visit_steps_go_to:
 * @self: the steps
 * @step: a step; without a draft there is only the need
 *
 * Shows a step and puts the focus where work in it begins.
 */
void
yc_visit_steps_go_to (YcVisitSteps *self, YcStep step)
{
  g_return_if_fail (YC_IS_VISIT_STEPS (self));

  show_step (self, step);
  yc_workplace_begin (GTK_WIDGET (self));
}

/**
 * yc_visit_steps_open_item:
 * @self: the steps
 * @code: code of an item of the plan
 *
 * Works on the draft of that item from now on; begins it where there is none yet.
 */
void
yc_visit_steps_open_item (YcVisitSteps *self, const char *code)
{
  YcStep step;

  g_return_if_fail (YC_IS_VISIT_STEPS (self));

  step = yc_visit_walk_get_step (self->walk);
  if (open_item (self, code))
    yc_visit_steps_go_to (self, step == YC_STEP_NEED ? YC_STEP_MATERIALS : step);
}

/**
 * yc_visit_steps_open_case:
 * @self: the steps
 * @case_id: id of a case that has a draft in this visit
 *
 * Shows what became of it or, when it was returned, what the reviewer pointed at.
 */
void
yc_visit_steps_open_case (YcVisitSteps *self, const char *case_id)
{
  YcCaseDraft *draft;

  g_return_if_fail (YC_IS_VISIT_STEPS (self));

  draft = yc_visit_find_draft (get_visit (self), case_id);
  if (draft == NULL)
    return;

  leave_draft (self);
  yc_visit_walk_set_draft (self->walk, draft);
  show_draft (self);
  if (yc_visit_progress_get_return (draft) != NULL)
    mend (self);
  else
    yc_visit_steps_go_to (self, YC_STEP_RESULT);
}

/**
 * yc_visit_steps_take_hit:
 * @self: the steps
 * @hit: something found by searching
 *
 * Takes it as if it had been found in the need step.
 */
void
yc_visit_steps_take_hit (YcVisitSteps *self, YcHit *hit)
{
  g_return_if_fail (YC_IS_VISIT_STEPS (self));

  show_step (self, YC_STEP_NEED);
  yc_need_step_take_hit (YC_NEED_STEP (get_step (self, YC_STEP_NEED)), hit);
}

/**
 * yc_visit_steps_command:
 * @self: the steps
 * @command: what the clerk asked for
 *
 * Returns: whether it has a meaning for the steps
 */
gboolean
yc_visit_steps_command (YcVisitSteps *self, YcPageCommand command)
{
  g_return_val_if_fail (YC_IS_VISIT_STEPS (self), FALSE);

  switch ((int) command)
    {
    case YC_PAGE_COMMAND_NEXT_STEP:
      go_on (self);
      return TRUE;
    case YC_PAGE_COMMAND_STEP_1:
    case YC_PAGE_COMMAND_STEP_2:
    case YC_PAGE_COMMAND_STEP_3:
    case YC_PAGE_COMMAND_STEP_4:
    case YC_PAGE_COMMAND_STEP_5:
      yc_visit_steps_go_to (self, command - YC_PAGE_COMMAND_STEP_1);
      return TRUE;
    case YC_PAGE_COMMAND_NEXT_ERROR:
      go_to_error (self, 1);
      return TRUE;
    case YC_PAGE_COMMAND_PREVIOUS_ERROR:
      go_to_error (self, -1);
      return TRUE;
    case YC_PAGE_COMMAND_PRINT:
      return yc_visit_papers_print (GTK_WIDGET (self), self->desk, self->walk,
                                    YC_RESULT_STEP (get_step (self, YC_STEP_RESULT)));
    case YC_PAGE_COMMAND_LOOK:
      return yc_visit_papers_look (GTK_WIDGET (self), self->desk, self->walk);
    default:
      return FALSE;
    }
}
