/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit in three columns: the person and the plan, the work, what a colleague would whisper. */
#include "yc-visit-view.h"

#include "yc-citizen-window.h"
#include "yc-entry-view.h"
#include "yc-item-panel.h"
#include "yc-plan-panel.h"
#include "yc-report-sheet.h"
#include "yc-saved-plan-line.h"
#include "yc-visit-clock.h"
#include "yc-visit-steps.h"
#include "yc-workplace.h"

struct _YcVisitView
{
  AdwBin parent_instance;

  GtkWidget *person;
  GtkWidget *plan;
  GtkWidget *saved_plan;
  GtkWidget *clock;
  GtkWidget *steps;
  GtkStack  *side;
  GtkWidget *item_panel;
  GtkWidget *print_side;
  GtkWidget *print;

  YcDesk    *desk;
  YcVisit   *visit;
  GtkWindow *citizen_window;
};

G_DEFINE_FINAL_TYPE (YcVisitView, yc_visit_view, ADW_TYPE_BIN)

static YcVisitSteps *
get_steps (YcVisitView *self)
{
  return YC_VISIT_STEPS (self->steps);
}

static YcCaseDraft *
get_draft (YcVisitView *self)
{
  return yc_visit_steps_get_draft (get_steps (self));
}

static void
show_side (YcVisitView *self)
{
  YcItemPanel *panel = YC_ITEM_PANEL (self->item_panel);
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);
  YcQuestion *question = yc_plan_next_question (yc_visit_get_plan (self->visit));
  YcQuestionList *list = NULL;
  gboolean printing = yc_visit_steps_has_certificate (get_steps (self));

  gtk_stack_set_visible_child (self->side, printing ? self->print_side : self->item_panel);
  if (yc_visit_steps_get_step (get_steps (self)) == YC_STEP_NEED && question != NULL)
    list = yc_catalog_get_list (catalog, yc_question_get_list_id (question));

  if (list != NULL)
    yc_item_panel_show_list (panel, catalog, list);
  else
    yc_item_panel_show_item (panel, catalog,
                             get_draft (self) != NULL ? yc_case_draft_get_item (get_draft (self))
                                                      : NULL);
}

static void
close_citizen_window (YcVisitView *self)
{
  if (self->citizen_window != NULL)
    gtk_window_destroy (self->citizen_window);
}

static void
toggle_citizen_window (YcVisitView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  YcEntryView *answer = yc_item_panel_get_answer (YC_ITEM_PANEL (self->item_panel));

  if (self->citizen_window != NULL)
    close_citizen_window (self);
  else if (yc_visit_steps_get_step (get_steps (self)) == YC_STEP_NEED && answer != NULL)
    yc_entry_view_show_large (answer);
  else if (get_draft (self) != NULL)
    g_set_weak_pointer (&self->citizen_window,
                        GTK_WINDOW (yc_citizen_window_new (GTK_WINDOW (root), get_draft (self))));
}

/* About the answer that is open, else about the item that is worked on. */
static void
report (YcVisitView *self)
{
  YcEntryView *answer = yc_item_panel_get_answer (YC_ITEM_PANEL (self->item_panel));
  YcCaseDraft *draft = get_draft (self);

  yc_report_sheet_present (
      GTK_WIDGET (self), self->desk, answer != NULL ? YC_INQUIRY_MISTAKE : YC_INQUIRY_GAP,
      answer != NULL ? yc_knowledge_entry_get_id (yc_entry_view_get_entry (answer)) : NULL,
      draft != NULL ? yc_case_draft_get_item_code (draft) : NULL,
      answer == NULL ? yc_visit_get_need (self->visit) : NULL);
}

/* (nullable): the list that is asked, or was asked last, while the need is found out */
static const char *
get_list_id (YcVisitView *self)
{
  YcPlan *plan = yc_visit_get_plan (self->visit);
  YcQuestion *question = yc_plan_next_question (plan);
  GListModel *lists = yc_plan_get_lists (plan);
  guint n = g_list_model_get_n_items (lists);
  g_autoptr (YcQuestionList) last = n > 0 ? g_list_model_get_item (lists, n - 1) : NULL;

  if (yc_visit_steps_get_step (get_steps (self)) != YC_STEP_NEED)
    return NULL;
  if (question != NULL)
    return yc_question_get_list_id (question);

  return last != NULL ? yc_question_list_get_id (last) : NULL;
}

/* (nullable): beside a list that is asked the answers are only looked at when they are opened */
static YcEntryView *
get_used_answer (YcVisitView *self, const char *list)
{
  YcEntryView *answer = yc_item_panel_get_answer (YC_ITEM_PANEL (self->item_panel));

  if (answer != NULL && list != NULL && !gtk_widget_get_mapped (GTK_WIDGET (answer)))
    return NULL;

  return answer;
}

/* With the list that is asked, the answer that is open and what was typed as the need. */
static void
consult (YcVisitView *self)
{
  const char *list = get_list_id (self);
  YcEntryView *answer = get_used_answer (self, list);
  YcKnowledgeVersion *version = answer != NULL ? yc_entry_view_get_version (answer) : NULL;
  YcCaseDraft *draft = get_draft (self);
  const char *need = yc_visit_get_need (self->visit);

  if (version != NULL && (need == NULL || *need == '\0'))
    need = yc_knowledge_version_get_question (version);

  const YcNewInquiry known = {
    .entry = answer != NULL ? yc_knowledge_entry_get_id (yc_entry_view_get_entry (answer)) : NULL,
    .item = draft != NULL ? yc_case_draft_get_item_code (draft) : NULL,
    .list = list,
    .question = need,
    .answer = version != NULL ? yc_knowledge_version_get_answer (version) : NULL,
  };

  yc_report_sheet_present_consultation (GTK_WIDGET (self), self->desk,
                                        yc_visit_get_id (self->visit), &known);
}

/* While there is no plan the answer that is open is what is on screen. */
static gboolean
print_answer (YcVisitView *self)
{
  YcEntryView *answer = yc_item_panel_get_answer (YC_ITEM_PANEL (self->item_panel));

  return answer != NULL && gtk_widget_get_mapped (GTK_WIDGET (answer)) &&
         yc_visit_steps_get_step (get_steps (self)) == YC_STEP_NEED &&
         yc_plan_is_empty (yc_visit_get_plan (self->visit)) &&
         yc_entry_view_command (answer, YC_PAGE_COMMAND_PRINT);
}

static void
toggle_person (YcVisitView *self)
{
  YcPersonPanel *person = YC_PERSON_PANEL (self->person);
  gboolean show = !yc_person_panel_get_shown (person);

  if (show)
    yc_desk_record_look (self->desk, yc_visit_get_id (self->visit));
  yc_person_panel_set_shown (person, show);
}

static void
steps_changed_cb (YcVisitView *self)
{
  YcCaseDraft *draft = get_draft (self);
  YcStep step = yc_visit_steps_get_step (get_steps (self));

  if (step == YC_STEP_NEED || step == YC_STEP_RESULT)
    close_citizen_window (self);
  else if (self->citizen_window != NULL)
    yc_citizen_window_set_draft (YC_CITIZEN_WINDOW (self->citizen_window), draft);
  yc_plan_panel_set_current (YC_PLAN_PANEL (self->plan),
                             draft != NULL ? yc_case_draft_get_item_code (draft) : NULL);
  yc_visit_clock_set (YC_VISIT_CLOCK (self->clock), self->visit, draft);
  show_side (self);
}

static void
focused_cb (YcVisitSteps *steps, const char *pointer, YcVisitView *self)
{
  yc_item_panel_set_field (YC_ITEM_PANEL (self->item_panel), pointer);
  if (self->citizen_window != NULL)
    yc_citizen_window_follow (YC_CITIZEN_WINDOW (self->citizen_window), pointer);
}

static void
entry_chosen_cb (YcVisitSteps *steps, YcKnowledgeEntry *entry, YcVisitView *self)
{
  yc_item_panel_show_entry (YC_ITEM_PANEL (self->item_panel), yc_desk_get_catalog (self->desk),
                            entry);
}

static void
plan_chosen_cb (YcPlanPanel *panel, YcPlanEntry *entry, YcVisitView *self)
{
  YcItem *item = yc_plan_entry_get_item (entry);

  if (item != NULL && yc_plan_entry_get_opens_here (entry))
    yc_visit_steps_open_item (get_steps (self), yc_item_get_code (item));
  else
    yc_visit_steps_go_to (get_steps (self), YC_STEP_NEED);
}

static void
yc_visit_view_dispose (GObject *object)
{
  YcVisitView *self = YC_VISIT_VIEW (object);

  close_citizen_window (self);
  g_clear_weak_pointer (&self->citizen_window);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_visit_view_parent_class)->dispose (object);
}

/* Another citizen's visit comes on screen, or something that is for no citizen. */
static void
yc_visit_view_unmap (GtkWidget *widget)
{
  close_citizen_window (YC_VISIT_VIEW (widget));

  GTK_WIDGET_CLASS (yc_visit_view_parent_class)->unmap (widget);
}

static void
yc_visit_view_class_init (YcVisitViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_view_dispose;
  widget_class->unmap = yc_visit_view_unmap;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-visit-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, person);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, plan);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, saved_plan);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, clock);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, steps);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, side);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, item_panel);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, print_side);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, print);
  gtk_widget_class_bind_template_callback (widget_class, toggle_person);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, steps_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_chosen_cb);
}

static void
yc_visit_view_init (YcVisitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_visit_view_new:
 * @desk: the desk
 * @visit: a visit
 *
 * Returns: the visit on screen, at the step where it was left
 */
GtkWidget *
yc_visit_view_new (YcDesk *desk, YcVisit *visit)
{
  YcVisitView *self = g_object_new (YC_TYPE_VISIT_VIEW, NULL);

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);
  g_return_val_if_fail (YC_IS_VISIT (visit), NULL);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  yc_person_panel_set_citizen (YC_PERSON_PANEL (self->person), yc_visit_get_citizen (visit));
  yc_plan_panel_set_plan (YC_PLAN_PANEL (self->plan), yc_visit_get_plan (visit));
  yc_saved_plan_line_set_visit (YC_SAVED_PLAN_LINE (self->saved_plan), visit);
  yc_visit_steps_set_visit (get_steps (self), desk, visit, YC_PERSON_PANEL (self->person),
                            YC_PRINT_PANEL (self->print));

  return GTK_WIDGET (self);
}

/**
 * yc_visit_view_get_visit:
 * @self: the view
 *
 * Returns: (transfer none): its visit
 */
YcVisit *
yc_visit_view_get_visit (YcVisitView *self)
{
  g_return_val_if_fail (YC_IS_VISIT_VIEW (self), NULL);

  return self->visit;
}

/**
 * yc_visit_view_begin:
 * @self: the view
 *
 * Puts the focus where the work goes on.
 */
void
yc_visit_view_begin (YcVisitView *self)
{
  g_return_if_fail (YC_IS_VISIT_VIEW (self));

  yc_workplace_begin (self->steps);
}

/**
 * yc_visit_view_command:
 * @self: the view
 * @command: what the clerk asked for
 *
 * Returns: whether it has a meaning here
 */
gboolean
yc_visit_view_command (YcVisitView *self, YcPageCommand command)
{
  g_return_val_if_fail (YC_IS_VISIT_VIEW (self), FALSE);

  switch ((int) command)
    {
    case YC_PAGE_COMMAND_SHOW_PERSON:
      toggle_person (self);
      return TRUE;
    case YC_PAGE_COMMAND_COPY_ANSWER:
      return yc_item_panel_copy_answer (YC_ITEM_PANEL (self->item_panel));
    case YC_PAGE_COMMAND_VERSIONS:
      return yc_item_panel_toggle_versions (YC_ITEM_PANEL (self->item_panel));
    case YC_PAGE_COMMAND_RELATED:
      return yc_item_panel_focus_related (YC_ITEM_PANEL (self->item_panel));
    case YC_PAGE_COMMAND_REPORT:
      report (self);
      return TRUE;
    case YC_PAGE_COMMAND_CONSULT:
      consult (self);
      return TRUE;
    case YC_PAGE_COMMAND_CITIZEN_VIEW:
      toggle_citizen_window (self);
      return TRUE;
    case YC_PAGE_COMMAND_PRINT:
      return print_answer (self) || yc_visit_steps_command (get_steps (self), command);
    default:
      return yc_visit_steps_command (get_steps (self), command);
    }
}

/**
 * yc_visit_view_take_hit:
 * @self: the view
 * @hit: something found by searching
 *
 * Takes it as if it had been found in the need step.
 */
void
yc_visit_view_take_hit (YcVisitView *self, YcHit *hit)
{
  g_return_if_fail (YC_IS_VISIT_VIEW (self));

  yc_visit_steps_take_hit (get_steps (self), hit);
}

/**
 * yc_visit_view_show_case:
 * @self: the view
 * @case_id: id of a case that has a draft in this visit
 *
 * Shows what became of it or, when it was returned, the field that the reviewer pointed at.
 */
void
yc_visit_view_show_case (YcVisitView *self, const char *case_id)
{
  g_return_if_fail (YC_IS_VISIT_VIEW (self));

  yc_visit_steps_open_case (get_steps (self), case_id);
}
