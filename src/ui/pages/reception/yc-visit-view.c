/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit in three columns: the person and the plan, the work, what a colleague would whisper. */
#include "yc-visit-view.h"

#include "yc-check-step.h"
#include "yc-citizen-window.h"
#include "yc-dialogs.h"
#include "yc-error-words.h"
#include "yc-form-step.h"
#include "yc-item-panel.h"
#include "yc-key-hints.h"
#include "yc-materials-step.h"
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-plan-panel.h"
#include "yc-result-step.h"
#include "yc-return-banner.h"
#include "yc-step-line.h"
#include "yc-visit-clock.h"
#include "yc-visit-mark.h"
#include "yc-words.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

#define MATERIALS_PREFIX "materials/"

struct _YcVisitView
{
  GtkWidget parent_instance;

  GtkWidget *columns;
  GtkWidget *person;
  GtkWidget *plan;
  GtkWidget *clock;
  GtkWidget *line;
  GtkWidget *banner;
  GtkStack  *steps;
  GtkWidget *materials;
  GtkWidget *form;
  GtkWidget *check;
  GtkWidget *hints;
  GtkButton *next;
  GtkStack  *side;
  GtkWidget *item_panel;
  GtkWidget *print_side;
  GtkWidget *print;
  GtkWidget *need;
  GtkWidget *result;

  YcDesk      *desk;
  YcVisit     *visit;
  YcCaseDraft *draft;
  YcStep       step;
  GtkWindow   *citizen_window;
  gboolean     sending;
};

static const char *const step_names[YC_N_STEPS] = {
  "need", "materials", "form", "check", "result",
};

G_DEFINE_FINAL_TYPE (YcVisitView, yc_visit_view, GTK_TYPE_WIDGET)

static YcPlan *
get_plan (YcVisitView *self)
{
  return yc_visit_get_plan (self->visit);
}

static GtkWidget *
get_step_widget (YcVisitView *self, YcStep step)
{
  return gtk_stack_get_child_by_name (self->steps, step_names[step]);
}

/* Marks, hints, next step */

static void
show_marks (YcVisitView *self)
{
  for (int step = 0; step < YC_N_STEPS; step++)
    yc_step_line_set_mark (YC_STEP_LINE (self->line), step,
                           yc_visit_mark_step (self->visit, self->draft, step));
}

static gboolean
is_returned (YcVisitView *self)
{
  YcCase *a_case = self->draft != NULL ? yc_case_draft_get_case (self->draft) : NULL;

  return a_case != NULL && yc_case_get_state (a_case) == YC_CASE_STATE_RETURNED &&
         yc_case_get_last_return (a_case) != NULL;
}

static gboolean
can_send (YcVisitView *self)
{
  return self->draft != NULL && !self->sending && yc_case_draft_get_editable (self->draft);
}

/* Everything that was asked for turned out to be needed by nobody. */
static gboolean
is_nothing_needed (YcVisitView *self)
{
  return self->draft == NULL && yc_plan_is_complete (get_plan (self)) &&
         g_list_model_get_n_items (yc_plan_get_entries (get_plan (self))) > 0;
}

static void
show_next (YcVisitView *self)
{
  const char *words = NULL;

  switch (self->step)
    {
    case YC_STEP_NEED:
      if (is_nothing_needed (self))
        words = _ ("Next citizen");
      else if (yc_citizen_get_complete (yc_visit_get_citizen (self->visit)))
        words = _ ("Next: materials");
      else
        words = _ ("Next: applicant");
      break;
    case YC_STEP_MATERIALS:
      words = _ ("Next: form");
      break;
    case YC_STEP_FORM:
      words = _ ("Next: check");
      break;
    case YC_STEP_CHECK:
      words = can_send (self) ? _ ("Send") : _ ("Next: result");
      break;
    case YC_STEP_RESULT:
    default:
      words = is_returned (self) ? _ ("Mend") : _ ("Next citizen");
      break;
    }

  gtk_button_set_label (self->next, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next),
                            self->step != YC_STEP_NEED || self->draft != NULL ||
                                is_nothing_needed (self) ||
                                yc_plan_next_question (get_plan (self)) != NULL);
}

static void
show_hints (YcVisitView *self)
{
  YcKeyHints *hints = YC_KEY_HINTS (self->hints);

  switch (self->step)
    {
    case YC_STEP_NEED:
      yc_key_hints_set (hints, "↑↓", _ ("choose"), "1…9", _ ("answer"), "F1", _ ("keys"), NULL);
      break;
    case YC_STEP_MATERIALS:
      yc_key_hints_set (hints, _ ("Space"), _ ("tick"), "1 2 3", _ ("how"), "A", _ ("all"), "F2",
                        _ ("first missing"), NULL);
      break;
    case YC_STEP_FORM:
      yc_key_hints_set (hints, "Enter", _ ("next field"), "F2", _ ("first mistake"),
                        "<Control>z", _ ("undo"), NULL);
      break;
    case YC_STEP_CHECK:
      yc_key_hints_set (hints, "F2", _ ("first missing"), "F4", _ ("for the citizen"), NULL);
      break;
    case YC_STEP_RESULT:
    default:
      yc_key_hints_set (hints, "<Control>p", _ ("print"), "<Control>t", _ ("new visit"), NULL);
      break;
    }
}

/* The reviewer's words stand on top until the case is sent again. */
static void
show_banner (YcVisitView *self)
{
  gboolean returned = is_returned (self);
  YcCaseReturn *last = returned ? yc_case_get_last_return (yc_case_draft_get_case (self->draft))
                                : NULL;
  const char *field = returned ? yc_case_return_get_field (last) : NULL;
  gboolean material = field != NULL && g_str_has_prefix (field, MATERIALS_PREFIX);
  g_autofree char *words = returned ? yc_return_banner_dup_words (last) : NULL;

  yc_return_banner_set_return (YC_RETURN_BANNER (self->banner), last);
  gtk_widget_set_visible (self->banner, returned && self->step != YC_STEP_RESULT);
  yc_materials_step_mark (YC_MATERIALS_STEP (self->materials),
                          material ? field + strlen (MATERIALS_PREFIX) : NULL, words);
  yc_form_step_mark (YC_FORM_STEP (self->form), material ? NULL : field, words);
}

static void
show_all (YcVisitView *self)
{
  show_marks (self);
  show_next (self);
  show_banner (self);
}

/* Drafts */

static void
show_side_panel (YcVisitView *self)
{
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);
  YcQuestion *question = yc_plan_next_question (get_plan (self));
  YcQuestionList *list = NULL;
  gboolean printing = self->step == YC_STEP_RESULT &&
                      yc_result_step_has_certificate (YC_RESULT_STEP (self->result));

  gtk_stack_set_visible_child (self->side, printing ? self->print_side : self->item_panel);
  if (self->step == YC_STEP_NEED && question != NULL)
    list = yc_catalog_get_list (catalog, yc_question_get_list_id (question));

  if (list != NULL)
    yc_item_panel_show_list (YC_ITEM_PANEL (self->item_panel), catalog, list);
  else
    yc_item_panel_show_item (YC_ITEM_PANEL (self->item_panel), catalog,
                             self->draft != NULL ? yc_case_draft_get_item (self->draft) : NULL);
}

static void
set_draft (YcVisitView *self, YcCaseDraft *draft)
{
  if (self->draft == draft)
    return;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  yc_materials_step_set_draft (YC_MATERIALS_STEP (self->materials), draft);
  yc_form_step_set_draft (YC_FORM_STEP (self->form), draft);
  yc_check_step_set_draft (YC_CHECK_STEP (self->check), draft);
  yc_result_step_set_draft (YC_RESULT_STEP (self->result), draft);
  yc_plan_panel_set_current (YC_PLAN_PANEL (self->plan),
                             draft != NULL ? yc_case_draft_get_item_code (draft) : NULL);
  if (draft != NULL)
    {
      g_signal_connect_swapped (draft, "notify", G_CALLBACK (show_all), self);
      g_signal_connect_swapped (draft, "changed", G_CALLBACK (show_marks), self);
    }
  yc_visit_clock_set (YC_VISIT_CLOCK (self->clock), self->visit, draft);
  show_side_panel (self);
  show_all (self);
}

static gboolean
open_item (YcVisitView *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  YcCaseDraft *draft = yc_visit_add_draft (self->visit, code, &error);

  if (draft == NULL)
    {
      yc_error_words_toast (GTK_WIDGET (self), error);
      return FALSE;
    }
  set_draft (self, draft);

  return TRUE;
}

static YcCaseDraft *
find_draft_of (YcVisitView *self, const char *code)
{
  GListModel *drafts = yc_visit_get_drafts (self->visit);

  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (drafts, i);

      if (g_strcmp0 (yc_case_draft_get_item_code (draft), code) == 0)
        return draft;
    }

  return NULL;
}

/* The next item of the plan that was not sent yet. */
static const char *
find_next_item (YcVisitView *self)
{
  GListModel *entries = yc_plan_get_entries (get_plan (self));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);
      YcCaseDraft *draft;

      if (!yc_plan_entry_get_needed (entry) || item == NULL)
        continue;
      draft = find_draft_of (self, yc_item_get_code (item));
      if (draft == NULL || yc_case_draft_get_state (draft) == YC_CASE_DRAFT_DRAFT)
        return yc_item_get_code (item);
    }

  return NULL;
}

static void
plan_changed_cb (YcVisitView *self)
{
  const char *code = find_next_item (self);

  if (self->draft == NULL && code != NULL)
    open_item (self, code);
  show_side_panel (self);
  show_all (self);
}

/* Steps */

static void
remember_step (YcVisitView *self)
{
  g_autofree char *page = g_strdup_printf (
      "%s %s", step_names[self->step],
      self->draft != NULL ? yc_case_draft_get_case_id (self->draft) : "");

  yc_visit_set_page (self->visit, page);
}

static void
show_step (YcVisitView *self, YcStep step)
{
  if (step != YC_STEP_NEED && self->draft == NULL)
    step = YC_STEP_NEED;

  self->step = step;
  yc_step_line_set_current (YC_STEP_LINE (self->line), step);
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  if (step == YC_STEP_CHECK)
    yc_check_step_refresh (YC_CHECK_STEP (self->check));
  if (step == YC_STEP_NEED && self->citizen_window != NULL)
    gtk_window_destroy (self->citizen_window);
  yc_item_panel_set_field (YC_ITEM_PANEL (self->item_panel), NULL);
  show_side_panel (self);
  show_hints (self);
  show_all (self);
  remember_step (self);
}

static void
go_to (YcVisitView *self, YcStep step)
{
  show_step (self, step);
  yc_workplace_begin (get_step_widget (self, self->step));
}

static void
submitted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcVisitView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = yc_case_draft_submit_finish (YC_CASE_DRAFT (source), result, &error);

  self->sending = FALSE;
  if (ok)
    {
      go_to (self, YC_STEP_RESULT);
      return;
    }
  show_all (self);
  yc_error_words_toast (GTK_WIDGET (self), error);
}

static void
send (YcVisitView *self)
{
  if (!yc_check_step_refresh (YC_CHECK_STEP (self->check)))
    {
      yc_check_step_go_first (YC_CHECK_STEP (self->check));
      return;
    }

  self->sending = TRUE;
  show_next (self);
  yc_case_draft_submit_async (self->draft, NULL, submitted_cb, g_object_ref (self));
}

static void
leave_need (YcVisitView *self)
{
  if (yc_need_step_ask (YC_NEED_STEP (self->need)))
    return;
  if (is_nothing_needed (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-visit", NULL);
  else if (self->draft == NULL)
    yc_workplace_begin (self->need);
  else if (!yc_person_panel_settle (YC_PERSON_PANEL (self->person)))
    yc_person_panel_edit (YC_PERSON_PANEL (self->person));
  else
    go_to (self, YC_STEP_MATERIALS);
}

/* To what the reviewer pointed at. */
static void
go_to_returned_field (YcVisitView *self)
{
  YcCase *a_case = self->draft != NULL ? yc_case_draft_get_case (self->draft) : NULL;
  YcCaseReturn *last = a_case != NULL ? yc_case_get_last_return (a_case) : NULL;
  const char *field = last != NULL ? yc_case_return_get_field (last) : NULL;

  if (field != NULL && g_str_has_prefix (field, MATERIALS_PREFIX))
    {
      go_to (self, YC_STEP_MATERIALS);
      yc_materials_step_focus (YC_MATERIALS_STEP (self->materials),
                               field + strlen (MATERIALS_PREFIX));
      return;
    }

  go_to (self, YC_STEP_FORM);
  if (field != NULL)
    yc_form_step_focus_field (YC_FORM_STEP (self->form), field);
}

static void
leave_result (YcVisitView *self)
{
  const char *code = find_next_item (self);

  if (is_returned (self))
    go_to_returned_field (self);
  else if (code != NULL && open_item (self, code))
    go_to (self, YC_STEP_MATERIALS);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-visit", NULL);
}

static void
go_on (YcVisitView *self)
{
  switch (self->step)
    {
    case YC_STEP_NEED:
      leave_need (self);
      break;
    case YC_STEP_MATERIALS:
      go_to (self, YC_STEP_FORM);
      break;
    case YC_STEP_FORM:
      if (!yc_case_draft_get_editable (self->draft) ||
          !yc_form_step_focus_error (YC_FORM_STEP (self->form)))
        go_to (self, YC_STEP_CHECK);
      break;
    case YC_STEP_CHECK:
      if (can_send (self))
        send (self);
      else if (!self->sending)
        go_to (self, YC_STEP_RESULT);
      break;
    case YC_STEP_RESULT:
    default:
      leave_result (self);
      break;
    }
}

static void
go_to_error (YcVisitView *self)
{
  if (self->step == YC_STEP_MATERIALS)
    yc_materials_step_focus_missing (YC_MATERIALS_STEP (self->materials));
  else if (self->step == YC_STEP_FORM)
    yc_form_step_focus_error (YC_FORM_STEP (self->form));
  else if (self->step == YC_STEP_CHECK)
    yc_check_step_go_first (YC_CHECK_STEP (self->check));
  else if (!yc_person_panel_settle (YC_PERSON_PANEL (self->person)))
    yc_person_panel_edit (YC_PERSON_PANEL (self->person));
}

/* Callbacks */

static void
step_chosen_cb (YcStepLine *line, int step, YcVisitView *self)
{
  go_to (self, step);
}

static void
next_cb (YcVisitView *self)
{
  go_on (self);
}

static void
check_go_cb (YcCheckStep *check, int step, const char *pointer, YcVisitView *self)
{
  if (step == YC_STEP_NEED)
    {
      yc_person_panel_edit (YC_PERSON_PANEL (self->person));
      yc_person_panel_settle (YC_PERSON_PANEL (self->person));
      return;
    }

  go_to (self, step);
  if (step == YC_STEP_MATERIALS)
    yc_materials_step_focus (YC_MATERIALS_STEP (self->materials), pointer);
  else
    yc_form_step_focus_field (YC_FORM_STEP (self->form), pointer);
}

static void
person_finished_cb (YcPersonPanel *person, YcVisitView *self)
{
  if (!yc_person_panel_settle (person))
    yc_person_panel_edit (person);
  else if (self->draft != NULL && self->step == YC_STEP_NEED)
    go_to (self, YC_STEP_MATERIALS);
  else
    yc_workplace_begin (get_step_widget (self, self->step));
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
mend_cb (YcVisitView *self)
{
  go_to_returned_field (self);
}

static void
toggle_citizen_window (YcVisitView *self)
{
  if (self->citizen_window != NULL)
    {
      gtk_window_destroy (self->citizen_window);
      return;
    }
  if (self->draft == NULL)
    return;

  g_set_weak_pointer (&self->citizen_window,
                      GTK_WINDOW (yc_citizen_window_new (
                          GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->draft)));
}

static void
plan_chosen_cb (YcPlanPanel *panel, YcPlanEntry *entry, YcVisitView *self)
{
  YcItem *item = yc_plan_entry_get_item (entry);
  YcCaseDraft *draft;

  if (item == NULL || !yc_plan_entry_get_needed (entry))
    {
      go_to (self, YC_STEP_NEED);
      return;
    }

  draft = find_draft_of (self, yc_item_get_code (item));
  if (draft != NULL)
    set_draft (self, draft);
  else if (!open_item (self, yc_item_get_code (item)))
    return;
  go_to (self, self->step == YC_STEP_NEED ? YC_STEP_MATERIALS : self->step);
}

static void
item_added_cb (YcNeedStep *need, const char *code, YcVisitView *self)
{
  if (open_item (self, code))
    leave_need (self);
}

static void
entry_chosen_cb (YcNeedStep *need, YcKnowledgeEntry *entry, YcVisitView *self)
{
  yc_item_panel_show_entry (YC_ITEM_PANEL (self->item_panel), entry);
}

static void
need_finished_cb (YcNeedStep *need, YcVisitView *self)
{
  if (self->draft != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else
    yc_workplace_begin (self->need);
}

static void
focused_cb (GtkWidget *step, const char *pointer, YcVisitView *self)
{
  yc_item_panel_set_field (YC_ITEM_PANEL (self->item_panel), pointer);
}

static void
step_finished_cb (GtkWidget *step, YcVisitView *self)
{
  go_on (self);
}

static void
restore_step (YcVisitView *self)
{
  g_auto (GStrv) words = g_strsplit (yc_visit_get_page (self->visit), " ", 2);
  YcCaseDraft *draft = NULL;
  int step = YC_STEP_NEED;

  if (words[0] != NULL && words[1] != NULL)
    draft = yc_visit_find_draft (self->visit, words[1]);
  for (int i = 0; words[0] != NULL && i < YC_N_STEPS; i++)
    if (g_str_equal (words[0], step_names[i]))
      step = i;

  if (draft != NULL)
    set_draft (self, draft);
  else
    plan_changed_cb (self);
  show_step (self, step);
}

static void
yc_visit_view_dispose (GObject *object)
{
  YcVisitView *self = YC_VISIT_VIEW (object);

  if (self->visit != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_plan (self), self);
      g_signal_handlers_disconnect_by_data (yc_visit_get_citizen (self->visit), self);
    }
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->result != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->result, self);
      yc_result_step_set_draft (YC_RESULT_STEP (self->result), NULL);
    }
  self->result = NULL;
  if (self->citizen_window != NULL)
    gtk_window_destroy (self->citizen_window);
  g_clear_weak_pointer (&self->citizen_window);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->columns, gtk_widget_unparent);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_visit_view_parent_class)->dispose (object);
}

static void
yc_visit_view_class_init (YcVisitViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_visit_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-visit-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, columns);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, person);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, plan);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, clock);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, line);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, banner);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, steps);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, materials);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, form);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, check);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, hints);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, next);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, side);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, item_panel);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, print_side);
  gtk_widget_class_bind_template_child (widget_class, YcVisitView, print);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_person);
  gtk_widget_class_bind_template_callback (widget_class, mend_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_finished_cb);
}

static void
yc_visit_view_init (YcVisitView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_steps (YcVisitView *self)
{
  self->need = yc_need_step_new (self->desk, self->visit);
  g_signal_connect (self->need, "item-added", G_CALLBACK (item_added_cb), self);
  g_signal_connect (self->need, "entry-chosen", G_CALLBACK (entry_chosen_cb), self);
  g_signal_connect (self->need, "finished", G_CALLBACK (need_finished_cb), self);
  gtk_stack_add_named (self->steps, self->need, step_names[YC_STEP_NEED]);

  self->result = yc_result_step_new (self->desk, YC_PRINT_PANEL (self->print));
  g_signal_connect_swapped (self->result, "certificate-changed", G_CALLBACK (show_side_panel),
                            self);
  gtk_stack_add_named (self->steps, self->result, step_names[YC_STEP_RESULT]);
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
  add_steps (self);
  yc_visit_clock_set (YC_VISIT_CLOCK (self->clock), visit, NULL);
  yc_person_panel_set_citizen (YC_PERSON_PANEL (self->person), yc_visit_get_citizen (visit));
  yc_plan_panel_set_plan (YC_PLAN_PANEL (self->plan), get_plan (self));
  g_signal_connect_swapped (get_plan (self), "changed", G_CALLBACK (plan_changed_cb), self);
  g_signal_connect_swapped (yc_visit_get_citizen (visit), "changed", G_CALLBACK (show_next), self);
  restore_step (self);

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

  yc_workplace_begin (get_step_widget (self, self->step));
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

  switch (command)
    {
    case YC_PAGE_COMMAND_NEXT_STEP:
      go_on (self);
      return TRUE;
    case YC_PAGE_COMMAND_STEP_1:
    case YC_PAGE_COMMAND_STEP_2:
    case YC_PAGE_COMMAND_STEP_3:
    case YC_PAGE_COMMAND_STEP_4:
    case YC_PAGE_COMMAND_STEP_5:
      go_to (self, command - YC_PAGE_COMMAND_STEP_1);
      return TRUE;
    case YC_PAGE_COMMAND_FIRST_ERROR:
      go_to_error (self);
      return TRUE;
    case YC_PAGE_COMMAND_SHOW_PERSON:
      toggle_person (self);
      return TRUE;
    case YC_PAGE_COMMAND_PRINT:
      return yc_result_step_print (YC_RESULT_STEP (self->result));
    case YC_PAGE_COMMAND_COPY_ANSWER:
      return yc_item_panel_copy_answer (YC_ITEM_PANEL (self->item_panel));
    case YC_PAGE_COMMAND_CITIZEN_VIEW:
      toggle_citizen_window (self);
      return TRUE;
    case YC_PAGE_COMMAND_NEXT_ITEM:
    case YC_PAGE_COMMAND_PREVIOUS_ITEM:
    case YC_PAGE_COMMAND_REFRESH:
    default:
      return FALSE;
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

  show_step (self, YC_STEP_NEED);
  yc_need_step_take_hit (YC_NEED_STEP (self->need), hit);
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
  YcCaseDraft *draft;
  YcCase *a_case;
  YcCaseReturn *last;

  g_return_if_fail (YC_IS_VISIT_VIEW (self));

  draft = yc_visit_find_draft (self->visit, case_id);
  if (draft == NULL)
    return;

  set_draft (self, draft);
  a_case = yc_case_draft_get_case (draft);
  last = a_case != NULL ? yc_case_get_last_return (a_case) : NULL;
  if (last == NULL || yc_case_get_state (a_case) != YC_CASE_STATE_RETURNED)
    {
      go_to (self, YC_STEP_RESULT);
      return;
    }

  go_to_returned_field (self);
}
