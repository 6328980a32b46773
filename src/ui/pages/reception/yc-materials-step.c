/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check-list of materials, ticked by the keyboard. */
#include "yc-materials-step.h"

#include "yc-material-row.h"
#include "yc-problem-list.h"
#include "yc-refusal.h"

#include <glib/gi18n-lib.h>

struct _YcMaterialsStep
{
  YcVisitStep parent_instance;

  GtkLabel  *count;
  GtkWidget *all;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *problems;
  char      *marked;            /* "materials/ID" of what a reviewer pointed at, nullable */
  char      *remark;            /* and the words */
};

G_DEFINE_FINAL_TYPE (YcMaterialsStep, yc_materials_step, YC_TYPE_VISIT_STEP)

static YcMaterialRow *
get_row (YcMaterialsStep *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  return row != NULL ? YC_MATERIAL_ROW (row) : NULL;
}

static const char *
get_id (YcMaterialRow *row)
{
  return yc_draft_material_get_id (yc_material_row_get_material (row));
}

static YcMaterialRow *
get_focused_row (YcMaterialsStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return NULL;

  return YC_IS_MATERIAL_ROW (focus)
             ? YC_MATERIAL_ROW (focus)
             : YC_MATERIAL_ROW (gtk_widget_get_ancestor (focus, YC_TYPE_MATERIAL_ROW));
}

static void
show_count (YcMaterialsStep *self)
{
  YcCaseDraft *draft = yc_visit_step_get_draft (YC_VISIT_STEP (self));
  guint n = yc_case_draft_get_n_materials_missing (draft);
  guint total = g_list_model_get_n_items (yc_case_draft_get_materials (draft));
  g_autofree char *words = NULL;

  if (n == 0)
    words = g_strdup_printf (ngettext ("%u material, nothing is missing",
                                       "%u materials, nothing is missing", total),
                             total);
  else
    words = g_strdup_printf (ngettext ("%u material, %u still missing",
                                       "%u materials, %u still missing", total),
                             total, n);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->all, n > 0 && yc_case_draft_get_editable (draft));
  gtk_widget_set_sensitive (self->list, yc_case_draft_get_editable (draft));
  gtk_widget_set_visible (self->nothing, total == 0);
  gtk_widget_set_visible (self->list, total > 0);
}

static void
focus_next (YcMaterialsStep *self, YcMaterialRow *row)
{
  YcMaterialRow *next = get_row (self,
                                 gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    yc_visit_step_emit_finished (YC_VISIT_STEP (self));
}

static gboolean
set_status (YcMaterialRow *row, YcMaterialStatus status)
{
  YcDraftMaterial *material = yc_material_row_get_material (row);

  if (!yc_draft_material_allows (material, status))
    return FALSE;

  yc_draft_material_set_status (material, status);

  return TRUE;
}

/* Everything that is asked for in every case. */
static void
mark_all (YcMaterialsStep *self)
{
  YcMaterialRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (yc_draft_material_get_lacking (yc_material_row_get_material (row)))
      set_status (row, YC_MATERIAL_COMPLETE);
}

static void
all_cb (YcMaterialsStep *self)
{
  YcCaseDraft *draft = yc_visit_step_get_draft (YC_VISIT_STEP (self));

  if (draft != NULL && yc_case_draft_get_editable (draft))
    mark_all (self);
}

/* No text is typed here, so that bare keys are free: Space ticks, a digit says how, Enter goes on. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcMaterialsStep *self)
{
  static const YcMaterialStatus by_digit[] = {
    YC_MATERIAL_MISSING, YC_MATERIAL_COMPLETE, YC_MATERIAL_FETCHED, YC_MATERIAL_TOLERATED,
  };
  YcMaterialRow *row = get_focused_row (self);
  guint32 character = gdk_keyval_to_unicode (key);

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (character >= '0' && character <= '3')
    {
      if (set_status (row, by_digit[character - '0']) && character != '0')
        focus_next (self, row);
      return GDK_EVENT_STOP;
    }
  if (character == 'a' || character == 'A')
    {
      mark_all (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space)
    {
      yc_material_row_toggle (row);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      focus_next (self, row);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
focus_changed_cb (GtkListBox *list, GtkListBoxRow *row, YcMaterialsStep *self)
{
  g_autofree char *pointer = NULL;

  if (row == NULL)
    return;

  pointer = g_strconcat (YC_REFUSAL_MATERIALS, get_id (YC_MATERIAL_ROW (row)), NULL);
  yc_visit_step_emit_focused (YC_VISIT_STEP (self), pointer);
}

static void
row_focused_cb (GtkEventControllerFocus *controller, YcMaterialsStep *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  GtkWidget *row = yc_material_row_new (item);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (row_focused_cb), user_data);
  gtk_widget_add_controller (row, focus);

  return row;
}

static const char *
get_material_id (const char *pointer)
{
  gboolean is_material = pointer != NULL && g_str_has_prefix (pointer, YC_REFUSAL_MATERIALS);

  return is_material ? pointer + strlen (YC_REFUSAL_MATERIALS) : NULL;
}

static void
yc_materials_step_draft_set (YcVisitStep *step, YcCaseDraft *draft)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (step);

  gtk_list_box_bind_model (GTK_LIST_BOX (self->list),
                           draft != NULL ? yc_case_draft_get_materials (draft) : NULL,
                           create_row_cb, self, NULL);
  yc_problem_list_set_form (YC_PROBLEM_LIST (self->problems), NULL);
  yc_problem_list_clear (YC_PROBLEM_LIST (self->problems));
  yc_problem_list_refresh (YC_PROBLEM_LIST (self->problems));
  if (draft == NULL)
    return;

  g_signal_connect_swapped (draft, "notify", G_CALLBACK (show_count), self);
  show_count (self);
}

static gboolean
yc_materials_step_focus_error (YcVisitStep *step)
{
  YcMaterialRow *row;

  for (int i = 0; (row = get_row (YC_MATERIALS_STEP (step), i)) != NULL; i++)
    if (yc_draft_material_get_lacking (yc_material_row_get_material (row)))
      return gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

static YcMaterialRow *
find_row (YcMaterialsStep *self, const char *pointer)
{
  YcMaterialRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (get_id (row), get_material_id (pointer)) == 0)
      return row;

  return NULL;
}

static gboolean
yc_materials_step_focus (YcVisitStep *step, const char *pointer)
{
  YcMaterialRow *row = find_row (YC_MATERIALS_STEP (step), pointer);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
mark_row (YcMaterialsStep *self, const char *pointer, const char *words)
{
  YcMaterialRow *row = find_row (self, pointer);

  if (row != NULL)
    yc_material_row_mark (row, words);
}

/* At the materials: the reviewer's words and the service's. */
static void
show_marks (YcMaterialsStep *self)
{
  GPtrArray *refusals = yc_visit_step_get_refusals (YC_VISIT_STEP (self));
  YcMaterialRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    yc_material_row_mark (row, NULL);
  mark_row (self, self->marked, self->remark);
  for (guint i = 0; i < refusals->len; i++)
    {
      YcRefusal *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *words =
          g_strdup_printf (_ ("The service refused this: %s"), yc_refusal_get_message (refusal));

      mark_row (self, yc_refusal_get_pointer (refusal), words);
    }
}

static void
yc_materials_step_mark (YcVisitStep *step, const char *pointer, const char *words)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (step);
  gboolean is_material = get_material_id (pointer) != NULL;

  g_free (self->marked);
  g_free (self->remark);
  self->marked = is_material ? g_strdup (pointer) : NULL;
  self->remark = is_material ? g_strdup (words) : NULL;
  show_marks (self);
}

static void
yc_materials_step_refuse (YcVisitStep *step)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (step);
  YcProblemList *problems = YC_PROBLEM_LIST (self->problems);

  yc_problem_list_clear (problems);
  yc_visit_step_list_refusals (step, problems);
  yc_problem_list_set_shown (problems, TRUE);
  show_marks (self);
}

/* What was refused, then what is missing. */
static gboolean
yc_materials_step_step_error (YcVisitStep *step, int by)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (step);
  YcMaterialRow *row = get_focused_row (self);
  g_autofree char *pointer =
      row != NULL ? g_strconcat (YC_REFUSAL_MATERIALS, get_id (row), NULL) : NULL;

  return yc_problem_list_step (YC_PROBLEM_LIST (self->problems), pointer, by) ||
         yc_materials_step_focus_error (step);
}

static void
go_cb (YcMaterialsStep *self, const char *pointer)
{
  yc_visit_step_focus (YC_VISIT_STEP (self), pointer);
}

static gboolean
yc_materials_step_begin (YcVisitStep *step)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (step);
  YcMaterialRow *first = get_row (self, 0);

  if (yc_materials_step_focus_error (step))
    return TRUE;

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
yc_materials_step_finalize (GObject *object)
{
  YcMaterialsStep *self = YC_MATERIALS_STEP (object);

  g_free (self->marked);
  g_free (self->remark);

  G_OBJECT_CLASS (yc_materials_step_parent_class)->finalize (object);
}

static void
yc_materials_step_class_init (YcMaterialsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yc_materials_step_finalize;
  step_class->begin = yc_materials_step_begin;
  step_class->draft_set = yc_materials_step_draft_set;
  step_class->focus = yc_materials_step_focus;
  step_class->focus_error = yc_materials_step_focus_error;
  step_class->step_error = yc_materials_step_step_error;
  step_class->mark = yc_materials_step_mark;
  step_class->refuse = yc_materials_step_refuse;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-materials-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, count);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, all);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, list);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, nothing);
  gtk_widget_class_bind_template_child (widget_class, YcMaterialsStep, problems);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
yc_materials_step_init (YcMaterialsStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_materials_step_new:
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_materials_step_new (void)
{
  return g_object_new (YC_TYPE_MATERIALS_STEP, NULL);
}
