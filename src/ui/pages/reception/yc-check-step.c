/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that clerk and citizen read together before it is sent, and what is still missing. */
#include "yc-check-step.h"

#include "yc-children.h"
#include "yc-form-paper.h"

#include <glib/gi18n-lib.h>

struct _YcCheckStep
{
  YcVisitStep parent_instance;

  GtkWidget *scroller;
  GtkLabel  *title;
  GtkLabel  *verdict;
  GtkWidget *problems;
  GtkGrid   *person;
  GtkWidget *paper;
  GtkWidget *sheet;
  gboolean   reading;
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCheckStep, yc_check_step, YC_TYPE_VISIT_STEP)

static YcCaseDraft *
get_draft (YcCheckStep *self)
{
  return yc_visit_step_get_draft (YC_VISIT_STEP (self));
}

static void
problem_cb (GtkButton *button, YcCheckStep *self)
{
  g_signal_emit (self, signals[GO], 0, g_object_get_data (G_OBJECT (button), "pointer"));
}

static void
add_problem (YcCheckStep *self, const char *words, const char *pointer)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("yc-mark-error-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "problem");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "pointer", g_strdup (pointer), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (problem_cb), self);
  gtk_box_append (GTK_BOX (self->problems), button);
}

static void
add_person_problem (YcCheckStep *self)
{
  YcCitizen *citizen = yc_case_draft_get_citizen (get_draft (self));
  const char *error = yc_citizen_get_id_number_error (citizen);

  if (yc_citizen_get_complete (citizen))
    return;

  if (*yc_citizen_get_name (citizen) == '\0')
    add_problem (self, _ ("The applicant's name is missing"), NULL);
  if (*yc_citizen_get_id_number (citizen) == '\0')
    add_problem (self, _ ("The applicant's ID number is missing"), NULL);
  else if (error != NULL)
    add_problem (self, error, NULL);
}

static void
add_material_problems (YcCheckStep *self)
{
  GListModel *materials = yc_case_draft_get_materials (get_draft (self));

  if (yc_case_draft_get_n_materials_missing (get_draft (self)) == 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);
      g_autofree char *words = NULL;
      g_autofree char *pointer = NULL;

      if (yc_draft_material_get_status (material) != YC_MATERIAL_MISSING ||
          *yc_material_get_condition (yc_draft_material_get_material (material)) != '\0')
        continue;
      words = g_strdup_printf (_ ("Missing: %s"), yc_draft_material_get_title (material));
      pointer = g_strconcat (YC_VISIT_STEP_MATERIALS, yc_draft_material_get_id (material), NULL);
      add_problem (self, words, pointer);
    }
}

static void
add_form_problems (YcCheckStep *self)
{
  YcForm *form = yc_case_draft_get_form (get_draft (self));
  GListModel *problems = form != NULL ? yc_form_check (form) : NULL;

  for (guint i = 0; problems != NULL && i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);

      add_problem (self, yc_form_problem_get_message (problem),
                   yc_form_problem_get_pointer (problem));
    }
}

static GtkWidget *
create_cell (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
write_person (YcCheckStep *self)
{
  YcCitizen *citizen = yc_case_draft_get_citizen (get_draft (self));
  const struct
  {
    const char *title;
    const char *text;
  } lines[] = {
    { _ ("Name"), yc_citizen_get_name (citizen) },
    { _ ("ID number"), yc_citizen_get_id_number (citizen) },
    { _ ("Mobile"), yc_citizen_get_mobile (citizen) },
    { _ ("Address"), yc_citizen_get_address (citizen) },
    { _ ("E-mail"), yc_citizen_get_email (citizen) },
  };
  int row = 0;

  yc_children_remove (GTK_WIDGET (self->person));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *title;

      if (*lines[i].text == '\0')
        continue;
      title = create_cell (lines[i].title, "paper-title");
      yc_form_paper_align (YC_FORM_PAPER (self->paper), title);
      gtk_grid_attach (self->person, title, 0, row, 1, 1);
      gtk_grid_attach (self->person, create_cell (lines[i].text, "paper-value"), 1, row++, 1, 1);
    }
}

static void
draft_changed_cb (YcCheckStep *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    yc_check_step_refresh (self);
}

static void
yc_check_step_draft_set (YcVisitStep *step, YcCaseDraft *draft)
{
  if (draft != NULL)
    g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), step);
}

static gboolean
yc_check_step_focus_error (YcVisitStep *step)
{
  YcCheckStep *self = YC_CHECK_STEP (step);
  GtkWidget *first = gtk_widget_get_first_child (self->problems);

  if (first != NULL)
    problem_cb (GTK_BUTTON (first), self);

  return first != NULL;
}

static gboolean
yc_check_step_begin (YcVisitStep *step)
{
  YcCheckStep *self = YC_CHECK_STEP (step);
  GtkWidget *first = gtk_widget_get_first_child (self->problems);

  return gtk_widget_grab_focus (first != NULL ? first : self->scroller);
}

static void
yc_check_step_class_init (YcCheckStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YcVisitStepClass *step_class = YC_VISIT_STEP_CLASS (klass);

  step_class->begin = yc_check_step_begin;
  step_class->draft_set = yc_check_step_draft_set;
  step_class->focus_error = yc_check_step_focus_error;

  /**
   * YcCheckStep::go:
   * @pointer: (nullable): JSON Pointer of a field, or "materials/ID"; %NULL for the applicant
   *
   * The clerk wants to mend what is missing there.
   */
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-check-step.ui");
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, scroller);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, title);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, verdict);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, problems);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, person);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, paper);
  gtk_widget_class_bind_template_child (widget_class, YcCheckStep, sheet);
}

static void
yc_check_step_init (YcCheckStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_check_step_new:
 *
 * Returns: the step, without a draft
 */
GtkWidget *
yc_check_step_new (void)
{
  return g_object_new (YC_TYPE_CHECK_STEP, NULL);
}

/**
 * yc_check_step_set_reading:
 * @self: the step
 * @reading: whether it is for the citizen: in very large type, without what concerns the clerk
 */
void
yc_check_step_set_reading (YcCheckStep *self, gboolean reading)
{
  g_return_if_fail (YC_IS_CHECK_STEP (self));

  self->reading = reading;
  gtk_widget_remove_css_class (self->sheet, reading ? "large" : "huge");
  gtk_widget_add_css_class (self->sheet, reading ? "huge" : "large");
}

/**
 * yc_check_step_refresh:
 * @self: the step
 *
 * Writes the page anew and checks everything that the service will check.
 *
 * Returns: whether nothing is missing
 */
gboolean
yc_check_step_refresh (YcCheckStep *self)
{
  YcCaseDraft *draft;
  gboolean good;

  g_return_val_if_fail (YC_IS_CHECK_STEP (self), FALSE);

  draft = get_draft (self);
  if (draft == NULL)
    return FALSE;

  yc_children_remove (self->problems);
  add_person_problem (self);
  add_material_problems (self);
  add_form_problems (self);
  good = gtk_widget_get_first_child (self->problems) == NULL;

  gtk_label_set_text (self->title, yc_case_draft_get_item_title (draft));
  gtk_label_set_text (self->verdict,
                      good ? _ ("Nothing is missing. Read it together, then send with Ctrl+Enter.")
                           : _ ("Still to be mended; Enter goes there:"));
  gtk_widget_set_visible (self->problems, !good && !self->reading);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), !self->reading);
  write_person (self);
  yc_form_paper_set_form (YC_FORM_PAPER (self->paper), yc_case_draft_get_form (draft), NULL);

  return good;
}
